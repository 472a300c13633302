"""What an import would do to a PO file: each concept is compared with the file.

A format without loss has whole concepts: an existing one is replaced, but keeps the
fields that the file has for no concept at all; a concept of a table keeps those of
which its row says nothing. Any other format has pairs: new terms and equivalents are
added to the concept that has the term, and nothing is taken away.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import ExchangeError, GlossaryError
from padanan.exchange.concept_rows import TableGlossary
from padanan.exchange.pairs import offered
from padanan.glossary import po
from padanan.glossary.concepts import EQUIVALENT_KEYS, TERM_KEYS, canonical, key_of
from padanan.model import DOMAINS, Concept, Glossary, Status, Term, TermType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from padanan.glossary.concepts import Keys


class Outcome(StrEnum):
    """What happens to a concept."""

    ADDED = "added"
    CHANGED = "changed"
    CONFLICT = "conflict"
    SAME = "same"
    ELSEWHERE = "elsewhere"
    """It belongs to another file of the same glossary, and is left out."""


class Change(NamedTuple):
    """What happens to a concept of the file.

    Attributes:
        kind: whether it is written, and over what.
        concept: what would be written; for conflicts what the file has.
        details: lines to show: what goes and what comes, or why it cannot be written.
    """

    kind: Outcome
    concept: Concept
    details: tuple[str, ...] = ()


class Target(NamedTuple):
    """The PO file that is imported into.

    Attributes:
        domain: its domain, which is its name.
        concepts: those it has.
        others: id → file of the concepts of the files beside it.
        terms: Indonesian terms of the files beside it.
        elsewhere: of those that are no first terms, what they are (``other_terms``).
    """

    domain: str
    concepts: tuple[Concept, ...] = ()
    others: Mapping[str, str] = {}
    terms: frozenset[str] = frozenset()
    elsewhere: Mapping[str, str] = {}


def changes(
    incoming: Glossary, target: Target, *, lossless: bool
) -> tuple[Change, ...]:
    """Compare a glossary that was read with the file that it goes into.

    Args:
        incoming: concepts without a domain become the target's.
        target: what is there.
        lossless: whether the concepts are whole.

    >>> visa = Concept("visa", "", (Term("visa"),), (Term("visa"),))
    >>> [change.kind.value for change in changes(
    ...     Glossary((visa,)), Target("consular"), lossless=True)]
    ['added']
    """
    compare = _whole if lossless else _merged
    unsaid = _unsaid(incoming) if lossless else lambda _name: frozenset()
    elsewhere = {**target.elsewhere, **other_terms(target.concepts)}
    target = target._replace(elsewhere=elsewhere)
    found = []
    for read in incoming.concepts:
        if _belongs_elsewhere(read, target):
            found.append(Change(Outcome.ELSEWHERE, read))
            continue
        concept = read._replace(domain=_domain(read, target))
        found.append(_possible(compare(concept, target, unsaid(read.id))))
    return tuple(found)


def result(target: Target, made: Iterable[Change]) -> tuple[Concept, ...]:
    """Return the concepts of the file after the import.

    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> len(result(Target("consular"), [Change(Outcome.ADDED, visa)]))
    1
    """
    after = {concept.id: concept for concept in target.concepts}
    for change in made:
        if change.kind in (Outcome.ADDED, Outcome.CHANGED):
            after[change.concept.id] = change.concept
    return tuple(after.values())


def _belongs_elsewhere(concept: Concept, target: Target) -> bool:
    """Whether a concept goes into the file of another domain."""
    other = concept.domain != target.domain
    return other and target.domain in DOMAINS and concept.domain in DOMAINS


def _domain(concept: Concept, target: Target) -> str:
    """Return the domain that a concept has in the target.

    A user's own list keeps the domains of its concepts; the file of a domain has only
    that domain.
    """
    if target.domain in DOMAINS:
        return target.domain
    return concept.domain or target.domain


def _whole(concept: Concept, target: Target, kept: frozenset[str]) -> Change:
    old = next((each for each in target.concepts if each.id == concept.id), None)
    if old is None:
        return _new(concept, target)
    return _compared(old, _completed(concept, old, kept))


def _new(concept: Concept, target: Target) -> Change:
    home = target.elsewhere.get(concept.term)
    if home and not concept.sense:
        why = f"“{concept.term}” is already {home} — edit that concept, or add a sense"
        return Change(Outcome.CONFLICT, concept, (why,))
    if concept.id in target.others:
        why = f"is already in {target.others[concept.id]} — import it there"
        return Change(Outcome.CONFLICT, concept, (why,))
    return Change(Outcome.ADDED, concept, (f"{concept.term} = {concept.equivalent}",))


_KINDS = {
    "variant": "a variant of", "abbreviation": "an abbreviation of",
    "look-up": "a look-up form of", "deprecated": "deprecated in",
}  # fmt: skip


def other_terms(concepts: Iterable[Concept]) -> dict[str, str]:
    """Return the terms of concepts other than the preferred ones, with what they are.

    >>> visa = Concept("visa", "law", (Term("visa"), Term(
    ...     "izin masuk", Status.ADMITTED, TermType.VARIANT)), (Term("visa"),))
    >>> other_terms([visa])
    {'izin masuk': 'a variant of visa'}
    """
    return {
        term.text: f"{_KINDS[key_of(term, TERM_KEYS)]} {concept.id}"
        for concept in concepts
        for term in concept.terms[1:]
    }


def _compared(old: Concept, new: Concept) -> Change:
    new = canonical(new)
    if old == new:
        return Change(Outcome.SAME, new)
    try:
        return Change(Outcome.CHANGED, new, tuple(_difference(old, new)))
    except GlossaryError as error:
        return Change(Outcome.CONFLICT, new, (error.problem,))


def _possible(change: Change) -> Change:
    """Turn a change that no PO file can hold into a conflict."""
    if change.kind is not Outcome.ADDED:
        return change
    try:
        po.dumps([change.concept])
    except GlossaryError as error:
        return change._replace(kind=Outcome.CONFLICT, details=(error.problem,))
    return change


def _difference(old: Concept, new: Concept) -> Iterator[str]:
    """Yield the lines of the entry that are removed, and those that are added."""
    before, after = (_entry(concept) for concept in (old, new))
    yield from (f"- {line}" for line in before if line not in after)
    yield from (f"+ {line}" for line in after if line not in before)


def _entry(concept: Concept) -> tuple[str, ...]:
    text = po.dumps([concept], domain="")
    return tuple(line for line in text.partition("\n\n")[2].split("\n") if line)


def check_writable(incoming: Glossary, path: str) -> None:
    """Refuse terms of a kind that no field of a PO file can express.

    Raises:
        ExchangeError: there is one, such as a deprecated variant.
    """
    for concept in incoming.concepts:
        for terms, keys in (
            (concept.terms, TERM_KEYS),
            (concept.equivalents, EQUIVALENT_KEYS),
        ):
            for term in terms[1:]:
                try:
                    key_of(term, keys)
                except ValueError as error:
                    message = f"{error} in {concept.id} — change its status or type"
                    raise ExchangeError(message, path=path) from None


_FIELDS = (
    "pos", "definition", "match", "when", "unless", "notes", "examples", "sources",
    "comment", "fuzzy", "replaces", "modifiers", "heads", "accepts", "level",
)  # fmt: skip


# Columns of a table that are called otherwise than the fields of a concept.
_COLUMNS = {"note": "notes", "example": "examples", "source": "sources"}
_EVERY = frozenset({*_FIELDS, *TERM_KEYS, *EQUIVALENT_KEYS})


def _unsaid(incoming: Glossary) -> Callable[[str], frozenset[str]]:
    """Return what names the fields and kinds of terms that a concept leaves open."""
    if isinstance(incoming, TableGlossary):
        said = incoming.said
        return lambda name: _EVERY - {_COLUMNS.get(one, one) for one in said[name]}
    nowhere = _EVERY - _said_somewhere(incoming)
    return lambda _name: nowhere


def _said_somewhere(incoming: Glossary) -> frozenset[str]:
    empty = Concept("", "", (), ())
    said = {
        name
        for concept in incoming.concepts
        for name in _FIELDS
        if getattr(concept, name) != getattr(empty, name)
    }
    for concept in incoming.concepts:
        said |= {key_of(term, TERM_KEYS) for term in concept.terms[1:]}
        said |= {key_of(term, EQUIVALENT_KEYS) for term in concept.equivalents[1:]}
    return frozenset(said)


def _completed(new: Concept, old: Concept, kept: frozenset[str]) -> Concept:
    """Return the new concept with the old values of fields that the file lacks."""
    fields = {name: getattr(old, name) for name in _FIELDS if name in kept}
    return new._replace(
        terms=(*new.terms, *_kept(old.terms, TERM_KEYS, kept)),
        equivalents=(*new.equivalents, *_kept(old.equivalents, EQUIVALENT_KEYS, kept)),
        **fields,
    )


def _kept(terms: tuple[Term, ...], keys: Keys, kept: frozenset[str]) -> Iterator[Term]:
    return (term for term in terms[1:] if key_of(term, keys) in kept)


def _merged(concept: Concept, target: Target, _kept: frozenset[str]) -> Change:
    every = [each for each in target.concepts if _has_term(each, concept.term)]
    homes = every
    if len(homes) > 1:
        homes = [each for each in homes if _says(each, concept)] or homes
    if len(homes) > 1:
        senses = ", ".join(each.id for each in homes)
        why = f"“{concept.term}” is several concepts ({senses}) — add it by hand"
        return Change(Outcome.CONFLICT, concept, (why,))
    if homes:
        others = [each for each in every if each is not homes[0]]
        return _added_to(homes[0], _without_english_of(concept, others))
    if concept.term in target.terms:
        return Change(Outcome.ELSEWHERE, concept)
    return _new(concept, target)


def _without_english_of(concept: Concept, others: Iterable[Concept]) -> Concept:
    """Leave out what other senses of the term say: some files have one row for all."""
    said = {term.text for each in others for term in each.equivalents}
    first, *rest = concept.equivalents
    left = [term for term in rest if term.text not in said]
    return concept._replace(equivalents=(first, *left))


def _has_term(concept: Concept, text: str) -> bool:
    return any(term.text == text for term in concept.terms)


def _says(old: Concept, new: Concept) -> bool:
    return any(term.text == new.equivalent for term in old.equivalents)


def _added_to(old: Concept, new: Concept) -> Change:
    conflicts = tuple(_objections(old, new))
    if conflicts:
        return Change(Outcome.CONFLICT, new, conflicts)
    terms = _unknown(old.terms, new.terms, TermType.VARIANT)
    equivalents = _unknown(old.equivalents, new.equivalents, TermType.FULL)
    joined = old._replace(
        terms=(*old.terms, *terms),
        equivalents=(*old.equivalents, *equivalents),
        definition=old.definition or new.definition,
        pos=old.pos or new.pos,
    )
    return _compared(old, joined)


def _objections(old: Concept, new: Concept) -> Iterator[str]:
    """Yield what contradicts a decision of the glossary."""
    known = (*old.terms, *old.equivalents)
    deprecated = {term.text for term in known if term.status is Status.DEPRECATED}
    for term in (*offered(new.terms), *offered(new.equivalents)):
        if term.text in deprecated:
            yield f"“{term.text}” is deprecated in {old.id} — decide by hand"
    if old.definition and new.definition and old.definition != new.definition:
        yield f"the definition differs from that of {old.id} — edit it by hand"


def _unknown(
    known: tuple[Term, ...], terms: tuple[Term, ...], kind: TermType
) -> Iterator[Term]:
    """Yield the terms that are not known yet, as admitted ones."""
    texts = {term.text for term in known}
    for term in offered(terms):
        if term.text not in texts:
            short = term.type is TermType.ABBREVIATION
            made = term.type if short else kind
            yield term._replace(status=Status.ADMITTED, type=made)
