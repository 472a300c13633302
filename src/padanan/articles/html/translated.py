"""Web pages to be translated: their texts, title, descriptions and labels.

The source is kept. Only its texts are replaced, and inline tags move with their words.
When one of its texts has been translated, the page is declared to be English.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from html import escape, unescape
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import joined
from padanan.articles.html.inline import Around, TextRegion, regions
from padanan.articles.html.text import SourceSpan, extracted
from padanan.articles.html.tokens import attribute_span, tokens
from padanan.articles.leaves import Leaf, Translatable, shared, with_points
from padanan.articles.paragraphs import BETWEEN
from padanan.articles.plain import addresses, decode
from padanan.articles.raised import raised_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from padanan.articles.article import Article
    from padanan.articles.html.tokens import Token

ENGLISH = "en-GB"

_SPOKEN = ("alt", "title", "placeholder", "aria-label")
"""Attributes whose values people read."""

# Source: HTML, 4.2.5.1; the Open Graph protocol; X's cards.
_DESCRIPTIONS = re.compile(
    r"(?:description|(?:og|twitter):(?:title|description|image:alt))", re.IGNORECASE
)
_INDONESIAN = re.compile(r"(?:id|ind?)(?:[-_]\w+)?", re.IGNORECASE)


class _Label(NamedTuple):
    """The title of a page, or the value of an attribute.

    Attributes:
        start: offset in the text of the article.
        text: its words.
        source: offset in the source.
        source_end: offset of its end in the source.
        quote: the quotation mark around a value, empty if there is none; ``None`` for
            a title.
    """

    start: int
    text: str
    source: int
    source_end: int
    quote: str | None


class _Page(NamedTuple):
    """A page with its regions and labels."""

    source: str
    text: str
    body_end: int
    regions: tuple[TextRegion, ...]
    pieces: Sequence[SourceSpan]
    around: Sequence[Around]
    labels: tuple[_Label, ...]


def translatable(article: Article) -> Translatable:
    """Return a page as leaves; its title and labels come after its text."""
    page = _page(article)
    body = (leaf for region in page.regions for leaf in region.leaves)
    raised = tuple(raised_notes(article.text, article.blocks))
    labels = (
        Leaf("text", label.start, label.start + len(label.text), len(page.pieces) + n)
        for n, label in enumerate(page.labels)
    )
    masked = joined((*article.masked, *addresses(page.text)))
    return Translatable(
        replace(article, text=page.text, masked=masked),
        (*with_points(body, raised), *labels),
    )


def rewritten(article: Article, leaves: Sequence[Leaf]) -> bytes:
    """Return the source of a page with other words."""
    page = _page(article)
    changes = list(_labels(page, leaves))
    if any(leaf.text is not None for leaf in leaves):
        changes += _languages(page.source)
    text = _Writer(page, _Source(page.source, sorted(changes))).written(leaves)
    return text.encode(article.encoding or "utf-8", "xmlcharrefreplace")


def _page(article: Article) -> _Page:
    source = decode(article.data, article.path, article.encoding)
    extract = extracted(source)
    body = extract.text
    found, pieces, around = regions(source, extract)
    text = body
    labels: list[_Label] = []
    for label in _found_labels(source):
        if label.text.strip():
            labels.append(label._replace(start=len(text) + len(BETWEEN)))
            text += BETWEEN + label.text
    return _Page(source, text, len(body), found, pieces, around, tuple(labels))


def _found_labels(source: str) -> Iterator[_Label]:
    for token in tokens(source):
        if token.kind == "raw" and token.name == "title":
            yield _label(source, token.start, token.end, None)
        elif token.kind == "start":
            for name in _label_names(source, token):
                span = attribute_span(source, token, name)
                if span:
                    yield _label(source, *span)


def _label_names(source: str, token: Token) -> tuple[str, ...]:
    if token.name != "meta":
        return _SPOKEN
    for key in ("name", "property"):
        span = attribute_span(source, token, key)
        if span and _DESCRIPTIONS.fullmatch(source[span[0] : span[1]].strip()):
            return ("content",)
    return ()


def _label(source: str, start: int, end: int, quote: str | None) -> _Label:
    return _Label(0, " ".join(unescape(source[start:end]).split()), start, end, quote)


def _labels(page: _Page, leaves: Sequence[Leaf]) -> Iterator[tuple[int, int, str]]:
    """Yield the new values of labels, with their places in the source."""
    first = page.labels[0].start if page.labels else 0
    behind = [leaf for leaf in leaves if leaf.start >= first]
    starts = [label.start for label in page.labels]
    words: dict[int, str] = {}
    new: set[int] = set()
    for leaf in behind if page.labels else ():
        number = bisect_right(starts, leaf.start) - 1
        text = page.text[leaf.start : leaf.end] if leaf.text is None else leaf.text
        words[number] = words.get(number, "") + text
        if leaf.text is not None:
            new.add(number)
    for number in sorted(new):
        label = page.labels[number]
        yield label.source, label.source_end, _value(label, words[number])


def _value(label: _Label, words: str) -> str:
    """Return words escaped for a title, or for a value in quotation marks."""
    escaped = escape(words, quote=label.quote is not None)
    return f'"{escaped}"' if label.quote == "" else escaped


def _languages(source: str) -> Iterator[tuple[int, int, str]]:
    """Yield the changes that declare an Indonesian page to be English."""
    for token in tokens(source):
        if token.kind != "start" or token.name not in ("html", "body"):
            continue
        for name in ("lang", "xml:lang"):
            span = attribute_span(source, token, name)
            if span and _INDONESIAN.fullmatch(source[span[0] : span[1]].strip()):
                yield span[0], span[1], ENGLISH
        if token.name == "body":
            return


class _Source:
    """The source of a page with some stretches changed.

    Args:
        source: of the page.
        changes: stretches with their replacements, ordered and disjoint.
    """

    def __init__(self, source: str, changes: Sequence[tuple[int, int, str]]) -> None:
        self._source = source
        self._changes = changes
        self._starts = [start for start, _, _ in changes]

    def part(self, start: int, end: int) -> str:
        """Return a stretch with its changes; none may cross its ends."""
        parts: list[str] = []
        last = start
        number = bisect_left(self._starts, start)
        while number < len(self._changes) and self._starts[number] < end:
            begin, stop, new = self._changes[number]
            parts += self._source[last:begin], new
            last = stop
            number += 1
        return "".join((*parts, self._source[last:end]))


class _Writer:
    """The source of a page while it is being written."""

    def __init__(self, page: _Page, source: _Source) -> None:
        self._page = page
        self._source = source
        self._open: list[int] = []
        self._parts: list[str] = []

    def written(self, leaves: Sequence[Leaf]) -> str:
        """Return the source with leaves written into its regions."""
        at = last = 0
        for number, region in enumerate(self._page.regions):
            following = self._page.regions[number + 1 : number + 2]
            end = following[0].leaves[0].start if following else self._page.body_end + 1
            self._parts.append(self._source.part(last, region.start))
            while at < len(leaves) and leaves[at].start < end:
                self._enter(leaves[at].stack)
                self._parts.append(self._of(leaves[at]))
                at += 1
            self._enter(())
            last = region.end
        self._parts.append(self._source.part(last, len(self._page.source)))
        return "".join(self._parts)

    def _enter(self, stack: tuple[int, ...]) -> None:
        kept = shared(stack, self._open)
        around = self._page.around
        for code in reversed(self._open[kept:]):
            self._parts.append(self._source.part(*around[code].end))
        for code in stack[kept:]:
            self._parts.append(self._source.part(*around[code].begin))
        self._open[kept:] = stack[kept:]

    def _of(self, leaf: Leaf) -> str:
        if leaf.text is not None:
            return escape(leaf.text, quote=False).replace("\xa0", "&nbsp;")
        piece = self._page.pieces[leaf.atom]
        if leaf.kind != "text" or leaf[1:3] == piece[:2]:
            return self._source.part(piece.source, piece.source_end)
        first = piece.source - piece.start
        return self._source.part(first + leaf.start, first + leaf.end)
