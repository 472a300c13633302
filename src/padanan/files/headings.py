"""What the headings of a table name: languages, and the columns of a glossary.

One reading for every table that people make: headings by name or code of a language,
in English or Indonesian, below a title or not, and as somebody maps them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import ExchangeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from padanan.files.rows import Cells, TableRow

TITLES = 10
"""Maximum number of rows above the heading: a title, a date, a remark."""


class TableOptions(NamedTuple):
    """How a table is read.

    Attributes:
        sheet: name or number, from 1, of the sheet of a workbook; empty for the first.
        names: headings of the table with the columns that they are; a column ``-`` or
            without a name is left out.
    """

    sheet: str = ""
    names: tuple[tuple[str, str], ...] = ()


USUAL = TableOptions()
"""The first sheet, its headings as they are."""


def refuse_options(options: TableOptions, path: str) -> None:
    """Refuse what can be said of a table only.

    Raises:
        ExchangeError: something was said.
    """
    if options != USUAL:
        message = "--sheet and --map are for tables — leave them out"
        raise ExchangeError(message, path=path)


def mapping(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return what ``Istilah=term`` says.

    Raises:
        ExchangeError: there is no equals sign in it.

    >>> mapping(["Istilah=term"])
    (('Istilah', 'term'),)
    """
    found = []
    for text in texts:
        heading, equals, column = text.rpartition("=")
        if not equals or not heading.strip():
            message = f"“{text}” is not a mapping — write HEADING=COLUMN: Istilah=term"
            raise ExchangeError(message)
        found.append((heading.strip(), column.strip()))
    return tuple(found)


INDONESIAN, ENGLISH = "id", "en"

_CODES = {"id": INDONESIAN, "ind": INDONESIAN, "in": INDONESIAN, "en": ENGLISH,
          "eng": ENGLISH}  # fmt: skip
_NAMES = {
    "indonesian": INDONESIAN, "indonesia": INDONESIAN, "bahasa": INDONESIAN,
    "bahasa indonesia": INDONESIAN, "english": ENGLISH, "inggris": ENGLISH,
    "bahasa inggris": ENGLISH,
}  # fmt: skip
# BCP 47 with a hyphen, or as POSIX has it: a language, perhaps a script, a country.
_LOCALE = re.compile(
    r"([a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?(?:[.@][\w.@-]*)?"
)
_ASIDE = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_MARKS = re.compile(r"[\s:*\ufeff\u200b-\u200f\u2060]+")


def plain(heading: str) -> str:
    """Return a heading in lower case, without what people write around it.

    >>> plain(" Bahasa  Inggris: * ")
    'bahasa inggris'
    """
    return _MARKS.sub(" ", heading).strip().casefold()


def language_of(heading: str) -> str | None:
    """Return the code of the language that a heading names, ``None`` for none.

    >>> [language_of(name) for name in ("en-US", "id_ID", "English (UK)", "Sumber")]
    ['en', 'id', 'en', None]
    >>> language_of("Indonesia (id)"), language_of("Teks Bahasa Inggris")
    ('id', 'en')
    """
    name = plain(heading)
    bare = plain(_ASIDE.sub(" ", name))
    bare = bare.removeprefix("teks ").removesuffix(" text")
    if bare in _NAMES:
        return _NAMES[bare]
    match = _LOCALE.fullmatch(bare)
    return _CODES.get(match[1]) if match else None


class Heading(NamedTuple):
    """The columns of a table.

    Attributes:
        columns: their names, an empty one for a column that is left out.
        line: of the heading.
        rows: what is below it.
    """

    columns: Cells
    line: int
    rows: tuple[TableRow, ...]


def find_heading(
    rows: Sequence[TableRow],
    name: Callable[[str], str | None],
    needed: Cells,
    options: TableOptions = USUAL,
) -> Heading | None:
    """Return the columns of a table, ``None`` if no row names what is needed.

    Args:
        rows: all of the table.
        name: returns the column that a heading is, ``None`` if it is unknown.
        needed: the columns without which a row is not a heading.
        options: with headings that are named otherwise.

    >>> from padanan.files.rows import TableRow
    >>> table = [TableRow(1, ("Daftar",)), TableRow(3, ("en", "id", "x"))]
    >>> find_heading(table, language_of, ("id", "en"))
    Heading(columns=('en', 'id', ''), line=3, rows=())
    """
    filled = [row for row in rows if any(map(str.strip, row.cells))]
    known = {plain(heading): column for heading, column in options.names}
    for at, row in enumerate(filled[: TITLES + 1]):
        columns = tuple(_column(cell, known, name) for cell in row.cells)
        if all(column in columns for column in needed):
            return Heading(columns, row.number, tuple(filled[at + 1 :]))
    return None


def _column(
    cell: str, known: Mapping[str, str], name: Callable[[str], str | None]
) -> str:
    told = known.get(plain(cell))
    if told is not None:
        return "" if told == "-" else told
    return name(cell) or "" if cell.strip() else ""


def check_mapping(
    options: TableOptions, heading: Cells, columns: Iterable[str], path: str
) -> None:
    """Refuse a mapping that names what is not there.

    Args:
        options: with the mapping.
        heading: the cells of the heading, or of all rows where it may be.
        columns: the columns that there can be.
        path: of the table, for messages.

    Raises:
        ExchangeError: the table has no such heading, or there is no such column.
    """
    known = tuple(columns)
    there = set(map(plain, heading))
    for name, column in options.names:
        if column not in {*known, "-", ""}:
            message = f"no column “{column}” — name one of {', '.join(known)}, or -"
            raise ExchangeError(message, path=path)
        if plain(name) not in there:
            shown = ", ".join(f"“{cell.strip()}”" for cell in heading if cell.strip())
            message = f"no heading “{name}” — it has {shown or 'none'}"
            raise ExchangeError(message, path=path)


def unread_sheets(others: Cells) -> tuple[str, ...]:
    """Return a sentence about sheets that are not read.

    >>> unread_sheets(("Lama",))
    ('not read: sheet “Lama” — name it with --sheet',)
    """
    if not others:
        return ()
    listed = ", ".join(f"“{name}”" for name in others)
    what = "sheet" if len(others) == 1 else "sheets"
    return (f"not read: {what} {listed} — name it with --sheet",)


def unread_languages(what: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Return a sentence about what is in other languages than ours.

    >>> unread_languages("terms", ["id", "en", "fr", ""])
    ('not read: terms in “fr”',)
    """
    others = sorted({*codes} - {INDONESIAN, ENGLISH, ""})
    listed = ", ".join(f"“{code}”" for code in others)
    return (f"not read: {what} in {listed}",) if others else ()


NAMED = 3
"""Maximum number of columns that a notice names."""


def unread_columns(names: Iterable[str]) -> tuple[str, ...]:
    """Return a sentence about columns that are not read.

    >>> unread_columns(("Status", "5"))
    ('not read: columns “Status”, “5”',)
    """
    every = tuple(names)
    if not every:
        return ()
    listed = ", ".join(f"“{name}”" for name in every[:NAMED])
    more = f" and {len(every) - NAMED:,} more" if len(every) > NAMED else ""
    what = "column" if len(every) == 1 else "columns"
    return (f"not read: {what} {listed}{more}",)


# Headings of glossaries in Indonesian, and those that other programs write.
_OF_A_GLOSSARY = {
    "term": "istilah|istilah indonesia|kata|lema|entri|source term",
    "English": "padanan|padanan inggris|istilah inggris|terjemahan|target term"
    "|equivalent term|translation",
    "sense": "makna|arti",
    "domain": "bidang|ranah|subject",
    "definition": "definisi|batasan",
    "pos": "kelas kata|part of speech|word class",
    "variant": "varian|sinonim|bentuk lain|variants|synonym|synonyms",
    "abbreviation": "singkatan|akronim|abbreviations",
    "equivalent": "padanan lain|equivalents",
    "avoid": "hindari|jangan|do not use",
    "note": "keterangan|catatan|notes|remarks",
    "example": "contoh|contoh kalimat|examples",
    "source": "sumber|rujukan|sources",
    "comment": "komentar|comments",
}  # fmt: skip


@cache
def _glossary_names() -> Mapping[str, str]:
    return {
        heading: column
        for column, listed in _OF_A_GLOSSARY.items()
        for heading in listed.split("|")
    }


def glossary_column(heading: str) -> str | None:
    """Return the column of a glossary that a heading names in other words.

    >>> [glossary_column(name) for name in ("Istilah", "Bahasa Inggris", "Keterangan")]
    ['term', 'English', 'note']
    """
    language = language_of(heading)
    if language:
        return "term" if language == INDONESIAN else "English"
    return _glossary_names().get(plain(heading))
