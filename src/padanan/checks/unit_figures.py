"""T202, T203: numbers and dates that the translation does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.language.figures import NUMBER, figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.language.figures import Figure

Differing = tuple[tuple["Figure", ...], tuple["Figure", ...]]


def differing(source: str, target: str) -> Differing:
    """Return the figures of each text that the other one does not have.

    Only numbers written in figures are missed; those in words, of which languages
    are freer (*a couple*, *berdua*), satisfy. Months and days count where both texts
    name some.

    >>> [f.start for f in differing("600 tentara", "60 soldiers")[0]]
    [0]
    >>> differing("dua puluh orang, 3.000 dolar", "20 people, $3,000")
    ((), ())
    """
    ours, theirs = figures(source), figures(target)
    return tuple(_missing(ours, theirs)), tuple(_missing(theirs, ours))


def _missing(some: tuple[Figure, ...], others: tuple[Figure, ...]) -> Iterator[Figure]:
    for figure in some:
        alike = [other for other in others if other.kind == figure.kind]
        if figure.kind == NUMBER and not figure.written:
            continue
        if figure.kind != NUMBER and not alike:
            continue
        if not any(figure.values & other.values for other in alike):
            yield figure
