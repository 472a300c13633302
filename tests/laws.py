"""How many examples a law is tried with."""

from __future__ import annotations

from typing import Any

from hypothesis import settings

LEAST = 25
"""Examples that every law is tried with, in the quickest run too."""


def examples(number: int, **more: Any) -> settings:
    """Return the settings of a law that is quicker or slower than most.

    Args:
        number: examples relative to a hundred for most laws; each profile takes its
            share of them, but never fewer than `LEAST`.
        more: other settings of hypothesis.
    """
    share = settings().max_examples / 100
    return settings(max_examples=max(LEAST, round(number * share)), **more)
