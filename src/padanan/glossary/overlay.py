"""The user's own lists laid over a glossary: their English first, its entries kept.

An entry of the list belongs to those concepts of the glossary that have one of its
terms. It adds to them, or, where it says ``replaces``, takes the terms away from them.
"""

from __future__ import annotations

import unicodedata
from functools import reduce
from itertools import count
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from padanan.errors import GlossaryError
from padanan.glossary.concepts import EQUIVALENT_KEYS, TERM_KEYS, arranged
from padanan.model import Concept, Glossary, Match, Status, Term, TermType, concept_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

T = TypeVar("T")

OWN_SENSE = "own list"
"""The sense of an entry with conditions whose term has an entry of ours already."""


def lay_over(
    base: Glossary, lists: Sequence[Glossary], *, include_fuzzy: bool = False
) -> Glossary:
    """Lay the user's own lists over a glossary.

    Args:
        base: what they are laid over.
        lists: the first one comes first.
        include_fuzzy: whether entries that are not reviewed change other ones too.

    Returns:
        What only the lists have, then the concepts of the glossary in their order. An
        entry of a list with a term of a concept puts its English first there; the
        concept keeps its id, its domain, its other terms and equivalents, its regions
        and conditions. An entry with ``when`` or ``unless`` is a sense of its own,
        which is tried first; one that ``replaces`` takes its terms away from the
        concepts that have them, and a concept without its preferred term is gone.

    Raises:
        GlossaryError: the lists are of different languages.

    >>> ours = Concept("nota", "statements", (Term("nota"),), (Term("note"),))
    >>> own = Concept("nota", "own", (Term("nota"),), (Term("memo"),))
    >>> laid = lay_over(Glossary((ours,)), [Glossary((own,))])
    >>> [english.text for english in laid["nota"].equivalents]
    ['memo', 'note']
    """
    _check_languages((base, *lists))
    found = reduce(
        lambda under, own: _Layer(under, include_fuzzy=include_fuzzy).over(own),
        (own.concepts for own in reversed(lists)),
        base.concepts,
    )
    return Glossary(found, base.source_language, base.target_language)


def spelling(term: str) -> str:
    """Return a key that is the same for all spellings of an Indonesian term.

    Acronyms are in capitals; words may be joined or have a hyphen.

    >>> spelling("Kerja sama") == spelling("kerjasama")
    True
    >>> spelling("AS") == spelling("as")
    False
    """
    return "".join(key(term).replace("-", " ").split())


def key(text: str) -> str:
    """Return a key that ignores capitals, except in a text that is all capitals.

    >>> key("Truce") == key("truce"), key("US") == key("us")
    (True, False)
    """
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    return plain if plain.isupper() else plain.casefold()


def _check_languages(glossaries: Iterable[Glossary]) -> None:
    pairs = dict.fromkeys((g.source_language, g.target_language) for g in glossaries)
    if len(pairs) > 1:
        listed = " and ".join("–".join(pair) for pair in pairs)
        message = f"glossaries of different languages ({listed}) — load them separately"
        raise GlossaryError(message)


class _Layer(NamedTuple):
    """Concepts over which one list is laid."""

    under: tuple[Concept, ...]
    include_fuzzy: bool

    def over(self, own: Iterable[Concept]) -> tuple[Concept, ...]:
        """Return the concepts with the entries of a list."""
        found = {concept.id: concept for concept in self.under}
        reach = _reach(self.under)
        added: list[Concept] = []
        taking: list[Concept] = []
        laid: dict[str, list[Concept]] = {}
        for entry in own:
            touched = _touched(entry, found, reach)
            if touched and entry.fuzzy and not self.include_fuzzy:
                continue
            if touched and entry.replaces:
                taking.append(entry)
            elif not touched or entry.when or entry.unless:
                added.append(entry)
            else:
                for name in touched:
                    laid.setdefault(name, []).append(entry)
        for name, entries in laid.items():
            found |= {one.id: one for one in _joined(found[name], entries, found)}
        found = _replaced(found, taking)
        for entry in reversed(added):
            found = _with(found, entry)
        return tuple(found.values())


def _reach(concepts: Iterable[Concept]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the concepts that have a term, by its key."""
    found: dict[str, dict[str, None]] = {}
    for concept in concepts:
        for term in concept.terms:
            found.setdefault(spelling(term.text), {})[concept.id] = None
    return {name: tuple(ids) for name, ids in found.items()}


def _touched(
    entry: Concept, found: Mapping[str, Concept], reach: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the ids of the concepts to which an entry of a list belongs."""
    if entry.sense is not None and entry.id in found:
        return (entry.id,)
    for keys in (_keys(entry.terms[:1]), _keys(entry.terms)):
        ids = dict.fromkeys(name for one in keys for name in reach.get(one, ()))
        if ids:
            return tuple(ids)
    return (entry.id,) if entry.id in found else ()


def _keys(terms: Iterable[Term]) -> dict[str, Term]:
    return {spelling(t.text): t for t in terms if t.status is not Status.DEPRECATED}


def _joined(
    ours: Concept, entries: Sequence[Concept], found: Mapping[str, Concept]
) -> Iterator[Concept]:
    """Yield a concept of ours with the entries of one list that belong to it.

    Where several do (*Menlu* and *menteri luar negeri*), each has English for its own
    term: that of the preferred term stays with the concept, the others take theirs
    with them, and the rest of the concept.
    """
    first = min(entries, key=lambda entry: _distance(entry, ours))
    for entry in entries:
        mine = _keys(entry.terms)
        taken = [t for t in ours.terms[1:] if spelling(t.text) in mine]
        if entry is first or not taken or entry.id in found:
            continue
        yield _over(_part(ours, entry, taken), entry)
        ours = ours._replace(terms=tuple(t for t in ours.terms if t not in taken))
    yield _over(ours, first)


def _part(ours: Concept, entry: Concept, taken: Sequence[Term]) -> Concept:
    """Return a concept with the terms of an entry alone, and the id of that."""
    named = spelling(entry.term)
    same = next((t for t in taken if spelling(t.text) == named), Term(entry.term))
    # The type of a term decides how it is recognised (*Menlu*), so it is kept.
    first = same._replace(text=entry.term, status=Status.PREFERRED)
    others = (term for term in taken if spelling(term.text) != named)
    return ours._replace(id=entry.id, sense=entry.sense, terms=(first, *others))


def _distance(entry: Concept, ours: Concept) -> tuple[bool, bool]:
    return entry.id != ours.id, spelling(entry.term) != spelling(ours.term)


def _over(ours: Concept, own: Concept) -> Concept:
    """Return a concept of ours with an entry of a list laid over it."""
    return ours._replace(
        terms=tuple(_terms(ours, own)),
        equivalents=tuple(_equivalents(ours, own)),
        pos=ours.pos or own.pos,
        definition=own.definition or ours.definition,
        match=_match(ours, own),
        notes=_both(own.notes, ours.notes),
        examples=_both(own.examples, ours.examples),
        sources=_both(own.sources, ours.sources),
        comment="\n".join(filter(None, (own.comment, ours.comment))),
        fuzzy=own.fuzzy,
        modifiers=_both(own.modifiers, ours.modifiers),
        heads=_both(own.heads, ours.heads),
        accepts=_both(own.accepts, ours.accepts),
        own=(_offered(own), *ours.own),
    )


def _terms(ours: Concept, own: Concept) -> Iterator[Term]:
    # The id hangs on the preferred term, and others hang on the id.
    preferred, *others = ours.terms
    known = {key(term.text): term for term in ours.terms}
    # Of two terms with one key, which differ in capitals, the first one counts.
    mine = {key(term.text): term for term in reversed(own.terms)}
    kept = [_of_both(term, mine.get(key(term.text)), own) for term in others]
    new = [_admitted(t) for t in dict.fromkeys(own.terms) if _is_new(t, mine, known)]
    # A look-up form with fewer capitals is found where the term itself is not.
    texts = {term.text for term in (preferred, *kept, *new)}
    spelt = (t for t in own.terms if t.type is TermType.LOOK_UP and t.text not in texts)
    yield from arranged((preferred, *kept, *new, *spelt), TERM_KEYS)


def _is_new(term: Term, mine: Mapping[str, Term], known: Mapping[str, Term]) -> bool:
    name = key(term.text)
    return name not in known and mine[name] is term


def _of_both(ours: Term, mine: Term | None, own: Concept) -> Term:
    """Return a term of ours as the list has it, where it says how it is used."""
    if mine is None or (mine is own.terms[0] and ours.status is not Status.DEPRECATED):
        return ours
    return _admitted(mine)


def _admitted(term: Term) -> Term:
    if term.status is not Status.PREFERRED:
        return term
    return term._replace(status=Status.ADMITTED, type=TermType.VARIANT)


def _equivalents(ours: Concept, own: Concept) -> Iterator[Term]:
    """Yield the English of both, without what the list avoids or says itself."""
    preferred, *others = own.equivalents
    avoided = {key(t.text) for t in others if t.status is Status.DEPRECATED}
    said = {(key(t.text), t.region, t.condition) for t in own.equivalents}
    texts = {name for name, _, _ in said}
    for term in ours.equivalents:
        name = key(term.text)
        if term.status is Status.DEPRECATED:
            kept = name not in texts
        else:
            kept = name not in avoided
            kept = kept and (name, term.region, term.condition) not in said
        if kept:
            is_first = term.status is Status.PREFERRED
            others.append(term._replace(status=Status.ADMITTED) if is_first else term)
    yield from arranged((preferred, *others), EQUIVALENT_KEYS)


def _match(ours: Concept, own: Concept) -> Match:
    if own.match is not Match.SMART:
        return own.match
    # Who lists a word wants to have it found.
    is_off = ours.match is Match.OFF and not ours.when
    return Match.SMART if is_off else ours.match


def _both(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _offered(entry: Concept) -> tuple[str, ...]:
    terms = entry.equivalents
    return tuple(t.text for t in terms if t.status is not Status.DEPRECATED)


def _with(found: Mapping[str, Concept], entry: Concept) -> dict[str, Concept]:
    """Return concepts with an entry of a list before them, which is tried first."""
    if entry.id in found:
        sense = next(sense for sense in _senses(entry) if sense[1] not in found)
        entry = entry._replace(sense=sense[0], id=sense[1])
    return {entry.id: _as_own(entry), **found}


def _as_own(entry: Concept) -> Concept:
    return entry._replace(own=(_offered(entry),))


def _replaced(
    found: Mapping[str, Concept], entries: Sequence[Concept]
) -> dict[str, Concept]:
    """Return concepts with the entries of a list that take terms away from them.

    They do not take any from each other: a list may have several senses of a term. An
    entry stands where the concept with its id did, so that senses keep their order.
    """
    mine = {entry.id: _as_own(entry) for entry in entries}
    keys = {
        name: term for entry in entries for name, term in _keys(entry.terms).items()
    }
    left = dict(_without(found.values(), keys))
    kept = {name: mine.get(name) or left.get(name) for name in found}
    first = {name: entry for name, entry in mine.items() if name not in found}
    return {**first, **{name: one for name, one in kept.items() if one is not None}}


def _senses(entry: Concept) -> Iterator[tuple[str, str]]:
    """Yield senses for an entry whose id is taken, each with its id."""
    for number in count(1):
        named = OWN_SENSE if number == 1 else f"{OWN_SENSE} {number}"
        sense = ", ".join(filter(None, (entry.sense, named)))
        yield sense, concept_id(entry.term, sense)


def _without(
    concepts: Iterable[Concept], keys: Mapping[str, Term]
) -> Iterator[tuple[str, Concept]]:
    """Yield what is left of concepts without some terms, by the ids."""
    for ours in concepts:
        kept = tuple(term for term in ours.terms if spelling(term.text) not in keys)
        if kept[:1] == ours.terms[:1]:
            yield ours.id, ours._replace(terms=kept)
