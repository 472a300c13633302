"""Candidates for terms: folded, bounded by stop words, ranked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import padanan
from padanan.corpus.candidates import (
    Candidate,
    Location,
    _cover,
    _is_inside,
    c_values,
    candidates,
)
from padanan.corpus.cooccurrence import PhraseIndex
from padanan.corpus.coverage import coverage
from padanan.corpus.words import lemmas, runs, vocabulary
from padanan.model import Concept, Glossary, Term
from tests.growth import growth
from tests.laws import examples

NONE = Glossary()
Span = tuple[int, int]


def concept(term: str) -> Concept:
    """Return a concept of that term."""
    return Concept(term.replace(" ", "-"), "law", (Term(term),), (Term("x"),))


def terms(found: tuple[Candidate, ...]) -> list[str]:
    """Return the candidates' terms."""
    return [candidate.term for candidate in found]


@examples(40)
@given(
    st.lists(
        st.text(max_size=30)
        | st.sampled_from(["Kapal perang itu", "kapal-kapal perangnya tiba"]),
        max_size=6,
    )
)
def test_candidates_stand_in_the_texts(texts: list[str]) -> None:
    """No text is refused, and every place has the words of its candidate."""
    known = vocabulary(texts)
    for candidate in candidates(texts, NONE):
        assert candidate.frequency == len(candidate.places) >= 2
        for place in candidate.places:
            words = texts[place.text][place.start : place.end]
            assert lemmas(words, known) == candidate.lemmas


def test_inflection_is_folded() -> None:
    """Clitics, reduplication, capitals and joined spelling make no other candidate."""
    texts = ["kapal perang tiba", "Kapal-kapal perang pergi", "kapal perangnya perang"]
    (found,) = [c for c in candidates(texts, NONE) if c.term == "kapal perang"]
    assert found.frequency == 3
    joined = candidates(["kerjasama militer", "kerja sama militer"], NONE)
    assert {c.lemmas for c in joined} == {("kerja", "sama", "militer")}


PLACES = st.builds(
    lambda start, length: (start, start + length), st.integers(0, 9), st.integers(1, 9)
)


@given(st.lists(PLACES), PLACES)
def test_what_lies_in_a_known_term(known: list[tuple[int, int]], span: Span) -> None:
    """It lies in one of them that is longer, however many overlap."""
    ends: dict[int, int] = {}
    for start, end in known:
        ends[start] = max(ends.get(start, 0), end)
    expected = any(s <= span[0] and span[1] <= e and (s, e) != span for s, e in known)
    assert _is_inside(Location(0, *span), _cover(ends)) is expected


def test_one_long_line_costs_no_more_than_its_length() -> None:
    """Twice as many known terms in one line are twice as much work."""
    glossary = Glossary((concept("kapal perang"),))
    line = "kapal perang asing dan "
    assert growth(lambda size: candidates([line * size], glossary), 40) < 2.3


def test_stop_words_and_marks_bound() -> None:
    """No candidate goes across a function word, a number, a mark or a line end."""
    text = "kapal yang perang, kapal 2 perang\nkapal\nperang"
    assert not candidates([text, text], NONE)


def test_words_inside() -> None:
    """A word that terms have inside bounds a candidate only at its ends."""
    text = "kementerian dalam negeri; dalam negeri; kedua pihak; pihak kedua"
    found = {c.term for c in candidates([text, text], NONE)}
    assert "kementerian dalam negeri" in found
    assert not any(term.startswith("dalam") for term in found)
    assert "kedua pihak" in found
    assert "pihak kedua" not in found


def test_names_are_none() -> None:
    """Names of persons and countries are no terms, acronyms in terms are no names."""
    texts = ["Marco Rubio dan pasukan PBB serta militer Rusia"] * 3
    found = terms(candidates([*texts, "pasukan dan militer"], NONE))
    assert found == ["pasukan PBB"]


def test_known_and_rejected_are_left_out() -> None:
    """What the glossary has or somebody rejected, in any form, is no candidate."""
    texts = ["Kapal-kapal perang, bom mobil, kota kecil"] * 2
    known = Glossary((concept("kapal perang"),))
    found = terms(candidates(texts, known, excluded=["Kota kecil"]))
    assert found == ["bom mobil"]


def test_parts_of_known_terms_are_left_out() -> None:
    """What stands only inside terms of the glossary is no candidate."""
    texts = ["menteri luar negeri tiba"] * 3
    known = Glossary((concept("menteri luar negeri"),))
    assert "luar negeri" not in terms(candidates(texts, known))


def test_composed_terms_are_left_out() -> None:
    """What is composed of terms is no candidate, nor what lies in it."""
    texts = ["fasilitas nuklir dan kota kecil"] * 2
    assert terms(candidates(texts, NONE)) == ["fasilitas nuklir", "kota kecil"]
    composed = [Location(0, 0, 16), Location(1, 0, 16)]
    assert terms(candidates(texts, NONE, composed=composed)) == ["kota kecil"]


def test_fragments_are_left_out() -> None:
    """A sequence that hardly stands alone gives way to the longer one."""
    texts = ["juru bicara kepolisian"] * 4
    assert terms(candidates(texts, NONE)) == ["juru bicara kepolisian"]


def test_the_field_ranks_higher() -> None:
    """Words that the glossary's terms have too lift a candidate."""
    texts = ["patah tulang; kapal selam"] * 3
    known = Glossary((concept("kapal perang"),))
    assert terms(candidates(texts, known)) == ["kapal selam", "patah tulang"]


def test_c_value() -> None:
    """Nested sequences lose the mean of the longer ones, longer ones count more."""
    found = c_values({("a", "b"): 10, ("a", "b", "c"): 4, ("a", "b", "d"): 2})
    assert found["a", "b"] == 7.0
    assert found["a", "b", "c"] == pytest.approx(6.34, abs=0.01)


def test_at_least() -> None:
    """A candidate occurs so often."""
    texts = ["kapal perang"] * 3 + ["bom mobil"] * 2
    assert terms(candidates(texts, NONE, at_least=3)) == ["kapal perang"]


def test_runs_keep_their_places() -> None:
    """A run's words say where they stand."""
    text = "dan Kapal-kapal perangnya"
    (run,) = [run for run in runs(text, vocabulary([text])) if run]
    assert [text[word.start : word.end] for word in run] == ["Kapal-kapal", "perangnya"]


def test_cooccurrence() -> None:
    """Likely English stands in the same lines and hardly elsewhere."""
    lines = PhraseIndex(
        [
            "A bomb attack killed two, police said.",
            "The bomb attacks in Basra, police said.",
            "Police said nothing of the kind.",
            "The head of state left; the heads of state met.",
            "A head of state came.",
        ]
    )
    assert lines.guesses([0, 1])[0].text == "bomb attack"
    assert lines.guesses([3, 4])[0].text.lower().startswith("head")
    assert lines.guesses([0]) == ()


def test_coverage() -> None:
    """Words, sentences, concepts and misses are counted, by domain."""
    annotator = padanan.Annotator()
    texts = ["Gencatan senjata goyah. Kota kecil itu sepi.", "Kota kecil, kota kecil"]
    found = coverage(annotator.engine, padanan.load(), texts)
    assert (found.words, found.covered) == (11, 2)
    assert (found.sentences, found.with_terms, found.occurrences) == (3, 1, 1)
    domain = next(one for one in found.domains if one.name == "conflict")
    assert (domain.occurrences, domain.concepts) == (1, 1)
    assert [(miss.term, miss.frequency) for miss in found.misses] == [("kota kecil", 3)]
