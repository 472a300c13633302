"""XLIFF 2.x (OASIS); worksheets use the glossary module for the terms of a unit."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from padanan.files.inline import inline_text, raw_text
from padanan.files.xml import Element, local, serialise
from padanan.model import SOURCE_LANGUAGE, TARGET_LANGUAGE
from padanan.translation import hints, skeleton
from padanan.translation.formats.xliff_parts import (
    HINTS,
    NONE,
    Dialect,
    UnitTexts,
    children,
    marked_terms,
    raw_text_in,
    source_element,
    suggested_texts,
    tagged_of,
    text_element,
    text_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Node

    from padanan.matching.annotation import Annotation
    from padanan.translation.hints import HintedUnit
    from padanan.translation.worksheet import Suggestion, Worksheet, WorksheetUnit

UNIT = "unit"
"""The element of a unit."""

DIALECT = Dialect("pc", "ph", numbered=True)

FUZZY = "padanan:fuzzy"
"""The ``subState`` of a translation that nobody has confirmed."""

_NAMESPACES = (
    ("xmlns", "urn:oasis:names:tc:xliff:document:2.0"),
    ("xmlns:gls", "urn:oasis:names:tc:xliff:glossary:2.0"),
    ("xmlns:mtc", "urn:oasis:names:tc:xliff:matches:2.0"),
)


def texts(node: Node) -> UnitTexts:
    """Return the texts of a unit, which may have several segments."""
    parts = [child for child in node if local(child) in ("segment", "ignorable")]
    segments = [part for part in parts if local(part) == "segment"]
    source = inline_text(*(raw_text_in(part, "source") for part in parts))
    tagged = tagged_of(*chain.from_iterable(_first(part, "source") for part in parts))
    translated = [bool(text_in(part, "target").text) for part in segments]
    if not any(translated):
        return UnitTexts(source, NONE, fuzzy=False, tagged_source=tagged)
    targets = tuple(chain.from_iterable(map(_target, _in_order(parts))))
    target = inline_text(*map(raw_text, targets))
    doubted = any(part.get("subState") == FUZZY for part in segments)
    fuzzy = doubted or not all(translated)
    return UnitTexts(source, target, fuzzy, tagged, tagged_of(*targets))


def _first(part: Node, name: str) -> tuple[Node, ...]:
    return tuple(islice(children(part, name), 1))


def _target(part: Node) -> tuple[Node, ...]:
    # An ``ignorable`` (white space) has a target only if it differs.
    found = _first(part, "target")
    if found and raw_text(found[0]):
        return found
    return _first(part, "source") if local(part) == "ignorable" else ()


def _in_order(parts: Sequence[Node]) -> Iterator[Node]:
    """Yield the parts in the order of their targets (XLIFF 2.1, 4.3.1.22, ``order``).

    A target may state its position; the others fill the remaining positions.
    """
    placed: dict[int, Node] = {}
    others: list[Node] = []
    for part in parts:
        place = _place(part)
        if 0 < place <= len(parts) and place not in placed:
            placed[place] = part
        else:
            others.append(part)
    rest = iter(others)
    for number in range(1, len(parts) + 1):
        yield placed[number] if number in placed else next(rest)


def _place(part: Node) -> int:
    target = next(children(part, "target"), None)
    order = "" if target is None else target.get("order", "").strip()
    return int(order) if order.isascii() and order.isdigit() and len(order) < 9 else 0


def write(worksheet: Worksheet) -> bytes:
    """Return an XLIFF 2.1 file with a unit of one segment for each sentence."""
    languages = (("srcLang", SOURCE_LANGUAGE), ("trgLang", TARGET_LANGUAGE))
    attributes = (*_NAMESPACES, ("version", "2.1"), *languages)
    name = worksheet.skeleton.name or "article"
    file = Element("file", (("id", "f1"), ("original", name)), _content(worksheet))
    return serialise(Element("xliff", attributes, (file,))).data


def _content(worksheet: Worksheet) -> Iterator[Element]:
    yield Element("skeleton", (), skeleton.pack(worksheet.skeleton))
    for hinted in hints.hinted(worksheet):
        yield Element(UNIT, (("id", f"u{hinted.unit.id}"),), _unit(hinted))


def _unit(hinted: HintedUnit) -> Iterator[Element]:
    unit = hinted.unit
    if unit.suggestion and unit.fuzzy:
        yield _matches(unit.suggestion)
    if unit.hints:
        marked = marked_terms(unit)
        terms = tuple(
            _term(number if number in marked else None, hint)
            for number, hint in enumerate(unit.hints, 1)
        )
        yield Element("gls:glossary", (), terms)
        notes = Element("note", (("category", HINTS),), "\n".join(hinted.lines))
        yield Element("notes", (), (notes,))
    yield Element("segment", (("id", "s1"), *_state(unit)), _texts(unit))


def _matches(suggestion: Suggestion) -> Element:
    score = str(suggestion.score)
    attributes = (("ref", "#s1"), ("similarity", score), ("origin", "memory"))
    match = Element("mtc:match", attributes, suggested_texts(suggestion, DIALECT))
    return Element("mtc:matches", (), (match,))


def _term(number: int | None, hint: Annotation) -> Element:
    parts = [Element("gls:term", (), hint.term.text)]
    parts += (Element("gls:translation", (), text) for text in hint.equivalents)
    if hint.concept.definition:
        parts.append(Element("gls:definition", (), hint.concept.definition))
    place = () if number is None else (("ref", f"#m{number}"),)
    return Element("gls:glossEntry", place, tuple(parts))


def _state(unit: WorksheetUnit) -> tuple[tuple[str, str], ...]:
    if unit.fuzzy:
        return (("state", "initial"), ("subState", FUZZY))
    return (("state", "translated" if unit.target else "initial"),)


def _texts(unit: WorksheetUnit) -> Iterator[Element]:
    yield source_element(unit, DIALECT)
    if unit.filled:
        yield text_element("target", unit.filled, DIALECT)
