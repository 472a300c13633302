"""The contract of every check in the table."""

from __future__ import annotations

from string import Formatter

import pytest

from padanan.checks.findings import Severity
from padanan.checks.table import CHECKS, GLOSSARY, TRANSLATION
from tests.checks import documentation, glossary_examples, translation_examples

BY_CODE = {check.code: check for check in CHECKS}
CODES = tuple(check.code for check in CHECKS)
FLAGGED = {**glossary_examples.FLAGGED, **translation_examples.FLAGGED}
PASSED = {**glossary_examples.PASSED, **translation_examples.PASSED}


@pytest.mark.parametrize("code", CODES)
def test_every_check_has_examples(code: str) -> None:
    """No check is without an example that it must flag and one that it must pass."""
    assert FLAGGED[code]
    assert PASSED[code]


def test_every_example_has_its_check() -> None:
    """Examples are about checks that exist."""
    assert set(FLAGGED) == set(PASSED) == set(CODES)


def test_codes_stand_once_in_order() -> None:
    """A code names one check, and the table is sorted by codes."""
    assert list(CODES) == sorted(set(CODES))
    assert {check.code[0] for check in GLOSSARY} == {"G"}
    assert {check.code[0] for check in TRANSLATION} == {"T"}


@pytest.mark.parametrize("page", documentation.PAGES)
def test_the_documentation_has_the_same_table(page: str) -> None:
    """The page lists each code with severity and wording; see ``documentation``."""
    expected = documentation.rows(documentation.PAGES[page])
    assert documentation.listed(page) == expected, (
        "write the page by python -m tests.checks.documentation"
    )


@pytest.mark.parametrize("code", CODES)
def test_a_check_is_documented(code: str) -> None:
    """Its function says what it yields, its row what is wrong and what to do."""
    check = BY_CODE[code]
    assert (check.find.__doc__ or "").startswith("Yield")
    assert check.says == check.says.strip().rstrip(".")
    names = {name for _, name, _, _ in Formatter().parse(check.message) if name}
    # A problem that somebody else words says what to do itself.
    assert " — " in check.message or names == {"problem"}


def test_severities_of_a_glossary() -> None:
    """What makes entries useless is an error; style is a warning."""
    assert {check.severity for check in GLOSSARY} == {Severity.ERROR, Severity.WARNING}
