"""JSON: all fields, for programs; ``docs/formats.md`` describes the schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar, cast

from padanan.errors import ExchangeError
from padanan.exchange.formats import Dump, ordered
from padanan.files.text import decode, encode
from padanan.glossary import joining
from padanan.glossary.concepts import modifier
from padanan.model import (
    Concept,
    Example,
    Glossary,
    Joining,
    Level,
    Match,
    PartOfSpeech,
    Status,
    Term,
    TermType,
    concept_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum

    from padanan.exchange.formats import FormatOptions

    Object = dict[str, Any]

VERSION = 1

_TERM = ("text", "status", "type", "region", "condition", "reason")
_MODIFIER = ("text", "region", "condition")
_HEADS = ("text", "condition")
_LISTS = ("when", "unless", "notes", "sources", "accepts")
_TEXTS = ("definition", "comment")
_CONCEPT = frozenset(
    {"id", "domain", "terms", "equivalents", "pos", "sense", "match", "examples"}
    | {"fuzzy", "replaces", "modifiers", "heads", "level", *_LISTS, *_TEXTS}
)

Choice = TypeVar("Choice", bound="StrEnum")


def dumps(glossary: Glossary, options: FormatOptions) -> Dump:
    """Return the glossary as a JSON object; what is empty is left out.

    Raises:
        ExchangeError: a text has half of a character.
    """
    document = {
        "version": VERSION,
        "source_language": glossary.source_language,
        "target_language": glossary.target_language,
        "concepts": [_concept(concept) for concept in ordered(glossary)],
    }
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    return Dump((("", encode(text)),))


def loads(data: bytes, path: str) -> Glossary:
    """Return the glossary of a JSON file.

    Raises:
        ExchangeError: it is not JSON, with the line, or not of the schema.
    """
    document = _parsed(decode(data, path), path)
    try:
        return Glossary(tuple(_concepts(document)))
    except ValueError as error:
        raise ExchangeError(str(error), path=path) from None


def _parsed(text: str, path: str) -> object:
    try:
        return cast("object", json.loads(text))
    except json.JSONDecodeError as error:
        message = f"not JSON ({error.msg}) — correct it"
        raise ExchangeError(message, path=path, line=error.lineno) from None
    except (RecursionError, ValueError):  # nested too deep, or too many digits
        raise ExchangeError("not a glossary — export one again", path=path) from None


def _concept(concept: Concept) -> Object:
    found = {
        "id": concept.id,
        "domain": concept.domain,
        "sense": concept.sense,
        "terms": [_term(term) for term in concept.terms],
        "equivalents": [_term(term) for term in concept.equivalents],
        "pos": concept.pos,
        "definition": concept.definition,
        "match": concept.match if concept.match is not Match.SMART else None,
        "when": concept.when,
        "unless": concept.unless,
        "notes": concept.notes,
        "examples": [
            {"source": example.source, "target": example.target}
            for example in concept.examples
        ],
        "sources": concept.sources,
        "comment": concept.comment,
        "fuzzy": concept.fuzzy,
        "modifiers": [_bound(term, _MODIFIER) for term in concept.modifiers],
        "heads": [_bound(each, _HEADS) for each in concept.heads],
        "accepts": concept.accepts,
        "level": concept.level if concept.level is not Level.TERM else None,
        "replaces": concept.replaces,
    }
    always = ("id", "domain")
    return {key: value for key, value in found.items() if value or key in always}


def _term(term: Term) -> Object:
    values = ((name, getattr(term, name)) for name in _TERM)
    return {name: value for name, value in values if value is not None}


def _bound(item: Term | Joining, names: tuple[str, ...]) -> Object:
    values = ((name, getattr(item, name)) for name in names)
    return {name: value for name, value in values if value is not None}


def _concepts(document: object) -> Iterator[Concept]:
    head = _object(document, "the file")
    if head.get("version") != VERSION:
        raise ValueError(f"no version {VERSION} — export it again with this program")
    seen: set[str] = set()
    for number, item in enumerate(_list(head, "concepts", "the file")):
        concept = _loaded(item, f"concepts[{number}]")
        if concept.id in seen:
            raise ValueError(f"“{concept.id}” occurs twice — keep one of them")
        seen.add(concept.id)
        yield concept


def _loaded(item: object, place: str) -> Concept:
    found = _object(item, place)
    for key in found.keys() - _CONCEPT:
        raise ValueError(f"unknown key “{key}” in {place} — remove it")
    terms = _terms(found, "terms", place)
    sense = _text(found, "sense", place) or None
    expected = concept_id(terms[0].text, sense)
    if found.get("id", expected) != expected:
        raise ValueError(f"the id of {place} is not “{expected}” — leave it out")
    return Concept(
        id=expected,
        domain=_text(found, "domain", place),
        terms=terms,
        equivalents=_terms(found, "equivalents", place),
        pos=_choice(PartOfSpeech, found, "pos", place),
        sense=sense,
        match=_choice(Match, found, "match", place) or Match.SMART,
        examples=tuple(_examples(found, place)),
        fuzzy=_flag(found, "fuzzy", place),
        replaces=_flag(found, "replaces", place),
        definition=_text(found, "definition", place),
        comment=_text(found, "comment", place),
        when=_strings(found, "when", place),
        unless=_strings(found, "unless", place),
        notes=_strings(found, "notes", place),
        sources=_strings(found, "sources", place),
        modifiers=tuple(
            modifier(each["text"], each.get("region"), each.get("condition"))
            for each in _bindings(found, "modifiers", place, _MODIFIER)
        ),
        heads=tuple(
            Joining(each["text"], each.get("condition"))
            for each in _bindings(found, "heads", place, _HEADS)
        ),
        accepts=_strings(found, "accepts", place),
        level=_choice(Level, found, "level", place) or Level.TERM,
    )


def _bindings(
    found: Object, key: str, place: str, names: tuple[str, ...]
) -> Iterator[dict[str, str]]:
    for item in _list(found, key, place):
        one = _object(item, f"{place}.{key}")
        for name in one.keys() - set(names):
            raise ValueError(f"unknown key “{name}” in {place}.{key} — remove it")
        texts = {name: _text(one, name, f"{place}.{key}") for name in one}
        wrong = None if texts.get("text") else f"no text in {place}.{key} — write it"
        if key == "heads" and not wrong:
            wrong = joining.problem(texts["text"])
        if wrong:
            raise ValueError(wrong)
        yield texts


def _terms(found: Object, key: str, place: str) -> tuple[Term, ...]:
    items = _list(found, key, place)
    if not items:
        raise ValueError(f"no {key} in {place} — write one")
    return tuple(_term_of(item, f"{place}.{key}") for item in items)


def _term_of(item: object, place: str) -> Term:
    found = _object(item, place)
    for key in found.keys() - set(_TERM):
        raise ValueError(f"unknown key “{key}” in {place} — remove it")
    text = _text(found, "text", place)
    if not text:
        raise ValueError(f"no text in {place} — write it")
    return Term(
        text,
        _choice(Status, found, "status", place) or Status.PREFERRED,
        _choice(TermType, found, "type", place) or TermType.FULL,
        *(_text(found, key, place) if key in found else None for key in _TERM[3:]),
    )


def _examples(found: Object, place: str) -> Iterator[Example]:
    for item in _list(found, "examples", place):
        pair = _object(item, f"{place}.examples")
        source, target = (_text(pair, key, place) for key in ("source", "target"))
        yield Example(source, target)


def _object(item: object, place: str) -> Object:
    if not isinstance(item, dict):
        raise ValueError(f"{place} is not an object — see the schema")
    return item


def _list(found: Object, key: str, place: str) -> list[object]:
    items = found.get(key, [])
    if not isinstance(items, list):
        raise ValueError(f"{key} of {place} is not a list — see the schema")
    return items


def _strings(found: Object, key: str, place: str) -> tuple[str, ...]:
    items = _list(found, key, place)
    return tuple(_text({key: item}, key, place) for item in items)


def _text(found: Object, key: str, place: str) -> str:
    text = found.get(key, "")
    if not isinstance(text, str):
        raise ValueError(f"{key} of {place} is not a string — see the schema")
    return text


def _choice(
    choices: type[Choice], found: Object, key: str, place: str
) -> Choice | None:
    text = _text(found, key, place)
    if not text:
        return None
    try:
        return choices(text)
    except ValueError:
        known = ", ".join(choices)
        message = f"unknown {key} “{text}” in {place} — write one of {known}"
        raise ValueError(message) from None


def _flag(found: Object, key: str, place: str) -> bool:
    value = found.get(key, False)
    if not isinstance(value, bool):
        raise ValueError(f"{key} of {place} is not true or false — see the schema")
    return value
