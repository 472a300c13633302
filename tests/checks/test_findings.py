"""Findings as values and as lines."""

from __future__ import annotations

from padanan.checks.findings import Finding, Severity


def test_a_finding_is_one_line() -> None:
    """People read place, code and message; programs read the fields."""
    finding = Finding("G202", Severity.WARNING, "x — y", "law.po", 7, "visa")
    assert str(finding) == "law.po:7: G202 x — y"
    assert finding._asdict()["severity"] == "warning"
