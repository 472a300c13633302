"""Candidates as files, exclusion lists, coverage as pages."""

from __future__ import annotations

import csv

import pytest

from padanan.corpus import coverage_report, proposals
from padanan.corpus.candidates import Candidate, Location
from padanan.corpus.cooccurrence import Guess
from padanan.corpus.coverage import Coverage, DomainCoverage
from padanan.errors import ExchangeError
from padanan.glossary import po

TEXT = "Ini kapal perang. " * 5
PLACES = (Location(0, 4, 16), Location(0, 22, 34))
FOUND = (Candidate("kapal perang", ("kapal", "perang"), 2.0, PLACES),)
COVERAGE = Coverage(100, 20, 10, 5, (DomainCoverage("law", 7, 2, 9),), FOUND)


def made(*english: str) -> list[proposals.Proposal]:
    """Return the proposals of one candidate."""
    guesses = tuple(Guess(text, 0.5) for text in english)
    return [proposals.Proposal(FOUND[0], guesses, ("Ini =kapal perang",))]


def test_contexts_and_english() -> None:
    """A proposal shows where the candidate stands, and its English where known."""
    (one,) = proposals.propose(FOUND, [TEXT], [])
    assert one.contexts[0].startswith("Ini kapal perang.")
    assert one.equivalents == ()
    (two,) = proposals.propose(
        [FOUND[0]._replace(places=(Location(0, 0, 5), Location(1, 0, 5)))],
        ["kapal perang"] * 2,
        ["a warship", "the warships"],
    )
    assert two.equivalents[0].text == "warship"


def test_csv_is_a_table() -> None:
    """The table has a column to decide in, and no cell begins a formula."""
    hostile = proposals.Proposal(FOUND[0]._replace(term="=1+1"), (), ())
    rows = list(
        csv.reader(proposals.as_csv([*made("a", "b"), hostile]).decode().splitlines())
    )
    assert tuple(rows[0]) == proposals.HEADING
    assert rows[1] == ["", "kapal perang", "2", "2.0", "a; b", "Ini =kapal perang"]
    assert rows[2][1] == "'=1+1"


def test_po_is_a_glossary() -> None:
    """The entries are fuzzy, in the domain, and read back; each id once."""
    text = proposals.as_po([*made("warship"), *made("x")], "navy").decode()
    (concept,) = po.loads(text, path="a.po", domain="navy").concepts
    assert concept.fuzzy
    assert (concept.term, concept.equivalent) == ("kapal perang", "warship")
    assert "occurs 2 times" in concept.comment
    assert '"?"' in proposals.as_po(made(), "navy").decode()


def test_rejections_are_remembered() -> None:
    """What the table rejects is added to the list once, the list's comments stay."""
    table = "keep;term\nno;kota kecil\nyes;bom mobil\nTidak;kota kecil\n;x\n"
    rejected = proposals.rejected(table, "a.csv")
    assert rejected == ("kota kecil", "kota kecil")
    text = proposals.with_exclusions("# May\nlama", rejected)
    assert text == "# May\nlama\nkota kecil\n"
    assert proposals.with_exclusions(text, rejected) == text
    assert proposals.exclusions(f"\ufeff{text}\n") == ("lama", "kota kecil")


def test_rejections_by_the_names_of_columns() -> None:
    """The columns may be moved; a table of other columns rejects nothing silently."""
    table = "score,term,keep\n1,kota kecil,no\n1,bom,yes\n1,,no\n"
    assert proposals.rejected(table, "a.csv") == ("kota kecil",)
    with pytest.raises(ExchangeError, match="no columns “keep” and “term”"):
        proposals.rejected("no,kota kecil\n", "a.csv")


def test_coverage_as_text() -> None:
    """The tables have the shares, the domains and the misses."""
    text = coverage_report.as_text(COVERAGE)
    assert "20.0 %" in text
    assert "law" in text
    assert "     2  kapal perang" in text
    assert "missing" not in coverage_report.as_text(COVERAGE._replace(misses=()))


def test_coverage_as_data() -> None:
    """The values are plain."""
    data = coverage_report.as_data(COVERAGE)
    assert data["domains"] == [
        {"name": "law", "occurrences": 7, "concepts": 2, "of": 9}
    ]
    assert data["misses"] == [{"term": "kapal perang", "frequency": 2}]


def test_coverage_as_page() -> None:
    """The page has a bar for each domain, and hostile names are text."""
    html = coverage_report.as_html(COVERAGE, "<b>")
    assert "<b>" not in html
    assert html.count("<meter") == 1
    assert 'value="100.0"' in html
    empty = Coverage(0, 0, 0, 0, (DomainCoverage("law", 0, 0, 0),), ())
    assert 'value="0.0"' in coverage_report.as_html(empty, "x")
