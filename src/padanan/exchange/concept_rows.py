"""A concept as a row of a table: one column a field.

The columns have the names of the fields of a PO entry (``glossary/README.md``). A
field that may be repeated has one line of its cell for each value. An equivalent that
holds only somewhere has its region and condition before it, as in PO:
``[US] if near Rubio: Secretary of State``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.errors import ExchangeError
from padanan.exchange.formats import ordered
from padanan.files.po_problems import Kind, Problem, refused_character
from padanan.files.rows import TableRow
from padanan.glossary.concepts import canonical, concept, fields_of, problems
from padanan.glossary.fields import BOUND, KEYS, ONCE, Field, format_field, parse_field
from padanan.model import Concept, Glossary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.files.rows import Cells

    CellsByColumn = dict[str, str]

TERM, ENGLISH = "term", "English"

COLUMNS = (TERM, "sense", ENGLISH, *KEYS, "source", "comment", "fuzzy")
"""The columns in their order; a file may have another order, or leave some out."""

FUZZY = "yes"

# A cell that begins so says where alone an equivalent or the like holds.
_MARKS = ("[", "if ", ":")
_TEXTS = {TERM: "msgid", ENGLISH: "msgstr", "sense": "msgctxt"}
_NOT_FIELDS = frozenset({*_TEXTS, "source", "comment", "fuzzy"})
_NOT_FUZZY = frozenset({"", "no", "false", "0"})
_IS_FUZZY = frozenset({FUZZY, "true", "1", "x", "fuzzy"})


def rows(glossary: Glossary) -> Iterator[Cells]:
    """Yield the heading and a row for each concept, in the order of terms.

    Raises:
        ExchangeError: a concept cannot be written so that it is read back the same.
    """
    yield COLUMNS
    for item in ordered(glossary):
        cells = _cells(item)
        if tuple(_read(cells, 0)) != (canonical(item),):
            message = f"“{item.id}” would be read otherwise — mend its fields"
            raise ExchangeError(message)
        yield tuple(cells.get(column, "") for column in COLUMNS)


def glossary_of(table: Iterable[TableRow], path: str) -> Glossary:
    """Return the glossary of a table.

    Args:
        table: the rows, the heading first.
        path: for messages.

    Raises:
        ExchangeError: a column or a value is unknown, a term is missing or is there
            twice; with the number of the row.

    >>> from padanan.files.rows import TableRow
    >>> heading = TableRow(1, ("term", "English"))
    >>> table = [heading, TableRow(2, ("mediasi", "mediation"))]
    >>> glossary_of(table, "a.csv")["mediasi"].equivalent
    'mediation'
    """
    lines = iter(table)
    number, names = next(lines, TableRow(1, ()))
    columns = _columns(names, path, number)
    found: dict[str, Concept] = {}
    for line, row in lines:
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(columns) and any(row[len(columns) :]):
            message = "more cells than the heading has — quote cells with separators"
            raise ExchangeError(message, path=path, line=line)
        for item in _read(dict(zip(columns, row, strict=False)), line):
            if isinstance(item, Problem):
                raise ExchangeError(item.message, path=path, line=line)
            if item.id in found:
                message = f"“{item.term}” is there twice — join the rows or add a sense"
                raise ExchangeError(message, path=path, line=line)
            found[item.id] = item
    return Glossary(tuple(found.values()))


def _columns(names: Cells, path: str, line: int) -> Cells:
    columns = tuple(name.strip() for name in names)
    known = {column.casefold(): column for column in COLUMNS}
    for name in columns:
        if name and name.casefold() not in known:
            message = f"unknown column “{name}” — known are {', '.join(COLUMNS)}"
            raise ExchangeError(message, path=path, line=line)
    columns = tuple(known.get(name.casefold(), "") for name in columns)
    for name in (TERM, ENGLISH):
        if columns.count(name) != 1:
            message = f"not one column “{name}” — the first row names the columns"
            raise ExchangeError(message, path=path, line=line)
    return columns


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
    for field in fields:
        value = _value(field)
        before = cells.get(field.key)
        cells[field.key] = value if before is None else f"{before}\n{value}"
    return cells


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


def _read(cells: CellsByColumn, line: int) -> Iterator[Concept | Problem]:
    """Yield the concept of a row, or what is wrong with it."""
    cells = {name: cell.strip(" \n") for name, cell in cells.items() if name}
    found = (*_texts(cells, line), *_parsed(cells, line))
    fields = tuple(item for item in found if isinstance(item, Field))
    wrong = [item for item in found if isinstance(item, Problem)]
    wrong += (*problems(fields), *_problems(cells, line))
    if wrong:
        yield from wrong[:1]
        return
    yield concept(
        fields,
        domain="",
        sources=tuple(cells.get("source", "").split()),
        comment=cells.get("comment", ""),
        fuzzy=cells.get("fuzzy", "").casefold() in _IS_FUZZY,
    )


def _texts(cells: CellsByColumn, line: int) -> Iterator[Field | Problem]:
    for column, key in _TEXTS.items():
        text = cells.get(column, "")
        if text:
            yield Field(line, key, text)
        elif column != "sense":
            yield Problem(Kind.MISSING, line, f"“{column}” is empty — write it")


def _parsed(cells: CellsByColumn, line: int) -> Iterator[Field | Problem]:
    for key in COLUMNS:
        cell = cells.get(key)
        if not cell or key in _NOT_FIELDS:
            continue
        for value in (cell,) if key in ONCE else cell.split("\n"):
            if value.strip(" "):
                yield _field(key, value.strip(" "), line)


def _field(key: str, value: str, line: int) -> Field | Problem:
    if wrong := _refused(key, value, line):
        return wrong
    found = parse_field(line, _comment(key, value))
    if isinstance(found, Problem) and found.kind is Kind.KEY:
        message = f"“{value}” in {key} has no colon — write “[US] if near …: term”"
        return found._replace(message=message)
    return found


def _refused(column: str, text: str, line: int) -> Problem | None:
    character = refused_character(text)
    if character is None:
        return None
    message = f"control character {character} in {column} — remove it"
    return Problem(Kind.VALUE, line, message)


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


def _problems(cells: CellsByColumn, line: int) -> Iterator[Problem]:
    """Yield the problems with cells that are not fields of a comment."""
    texts = [(column, cells.get(column, "")) for column in _TEXTS]
    texts += [("comment", row) for row in cells.get("comment", "").split("\n")]
    refused = (_refused(column, text, line) for column, text in texts)
    yield from filter(None, refused)
    fuzzy = cells.get("fuzzy", "").casefold()
    if fuzzy not in _IS_FUZZY | _NOT_FUZZY:
        message = f"“{fuzzy}” in fuzzy — write {FUZZY}, or leave it empty"
        yield Problem(Kind.VALUE, line, message)
