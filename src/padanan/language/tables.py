"""The small tables beside this package that a linguist can read and extend."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


def data(name: str) -> bytes:
    """Return the bytes of a table, for caches of what is made from it.

    >>> data("countries.tsv").startswith(b"# code")
    True
    """
    return path(name).read_bytes()


def path(name: str) -> Path:
    """Return where a table lies.

    >>> path("countries.tsv").is_file()
    True
    """
    # Not by importlib.resources, whose import costs more than reading the table.
    return _FOLDER / name


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table: tab-separated cells, ``#`` starts a comment line.

    >>> rows("cities.tsv")[0]
    ('Abidjan', 'Abidjan')
    """
    return tuple(
        tuple(line.split("\t"))
        for line in data(name).decode().splitlines()
        if line and not line.startswith("#")
    )


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """Return a table by its first column, which is folded to lower case.

    >>> table("modifiers.tsv")["tanpa syarat"]
    ('unconditional',)
    """
    return {row[0].lower(): row[1:] for row in rows(name)}
