"""Hypothesis strategies for concepts, hostile strings included."""

from __future__ import annotations

from typing import Any, TypeVar

from hypothesis import strategies as st

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

NASTY = (
    '"',
    "\\ \\",
    '\\"',
    "\\n",
    "#",
    "#, fuzzy",
    "#~ msgid",
    "msgid",
    'msgid ""',
    "note: x",
    "equivalent [US]: x",
    "equivalent if near x",
    "a: b",
    "=1+1",
    "@cmd",
    "%s",
    "İ",
    "𐍈",
    "e\u0301",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "chargé d’affaires",
    "tembak-",
    "</b>",
    "x" * 200,
)
"""Strings that formats, editors or spreadsheets give a meaning of their own."""

HEADS = (
    "nouns",
    "adjectives | domain law | not [US] = {head} for {modifier}",
    "if | kerja sama = {term} {head}",
    "countries",
    "countries = {head}",
)

T = TypeVar("T")

_CHARACTERS = st.characters(
    exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufffe\uffff"
)


def texts() -> st.SearchStrategy[str]:
    """Texts that a field can hold: no control characters, no spaces at the ends."""
    plain = st.text(_CHARACTERS, min_size=1, max_size=12)
    joined = st.lists(plain | st.sampled_from(NASTY), min_size=1, max_size=3)
    # gettext joins a comment that ends with a backslash to the next line.
    return joined.map(lambda parts: " ".join(parts).strip(" \\")).filter(_can_be_held)


def _can_be_held(text: str) -> bool:
    # Workbooks refuse their own escape of an underscore, which hypothesis finds in our
    # sources; exchange/test_xlsx.py holds them to that.
    return bool(text) and "x005F_" not in text


def concepts() -> st.SearchStrategy[Concept]:
    """Concepts that can be written, with their terms in the order of an entry."""
    made = st.builds(
        Concept,
        id=st.just(""),
        domain=st.sampled_from(("law", "own-list")),
        terms=_in_order(
            _terms(TermType.VARIANT),
            _terms(TermType.ABBREVIATION),
            _terms(TermType.LOOK_UP),
            _deprecated(),
        ),
        equivalents=_in_order(
            _equivalents(), _terms(TermType.ABBREVIATION), _deprecated()
        ),
        pos=st.none() | st.sampled_from(PartOfSpeech),
        definition=st.just("") | texts(),
        sense=st.none() | texts(),
        match=st.sampled_from(Match),
        when=_some(texts()),
        unless=_some(texts()),
        notes=_some(texts()),
        examples=_some(st.builds(Example, _sentences(), _sentences())),
        sources=_some(st.sampled_from(("VCDR:9", "UU24-2000", "a:b:c", "'x'", "#"))),
        comment=st.just("") | st.lists(texts(), min_size=1, max_size=3).map("\n".join),
        fuzzy=st.booleans(),
        modifiers=_modifiers(),
        heads=_some(st.builds(Joining, st.sampled_from(HEADS), _conditions())),
        accepts=_some(texts()),
        level=st.sampled_from(Level),
        replaces=st.booleans(),
        own=st.just(()),
    )
    return made.map(lambda one: one._replace(id=concept_id(one.term, one.sense)))


def lists_of_concepts() -> st.SearchStrategy[list[Concept]]:
    """Lists in which each id stands once."""
    return st.lists(concepts(), max_size=4, unique_by=lambda concept: concept.id)


def _in_order(
    *groups: st.SearchStrategy[tuple[Term, ...]],
) -> st.SearchStrategy[tuple[Term, ...]]:
    preferred = texts().map(lambda text: (Term(text),))
    return st.tuples(preferred, *groups).map(lambda some: sum(some, ()))


def _some(values: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(values, max_size=2).map(tuple)


def _term(*values: Any, **named: Any) -> Term:
    # Of a named tuple hypothesis makes up every field that is not said.
    return Term(*values, **named)


def _terms(kind: TermType) -> st.SearchStrategy[tuple[Term, ...]]:
    made = st.builds(_term, texts(), st.just(Status.ADMITTED), st.just(kind))
    return st.lists(made, max_size=2).map(tuple)


def _deprecated() -> st.SearchStrategy[tuple[Term, ...]]:
    made = st.builds(
        _term,
        texts().filter(lambda text: " — " not in f"{text} "),
        st.just(Status.DEPRECATED),
        reason=st.none() | texts(),
    )
    return st.lists(made, max_size=2).map(tuple)


def _equivalents() -> st.SearchStrategy[tuple[Term, ...]]:
    made = st.builds(
        _term,
        texts(),
        st.just(Status.ADMITTED),
        region=st.none() | st.sampled_from(("US", "GB", "EU")),
        condition=st.none() | texts().filter(lambda text: ": " not in text),
    )
    return st.lists(made, max_size=3).map(tuple)


def _modifiers() -> st.SearchStrategy[tuple[Term, ...]]:
    made = st.builds(
        _term,
        texts(),
        st.just(Status.ADMITTED),
        st.just(TermType.VARIANT),
        region=st.none() | st.sampled_from(("US", "GB", "EU")),
        condition=_conditions(),
    )
    return _some(made)


def _conditions() -> st.SearchStrategy[str | None]:
    return st.none() | texts().filter(lambda text: ": " not in text)


def _sentences() -> st.SearchStrategy[str]:
    return texts().filter(lambda text: " = " not in text).map(lambda text: f"{text}.")
