"""Look-up finds what is meant, in both directions and in any form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.matching.cached import compile_files
from padanan.matching.compiling import compile_glossary
from padanan.model import Concept, Glossary, Status, Term, TermType
from padanan.search.hits import Hit, How
from padanan.search.index import index_of
from padanan.search.search import search
from padanan.search.similar import key, modern
from tests.laws import examples

SHIPPED = index_of(compile_files())


def first(query: str) -> tuple[str, str, str]:
    """Return concept, how and language of the first hit."""
    hit = search(SHIPPED, query)[0]
    return hit.concept.id, hit.how.value, hit.language


@examples(25)
@given(st.text(max_size=20))
def test_any_text_is_a_query(query: str) -> None:
    """No query is refused; hits are of different concepts and ranked."""
    hits = search(SHIPPED, query)
    assert len({hit.concept.id for hit in hits}) == len(hits)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)


def test_every_term_finds_its_concept() -> None:
    """Each term of the first concepts, in both languages, is found as it is."""
    for concept in SHIPPED.concepts[::211]:
        for term in (*concept.terms, *concept.equivalents):
            hits = search(SHIPPED, term.text)
            found = next(hit for hit in hits if hit.concept.id == concept.id)
            assert found.how is not How.SIMILAR


@pytest.mark.parametrize(
    ("query", "concept", "how", "language"),
    [
        ("gencatan senjata", "gencatan-senjata", "exact", "id"),
        ("Gencatan Senjatanya", "gencatan-senjata", "inflected", "id"),
        ("gencatan-senjata", "gencatan-senjata", "exact", "id"),
        ("duta-duta besar", "duta-besar", "inflected", "id"),
        ("dutabesar", "duta-besar", "inflected", "id"),
        ("gedung putih", "gedung-putih", "exact", "id"),
        ("dikecam", "mengecam", "inflected", "id"),
        ("pbb", "perserikatan-bangsa-bangsa", "exact", "id"),
        ("truce", "gencatan-senjata", "exact", "en"),
        ("cease-fires", "gencatan-senjata", "inflected", "en"),
        ("chargés d’affaires", "kuasa-usaha", "inflected", "en"),
        ("the United Nations", "perserikatan-bangsa-bangsa", "inflected", "en"),
        ("UN", "perserikatan-bangsa-bangsa", "exact", "en"),
        ("gencatn senjata", "gencatan-senjata", "similar", "id"),
        ("perdjandjian", "perjanjian", "exact", "id"),
        ("ceasefyre", "gencatan-senjata", "similar", "en"),
    ],
)
def test_queries(query: str, concept: str, how: str, language: str) -> None:
    """The first hit is what a translator means."""
    assert first(query) == (concept, how, language)


def test_nothing_is_like_it() -> None:
    """A query unlike every term has no answer."""
    assert search(SHIPPED, "xqzzy") == ()
    assert search(SHIPPED, "  ") == ()


def test_a_part_of_a_term_offers_the_term() -> None:
    """A query that is a word of terms, and none itself, finds those."""
    nota = concept("nota kesepahaman", "memorandum of understanding")
    hits = found(nota, query="kesepahaman")
    assert [hit.concept.id for hit in hits] == ["nota-kesepahaman"]


def test_limit() -> None:
    """So many similar terms are offered, no more."""
    assert len(search(SHIPPED, "perundinga damai", 3)) == 3


def concept(term: str, *english: str, avoid: str = "") -> Concept:
    """Return a concept with these equivalents, and perhaps a deprecated one."""
    equivalents = [Term(text) for text in english]
    if avoid:
        equivalents.append(Term(avoid, Status.DEPRECATED))
    id_ = term.replace(" ", "-")
    return Concept(id_, "law", (Term(term),), tuple(equivalents))


def found(*concepts: Concept, query: str) -> tuple[Hit, ...]:
    """Return what a small glossary finds."""
    return search(index_of(compile_glossary(Glossary(concepts))), query)


def test_the_best_term_first() -> None:
    """A preferred term comes before an admitted, a deprecated one last."""
    hits = found(
        concept("c", "pact", avoid="treaty"),
        concept("b", "pact", "treaty"),
        concept("a", "treaty"),
        query="treaty",
    )
    assert [hit.concept.id for hit in hits] == ["a", "b", "c"]


def test_look_up_forms_are_found() -> None:
    """Misspellings that the glossary lists are exact."""
    terms = (Term("konferensi"), Term("konperensi", type=TermType.LOOK_UP))
    (hit,) = found(Concept("k", "law", terms, (Term("x"),)), query="konperensi")
    assert hit.how is How.EXACT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tjampoer tangan", "campur tangan"),
        ("pernjataan", "pernjataan"),
        ("sjarat", "syarat"),
        ("Poerbatjaraka", "purbacaraka"),
    ],
)
def test_modern(old: str, new: str) -> None:
    """Old spelling is recognised by letters that nothing else has."""
    assert modern(old) == new


def test_key() -> None:
    """Case, accents, spaces and hyphens count for nothing."""
    assert key("Ad-Hoc Communiqué") == key("adhoc communique")


def test_a_long_query_is_compared_with_nothing() -> None:
    """What is longer than a term by far is no term, and found in no time."""
    assert search(SHIPPED, "Menlu AS " * 20_000) == ()
    assert search(SHIPPED, f"  {'gencatan senjata':>2000}  ") != ()


def test_a_term_that_ends_with_a_bracket() -> None:
    """What stands in brackets at the end is a part of the term."""
    own = Concept("a", "own", (Term("kelompok (E3)"),), (Term("E3"),))
    index = index_of(compile_glossary(Glossary((own,))))
    [hit] = search(index, "kelompok (E3)")
    assert (hit.concept.id, hit.how) == ("a", How.EXACT)
