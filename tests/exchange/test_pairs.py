"""Which term goes with which equivalent, and in which order."""

from __future__ import annotations

from hypothesis import given

from padanan.exchange.pairs import pairs
from padanan.model import Concept, Glossary, Match, Status, Term, TermType
from tests.concepts import lists_of_concepts
from tests.glossaries import mini, plain


def texts(glossary: Glossary, *, reverse: bool = False) -> list[tuple[str, str]]:
    """Return sources and targets in order."""
    return [(pair.source, pair.target) for pair in pairs(glossary, reverse=reverse)]


@given(lists_of_concepts())
def test_reversed_pairs_are_the_same_pairs(concepts: list[Concept]) -> None:
    """Both directions have the same pairs, and none that may not be offered."""
    glossary = Glossary(tuple(concepts))
    forward, backward = texts(glossary), texts(glossary, reverse=True)
    assert sorted(forward) == sorted((target, source) for source, target in backward)
    for pair in pairs(glossary):
        assert pair.term in pair.concept.terms
        assert pair.equivalent in pair.concept.equivalents
        assert Status.DEPRECATED not in (pair.term.status, pair.equivalent.status)
        assert pair.term.type is not TermType.LOOK_UP


def test_every_term_has_every_equivalent() -> None:
    """Variants and abbreviations have the equivalents of their concept."""
    found = texts(mini())
    for term in ("menteri luar negeri", "Menlu"):
        for equivalent in ("foreign minister", "Secretary of State", "FM"):
            assert (term, equivalent) in found
    assert ("genjatan senjata", "ceasefire") not in found
    assert ("gencatan senjata", "weapons halt") not in found


def test_short_form_is_answered_by_short_form() -> None:
    """PBB is the UN, as Perserikatan Bangsa-Bangsa is the United Nations."""
    short = (Status.ADMITTED, TermType.ABBREVIATION)
    pbb = plain("Perserikatan Bangsa-Bangsa", "United Nations")._replace(
        terms=(Term("Perserikatan Bangsa-Bangsa"), Term("PBB", *short)),
        equivalents=(Term("United Nations"), Term("UN", *short)),
    )
    glossary = Glossary((pbb,))
    assert dict(reversed(texts(glossary))) == {
        "PBB": "UN",
        "Perserikatan Bangsa-Bangsa": "United Nations",
    }
    assert dict(reversed(texts(glossary, reverse=True))) == {
        "UN": "PBB",
        "United Nations": "Perserikatan Bangsa-Bangsa",
    }


def test_unconditional_concept_comes_first() -> None:
    """Of two senses of a word, the one that needs no evidence is written first."""
    bound = plain("misi", "mission", "kantor")._replace(when=("near duta",))
    off = plain("misi", "trip", "lawatan")._replace(match=Match.OFF)
    free = plain("misi", "task", "tugas")
    found = texts(Glossary((bound, off, free)))
    assert [target for _, target in found] == ["task", "mission", "trip"]


def test_preferred_term_comes_before_the_variant_of_another() -> None:
    """A word that one concept prefers is not first the variant of another."""
    other = plain("akta", "act")._replace(
        terms=(Term("akta"), Term("nota", Status.ADMITTED, TermType.VARIANT)),
    )
    found = texts(Glossary((other, plain("nota", "note"))))
    assert found == [("akta", "act"), ("nota", "note"), ("nota", "act")]
