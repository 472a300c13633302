"""Articles are cut into sentences, and joined again they are the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.language.segment import segment
from padanan.language.tables import rows

DATA = Path(__file__).parents[1] / "data/segments.md"
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
OPEN, CLOSE = "⟦⟧"
PIECES = st.sampled_from(
    ("Menlu", "AS", "tgl.", "Sdr.", "tiba.", "“Ya,”", '"', "- ", "1. ", "# ", "\n",
     "\r\n", "\r", "\n\n", "\u2028", "\ufeff", "\u00a0", " ", "a) ", "5", "dll.", "?",
     "İ", "𐍈.", "e\u0301", "\ufffc", "> ", "(", "x" * 60)
)  # fmt: skip


def examples() -> list[str]:
    """Return the marked articles of the list of examples."""
    return re.findall(r"^```\n(.*?)^```$", DATA.read_text("utf-8"), re.M | re.S)


def marked(text: str) -> str:
    """Return a text with marks around its segments."""
    parts: list[str] = []
    last = 0
    for start, end in segment(text):
        parts += text[last:start], OPEN, text[start:end], CLOSE
        last = end
    return "".join((*parts, text[last:]))


@given(st.lists(PIECES).map(lambda pieces: " ".join(pieces)) | st.text())
def test_segments_with_their_separators_are_the_text(text: str) -> None:
    """Segments are ordered, disjoint, trimmed; no letter is between them."""
    last = 0
    for start, end in segment(text):
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert any(map(str.isalnum, text[start:end]))
        last = end
    between = re.sub(f"{OPEN}[^{CLOSE}]*{CLOSE}", "|", marked(text.replace(CLOSE, "")))
    assert not re.search(r"\w{6}", between)


@pytest.mark.parametrize("example", examples(), ids=lambda text: text[:40].strip())
def test_example_is_cut_as_marked(example: str) -> None:
    """Each article of the list is cut where a linguist marked it."""
    assert marked(example.replace(OPEN, "").replace(CLOSE, "")) == example


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_articles_are_cut_at_every_full_stop(path: Path) -> None:
    """In edited prose each segment but the headline ends as a sentence does."""
    text = path.read_text(encoding="utf-8")
    headline, *rest = (text[start:end] for start, end in segment(text))
    assert headline == text.partition("\n")[0]
    assert [part for part in rest if not re.search(r"[.?!][”\"]?\Z", part)] == []
    assert [part for part in rest if re.search(r"[a-z]{4}\. [A-Z]", part)] == []


def test_masked_places_are_not_cut() -> None:
    """An address that is blotted out is no place where a sentence ends."""
    text = "Lihat " + "\ufffc" * 20 + ". Ia pergi."
    assert len(segment(text)) == 2


def test_a_long_paragraph_takes_no_quadratic_time() -> None:
    """A paragraph of ten thousand sentences is cut into as many."""
    assert len(segment("Rubio tiba di Jl. Pejambon. " * 10_000)) == 10_000


def test_the_table_says_what_follows() -> None:
    """Each abbreviation ends with a stop, is there once, and is of a known kind."""
    words = [word for word, _, _ in rows("abbreviations.tsv")]
    assert len(words) == len(set(words))
    assert all(word.endswith(".") for word in words)
    kinds = {kind for _, kind, _ in rows("abbreviations.tsv")}
    assert kinds == {"name", "number", "maybe"}


@pytest.mark.parametrize(
    "text",
    [
        "Bantuan Rp. 5.000.000 diserahkan kepada konsul.",
        "Ia tinggal di RT. 5 RW. 2 Jakarta.",
        "Hubungi Telp. 021 3441508 pada jam kerja.",
    ],
)
def test_an_abbreviation_before_a_number_ends_no_sentence(text: str) -> None:
    """A number always follows these (case 45: yasbd-lib issue 290)."""
    assert segment(text) == ((0, len(text)),)


def test_an_abbreviation_before_a_capital_may_end_one() -> None:
    """Nobody pays in rupiah without a sum."""
    assert len(segment("Harganya dalam Rp. Menlu tiba di Jakarta.")) == 2


def test_quotation_marks_that_stay_open() -> None:
    """A paragraph is read in pieces, and cut at the ends of sentences alone."""
    sentence = "Menlu “tiba di sana. "
    text = sentence * 2_000
    found = segment(text)
    assert {text[start:end] for start, end in found} <= {
        (sentence * number).strip() for number in range(1, 2_001)
    }
    assert "".join(text[start:end] for start, end in found) == "".join(
        text[start:end].strip() for start, end in found
    )
    longest = max(end - start for start, end in found)
    assert longest <= 10_000


def test_a_paragraph_of_many_pieces_without_a_stop_is_one_sentence() -> None:
    """Where a piece ends no sentence does."""
    text = "kata " * 9_000
    assert segment(text) == ((0, len(text) - 1),)
    words = ", ".join(["Rusia"] * 9_000)
    assert segment(words) == ((0, len(words)),)
