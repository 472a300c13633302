"""OpenDocument texts to be translated: the text, its notes, headers and footers.

Tracked changes are accepted; comments stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.articles.article import joined
from padanan.articles.docx.package import closed, serialised
from padanan.articles.labels import labelled
from padanan.articles.leaves import Leaf, Translatable, with_points
from padanan.articles.odt.content import ANNOTATION, Range, language_attributes
from padanan.articles.odt.document import blocks_of, open_text
from padanan.articles.odt.labels import labels_of
from padanan.articles.odt.package import FO
from padanan.articles.odt.rebuilding import rebuild
from padanan.articles.plain import addresses
from padanan.articles.raised import raised_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from padanan.articles.article import Article
    from padanan.articles.odt.document import OpenText


def translatable(article: Article) -> Translatable:
    """Return a document as leaves; headers, footers and labels come after the text.

    Raises:
        DocumentError: the file can no longer be read.
    """
    found = open_text(article.data, article.path)
    text = found.text()
    blocks = blocks_of(found)
    raised = tuple(raised_notes(text, blocks))
    leaves = (leaf for each in found.paragraphs for leaf in each.leaves)
    around = found.reader.around
    beside = labels_of(found)
    whole = labelled(text, (place.label for _, place in beside.places))
    text = whole.text
    return Translatable(
        article._replace(
            text=text,
            blocks=blocks,
            masked=joined((*addresses(text), *raised)),
            unread=(),
        ),
        (*with_points(leaves, raised), *whole.leaves(len(found.reader.atoms))),
        frozenset(n for n, each in enumerate(around) if isinstance(each, Range)),
        tuple(_told(found)),
    )


def _told(found: OpenText) -> Iterator[str]:
    if found.changed:
        yield "tracked changes are accepted in the translation"
    if any(
        next(root.iter(ANNOTATION), None) is not None for root in found.roots.values()
    ):
        yield "comments stay as they are"


def rewritten(article: Article, leaves: Sequence[Leaf]) -> bytes:
    """Return a document with other words.

    Raises:
        DocumentError: the file can no longer be read.
    """
    found = open_text(article.data, article.path)
    beside = labels_of(found)
    whole = labelled(found.text(), (place.label for _, place in beside.places))
    words = whole.new_words(leaves)
    relabelled = beside.put(words)
    leaves = whole.body(leaves)
    new = bool(words)
    at = 0
    for paragraph in found.paragraphs:
        first, end = at, paragraph.start + len(paragraph.text)
        while at < len(leaves) and leaves[at].start <= end:
            at += 1
        own = leaves[first:at]
        new = new or any(leaf.text is not None for leaf in own)
        rebuild(paragraph, own, found.reader.atoms, found.reader.around)
    if not new and not found.changed:
        return article.data
    _mark_english(found)
    changed = {name: serialised(root) for name, root in found.roots.items()}
    changed |= relabelled
    return closed(found.package, changed)


def _mark_english(found: OpenText) -> None:
    """Change the language of styles from Indonesian to English."""
    for root in found.roots.values():
        for properties in language_attributes(root):
            properties.set(f"{FO}language", "en")
            properties.set(f"{FO}country", "GB")
