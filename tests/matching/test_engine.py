"""What holds of any engine, beside agreeing with the naive matcher and the passages."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import padanan
from padanan.files.writing import encoded
from padanan.matching.compiling import compile_glossary
from padanan.matching.engine import Options
from padanan.matching.notation import Notation
from padanan.model import Glossary
from tests.matching.engines import MAKERS, shipped, small
from tests.matching.small import TERMS, texts

if TYPE_CHECKING:
    from tests.matching.engines import Maker

PIECES = (
    "Menlu AS Marco Rubio tiba.", "Menlu Rubio pulang.", " Menlu Rusia Rubio", "\n\n",
    "Pajak Bumi dan Bangunan (PBB)", " PBB ", " tahanan ", "dalam", "hak", "Menlu ",
    "dan Menhan", " AS ", "  ", "e\u0301", ". ",
)  # fmt: skip
"""What a document decides in one place for another."""

SHARES = st.floats(0, 1)
EDITS = st.tuples(SHARES, SHARES, st.sampled_from(PIECES) | st.text(max_size=3))
"""An edit: its ends as shares of the text, and what stands there afterwards."""

pytestmark = pytest.mark.parametrize("make", MAKERS)


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), st.lists(EDITS))
@example("Menlu Rubio pulang.", [(0.0, 0.0, "Menlu AS Marco Rubio tiba.\n\n")])
@example("Menlu AS Marco Rubio tiba.\n\nMenlu Rubio pulang.", [(0.1, 0.2, "")])
@example("Kata PBB.", [(1.0, 1.0, " Pajak Bumi dan Bangunan (PBB)")])
def test_an_edited_text_reads_like_a_new_one(
    make: Maker, text: str, edits: list[tuple[float, float, str]]
) -> None:
    """After any edits the annotations are those of the whole new text."""
    engine = shipped(make)
    reading = engine.reading(text)
    for first, second, replacement in edits:
        start, end = sorted(round(share * len(text)) for share in (first, second))
        before = reading
        reading = reading.edit(start, end, replacement)
        assert before.text == text
        text = f"{text[:start]}{replacement}{text[end:]}"
        assert reading.text == text
        assert reading.annotations == engine.annotate(text)


def test_a_reading_keeps_its_options(make: Maker) -> None:
    """What was wanted of the annotations is wanted after an edit too."""
    options = Options(nested=True, context=False)
    reading = small(make).reading("Para duta.", options).edit(9, 9, " besar")
    assert reading.text == "Para duta besar."
    assert reading.annotations == small(make).annotate("Para duta besar.", options)
    assert reading.annotations[0].nested


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1), (0, 11), (11, 11)])
def test_an_edit_elsewhere_is_refused(make: Maker, start: int, end: int) -> None:
    """Offsets that are no span of the text are an error."""
    with pytest.raises(ValueError, match="no span of a text of 10 characters"):
        small(make).reading("Para duta.").edit(start, end, "x")


@given(texts())
def test_what_is_written_is_what_is_annotated(make: Maker, text: str) -> None:
    """In a notation each annotation stands with its place and its text."""
    form = Notation(b"", b"-", b" ", b", ", encoded, lambda one: one.term.text.encode())
    engine = small(make)
    found = engine.annotate(text)
    plain = ", ".join(f"{a.start}-{a.end} {a.text}{a.term.text}" for a in found)
    assert engine.written(text, Options(), form) == encoded(plain)


@given(texts())
def test_explanations_are_of_the_annotations(make: Maker, text: str) -> None:
    """What is explained is what is annotated, in its order."""
    engine = small(make)
    kept = [one.annotation for one in engine.explain(text) if one.annotation]
    assert tuple(kept) == engine.annotate(text)


@given(texts())
def test_an_engine_remembers_nothing_of_a_text(make: Maker, text: str) -> None:
    """A text reads the same the second time, and with a copy that was pickled."""
    engine = small(make)
    found = engine.annotate(text)
    assert engine.annotate(text) == found
    copy = pickle.loads(pickle.dumps(engine))  # noqa: S301 - our own bytes
    assert copy.annotate(text) == found


def test_an_annotator_reads_with_any_engine(make: Maker) -> None:
    """The public face passes texts and options on to the engine that it was given."""
    engine = small(make)
    reader = padanan.Annotator.with_engine(engine)
    assert reader.engine is engine
    assert reader.annotate("Duta besar", nested=True) == engine.annotate(
        "Duta besar", Options(nested=True)
    )
    assert reader.explain("Duta besar") == engine.explain("Duta besar")


def test_threads_share_an_engine(make: Maker) -> None:
    """Threads that read with one engine, new to each text, agree."""
    fresh = make(compile_glossary(Glossary(TERMS)))
    many = [f"{one.term} {other.term}nya" for one in TERMS for other in TERMS]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(fresh.annotate, many))
    assert found == [small(make).annotate(text) for text in many]


def test_a_digest_tells_glossaries_apart(make: Maker) -> None:
    """Engines of equal glossaries have one digest, others have another."""
    again = make(compile_glossary(Glossary(TERMS)))
    fewer = make(compile_glossary(Glossary(TERMS[1:])))
    assert again.digest() == small(make).digest() != fewer.digest()
