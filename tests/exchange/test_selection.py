"""Which concepts are chosen, and what is left of them."""

from __future__ import annotations

import pytest

import padanan
from padanan.errors import ExchangeError
from padanan.exchange.selection import only_in, select
from padanan.model import Concept, Glossary, Status, Term
from tests.glossaries import mini, plain, whole


def sheet(glossary: Glossary, *articles: str) -> Glossary:
    """Return the term sheet of articles."""
    annotator = padanan.Annotator(glossary)
    return only_in(
        glossary,
        (found for article in articles for found in annotator.annotate(article)),
    )


def english(concept: Concept) -> list[str]:
    """Return the equivalents of a concept that may be offered."""
    return [t.text for t in concept.equivalents if t.status is not Status.DEPRECATED]


def test_fuzzy_concepts_are_left_out() -> None:
    """What is not reviewed comes only when it is asked for."""
    assert not [c for c in select(mini()).concepts if c.fuzzy]
    assert select(mini(), include_fuzzy=True) == mini()


def test_domains_are_chosen() -> None:
    """Only concepts of the named domains are left, in their order."""
    found = select(mini(), domains=("missions", "conflict")).concepts
    assert {concept.domain for concept in found} == {"missions", "conflict"}


def test_unknown_domain_is_an_error() -> None:
    """A domain that no concept has is told, with those that there are."""
    with pytest.raises(ExchangeError, match="no domain “treties” — known are confl"):
        select(mini(), domains=("treties",))


def test_only_what_was_met_with_what_the_context_chose() -> None:
    """Rubio is Secretary of State; nothing else of the glossary is needed."""
    found = sheet(whole(), "Menlu AS Marco Rubio membahas gencatan senjata.")
    assert found["menteri-luar-negeri"].equivalent == "Secretary of State"
    assert english(found["gencatan-senjata"]) == ["ceasefire"]
    assert [term.text for term in found["menteri-luar-negeri"].terms] == [
        "menteri luar negeri",
        "Menlu",
    ]
    assert "kuasa-usaha" not in found.by_id


def test_both_choices_are_kept() -> None:
    """Where an article has two ministers, the general equivalent leads."""
    found = sheet(
        whole(), "Menteri Luar Negeri AS bertemu Menteri Luar Negeri Rusia di Jenewa."
    )
    minister = found["menteri-luar-negeri"]
    assert english(minister) == ["foreign minister", "Secretary of State"]
    assert minister.equivalents[1].region == "US"


def test_general_equivalent_of_second_rank_is_admitted() -> None:
    """An equivalent that leads in the glossary yields to the one that was met."""
    from padanan.matching.annotation import Annotation

    concept = plain("nota", "note")._replace(
        equivalents=(Term("note"), Term("memo", Status.ADMITTED)),
    )
    met = [
        Annotation(0, 4, "nota", concept, concept.terms[0], (text,))
        for text in ("memo", "note", "unheard of")
    ]
    (found,) = only_in(Glossary((concept,)), met).concepts
    assert found.equivalents == (Term("memo"), Term("note", Status.ADMITTED))
    (without,) = only_in(Glossary((concept,)), met[2:]).concepts
    assert without.equivalents == (Term("note"),)


def test_articles_without_terms_need_nothing() -> None:
    """The sheet of an article without terms is empty."""
    assert len(sheet(mini(), "Cuaca hari ini cerah.")) == 0
