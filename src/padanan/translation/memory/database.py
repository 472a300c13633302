"""A translation memory in one SQLite file.

A unit is in it once for each translation; where it stood is kept beside it, so that the
translation of the same context comes first. The words of both languages are indexed
(FTS5), for similar sentences and for the concordance.

The file is in the mode WAL: several programs may read while one writes, and what is
committed survives a process that is killed (sqlite.org/wal.html).
"""

from __future__ import annotations

import sqlite3
import unicodedata
from contextlib import contextmanager
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

APPLICATION = 0x50444E4D
"""The id in the head of the file by which it is known (``PDNM``)."""

VERSION = 1
"""Of the tables; another one is refused."""

BEGINS = b"SQLite format 3\x00"
"""The first bytes of every SQLite file (sqlite.org/fileformat.html)."""

BATCH = 20_000
"""How many units are committed at a time."""

COMMON = 200
"""A word of more than one unit in this many says little about what is similar."""

WAIT = 10.0
"""How many seconds to wait for another program that writes."""

_TABLES = """
BEGIN;
CREATE TABLE origin (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    key INTEGER NOT NULL,  -- of the source
    pair INTEGER NOT NULL,  -- of the target
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    marked_source TEXT,  -- with the marks of its tags, where it has any
    marked_target TEXT,
    origin INTEGER NOT NULL REFERENCES origin
);
CREATE UNIQUE INDEX unit_once ON unit (key, pair);
CREATE TABLE context (
    unit INTEGER NOT NULL REFERENCES unit,
    before INTEGER NOT NULL,  -- key of the sentence before it, 0 at the beginning
    after INTEGER NOT NULL,
    PRIMARY KEY (unit, before, after)
) WITHOUT ROWID;
CREATE TABLE common (word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE counted (units INTEGER NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (
    source, target, content='unit', content_rowid='id', detail='column',
    tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, 'col');
CREATE TRIGGER unit_words AFTER INSERT ON unit BEGIN
    INSERT INTO words (rowid, source, target) VALUES (new.id, new.source, new.target);
END;
INSERT INTO counted VALUES (0);
"""


class Remembered(NamedTuple):
    """A translation of the memory.

    Attributes:
        source: the Indonesian, without tags.
        target: the English, without tags.
        origin: the file that it came from, as it was named.
        marked_source: the Indonesian with the marks of its tags; empty without tags.
        marked_target: the English with the marks of its tags; empty without tags.
    """

    source: str
    target: str
    origin: str = ""
    marked_source: str = ""
    marked_target: str = ""


class PlacedUnit(NamedTuple):
    """A translation with where it stands.

    Attributes:
        unit: the translation.
        before: the Indonesian of the sentence before it; ``None`` where its place
            means nothing, as in a memory of another program.
        after: the Indonesian of the sentence behind it; empty at the end.
    """

    unit: Remembered
    before: str | None = None
    after: str = ""


class Counts(NamedTuple):
    """How much a memory knows.

    Attributes:
        units: how many translations it has.
        sentences: how many different sentences those are of.
        origins: the files that they came from, with how many each gave.
    """

    units: int
    sentences: int
    origins: tuple[tuple[str, int], ...]


def is_memory(path: str | Path) -> bool:
    """Tell whether a file is a memory of ours, or another SQLite file."""
    try:
        with Path(path).open("rb") as file:
            return file.read(len(BEGINS)) == BEGINS
    except OSError:
        return False


def key(text: str) -> int:
    r"""Return a number that stands for a sentence; white space does not matter.

    >>> key("gencatan  senjata\n") == key("gencatan senjata") != key("Gencatan senjata")
    True
    """
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    digest = blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


@contextmanager
def opened(path: str, *, create: bool = False) -> Iterator[sqlite3.Connection]:
    """Open a memory, and close it again.

    Args:
        path: of the file.
        create: make it where it is not there.

    Raises:
        DocumentError: there is none, it is something else, or another program holds
            it; what is wrong with it while it is open is said in the same way.
    """
    exists = Path(path).exists()
    if not exists and not create:
        problem = "there is no memory — name the file, or make it with --add"
        raise DocumentError(problem, path=path)
    if exists and Path(path).stat().st_size and not is_memory(path):
        raise _other(path)
    try:
        connection = sqlite3.connect(path, timeout=WAIT)
        try:
            _prepare(connection, path)
            yield connection
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        raise DocumentError(_advice(str(error)), path=path) from None
    except sqlite3.DatabaseError:
        raise DocumentError("the memory is damaged — take a copy", path=path) from None


def _prepare(connection: sqlite3.Connection, path: str) -> None:
    """Make the tables of a new file, and refuse those of another program."""
    application, version = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version")
    )
    new = not connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    if new:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(_TABLES)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.commit()
    elif application != APPLICATION:
        raise _other(path)
    elif version != VERSION:
        problem = "a memory of another version of Padanan — update Padanan"
        raise DocumentError(problem, path=path)
    connection.execute("PRAGMA cache_size = -65536")


def _other(path: str) -> DocumentError:
    problem = "not a memory of Padanan — name another file"
    return DocumentError(problem, path=path)


def _advice(reason: str) -> str:
    if "locked" in reason:
        return "another program writes to the memory — try again"
    if "readonly" in reason:
        return "the memory cannot be written — copy it to a folder of yours"
    return "the memory cannot be opened — look at the file and its folder"


def add(
    connection: sqlite3.Connection, units: Iterable[PlacedUnit], origin: str
) -> tuple[int, int]:
    """Add translations, and commit them in batches.

    A translation that is there already is known from both places.

    Returns:
        How many were read, and how many of these are new.
    """
    before = _units(connection)
    connection.execute("INSERT OR IGNORE INTO origin (name) VALUES (?)", (origin,))
    (number,) = connection.execute(
        "SELECT id FROM origin WHERE name = ?", (origin,)
    ).fetchone()
    read = 0
    for batch in _batches(units):
        with connection:
            _add(connection, batch, number)
        read += len(batch)
    _count_words(connection)
    return read, _units(connection) - before


def _batches(units: Iterable[PlacedUnit]) -> Iterator[tuple[PlacedUnit, ...]]:
    waiting = iter(units)
    while batch := tuple(islice(waiting, BATCH)):
        yield batch


def _add(
    connection: sqlite3.Connection, batch: tuple[PlacedUnit, ...], origin: int
) -> None:
    keys = [(key(each.unit.source), key(each.unit.target)) for each in batch]
    connection.executemany(
        "INSERT OR IGNORE INTO unit"
        " (key, pair, source, target, marked_source, marked_target, origin)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *both,
                each.unit.source,
                each.unit.target,
                each.unit.marked_source or None,
                each.unit.marked_target or None,
                origin,
            )
            for both, each in zip(keys, batch, strict=True)
        ),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO context"
        " SELECT id, ?, ? FROM unit WHERE key = ? AND pair = ?",
        (
            (*_context(each), *both)
            for both, each in zip(keys, batch, strict=True)
            if each.before is not None
        ),
    )


def _context(placed: PlacedUnit) -> tuple[int, int]:
    return around(placed.before or "", placed.after)


def around(before: str, after: str) -> tuple[int, int]:
    """Return the keys of the sentences around one; 0 for none.

    >>> around("", "")
    (0, 0)
    """
    return (key(before) if before else 0, key(after) if after else 0)


def _count_words(connection: sqlite3.Connection) -> None:
    """Note the words that are common, once the memory has grown by a tenth."""
    (counted,) = connection.execute("SELECT units FROM counted").fetchone()
    units = _units(connection)
    if units <= counted * 1.1:
        return
    with connection:
        connection.execute("DELETE FROM common")
        connection.execute(
            "INSERT INTO common SELECT term FROM vocabulary"
            " WHERE col = 'source' AND doc > ?",
            (max(units // COMMON, COMMON),),
        )
        connection.execute("UPDATE counted SET units = ?", (units,))


def _units(connection: sqlite3.Connection) -> int:
    # Nothing is ever removed, so that the last number is how many there are.
    (count,) = connection.execute("SELECT coalesce(max(id), 0) FROM unit").fetchone()
    return int(count)


def counts(connection: sqlite3.Connection) -> Counts:
    """Return how much a memory knows."""
    (sentences,) = connection.execute("SELECT count(DISTINCT key) FROM unit").fetchone()
    origins = connection.execute(
        "SELECT name, count(*) FROM unit JOIN origin ON origin.id = origin"
        " GROUP BY name ORDER BY min(unit.id)"
    ).fetchall()
    return Counts(sum(count for _, count in origins), sentences, tuple(origins))


def units(connection: sqlite3.Connection) -> Iterator[Remembered]:
    """Yield all translations in the order in which they came."""
    return (unit for _, unit in selected(connection, "ORDER BY unit.id"))


SELECT = (
    "SELECT source, target, origin.name, marked_source, marked_target, unit.id"
    " FROM unit JOIN origin ON origin.id = unit.origin"
)
"""The beginning of each query for translations."""


def _remembered(row: tuple[str, str, str, str | None, str | None, int]) -> Remembered:
    source, target, origin, marked_source, marked_target, _ = row
    return Remembered(source, target, origin, marked_source or "", marked_target or "")


def selected(
    connection: sqlite3.Connection, where: str, values: tuple[object, ...] = ()
) -> Iterator[tuple[int, Remembered]]:
    """Yield translations with their numbers.

    Args:
        connection: of the memory.
        where: what follows ``SELECT``; never made of what a user wrote.
        values: for its question marks.
    """
    for row in connection.execute(f"{SELECT} {where}", values):
        yield row[-1], _remembered(row)


def by_numbers(
    connection: sqlite3.Connection, numbers: Iterable[int]
) -> Iterator[tuple[int, Remembered]]:
    """Yield the translations of these numbers, in any order."""
    waiting = iter(numbers)
    while some := tuple(islice(waiting, 500)):
        marks = ", ".join("?" * len(some))
        yield from selected(connection, f"WHERE unit.id IN ({marks})", some)
