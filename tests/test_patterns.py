"""No regular expression of the source takes more than linear time."""

from __future__ import annotations

import re
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.patterns import Pattern, hostile, patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

FOUND = tuple(patterns())
MADE = {"checks/avoided.py", "checks/glossary/form.py",
        "checks/translation/paraphrases.py",
        "checks/translation/terms.py",
        "language/indonesian.py", "language/stems.py", "search/concordance.py",
        "search/exact.py", "articles/html/tokens.py", "language/nations.py",
        "language/persons.py", "language/plain_text.py",
        "render/memory.py", "render/sentences.py", "lazy_re.py"}  # fmt: skip
"""Files with expressions that are made when they are needed."""
SECONDS = 1.0
"""Of processor time for all texts of one expression; linear time takes a part of it."""


class TooSlowError(BaseException):
    """An expression had its processor time."""


@contextmanager
def bounded() -> Iterator[None]:
    """Raise where the processor time is over; ``re`` looks for signals."""

    def over(*_: object) -> None:
        raise TooSlowError

    old = signal.signal(signal.SIGVTALRM, over)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, old)


def slow_on(pattern: re.Pattern[Any], *, anchored: bool = False) -> str | None:
    """Return a text on which an expression takes too long, if there is one."""
    for text in hostile(pattern):
        try:
            with bounded():
                exhaust(pattern, text, anchored=anchored)
        except TooSlowError:
            return text
    return None


def exhaust(pattern: re.Pattern[Any], text: str, *, anchored: bool) -> None:
    """Match an expression, and look for it everywhere where that is done with it."""
    subject: Any = text
    if isinstance(pattern.pattern, bytes):
        subject = text.encode("utf-8")
    pattern.match(subject)
    if not anchored:
        for _ in pattern.finditer(subject):
            pass
    pattern.fullmatch(subject)


def test_expressions_are_collected() -> None:
    """All of them are tried but those that are made of a term when it is needed."""
    assert len(FOUND) > 100
    made = {one.place.partition(":")[0] for one in FOUND if one.pattern is None}
    assert made == MADE


BOUNDED = {
    "checks/translation/paraphrases.py": {"_PLACES": "24 characters before a country"},
    "articles/html/document.py": {"_META": "the first 1,024 bytes of a page"},
    "matching/offices.py": {"_BEFORE": "120 characters before an office"},
    "language/verbs.py": {"_BEFORE": "40 characters before a word"},
}
"""Expressions that are slow, with what bounds the text that they are tried on."""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no such timer")
@pytest.mark.parametrize(
    "found", [pytest.param(one, id=one.place) for one in FOUND if one.pattern]
)
def test_time_is_linear(found: Pattern) -> None:
    """Texts of what an expression repeats, 20,000 characters long, are soon read."""
    assert found.pattern is not None
    slow = slow_on(found.pattern, anchored=found.anchored)
    if found.name in BOUNDED.get(found.place.partition(":")[0], ()):
        assert slow is not None, "no longer slow: take it from the table"
    else:
        assert slow is None, f"{found.pattern.pattern!r} on {slow[:40]!r}…"


@pytest.mark.slow
def test_a_quadratic_expression_is_noticed() -> None:
    """The texts show what is quadratic: letters that something must follow."""
    assert slow_on(re.compile(r"\w+x(?!.)|\w+\n")) is not None
