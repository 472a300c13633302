"""Workbooks: what a spreadsheet program finds in them, and what we refuse."""

from __future__ import annotations

import io
import sys
import zipfile

import openpyxl
import pytest

from padanan.errors import ExchangeError, MissingExtraError
from padanan.exchange import concept_rows, spreadsheet
from padanan.exchange.formats import FormatOptions
from padanan.files import limits
from padanan.model import Glossary
from tests.glossaries import hostile, mini, plain


def dumps(glossary: Glossary) -> bytes:
    """Return a glossary as a workbook."""
    return spreadsheet.dumps(glossary, FormatOptions()).files[0][1]


def workbook(*rows: tuple[str | float | None, ...]) -> bytes:
    """Return a workbook as another program would write it."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def repacked(data: bytes, name: str, content: bytes) -> bytes:
    """Return a workbook with another content of one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            part = content if each == name else old.read(each)
            new.writestr(each, part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def test_sheet_is_ready_for_work() -> None:
    """The heading stays in sight and has filters; cells are wrapped; choices listed."""
    sheet = openpyxl.load_workbook(io.BytesIO(dumps(mini())))["Glossary"]
    assert sheet.freeze_panes == "B2"
    last = openpyxl.utils.get_column_letter(len(concept_rows.COLUMNS))
    assert sheet.auto_filter.ref == f"A1:{last}6"
    assert sheet["A1"].font.bold
    assert sheet["A2"].alignment.wrap_text
    assert [cell.value for cell in sheet[1]] == list(concept_rows.COLUMNS)
    choices = {each.formula1 for each in sheet.data_validations.dataValidation}
    assert '"smart,exact,off"' in choices


def test_every_cell_is_text() -> None:
    """No hostile string has become a formula or an error."""
    sheet = openpyxl.load_workbook(io.BytesIO(dumps(hostile()))).worksheets[0]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value}
    assert kinds == {"s"}


def test_error_codes_and_escapes_come_back() -> None:
    """#N/A is a text like any other, and so is what looks like an escape."""
    glossary = Glossary((plain("#N/A", "_x0041_"), plain("_x000D_", "#REF!")))
    assert spreadsheet.loads(dumps(glossary), "a.xlsx").by_id == glossary.by_id


def test_numbers_are_read_as_they_are_typed() -> None:
    """A cell that a spreadsheet made a number of is its digits."""
    data = workbook(("term", "English", "note"), (2030, "x", 1.5), (None, None), ())
    (concept,) = spreadsheet.loads(data, "a.xlsx").concepts
    assert (concept.term, concept.notes) == ("2030", ("1.5",))


def test_formulas_are_refused_with_their_row() -> None:
    """A formula is no text: its row is named."""
    data = workbook(("term", "English"), ("nota", "=1+1"))
    with pytest.raises(ExchangeError, match=r"^a.xlsx:2: a formula in “=1\+1” — write"):
        spreadsheet.loads(data, "a.xlsx")


def test_empty_workbook_is_refused() -> None:
    """A sheet without a heading is no glossary."""
    with pytest.raises(ExchangeError, match="not one column “term”"):
        spreadsheet.loads(workbook(), "a.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_entities_are_refused(encoding: str) -> None:
    """A part that declares entities is not parsed at all."""
    bomb = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    data = repacked(dumps(mini()), "xl/worksheets/sheet1.xml", bomb.encode(encoding))
    with pytest.raises(ExchangeError, match="has a DOCTYPE — save"):
        spreadsheet.loads(data, "a.xlsx")


def test_decompression_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks without end is not unpacked."""
    monkeypatch.setattr(limits, "PACKAGE", 1000)
    with pytest.raises(ExchangeError, match="unpacks to more than"):
        spreadsheet.loads(dumps(mini()), "a.xlsx")


def test_far_columns_cost_nothing() -> None:
    """A cell at the right edge of the sheet does not make every row as wide."""
    data = workbook(("term", "English", *[None] * 16_000, "x"), ("nota", "note"))
    assert spreadsheet.loads(data, "a.xlsx")["nota"].equivalent == "note"


def test_broken_parts_are_refused() -> None:
    """A workbook whose sheet is no XML is told in one line."""
    data = repacked(dumps(mini()), "xl/workbook.xml", b"<workbook")
    with pytest.raises(
        ExchangeError, match=r"^a.xlsx: not a workbook \(.*\) — save it"
    ):
        spreadsheet.loads(data, "a.xlsx")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("x" * 32_768, "more than 32,767 characters"),
        ("x005F_", "means an underscore"),
        ("a\ufffe", r"U\+FFFE is not allowed in XML"),
    ],
)
def test_what_no_cell_can_hold_is_refused(text: str, problem: str) -> None:
    """Nothing is cut off or changed in silence."""
    with pytest.raises(ExchangeError, match=problem):
        dumps(Glossary((plain("nota")._replace(definition=text),)))


def test_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without openpyxl the user is told what to install."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"padanan\[office\]"):
        dumps(mini())
