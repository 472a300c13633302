"""Numbers, months and days in either language."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from padanan.language.figures import figures

PIECES = ("2,5", "1.234", "dua", "puluh", "juta", "million", "and", "Mei", "Senin", "-",
          "pukul 9.30", "90", "1975", "bn", "belas", "both")  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map(" ".join)
)
@example("¹ 2² ٣")
@example("2,5 belas")
@example("90 juta dua")
def test_figures_are_in_the_text(text: str) -> None:
    """No text is refused; figures lie in it, in order, each with what it may mean."""
    found = figures(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("30", [{30}]),
        ("1.234", [{1234}]),
        ("1,234", [{1234, 1.234}]),
        ("0.125", [{0.125}]),
        ("1.5", [{1.5}]),
        ("1,234,567", [{1234567}]),
        ("1\u00a0234\u202f567", [{1234567}]),
        ("12\u2009345,5 juta", [{12345.5e6}]),
        ("2024\u00a0117 orang", [{2024}, {117}]),
        ("1\u00a02345", [{1}, {2345}]),
        ("2,5 juta", [{2.5e6}]),
        ("2.5 million", [{2.5e6}]),
        ("$3bn", [{3e9}]),
        ("dua puluh lima", [{25}]),
        ("tiga belas", [{13}]),
        ("seribu dua ratus", [{1200}]),
        ("two hundred and five", [{205}]),
        ("twenty-five", [{25}]),
        ("dua, lima", [{2}, {5}]),
        ("dua lima", [{2}, {5}]),
        ("both", [{2}]),
        ("ratusan", [{100}]),
        ("1975-90", [{1975}, {90, 1990}]),
        ("pukul 10.30 WIB", []),
        ("9:15", []),
        ("may", []),
        ("kata ibu", []),
    ],
)
def test_numbers(text: str, values: list[set[float]]) -> None:
    """A number in words or figures has the values that it may mean."""
    assert [set(one.values) for one in figures(text)] == values


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [("Senin", "Monday"), ("Jumat", "Friday"), ("Mei", "May"), ("Agustus", "Aug")],
)
def test_names_agree(indonesian: str, english: str) -> None:
    """Days and months have one value in both languages."""
    (one,), (other,) = figures(indonesian), figures(english)
    assert (one.kind, one.values) == (other.kind, other.values)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,234", [{1234}]),
        ("1.234", [{1.234, 1234}]),
        ("1.23", [{1.23}]),
        ("2,5 million", [{2.5e6}]),
        ("1,234.5", [{1234.5}]),
        ("1.234,5", [{1234.5}]),
    ],
)
def test_numbers_in_english(text: str, values: list[set[float]]) -> None:
    """English has the separators the other way round: no power of ten is open."""
    assert [set(one.values) for one in figures(text, "en")] == values


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("17/5/2025", "id"), ("17-05-2025", "id"), ("17.5.2025", "id"),
        ("17/5/25", "id"), ("2025-05-17", "en"), ("5/17/2025", "en"),
        ("17 Mei 2025", "id"), ("17 May 2025", "en"), ("May 17, 2025", "en"),
    ],
)  # fmt: skip
def test_dates_in_figures(text: str, language: str) -> None:
    """A date in figures is the day, month and year that words say."""
    found = {
        (one.kind, value) for one in figures(text, language) for value in one.values
    }
    assert {("number", 17.0), ("month", 5.0), ("number", 2025.0)} <= found


@pytest.mark.parametrize("text", ["1/3 suara", "40/50/2025", "1-2-3-4", "a/1/2/2025"])
def test_what_is_no_date(text: str) -> None:
    """Fractions, scores and addresses name no month."""
    assert all(one.kind != "month" for one in figures(text))


@pytest.mark.parametrize(
    "text", ["Friday's", "Friday’s", "Fridays", "FRIDAY", "Jum’at"]
)
def test_days_with_an_ending(text: str) -> None:
    """A day of the week is one also with an apostrophe or in the plural."""
    assert [(one.kind, *one.values) for one in figures(text, "en")] == [("day", 5.0)]


@pytest.mark.parametrize(
    ("source", "target", "other"),
    [
        ("11,5 tahun", "11-1/2 years", "11-1/4 years"),
        ("3,5 bulan", "3½ months", "3¼ months"),
        ("250.000 orang", "2.5 lakh people", "2.5 crore people"),
        ("setengah", "½", "¼"),
        ("1,2 miliar", "one-point-two billion", "two-point-one billion"),
    ],
)
def test_fractions_and_indian_numbers(source: str, target: str, other: str) -> None:
    """A fraction is what a decimal is; another fraction is not."""
    [ours] = figures(source)
    [theirs] = figures(target, "en")
    [wrong] = figures(other, "en")
    assert ours.values & theirs.values
    assert not ours.values & wrong.values
