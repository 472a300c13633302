"""A concept as a row of a table: one column per field.

The columns have the names of the fields of a PO entry (``glossary/README.md``). A
field that may be repeated has one line of its cell for each value. An equivalent that
holds only somewhere has its region and condition before it, as in PO:
``[US] if near Rubio: Secretary of State``. An empty cell says nothing of a field, a
hyphen alone says that there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from padanan.errors import ExchangeError, Mistake, MistakesError
from padanan.exchange.formats import ordered
from padanan.files.headings import (
    USUAL,
    Heading,
    check_mapping,
    find_heading,
    glossary_column,
    plain,
)
from padanan.files.po_problems import PoProblem, PoProblemKind, refused_character
from padanan.glossary.concepts import canonical, concept, fields_of, problems
from padanan.glossary.fields import BOUND, KEYS, ONCE, Field, format_field, parse_field
from padanan.model import Concept, Glossary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from padanan.files.headings import TableOptions
    from padanan.files.rows import Cells, TableRow

    CellsByColumn = dict[str, str]

TERM, ENGLISH = "term", "English"

COLUMNS = (TERM, "sense", ENGLISH, *KEYS, "source", "comment", "fuzzy")
"""The columns in their order; a file may have another order, or leave some out."""

FUZZY = "yes"
NONE = "-"
"""A cell that says that the concept has nothing in this column."""

# A cell that begins so says where alone an equivalent or the like holds.
_MARKS = ("[", "if ", ":")
# A cell that is such a hyphen itself has a backslash before it.
_ESCAPED_NONE = re.compile(r"\\+-")
_TEXTS = {TERM: "msgid", ENGLISH: "msgstr", "sense": "msgctxt"}
_NOT_FIELDS = frozenset({*_TEXTS, "source", "comment", "fuzzy"})
_NOT_FUZZY = frozenset({"", "no", "false", "0"})
_IS_FUZZY = frozenset({FUZZY, "true", "1", "x", "fuzzy"})


class TableGlossary(Glossary):
    """The glossary of a table, with the columns that each of its rows fills in.

    Args:
        concepts: as in ``Glossary``.
        said: for each concept the columns in which its row is not empty.
    """

    said: Mapping[str, frozenset[str]]

    def __init__(
        self, concepts: tuple[Concept, ...], said: Mapping[str, frozenset[str]]
    ) -> None:
        super().__init__(concepts)
        vars(self).update(said=said)


def rows(glossary: Glossary) -> Iterator[Cells]:
    """Yield the heading and a row for each concept, in the order of terms.

    Raises:
        ExchangeError: a concept cannot be written so that it is read back the same.
    """
    yield COLUMNS
    for item in ordered(glossary):
        cells = _cells(item)
        if tuple(_read(cells, 0)) != (canonical(item),):
            message = f"“{item.id}” would be read differently — correct its fields"
            raise ExchangeError(message)
        yield tuple(cells.get(column, "") for column in COLUMNS)


def glossary_of(
    table: Iterable[TableRow], path: str, options: TableOptions = USUAL
) -> TableGlossary:
    """Return the glossary of a table.

    The heading may be below a title, in English or Indonesian.

    Args:
        table: the rows.
        path: for messages.
        options: how headings are named otherwise.

    Raises:
        MistakesError: there is no heading, columns or values are unknown, terms are
            missing or are there twice; each with the number of its row.

    >>> from padanan.files.rows import TableRow
    >>> heading = TableRow(1, ("Istilah", "Bahasa Inggris"))
    >>> table = [heading, TableRow(2, ("mediasi", "mediation"))]
    >>> glossary_of(table, "a.csv")["mediasi"].equivalent
    'mediation'
    """
    heading, mistakes = _heading(tuple(table), path, options)
    found: dict[str, Concept] = {}
    said: dict[str, frozenset[str]] = {}
    for line, row in heading.rows:
        for item in _of_row(heading.columns, row, line):
            if isinstance(item, PoProblem):
                mistakes.append(Mistake(line, item.message))
            elif item.id in found:
                message = f"“{item.term}” occurs twice — join the rows or add a sense"
                mistakes.append(Mistake(line, message))
            else:
                found[item.id] = item
                said[item.id] = _said(heading.columns, row)
    if mistakes:
        raise MistakesError(mistakes, path=path)
    return TableGlossary(tuple(found.values()), said)


def _said(columns: Cells, row: Cells) -> frozenset[str]:
    cells = zip(columns, row, strict=False)
    return frozenset(column for column, cell in cells if column and cell.strip())


def _of_row(columns: Cells, row: Cells, line: int) -> Iterator[Concept | PoProblem]:
    if any(cell.strip() for cell in row[len(columns) :]):
        message = "more cells than the heading has — quote cells with separators"
        yield PoProblem(PoProblemKind.SYNTAX, line, message)
        return
    yield from _read(dict(zip(columns, row, strict=False)), line)


def _heading(
    rows: tuple[TableRow, ...], path: str, options: TableOptions
) -> tuple[Heading, list[Mistake]]:
    """Return the columns of a table, and what is wrong with their names."""
    heading = find_heading(rows, column_of, (TERM, ENGLISH), options)
    line = heading.line if heading else rows[0].number if rows else 1
    names = next((row.cells for row in rows if row.number == line), ())
    if options.names:
        check_mapping(options, names, COLUMNS, path)
    if heading is None:
        raise _without_heading(names, path, line)
    left_out = {plain(name) for name, column in options.names if column in {"", "-"}}
    named = tuple("" if plain(name) in left_out else name for name in names)
    mistakes = _unknown(named, heading.columns, heading.line)
    mistakes += (
        Mistake(heading.line, f"two columns “{one}” — leave one out")
        for one, count in Counter(filter(None, heading.columns)).items()
        if count > 1
    )
    return heading, mistakes


def _without_heading(names: Cells, path: str, line: int) -> MistakesError:
    """Return what is wrong with the first row if no row names term and English."""
    columns = tuple(map(column_of, names))
    mistakes = _unknown(names, columns, line)
    lacking = TERM if TERM not in columns else ENGLISH
    message = f"not one column “{lacking}” — the first row names the columns"
    # A column that is lacking is probably one of those that are unknown.
    return MistakesError(mistakes or [Mistake(line, message)], path=path)


def _unknown(names: Cells, columns: tuple[str | None, ...], line: int) -> list[Mistake]:
    return [
        Mistake(line, f"unknown column “{name.strip()}” — {_MAP}")
        for name, column in zip(names, columns, strict=True)
        if name.strip() and not column
    ]


_MAP = f"known are {', '.join(COLUMNS)}; map it with --map HEADING=COLUMN"


def column_of(heading: str) -> str | None:
    """Return the column that a heading names, ``None`` for an unknown one.

    >>> column_of("POS"), column_of("Keterangan"), column_of("Harga")
    ('pos', 'note', None)
    """
    own = {column.casefold(): column for column in COLUMNS}.get(plain(heading))
    return own or glossary_column(heading)


def _cells(item: Concept) -> CellsByColumn:
    try:
        fields = tuple(fields_of(item))
    except ValueError as error:
        raise ExchangeError(f"“{item.id}” cannot be written — {error}") from None
    cells = {
        TERM: item.term,
        ENGLISH: item.equivalent,
        "sense": item.sense or "",
        "source": "\n".join(item.sources),
        "comment": item.comment,
        "fuzzy": FUZZY if item.fuzzy else "",
    }
    for one in fields:
        value = _value(one)
        before = cells.get(one.key)
        cells[one.key] = value if before is None else f"{before}\n{value}"
    return {column: _escaped(column, cell) for column, cell in cells.items()}


def _escaped(column: str, cell: str) -> str:
    is_none = cell == NONE or _ESCAPED_NONE.fullmatch(cell)
    return f"\\{cell}" if is_none and column not in _TEXTS else cell


def _unescaped(column: str, cell: str) -> str:
    r"""Return what a cell says, nothing if it says that there is nothing.

    >>> _unescaped("note", "-"), _unescaped("note", "\\-"), _unescaped("term", "-")
    ('', '-', '-')
    """
    if column in _TEXTS:
        return cell
    if cell == NONE:
        return ""
    return cell[1:] if _ESCAPED_NONE.fullmatch(cell) else cell


def _value(field: Field) -> str:
    """Return the value of a field, with region and condition before it.

    A value that only looks as if it had them gets an empty beginning: ``: if so: so``.
    """
    if field.key not in BOUND:
        return field.value
    written = format_field(field).removeprefix(field.key).lstrip(" ")
    return written if _is_marked(field) else field.value


def _is_marked(field: Field) -> bool:
    bound = field.region is not None or field.condition is not None
    return bound or field.value.startswith(_MARKS)


def _read(cells: CellsByColumn, line: int) -> Iterator[Concept | PoProblem]:
    """Yield the concept of a row, or what is wrong with it."""
    cells = {
        name: _unescaped(name, cell.strip(" \n"))
        for name, cell in cells.items()
        if name
    }
    found = (*_texts(cells, line), *_parsed(cells, line))
    fields = tuple(item for item in found if isinstance(item, Field))
    wrong = [item for item in found if isinstance(item, PoProblem)]
    wrong += (*problems(fields), *_problems(cells, line))
    if wrong:
        yield from wrong
        return
    yield concept(
        fields,
        domain="",
        sources=tuple(cells.get("source", "").split()),
        comment=cells.get("comment", ""),
        fuzzy=cells.get("fuzzy", "").casefold() in _IS_FUZZY,
    )


def _texts(cells: CellsByColumn, line: int) -> Iterator[Field | PoProblem]:
    for column, key in _TEXTS.items():
        text = cells.get(column, "")
        if text:
            yield Field(line, key, text)
        elif column != "sense":
            yield PoProblem(
                PoProblemKind.MISSING, line, f"“{column}” is empty — write it"
            )


def _parsed(cells: CellsByColumn, line: int) -> Iterator[Field | PoProblem]:
    for key in COLUMNS:
        cell = cells.get(key)
        if not cell or key in _NOT_FIELDS:
            continue
        for value in (cell,) if key in ONCE else cell.split("\n"):
            if value.strip(" "):
                yield _field(key, value.strip(" "), line)


def _field(key: str, value: str, line: int) -> Field | PoProblem:
    if wrong := _refused(key, value, line):
        return wrong
    found = parse_field(line, _comment(key, value))
    if isinstance(found, PoProblem) and found.kind is PoProblemKind.KEY:
        message = f"“{value}” in {key} has no colon — write “[US] if near …: term”"
        return found._replace(message=message)
    return found


def _refused(column: str, text: str, line: int) -> PoProblem | None:
    character = refused_character(text)
    if character is None:
        return None
    message = f"control character {character} in {column} — remove it"
    return PoProblem(PoProblemKind.VALUE, line, message)


def _comment(key: str, value: str) -> str:
    """Return the field as a comment of a PO file, to be parsed.

    >>> _comment("equivalent", "[US]: Secretary of State")
    'equivalent [US]: Secretary of State'
    >>> _comment("note", "[sic]")
    'note: [sic]'
    """
    if key in BOUND and value.startswith(_MARKS):
        return f"{key}{value}" if value[0] == ":" else f"{key} {value}"
    return f"{key}: {value}"


def _problems(cells: CellsByColumn, line: int) -> Iterator[PoProblem]:
    """Yield the problems with cells that are not fields of a comment."""
    texts = [(column, cells.get(column, "")) for column in _TEXTS]
    texts += [("comment", row) for row in cells.get("comment", "").split("\n")]
    refused = (_refused(column, text, line) for column, text in texts)
    yield from filter(None, refused)
    fuzzy = cells.get("fuzzy", "").casefold()
    if fuzzy not in _IS_FUZZY | _NOT_FUZZY:
        message = f"“{fuzzy}” in fuzzy — write {FUZZY}, or leave it empty"
        yield PoProblem(PoProblemKind.VALUE, line, message)
