"""Plain text: decoding, title and paragraphs, web and mail addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan import lazy_re
from padanan.articles.article import Article, Block
from padanan.articles.marks import bracketed
from padanan.errors import DocumentError
from padanan.files.text import codec_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from padanan.articles.marks import Mark

KIND = "text"

TITLE_LENGTH = 160
"""Maximum length of a first line that is taken for a title; it has no full stop."""

WRAPPED_LENGTH = 100
"""Maximum length of a line in a text that was broken to a width."""

# Domains that end otherwise are looked for only behind a scheme or "www.": "tiba.ke" is
# two words that lack a space.
_TOP_LEVEL = (
    "ac|ae|ai|app|asia|au|biz|br|ca|ch|cn|co|com|de|dev|edu|eg|eu|fr|gov|hk|id|il|in|info"
    "|int|io|iq|ir|jp|kr|media|mil|mx|my|net|news|nl|nz|online|org|ph|pk|ps|qa|ru|sg|site"
    "|th|tl|tr|tv|tw|uk|us|va|vn|xyz|za"
)
_FILES = (
    "7z|csv|docx?|epub|gif|html?|jpe?g|json|md|mp[34]|odp|ods|odt|pdf|png|pot?|pptx?|rar"
    "|rtf|tbx|tiff?|tmx|tsv|txt|webp|xhtml|xlf|xliff|xlsx?|xml|zip"
)
# Each alternative begins where no other could have begun before it, and repeats what
# the character behind it ends: a long text takes no longer than its length.
_ADDRESS = lazy_re.compile(
    r"\b[A-Za-z][A-Za-z\d+.-]{1,20}://[^\s<>\"“”]+|\bwww\.[^\s<>\"“”]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|(?<![\w@])@\w+"
    rf"|(?<![\w@.-])(?:[\w-]{{1,63}}\.)+(?:{_TOP_LEVEL})(?![\w-])(?!\.\w)"
    r"(?::\d{1,5})?(?:[/?#][^\s<>\"“”]*)?"
    rf"|(?<![\w.-])[\w-][\w.-]{{0,100}}\.(?i:{_FILES})(?![\w-])"
    r"|(?<!\w)[A-Za-z]:\\[^\s<>\"|?*]+|(?<![\w\\])\\\\[\w.-]+\\[^\s<>\"|?*]+"
    r"|(?<![\w/.~])(?:~|\.{1,2})?/(?:[\w.-]+/)+[\w.-]+"
)
_ENDED = re.compile(r"[.;:,!?…][\"”’')\]]*\Z")
_LETTERS = ("@", "/", "\\", "www.")
"""Quick to look for, since most are one letter."""
_DOTTED = re.compile(r"\.(?:[A-Za-z][A-Za-z\d]|7[Zz]|(?<=www\.))")
"""One of these letters, or this, is in every address. To look for ``www.`` by itself
takes as long as all else."""
_ENDING = lazy_re.compile(rf"\.(?=\w)(?:{_TOP_LEVEL}|(?i:{_FILES}))(?![\w-])")
"""How names of hosts and files end; all other addresses have one of the letters.

Most full stops end a sentence: for the blank behind them no ending is tried.
"""
_BLANK = re.compile(r"\s")

_CLOSING = ".,;:!?…'’"
"""Signs that end the sentence around an address, not the address."""


def decode(data: bytes, path: str, encoding: str | None = None) -> str:
    r"""Return the text of a file: UTF-8, or what its byte order mark says.

    Newlines stay as they are and a byte order mark counts as a character, so that
    offsets are those of the file.

    Raises:
        DocumentError: the bytes are not in that encoding, or it is unknown.

    >>> decode(b"\xff\xfeP\x00B\x00B\x00", "a.txt")
    '\ufeffPBB'
    """
    name = codec_of(data, encoding)
    try:
        return data.decode(name)
    except UnicodeError:
        problem = f"not {name.upper()} — name its encoding with --encoding, e.g. cp1252"
    except (LookupError, ValueError):  # the latter of a name with a NUL in it
        problem = f"there is no encoding “{name}” — try utf-8, cp1252 or utf-16"
    raise DocumentError(problem, path=path)


def read(data: bytes, path: str, encoding: str | None = None) -> Article:
    """Return a plain-text article; web and mail addresses are masked.

    Raises:
        DocumentError: the bytes cannot be decoded.
    """
    text = decode(data, path, encoding)
    return Article(path, text, KIND, addresses(text), data, encoding, blocks(text))


def write(article: Article, marks: Sequence[Mark]) -> bytes:
    """Return the text with the English in brackets behind each term."""
    encoding = codec_of(article.data, article.encoding)
    return bracketed(article.text, marks, encoding).encode(encoding)


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    r"""Return the half-open spans of web and mail addresses and of names of files.

    >>> addresses("lihat https://pbb.example/id atau @PBB")
    ((6, 28), (34, 38))
    >>> addresses("di kemlu.go.id/berita, C:\\arsip\\nota.docx; tiba.Menlu")
    ((3, 21), (23, 41))
    """
    if not (_has_letters(text) or _DOTTED.search(text)):
        return ()
    places = list(_places(text))
    if not (any(_is_sign(text, at) for at in places) or _DOTTED.search(text)):
        return ()
    places += [match.start() for match in _ENDING.finditer(text)]
    found: list[tuple[int, int]] = []
    end = 0
    for at in sorted(places):
        if at >= end:
            # No address has a blank: only the word around a sign is searched.
            start, end = _word_around(text, at)
            found += map(_span, _ADDRESS.finditer(text, start, end))
    return tuple(found)


def _places(text: str) -> Iterator[int]:
    """Yield where ``_LETTERS`` are that may begin an address or belong to its end.

    A stroke behind a word (*5/6*, *dan/atau*) does neither.
    """
    for sign in _LETTERS:
        at = text.find(sign)
        while at >= 0:
            if sign != "/" or not _is_inside(text[at - 1 : at]):
                yield at
            at = text.find(sign, at + 1)


def _has_letters(text: str) -> bool:
    """Whether a text has one of ``_LETTERS``, but for the last: quick."""
    return "@" in text or "/" in text or "\\" in text


def _is_inside(before: str) -> bool:
    return before.isalnum() or before in {"_", "/"}


def _is_sign(text: str, at: int) -> bool:
    """Whether a letter is a sign of addresses by what is beside it."""
    if text[at] != "/":
        return True
    return text[at - 1 : at] in {" ", "~", "."} or text[at - 1 : at + 2] == "://"


def _word_around(text: str, at: int) -> tuple[int, int]:
    """Return the half-open offsets of what stands between two blanks.

    >>> _word_around("lihat a.id/b atau", 10)
    (6, 12)
    """
    blank = _BLANK.search(text, at)
    start = at
    while start and not text[start - 1].isspace():
        start -= 1
    return start, blank.start() if blank else len(text)


def _span(match: re.Match[str]) -> tuple[int, int]:
    found = match[0].rstrip(_CLOSING)
    if "(" not in found:
        found = found.rstrip(f"){_CLOSING}")
    return match.start(), match.start() + len(found)


def blocks(text: str) -> tuple[Block, ...]:
    r"""Return paragraphs, the first being the title if it looks like one.

    >>> found = blocks("Menlu tiba\n\nMenlu tiba kemarin.\nIa pulang.")
    >>> [block.role for block in found]
    ['title', 'paragraph', 'paragraph']
    """
    groups = list(_parted(line_spans(text), text))
    if _is_wrapped(groups):
        spans = [(group[0][0], group[-1][1]) for group in groups]
    else:
        spans = [line for group in groups for line in group]
    found = [Block(*span, "paragraph") for span in spans]
    if len(found) > 1 and _is_title(text[found[0].start : found[0].end]):
        found[0] = found[0]._replace(role="title")
    return tuple(found)


def line_spans(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the spans of lines without the white space around them; no empty ones.

    >>> list(line_spans("satu\n\n  dua\r\n"))
    [(0, 4), (8, 11)]
    """
    start = 0
    for line in text.split("\n"):
        inner = line.lstrip("\ufeff \t\r")
        first = start + len(line) - len(inner)
        if inner := inner.rstrip():
            yield first, first + len(inner)
        start += len(line) + 1


def _parted(
    lines: Iterable[tuple[int, int]], text: str
) -> Iterator[list[tuple[int, int]]]:
    """Yield the lines between empty lines."""
    group: list[tuple[int, int]] = []
    for start, end in lines:
        if group and text.count("\n", group[-1][1], start) > 1:
            yield group
            group = []
        group.append((start, end))
    if group:
        yield group


def _is_wrapped(groups: Iterable[Sequence[tuple[int, int]]]) -> bool:
    """Tell whether line breaks stand only for the width of a page.

    Otherwise each line of a text is a paragraph, as texts copied from web pages are.
    """
    lengths = [end - start for group in groups for start, end in group[:-1]]
    return bool(lengths) and all(
        WRAPPED_LENGTH // 2 < length <= WRAPPED_LENGTH for length in lengths
    )


def _is_title(text: str) -> bool:
    return len(text) <= TITLE_LENGTH and "\n" not in text and not _ENDED.search(text)
