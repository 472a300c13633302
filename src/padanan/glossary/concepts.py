"""The fields of an entry to a concept, and back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from padanan.files.po_problems import PoProblem, PoProblemKind
from padanan.glossary.fields import Field, closest
from padanan.glossary.joining import problem as joining_problem
from padanan.model import (
    Concept,
    Example,
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
    from collections.abc import Iterable, Iterator, Mapping
    from enum import StrEnum

    Keys: TypeAlias = Mapping[str, tuple[Status, TermType]]

TERM_KEYS = {
    "variant": (Status.ADMITTED, TermType.VARIANT),
    "abbreviation": (Status.ADMITTED, TermType.ABBREVIATION),
    "look-up": (Status.ADMITTED, TermType.LOOK_UP),
    "deprecated": (Status.DEPRECATED, TermType.FULL),
}
"""The keys of Indonesian terms, in the order in which a concept has them."""

EQUIVALENT_KEYS = {
    "equivalent": (Status.ADMITTED, TermType.FULL),
    "equivalent-abbreviation": (Status.ADMITTED, TermType.ABBREVIATION),
    "avoid": (Status.DEPRECATED, TermType.FULL),
}
"""The keys of English terms, in the order in which a concept has them."""

YES = "yes"
"""The only value of a key that an entry has or has not."""

REASON = " — "
EQUALS = " = "
# Between the two sentences of an example, after the end of the first one.
_SENTENCE_END = re.compile(r"(?<=[.?!…\"'”’»]) = ")


def concept(
    fields: tuple[Field, ...],
    *,
    domain: str,
    sources: tuple[str, ...] = (),
    comment: str = "",
    fuzzy: bool = False,
) -> Concept:
    """Make a concept of the fields of its entry.

    Args:
        fields: with one ``msgid`` and one ``msgstr``, and without ``problems``.
        domain: unless a field says another one.
        sources: keys into ``SOURCES.md``.
        comment: for editors.
        fuzzy: not yet reviewed.

    >>> fields = (Field(1, "msgid", "mediasi"), Field(2, "msgstr", "mediation"))
    >>> concept(fields, domain="negotiation").id
    'mediasi'
    """
    term, sense = _one(fields, "msgid"), _one(fields, "msgctxt") or None
    pos = _one(fields, "pos")
    return Concept(
        id=concept_id(term, sense),
        domain=_one(fields, "domain") or domain,
        terms=(Term(term), *_terms(fields, TERM_KEYS)),
        equivalents=(Term(_one(fields, "msgstr")), *_terms(fields, EQUIVALENT_KEYS)),
        pos=PartOfSpeech(pos) if pos else None,
        definition=_one(fields, "definition"),
        sense=sense,
        match=Match(_one(fields, "match") or Match.SMART),
        when=_all(fields, "when"),
        unless=_all(fields, "unless"),
        notes=_all(fields, "note"),
        examples=tuple(
            Example(*sentences)
            for text in _all(fields, "example")
            if (sentences := example(text))
        ),
        sources=sources,
        comment=comment,
        fuzzy=fuzzy,
        modifiers=tuple(_modifiers(fields)),
        heads=tuple(
            Joining(field.value, field.condition)
            for field in fields
            if field.key == "heads"
        ),
        accepts=_all(fields, "accepts"),
        level=Level(_one(fields, "level") or Level.TERM),
        replaces=bool(_one(fields, "replaces")),
    )


def problems(fields: tuple[Field, ...]) -> Iterator[PoProblem]:
    """Yield the problems with values that are invalid for their keys.

    >>> [problem.message for problem in problems((Field(3, "pos", "noum"),))]
    ['unknown pos “noum” — did you mean “noun”?']
    """
    choices: dict[str, type[StrEnum]] = {
        "pos": PartOfSpeech,
        "match": Match,
        "level": Level,
    }
    for field in fields:
        if field.key in choices:
            yield from _unknown(field, tuple(choices[field.key]))
        elif field.key == "replaces":
            yield from _unknown(field, (YES,))
        elif field.key == "example" and not example(field.value):
            message = "no “ = ” between sentence and translation — write “id. = en.”"
            yield PoProblem(PoProblemKind.VALUE, field.line, message)
        elif field.key == "heads" and (wrong := joining_problem(field.value)):
            yield PoProblem(PoProblemKind.VALUE, field.line, wrong)


def example(text: str) -> tuple[str, str] | None:
    """Split an example into its two sentences, ``None`` if that cannot be done.

    >>> example("Kedua pihak sepakat. = Both sides agreed.")
    ('Kedua pihak sepakat.', 'Both sides agreed.')
    >>> example("Kedua pihak sepakat.")
    """
    parts = _SENTENCE_END.split(text, maxsplit=1)
    if len(parts) == 1:
        parts = text.split(EQUALS)
    return (parts[0], parts[1]) if len(parts) == 2 and all(parts) else None


def arranged(terms: Iterable[Term], keys: Keys) -> tuple[Term, ...]:
    """Return terms in the order of their keys; the first one stays first.

    Raises:
        ValueError: a term is of a sort that has no key.

    >>> short = Term("Menlu", Status.ADMITTED, TermType.ABBREVIATION)
    >>> other = Term("menteri LN", Status.ADMITTED, TermType.VARIANT)
    >>> terms = (Term("menteri luar negeri"), short, other)
    >>> [term.text for term in arranged(terms, TERM_KEYS)]
    ['menteri luar negeri', 'menteri LN', 'Menlu']
    """
    preferred, *others = terms
    order = list(keys)
    return (
        preferred,
        *sorted(others, key=lambda term: order.index(key_of(term, keys))),
    )


def canonical(item: Concept) -> Concept:
    """Return a concept as a file has it: its terms in the order of their keys.

    Changes by the user's own lists are kept, but not which changes are theirs.

    Raises:
        ValueError: a term is of a sort that has no key.

    >>> nota = Concept("nota", "protocol", (Term("nota"),), (Term("note"),))
    >>> canonical(nota) == nota
    True
    """
    if item.own:
        preferred = Term(item.term)
        item = item._replace(terms=(preferred, *item.terms[1:]), own=())
    return item._replace(
        terms=arranged(item.terms, TERM_KEYS),
        equivalents=arranged(item.equivalents, EQUIVALENT_KEYS),
    )


def fields_of(item: Concept) -> Iterator[Field]:
    """Yield the fields of a concept in their canonical order.

    ``msgctxt``, ``msgid`` and ``msgstr`` are not among them.

    Raises:
        ValueError: a term is of a sort that has no key.

    >>> nota = Concept("nota", "protocol", (Term("nota"),), (Term("note"),))
    >>> [(field.key, field.value) for field in fields_of(nota)]
    [('domain', 'protocol')]
    """
    item = canonical(item)
    pos = item.pos.value if item.pos else ""
    once = (("domain", item.domain), ("definition", item.definition), ("pos", pos))
    yield from (Field(0, key, value) for key, value in once if value)
    yield from (term_field(term, TERM_KEYS) for term in item.terms[1:])
    yield from (term_field(term, EQUIVALENT_KEYS) for term in item.equivalents[1:])
    yield from (Field(0, "accepts", text) for text in item.accepts)
    if item.match is not Match.SMART:
        yield Field(0, "match", item.match.value)
    if item.level is not Level.TERM:
        yield Field(0, "level", item.level.value)
    if item.replaces:
        yield Field(0, "replaces", YES)
    many = (("when", item.when), ("unless", item.unless))
    yield from (Field(0, key, value) for key, values in many for value in values)
    yield from _composing(item)
    yield from (Field(0, "note", text) for text in item.notes)
    for pair in item.examples:
        yield Field(0, "example", f"{pair.source}{EQUALS}{pair.target}")


def _composing(item: Concept) -> Iterator[Field]:
    for term in item.modifiers:
        yield Field(0, "modifier", term.text, term.region, term.condition)
    for each in item.heads:
        yield Field(0, "heads", each.text, None, each.condition)


def key_of(term: Term, keys: Keys) -> str:
    """Return the key of the field that has a term.

    Raises:
        ValueError: there is none for terms of that sort.

    >>> key_of(Term("truce", Status.ADMITTED), EQUIVALENT_KEYS)
    'equivalent'
    """
    for key, sort in keys.items():
        if sort == (term.status, term.type):
            return key
    raise ValueError(f"no field can say “{term.status} {term.type}” of “{term.text}”")


def term_field(term: Term, keys: Keys) -> Field:
    """Return the field of a term.

    Raises:
        ValueError: the term is of a sort that has no key.

    >>> term_field(Term("truce", Status.ADMITTED), EQUIVALENT_KEYS).value
    'truce'
    """
    reason = "" if term.reason is None else f"{REASON}{term.reason}"
    text = f"{term.text}{reason}"
    return Field(0, key_of(term, keys), text, term.region, term.condition)


def _terms(fields: tuple[Field, ...], keys: Keys) -> Iterator[Term]:
    for key, (status, kind) in keys.items():
        for field in fields:
            if field.key != key:
                continue
            text, reason = field.value, None
            if status is Status.DEPRECATED and REASON in text:
                text, reason = text.split(REASON, 1)
            yield Term(text, status, kind, field.region, field.condition, reason)


def _modifiers(fields: tuple[Field, ...]) -> Iterator[Term]:
    for field in fields:
        if field.key == "modifier":
            yield modifier(field.value, field.region, field.condition)


def modifier(text: str, region: str | None, condition: str | None) -> Term:
    """Return the attributive English of a concept as a term.

    >>> modifier("nuclear", None, None).status.value
    'admitted'
    """
    return Term(text, Status.ADMITTED, TermType.VARIANT, region, condition)


def _unknown(field: Field, known: tuple[str, ...]) -> Iterator[PoProblem]:
    if field.value in known:
        return
    meant = closest(field.value.lower(), known)
    advice = f"did you mean “{meant}”?" if meant else f"write one of {', '.join(known)}"
    message = f"unknown {field.key} “{field.value}” — {advice}"
    yield PoProblem(PoProblemKind.VALUE, field.line, message)


def _one(fields: tuple[Field, ...], key: str) -> str:
    return next(iter(_all(fields, key)), "")


def _all(fields: tuple[Field, ...], key: str) -> tuple[str, ...]:
    return tuple(field.value for field in fields if field.key == key)
