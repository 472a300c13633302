"""TBX of 2008 or 2019, in either style and of any dialect, to concepts.

Other programs put notes and definitions at other levels, leave statuses out and have
data categories of their own; that is accepted. What TBX-Basic does not have is not
read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import ExchangeError
from padanan.exchange.assembling import domain_of, glossary_of
from padanan.exchange.formats import Unread
from padanan.exchange.tbx import AVOID, ONLY_IF, PHRASE
from padanan.files import xml
from padanan.glossary.fields import REGION
from padanan.model import (
    SOURCE_LANGUAGE,
    TARGET_LANGUAGE,
    Concept,
    Example,
    Glossary,
    PartOfSpeech,
    Status,
    Term,
    TermType,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Node

_ROOTS = frozenset({"martif", "tbx"})
_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec"})
_SECTIONS = _LANGUAGES | _TERMS
# General elements, which say the data category by their attribute ``type``.
_GENERAL = frozenset({"admin", "adminNote", "descrip", "descripNote", "termNote"})

_TYPES = {
    "abbreviation": TermType.ABBREVIATION,
    "acronym": TermType.ABBREVIATION,
    "initialism": TermType.ABBREVIATION,
    "shortform": TermType.ABBREVIATION,
    "variant": TermType.VARIANT,
}
_PARTS = {
    "noun": PartOfSpeech.NOUN,
    "propernoun": PartOfSpeech.PROPER_NOUN,
    "verb": PartOfSpeech.VERB,
    "adjective": PartOfSpeech.ADJECTIVE,
    "adverb": PartOfSpeech.ADVERB,
}
_DEPRECATED = re.compile("deprecated|forbidden|obsolete|notrecommended")
_SPACING = re.compile(r"[\s_-]+")

_Data = tuple[tuple[str, str], ...]


class _Section(NamedTuple):
    """A term with the data categories of its section, in their order."""

    term: Term
    data: _Data


def loads(data: bytes, path: str) -> Glossary:
    """Return the concepts of a TBX file that have Indonesian and English terms.

    Raises:
        ExchangeError: it is not TBX, or has no such concept.
    """
    root = xml.parse(data, path)
    if xml.local(root) not in _ROOTS:
        message = f"not TBX: its root is <{xml.local(root)}> — name another format"
        raise ExchangeError(message, path=path, line=xml.line_of(root))
    return glossary_of(map(_concept, _entries(root)), path)


def unread(data: bytes, path: str) -> Unread:
    """Return what is not read of a TBX file.

    Raises:
        ExchangeError: it is not XML that can be read.
    """
    entries = tuple(_entries(xml.parse(data, path)))
    concepts = map(_concept, entries)
    lacking = sum(not each.terms or not each.equivalents for each in concepts)
    sections = (node for entry in entries for node in entry)
    tags = (_tag(node) for node in sections if xml.local(node) in _LANGUAGES)
    return Unread(lacking, frozenset(tags))


def _tag(section: Node) -> str:
    return xml.language(section.get(xml.LANG) or section.get("lang"))


def _entries(root: Node) -> Iterator[Node]:
    return (node for node in root.iter("{*}*") if xml.local(node) in _ENTRIES)


def _concept(entry: Node) -> Concept:
    languages = [node for node in entry if xml.local(node) in _LANGUAGES]
    data = (*_data(entry), *(item for node in languages for item in _data(node)))
    terms = _sections(languages, SOURCE_LANGUAGE)
    equivalents = _sections(languages, TARGET_LANGUAGE)
    both = (*terms, *equivalents)
    data += tuple(item for section in both for item in section.data)
    definitions = _all(data, "definition")
    examples, contexts = _examples(terms, equivalents)
    sources, described = _sources(_all(data, "source"))
    return Concept(
        id=entry.get("id", ""),
        domain=domain_of(_first(data, "subjectField")),
        terms=tuple(section.term for section in terms),
        equivalents=tuple(_without_look_up(section.term) for section in equivalents),
        pos=_pos(terms),
        definition=definitions[0] if definitions else "",
        notes=(*definitions[1:], *_all(data, "note"), *contexts, *described),
        examples=examples,
        sources=sources,
    )


def _sections(languages: list[Node], language: str) -> tuple[_Section, ...]:
    return tuple(
        section
        for node in languages
        if _tag(node) == language
        for child in node
        if xml.local(child) in _TERMS
        for section in _section(child)
    )


def _section(node: Node) -> Iterator[_Section]:
    data = tuple(_data(node))
    text = _first(data, "term")
    if text:
        notes = _all(data, "note")
        term = Term(
            text,
            _status(_said_status(data)),
            _type(data),
            _region(_first(data, "geographicalUsage")),
            _after(ONLY_IF, notes),
        )
        if term.status is Status.DEPRECATED:
            term = term._replace(reason=_after(AVOID, notes))
        kept = (item for item in data if not _is_about_term(item))
        yield _Section(term, tuple(kept))


def _is_about_term(item: tuple[str, str]) -> bool:
    return item[0] == "note" and item[1].startswith((ONLY_IF, AVOID))


def _data(section: Node) -> Iterator[tuple[str, str]]:
    """Yield data categories with their values, those of inner sections left out."""
    for node in section:
        name = xml.local(node)
        if name in _SECTIONS:
            continue
        category = node.get("type", name) if name in _GENERAL else name
        if name.endswith("Grp"):
            yield from _data(node)
        elif text := xml.text_of(node):
            yield category, text


def _all(data: _Data, category: str) -> tuple[str, ...]:
    return tuple(value for name, value in data if name == category)


def _first(data: _Data, category: str) -> str:
    return next((value for name, value in data if name == category), "")


def _after(mark: str, notes: tuple[str, ...]) -> str | None:
    found = (note.removeprefix(mark) for note in notes if note.startswith(mark))
    return next(found, None)


# Where the status of a term is: TBX-Basic, and TBX-Default of 2008, which has both.
_STATUSES = ("administrativeStatus", "normativeAuthorization")


def _said_status(data: _Data) -> str:
    """Return the status that is given for a term; a negative one takes precedence."""
    said = [text for category in _STATUSES if (text := _first(data, category))]
    against = (text for text in said if _is_against(text))
    return next(against, said[0] if said else "")


def _is_against(text: str) -> bool:
    return _status(text) is Status.DEPRECATED or text.startswith("superseded")


def _status(text: str) -> Status:
    lower = _SPACING.sub("", text).lower()
    if _DEPRECATED.match(lower):
        return Status.DEPRECATED
    preferred = lower.startswith(("preferred", "standardized", "standardised"))
    return Status.PREFERRED if preferred else Status.ADMITTED


def _type(data: _Data) -> TermType:
    if _said_status(data).startswith("superseded"):
        return TermType.LOOK_UP
    kind = _first(data, "termType").replace(" ", "").lower()
    return _TYPES.get(kind, TermType.FULL)


def _without_look_up(term: Term) -> Term:
    """Return an English term; a superseded one is deprecated, not looked up."""
    if term.type is not TermType.LOOK_UP:
        return term
    return term._replace(status=Status.DEPRECATED, type=TermType.FULL)


def _region(text: str) -> str | None:
    """Return the country of a usage such as ``US`` or ``en-US``."""
    code = text.rpartition("-")[2]
    return code if REGION.fullmatch(code) else None


def _pos(terms: tuple[_Section, ...]) -> PartOfSpeech | None:
    for section in terms:
        if _first(section.data, "termType") == PHRASE:
            return PartOfSpeech.PHRASE
        pos = _first(section.data, "partOfSpeech").replace(" ", "").lower()
        if pos:
            return _PARTS.get(pos)
    return None


def _examples(
    terms: tuple[_Section, ...], equivalents: tuple[_Section, ...]
) -> tuple[tuple[Example, ...], tuple[str, ...]]:
    """Return sentences with their translations, and those that have none."""
    here, there = (
        [text for section in sections for text in _all(section.data, "context")]
        for sections in (terms, equivalents)
    )
    pairs = zip(here, there, strict=False)
    alone = (*here[len(there) :], *there[len(here) :])
    return tuple(Example(*pair) for pair in pairs), alone


def _sources(texts: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sources that are keys; whole sentences become notes."""
    keys = tuple(text for text in texts if not re.search(r"\s", text))
    return keys, tuple(f"Source: {text}" for text in texts if text not in keys)
