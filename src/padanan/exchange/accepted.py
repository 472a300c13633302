"""Which pairs a row format accepts, and what is said of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.files.po_problems import refused_character

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from padanan.exchange.pairs import TermPair


def distinct(every: Iterable[TermPair]) -> tuple[TermPair, ...]:
    """Return each pair of texts once: the first pair that has them."""
    found: dict[tuple[str, str], TermPair] = {}
    for pair in every:
        found.setdefault((pair.source, pair.target), pair)
    return tuple(found.values())


def without(
    every: Iterable[TermPair], reason: Callable[[str], str | None]
) -> tuple[tuple[TermPair, ...], tuple[str, ...]]:
    """Return the pairs that can be written, and a line about each other one.

    Args:
        every: the pairs.
        reason: says why a text cannot be written, ``None`` if it can.
    """
    kept, dropped = [], []
    for pair in every:
        why = reason(pair.source) or reason(pair.target)
        if why:
            dropped.append(left_out(pair, why))
        else:
            kept.append(pair)
    return tuple(kept), tuple(dropped)


def one_each(
    every: Iterable[TermPair], service: str
) -> tuple[tuple[TermPair, ...], tuple[str, ...]]:
    """Return the best pair of each source, and a line about each other one.

    Args:
        every: the pairs in their order.
        service: the name of what accepts only one, for the lines.
    """
    kept: dict[str, TermPair] = {}
    dropped: list[str] = []
    for pair in every:
        first = kept.setdefault(pair.source, pair)
        if first.target != pair.target:
            why = f"{service} takes one equivalent per term, the first"
            dropped.append(left_out(pair, why))
    return tuple(kept.values()), tuple(dropped)


def left_out(pair: TermPair, why: str) -> str:
    """Return the line about a pair that is left out."""
    return f"“{pair.source}” = “{pair.target}” — {why}"


def broken(text: str) -> str | None:
    r"""Say why a text is not allowed in a line; ``None`` if it is allowed.

    >>> broken("gencatan\tsenjata")
    'U+0009 is not allowed in a line'
    """
    if not text.strip():
        return "nothing but spaces"
    if character := refused_character(text):
        return f"{character} is not allowed in a line"
    if text != text.strip():
        return "spaces around it would be lost"
    return None


def longer_than(max_bytes: int) -> Callable[[str], str | None]:
    """Return what says why a text is ``broken`` or longer than a limit in UTF-8.

    >>> longer_than(3)("visa")
    'longer than 3 bytes'
    """

    def reason(text: str) -> str | None:
        why = broken(text)
        if why is None and len(text.encode()) > max_bytes:
            why = f"longer than {max_bytes:,} bytes"
        return why

    return reason
