"""Articles of which only the text is kept: annotated and translated, they are text.

A translation is made of one leaf, of which all is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.articles.leaves import Leaf, Translatable
from padanan.articles.marks import bracketed
from padanan.articles.raised import as_signs, raised_notes
from padanan.files.text import codec_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from padanan.articles.article import Article
    from padanan.articles.marks import Mark


def write(article: Article, marks: Sequence[Mark]) -> bytes:
    """Return the text of an article with the English in brackets behind each term.

    >>> from padanan.articles.article import Article
    >>> from padanan.articles.marks import Mark
    >>> article, mark = Article("a.srt", "Damai.", "subtitles"), Mark(0, 5, "peace", "")
    >>> write(article, [mark]).decode()
    'Damai ⟨peace⟩.'
    """
    # By the character zero a text is taken for one in UTF-16.
    text = bracketed(article.text, marks).replace("\0", "\ufffd")
    # A lone half of a character has no place in UTF-8.
    return text.encode("utf-8", "replace")


def translatable(article: Article) -> Translatable:
    """Return an article whose text is one leaf.

    Raised numbers of notes are written in characters of their own: without a format
    they would be part of the word before them.

    >>> from padanan.articles.article import Article
    >>> translatable(Article("a.txt", "Damai.", "text")).leaves
    (Leaf(kind='text', start=0, end=6, atom=0, stack=(), text=None),)
    """
    text = as_signs(article.text, raised_notes(article.text, article.blocks))
    leaves = (Leaf("text", 0, len(text), 0),) if text else ()
    return Translatable(article._replace(text=text), leaves)


def rewritten(article: Article, leaves: Sequence[Leaf]) -> bytes:
    r"""Return the text with other words, in the encoding of the article.

    It is UTF-8 where that lacks one of the letters.

    >>> from padanan.articles.article import Article
    >>> article = Article("a.txt", "Damai.", "text", data=b"Damai.", encoding="cp1252")
    >>> rewritten(article, (Leaf("text", 0, 6, 0, (), "é"),))
    b'\xe9'
    """
    text = "".join(_words(article, leaf) for leaf in leaves)
    if article.kind not in ("text", "markdown"):
        return text.encode()
    return encoded(text, codec_of(article.data, article.encoding))


def encoded(text: str, encoding: str) -> bytes:
    r"""Return a text in an encoding, or in UTF-8 where that lacks one of the letters.

    >>> encoded("é", "ascii")
    b'\xc3\xa9'
    """
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode()


def _words(article: Article, leaf: Leaf) -> str:
    return article.text[leaf.start : leaf.end] if leaf.text is None else leaf.text
