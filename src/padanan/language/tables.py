"""The small tables beside this package that a linguist can read and extend."""

from __future__ import annotations

from functools import cache
from pathlib import Path

# Not by importlib.resources, whose import costs more than reading a table.
_FOLDER = Path(__file__).parent


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table: tab-separated cells, ``#`` starts a comment line.

    >>> rows("cities.tsv")[0]
    ('Abidjan', 'Abidjan')
    """
    return tuple(
        tuple(line.split("\t"))
        for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """Return a table by its first column, which is folded to lower case.

    >>> table("modifiers.tsv")["tingkat menteri"]
    ('ministerial',)
    """
    return {row[0].lower(): row[1:] for row in rows(name)}
