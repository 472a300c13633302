"""TMX 1.4b, the format of translation memories: one translation unit per pair.

A concept has as many units as it has pairs. They name it in a property, so that they
are read back as one concept. In another program's file, the units of the same
Indonesian text are one concept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import ExchangeError
from padanan.exchange.assembling import domain_of, glossary_of
from padanan.exchange.formats import Dump, Unread, ordered
from padanan.exchange.pairs import offered
from padanan.files import xml
from padanan.files.inline import inline_text, raw_text
from padanan.files.tmx import header
from padanan.files.xml import Element
from padanan.model import (
    SOURCE_LANGUAGE,
    TARGET_LANGUAGE,
    Concept,
    Glossary,
    PartOfSpeech,
    Status,
    Term,
    TermType,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element as Node

    from padanan.exchange.formats import FormatOptions

DEFINITION = "Definition: "
"""Before the note that is a definition."""

_PARTS = {part.value: part for part in PartOfSpeech}
_TYPES = {kind.value: kind for kind in (TermType.ABBREVIATION, TermType.VARIANT)}


class _Unit(NamedTuple):
    """A translation unit: what it says of the concept, and the terms."""

    concept: Concept
    terms: tuple[Term, ...]
    equivalents: tuple[Term, ...]


def dumps(glossary: Glossary, options: FormatOptions) -> Dump:
    """Return the glossary as TMX.

    >>> from padanan.exchange.formats import FormatOptions
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> data = dumps(Glossary((visa,)), FormatOptions()).files[0][1]
    >>> loads(data, "a.tmx")["visa"].domain
    'consular'
    """
    languages = (glossary.source_language, glossary.target_language)
    units = (
        unit
        for concept in ordered(glossary)
        for unit in _written(concept, languages, reverse=options.reverse)
    )
    head = header(languages[options.reverse], "phrase")
    root = Element("tmx", (("version", "1.4"),), (head, Element("body", (), units)))
    document = xml.serialise(root)
    return Dump((("", document.data),), document.dropped)


def loads(data: bytes, path: str) -> Glossary:
    """Return the concepts of a TMX file that has Indonesian and English segments.

    Raises:
        ExchangeError: it is not TMX, or has no such unit.
    """
    root = xml.parse(data, path)
    if xml.local(root) != "tmx":
        message = f"not TMX: its root is <{xml.local(root)}> — name another format"
        raise ExchangeError(message, path=path, line=xml.line_of(root))
    found: dict[tuple[str, str], list[_Unit]] = {}
    for node in root.iter("{*}tu"):
        unit = _read(node)
        if unit.terms and unit.equivalents:
            name = unit.concept.id
            found.setdefault((name, "" if name else unit.terms[0].text), []).append(
                unit
            )
    return glossary_of(map(_joined, found.values()), path)


def unread(data: bytes, path: str) -> Unread:
    """Return what is not read of a TMX file.

    Raises:
        ExchangeError: it is not XML that can be read.
    """
    root = xml.parse(data, path)
    units = map(_read, root.iter("{*}tu"))
    lacking = sum(not unit.terms or not unit.equivalents for unit in units)
    return Unread(lacking, frozenset(map(_tag, root.iter("{*}tuv"))))


def _tag(variant: Node) -> str:
    return xml.language(variant.get(xml.LANG) or variant.get("lang"))


def _written(
    concept: Concept, languages: tuple[str, str], *, reverse: bool
) -> Iterator[Element]:
    source, target = languages
    about = tuple(_about(concept))
    for term in offered(concept.terms):
        for equivalent in offered(concept.equivalents):
            pair = [
                _variant(source, term),
                _variant(target, equivalent),
            ]
            if reverse:
                pair.reverse()
            yield Element("tu", (), (*about, *pair))


def _about(concept: Concept) -> Iterator[Element]:
    if concept.definition:
        yield Element("note", (), DEFINITION + concept.definition)
    for note in concept.notes:
        yield Element("note", (), note)
    yield _property("concept", concept.id)
    if concept.domain:
        yield _property("domain", concept.domain)
    if concept.pos is not None:
        yield _property("part-of-speech", concept.pos.value)


def _variant(language: str, term: Term) -> Element:
    properties = (
        ("status", term.status.value),
        ("type", term.type.value),
        ("region", term.region),
        ("condition", term.condition),
    )
    content = [_property(name, value) for name, value in properties if value]
    content.append(Element("seg", (), term.text))
    return Element("tuv", (("xml:lang", language),), tuple(content))


def _property(name: str, value: str) -> Element:
    return Element("prop", (("type", f"x-{name}"),), value)


def _read(node: Node) -> _Unit:
    properties = _properties(node)
    notes = tuple(xml.text_of(note) for note in node.iterfind("{*}note"))
    definition = next((note for note in notes if note.startswith(DEFINITION)), "")
    about = Concept(
        id=properties.get("x-concept", ""),
        domain=domain_of(properties.get("x-domain", "")),
        terms=(),
        equivalents=(),
        pos=_PARTS.get(properties.get("x-part-of-speech", "")),
        definition=definition.removeprefix(DEFINITION),
        notes=tuple(note for note in notes if note and note is not definition),
    )
    variants = tuple(node.iterfind("{*}tuv"))
    return _Unit(
        about, _terms(variants, SOURCE_LANGUAGE), _terms(variants, TARGET_LANGUAGE)
    )


def _terms(variants: Iterable[Node], language: str) -> tuple[Term, ...]:
    return tuple(
        term
        for variant in variants
        if _tag(variant) == language
        for term in _term(variant)
    )


def _term(variant: Node) -> Iterator[Term]:
    properties = _properties(variant)
    segment = variant.find("{*}seg")
    text = "" if segment is None else inline_text(raw_text(segment)).text
    if text:
        preferred = properties.get("x-status") == Status.PREFERRED
        yield Term(
            text,
            Status.PREFERRED if preferred else Status.ADMITTED,
            _TYPES.get(properties.get("x-type", ""), TermType.FULL),
            properties.get("x-region"),
            properties.get("x-condition"),
        )


def _properties(node: Node) -> dict[str, str]:
    return {
        item.get("type", ""): xml.text_of(item) for item in node.iterfind("{*}prop")
    }


def _joined(units: list[_Unit]) -> Concept:
    """Return units of the same concept as that, with what the first says of it."""
    about = units[0].concept
    return Concept(
        id=about.id,
        domain=about.domain,
        terms=tuple(term for unit in units for term in unit.terms),
        equivalents=tuple(term for unit in units for term in unit.equivalents),
        pos=about.pos,
        definition=about.definition,
        notes=tuple(dict.fromkeys(note for one in units for note in one.concept.notes)),
    )
