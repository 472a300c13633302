"""Findings as values and as lines."""

from __future__ import annotations

import json

from padanan.checks.findings import Finding, Severity, Span


def test_a_finding_is_one_line() -> None:
    """People read place, code and message; programs read the fields."""
    finding = Finding("G202", Severity.WARNING, "x — y", "law.po", "7", 7)
    assert str(finding) == "law.po:7: G202 x — y"
    assert finding.as_dict()["severity"] == "warning"


def test_a_finding_as_plain_values() -> None:
    """Glossaries and translations give the same keys, and values that JSON has."""
    spans = Span(0, 4, "visa"), Span(2, 6, "visa")
    finding = Finding("T101", Severity.ERROR, "x", "a.po", "row 2", None, "2", "visa")
    data = finding._replace(source=spans[0], expected=("visa",)).as_dict()
    assert json.loads(json.dumps(data)) == data
    assert data["source"] == {"start": 0, "end": 4, "text": "visa"}
    assert data["target"] is None
    assert data["expected"] == ["visa"]
    assert tuple(data) == Finding._fields
