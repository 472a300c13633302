"""Conditions are judged by what they do in a corpus."""

from __future__ import annotations

from padanan.checks.glossary.files import GlossaryFiles
from padanan.checks.runner import check_glossary
from padanan.matching.measure import GivenCondition, Measured
from tests.checks.glossary.test_checks import files
from tests.checks.glossary_examples import entry

ENTRY = entry("when: near perang", term="duta", english="envoy")


def codes(asked: int, held: int, concept: str = "duta") -> list[str]:
    """Return what is found where a condition held so often."""
    measured = (Measured(GivenCondition(concept, "when", "near perang"), asked, held),)
    found = check_glossary(GlossaryFiles(files(ENTRY), measured=measured), ("G3",))
    return [finding.code for finding in found.findings]


def test_always() -> None:
    """From 98 % of at least 20 places on a condition decides nothing."""
    assert codes(20, 20) == ["G301"]
    assert codes(100, 98) == ["G301"]
    assert codes(100, 97) == []
    assert codes(19, 19) == []


def test_never() -> None:
    """None of at least 20 places is too few."""
    assert codes(20, 0) == ["G302"]
    assert codes(20, 1) == []
    assert codes(19, 0) == []


def test_entries_of_other_files_are_not_reported() -> None:
    """Only what is checked is reported."""
    assert codes(20, 0, "lain") == []


def test_the_finding_names_the_line_of_the_condition() -> None:
    """It stands where the condition is written, and says how often it held."""
    measured = (Measured(GivenCondition("duta", "when", "near perang"), 25, 0),)
    checked = GlossaryFiles(files(ENTRY), measured=measured)
    (finding,) = check_glossary(checked, ("G302",)).findings
    line = files(ENTRY)[0].data.decode().split("\n")[(finding.line or 0) - 1]
    assert line == "#. when: near perang"
    assert "“when near perang” of “duta” holds in none of 25 places" in finding.message
