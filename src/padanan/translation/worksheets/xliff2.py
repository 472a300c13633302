"""Worksheets as XLIFF 2.1, with the terms of each unit in its glossary module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.files.xml import Element, Mixed, serialise
from padanan.model import SOURCE_LANGUAGE, TARGET_LANGUAGE
from padanan.translation.read_xliff import FUZZY, HINTS
from padanan.translation.worksheets import hints, skeleton
from padanan.translation.worksheets.xliff import word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.matching.annotation import Annotation
    from padanan.translation.worksheets.hints import Hinted
    from padanan.translation.worksheets.worksheet import Entry, Worksheet

__all__ = ["dumps", "word"]

_NAMESPACES = (
    ("xmlns", "urn:oasis:names:tc:xliff:document:2.0"),
    ("xmlns:gls", "urn:oasis:names:tc:xliff:glossary:2.0"),
    ("xmlns:mtc", "urn:oasis:names:tc:xliff:matches:2.0"),
)


def dumps(worksheet: Worksheet) -> bytes:
    """Return an XLIFF 2.1 file with a unit of one segment for each sentence."""
    languages = (("srcLang", SOURCE_LANGUAGE), ("trgLang", TARGET_LANGUAGE))
    attributes = (*_NAMESPACES, ("version", "2.1"), *languages)
    name = worksheet.skeleton.name or "article"
    file = Element("file", (("id", "f1"), ("original", name)), _content(worksheet))
    return serialise(Element("xliff", attributes, (file,))).data


def _content(worksheet: Worksheet) -> Iterator[Element]:
    yield Element("skeleton", (), skeleton.dumps(worksheet.skeleton))
    for hinted in hints.hinted(worksheet):
        attributes = (("id", f"u{hinted.entry.unit.id}"),)
        yield Element("unit", attributes, _unit(hinted))


def _unit(hinted: Hinted) -> Iterator[Element]:
    entry = hinted.entry
    if entry.suggestion and entry.fuzzy:
        yield _matches(entry)
    if entry.hints:
        terms = tuple(_term(number, hint) for number, hint in enumerate(entry.hints, 1))
        yield Element("gls:glossary", (), terms)
        notes = Element("note", (("category", HINTS),), "\n".join(hinted.lines))
        yield Element("notes", (), (notes,))
    yield Element("segment", (("id", "s1"), *_state(entry)), _texts(entry))


def _matches(entry: Entry) -> Element:
    assert entry.suggestion  # noqa: S101 -- for the type
    score = str(entry.suggestion.score)
    texts = (
        Element("source", (), entry.suggestion.source),
        Element("target", (), entry.suggestion.target),
    )
    attributes = (("ref", "#s1"), ("similarity", score), ("origin", "memory"))
    return Element("mtc:matches", (), (Element("mtc:match", attributes, texts),))


def _term(number: int, hint: Annotation) -> Element:
    parts = [Element("gls:term", (), hint.term.text)]
    parts += (Element("gls:translation", (), text) for text in hint.equivalents)
    if hint.concept.definition:
        parts.append(Element("gls:definition", (), hint.concept.definition))
    return Element("gls:glossEntry", (("ref", f"#m{number}"),), tuple(parts))


def _state(entry: Entry) -> tuple[tuple[str, str], ...]:
    if entry.fuzzy:
        return (("state", "initial"), ("subState", FUZZY))
    return (("state", "translated" if entry.unit.target else "initial"),)


def _texts(entry: Entry) -> Iterator[Element]:
    yield Element("source", (), Mixed(tuple(_marked(entry))))
    if entry.filled:
        yield Element("target", (), entry.filled)


def _marked(entry: Entry) -> Iterator[str | Element]:
    number = 0
    for text, hint in hints.pieces(entry):
        number += hint is not None
        mark = (("id", f"m{number}"), ("type", "term"))
        yield Element("mrk", mark, text) if hint else text
