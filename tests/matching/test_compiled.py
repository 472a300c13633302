"""A compiled glossary as a value: whole, small, and read back the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.matching.compiled import (
    FORMAT,
    decode_concept,
    dumps,
    encode_concept,
    loads,
)
from padanan.matching.compiling import compile_glossary
from padanan.model import Concept, Glossary, Match, PartOfSpeech, Term, TermType
from tests.concepts import concepts, lists_of_concepts
from tests.laws import examples
from tests.matching.small import TERMS, annotator, concept, spans


@given(concepts())
def test_a_concept_is_read_back(one: Concept) -> None:
    """A concept is the same after it was written, on one line."""
    text = encode_concept(one)
    assert "\n" not in text
    assert decode_concept(text) == one


@examples(30)
@given(lists_of_concepts())
def test_a_glossary_is_read_back(listed: list[Concept]) -> None:
    """A compiled glossary is the same after it was written."""
    compiled = compile_glossary(Glossary(tuple(listed)))
    data = dumps(compiled)
    back = loads(data)
    assert back._replace(entries=compiled.entries) == compiled
    assert [back.concept(number) for number in range(back.size)] == listed
    assert all(back.by_id(one.id) == compiled.by_id(one.id) for one in listed)
    assert dumps(back) == data
    assert len(set(compiled.patterns)) == len(compiled.patterns)
    assert all(pattern.startswith(b" ") for pattern in compiled.patterns)


@given(st.binary(max_size=200))
def test_other_bytes_are_refused(data: bytes) -> None:
    """Bytes of another program raise what a cache expects."""
    with pytest.raises(ValueError, match=r"\S"):
        loads(data)


def test_another_version_is_refused() -> None:
    """Bytes of another format say so."""
    data = dumps(compile_glossary(Glossary(TERMS)))
    with pytest.raises(ValueError, match="another version"):
        loads(data.replace(b"\n[%d," % FORMAT, b"\n[%d," % (FORMAT + 1)))


def test_what_stands_behind_the_concepts_is_none() -> None:
    """No concept is looked for in the other parts of the bytes."""
    back = loads(dumps(compile_glossary(Glossary(TERMS))))
    end = back.lines[-1]
    odd = b'["none","law",[],[],null,"",null,"smart",[],[],[],[],[],"",false]\n'
    more = back._replace(entries=back.entries[:end] + b"\n" + odd)
    with pytest.raises(KeyError):
        more.by_id("none")


def test_what_is_known_of_conditions_is_kept() -> None:
    """It tells of each concept the same as its conditions, which need not be read."""
    visa = concept("visa")
    bound = visa._replace(when=("near PBB", "with domain law"))
    offered = visa._replace(equivalents=(Term("visa", condition="followed by kota"),))
    wrong = visa._replace(unless=("beside PBB",))
    listed = [
        one._replace(id=str(number))
        for number, one in enumerate((visa, bound, offered, wrong))
    ]
    back = loads(dumps(compile_glossary(Glossary(tuple(listed)))))
    nothing = [(0, 0), (0, 1), (1, 1), (2, 0), (3, 0), (3, 1)]
    assert [back.known(*one) for one in nothing] == [None] * len(nothing)
    needs_neighbours, (after, before, always) = back.known(1, 0) or ()
    assert needs_neighbours is True
    assert (after[0]["pbb"], before[0]["pbb"], always) == (1, 1, 2)
    needs_neighbours, (after, *_) = back.known(2, 1) or ()
    assert (needs_neighbours, after[0]["kota"]) == (False, 1)


def test_conditions_are_tried_first() -> None:
    """Of two concepts with one form the one that has conditions comes first."""
    plain = concept("nota")
    bound = Concept("nota.x", "law", plain.terms, (Term("note"),), when=("near PBB",))
    reader = annotator(plain, bound)
    assert reader.annotate("nota PBB")[0].concept == bound
    assert reader.annotate("nota itu")[0].concept == plain


@pytest.mark.parametrize(
    ("term", "kind", "match", "text", "found"),
    [
        (
            "visa",
            TermType.FULL,
            Match.SMART,
            "visa Visa VISA",
            ["visa", "Visa", "VISA"],
        ),
        ("visa", TermType.FULL, Match.EXACT, "visa Visa VISA", ["visa"]),
        ("visa", TermType.FULL, Match.OFF, "visa Visa VISA", []),
        (
            "Menlu",
            TermType.ABBREVIATION,
            Match.SMART,
            "menlu Menlu",
            ["menlu", "Menlu"],
        ),
        ("DK PBB", TermType.ABBREVIATION, Match.SMART, "dk pbb DK PBB", ["DK PBB"]),
        ("Uni Eropa", TermType.FULL, Match.SMART, "uni eropa Uni Eropa", ["Uni Eropa"]),
    ],
)
def test_case_modes(
    term: str, kind: TermType, match: Match, text: str, found: list[str]
) -> None:
    """Lower-case terms are free, names and acronyms demand their capitals."""
    one = Concept("x", "law", (Term(term, type=kind),), (Term("x"),), match=match)
    assert spans(annotator(one).annotate(text)) == found


def test_exact_verb_keeps_its_listed_passive() -> None:
    """*Ditentang* is found where it is listed, *tentang* ("about") never."""
    terms = (Term("menentang"), Term("ditentang", type=TermType.LOOK_UP))
    one = Concept(
        "x",
        "law",
        terms,
        (Term("oppose"),),
        pos=PartOfSpeech.VERB,
        match=Match.EXACT,
    )
    text = "Rencana tentang tarif ditentang; kami menentang perang."
    assert spans(annotator(one).annotate(text)) == ["ditentang", "menentang"]
