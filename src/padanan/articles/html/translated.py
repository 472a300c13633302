"""Web pages to be translated: their texts, title, descriptions and labels.

The source is kept. Only its texts are replaced, and inline tags move with their words.
When one of its texts has been translated, the page is declared to be English.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from html import escape, unescape
from typing import TYPE_CHECKING, NamedTuple

from padanan.articles.article import joined
from padanan.articles.changing import Changed
from padanan.articles.html.inline import Around, TextRegion, regions
from padanan.articles.html.text import SourceSpan, extracted
from padanan.articles.html.tokens import attribute, attribute_span, tokens
from padanan.articles.labels import Labelled, has_words, labelled
from padanan.articles.leaves import Leaf, Translatable, shared, with_points
from padanan.articles.plain import addresses, decode
from padanan.articles.raised import raised_notes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from padanan.articles.article import Article
    from padanan.articles.html.tokens import Token

ENGLISH = "en-GB"

SPOKEN = ("alt", "title", "placeholder", "aria-label")
"""Attributes whose values people read."""

# Source: HTML, 4.2.5.1; the Open Graph protocol; X's cards.
_DESCRIPTIONS = re.compile(
    r"(?:description|(?:og|twitter):(?:title|description|image:alt))", re.IGNORECASE
)
_WITH_TEXT = frozenset({"select", "datalist", "svg", "video", "audio", "object", "rt"})
"""Elements whose text is no part of the article, and is seen."""

_INDONESIAN = re.compile(r"(?:id|ind?)(?:[-_]\w+)?", re.IGNORECASE)


class _Label(NamedTuple):
    """A text beside the article, such as its title or the value of an attribute.

    Attributes:
        text: its words.
        source: offset in the source.
        source_end: offset of its end in the source.
        quote: the quotation mark around a value, empty if there is none; ``None`` for
            what is no value.
    """

    text: str
    source: int
    source_end: int
    quote: str | None


class _Page(NamedTuple):
    """A page with its regions, and its labels with their places."""

    source: str
    body_end: int
    regions: tuple[TextRegion, ...]
    pieces: Sequence[SourceSpan]
    around: Sequence[Around]
    places: tuple[_Label, ...]
    labelled: Labelled


def translatable(article: Article) -> Translatable:
    """Return a page as leaves; its title and labels come after its text."""
    page = _page(article)
    body = (leaf for region in page.regions for leaf in region.leaves)
    raised = tuple(raised_notes(article.text, article.blocks))
    labels = page.labelled.leaves(len(page.pieces))
    text = page.labelled.text
    masked = joined((*article.masked, *addresses(text)))
    return Translatable(
        article._replace(text=text, masked=masked),
        (*with_points(body, raised), *labels),
    )


def rewritten(article: Article, leaves: Sequence[Leaf]) -> bytes:
    """Return the source of a page with other words."""
    page = _page(article)
    changes = [
        (page.places[number].source, page.places[number].source_end, new)
        for number, words in page.labelled.new_words(leaves).items()
        for new in [_value(page.places[number], words)]
    ]
    if any(leaf.text is not None for leaf in leaves):
        changes += _languages(page.source)
    source = Changed(page.source, sorted(changes))
    text = _Writer(page, source).written(page.labelled.body(leaves))
    return text.encode(article.encoding or "utf-8", "xmlcharrefreplace")


def _page(article: Article) -> _Page:
    source = decode(article.data, article.path, article.encoding)
    extract = extracted(source)
    found, pieces, around = regions(source, extract)
    taken = [span.source for span in extract.spans]
    places = tuple(
        label
        for label in sorted((*_labels(source), *_drawn(source)), key=_by_place)
        if has_words(label.text) and not _has(taken, label)
    )
    found_labels = labelled(extract.text, (label.text for label in places))
    return _Page(source, len(extract.text), found, pieces, around, places, found_labels)


def _by_place(label: _Label) -> int:
    return label.source


def _has(offsets: Sequence[int], label: _Label) -> bool:
    """Whether one of some offsets is in a label."""
    number = bisect_left(offsets, label.source)
    return number < len(offsets) and offsets[number] < label.source_end


def _drawn(source: str) -> Iterator[_Label]:
    """Yield the texts of choices in forms, of drawings and of media."""
    around: list[str] = []
    for token in tokens(source):
        if token.kind == "text" and around:
            yield _label(source, token.start, token.end, None)
        elif token.kind == "start" and token.name in _WITH_TEXT:
            around.append(token.name)
        elif token.kind == "end" and token.name in around:
            while around.pop() != token.name:
                pass


def _labels(source: str) -> Iterator[_Label]:
    for token in tokens(source):
        if token.kind == "raw" and token.name in {"title", "textarea"}:
            yield _label(source, token.start, token.end, None)
        elif token.kind == "start":
            for name in _label_names(source, token):
                span = attribute_span(source, token, name)
                if span:
                    yield _label(source, *span)


def _label_names(source: str, token: Token) -> tuple[str, ...]:
    if token.name != "meta":
        return (*SPOKEN, *_shown(source, token))
    for key in ("name", "property"):
        span = attribute_span(source, token, key)
        if span and _DESCRIPTIONS.fullmatch(source[span[0] : span[1]].strip()):
            return ("content",)
    return ()


def _shown(source: str, token: Token) -> tuple[str, ...]:
    """Return other attributes that browsers show as text (HTML, 4.10)."""
    if token.name == "input":
        kind = attribute(source, token, "type").lower()
        return ("value",) if kind in {"submit", "button", "reset"} else ()
    return ("label",) if token.name in {"optgroup", "option", "track"} else ()


def _label(source: str, start: int, end: int, quote: str | None) -> _Label:
    return _Label(" ".join(unescape(source[start:end]).split()), start, end, quote)


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


class _Writer:
    """The source of a page while it is being written."""

    def __init__(self, page: _Page, source: Changed) -> None:
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
