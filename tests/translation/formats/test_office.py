"""Worksheets for Word and Excel: what a reader sees, what a cell cannot hold."""

from __future__ import annotations

import io
import sys
import zipfile

import docx
import openpyxl
import pytest

from padanan.errors import ExchangeError, MissingExtraError
from padanan.translation import file_kinds
from padanan.translation.units import Unit
from tests.worksheets import ARTICLE, worksheet

FUZZY = Unit("1", "Kyiv diam!", "Kyiv is silent!")


def test_word_highlights_terms() -> None:
    """In a Word document the terms are highlighted, hints stand beside them."""
    data = file_kinds.write_worksheet(worksheet(ARTICLE, FUZZY), "docx")
    document = docx.Document(io.BytesIO(data))
    rows = document.tables[0].rows
    assert [cell.text for cell in rows[0].cells] == ["Indonesian", "English", "Terms"]
    runs = rows[1].cells[0].paragraphs[0].runs
    assert [run.text for run in runs if run.font.highlight_color] == [
        "Gencatan Senjata"
    ]
    assert rows[1].cells[2].text.startswith("Gencatan Senjata = ceasefire; truce\n")
    marks = [row.cells[2].text for row in rows if "fuzzy" in row.cells[2].text]
    assert len(marks) == 1
    assert marks[0].endswith("(delete this line when the English is right)")
    assert document.paragraphs[-1].runs[0].font.hidden


def test_excel_shows_terms_in_bold() -> None:
    """In a spreadsheet terms are bold, formulas are text, a suggestion is coloured."""
    data = file_kinds.write_worksheet(worksheet(ARTICLE, FUZZY), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(data), rich_text=True)
    sheet = book.worksheets[0]
    bold = [str(part) for part in sheet["A2"].value if not isinstance(part, str)]
    assert bold == ["Gencatan Senjata"]
    assert sheet["A8"].value == "=1+1 \\n tetap teks."
    assert sheet["A8"].data_type == "s"
    assert sheet["B7"].value == FUZZY.target
    assert sheet["B7"].fill.fgColor.rgb == "00FFF2CC"
    assert book.worksheets[1].sheet_state == "hidden"


def test_a_sentence_too_long_for_a_cell_is_refused() -> None:
    """Excel's limit is named before anything is written."""
    with pytest.raises(ExchangeError, match="a cell holds 32,767 characters"):
        file_kinds.write_worksheet(worksheet("kata " * 7_000), "xlsx")


def test_a_long_article_fits_the_hidden_sheet() -> None:
    """What joins many sentences takes several cells."""
    text = "".join(f"Kalimat {number}.\n" for number in range(300))
    data = file_kinds.write_worksheet(worksheet(text), "xlsx")
    assert file_kinds.read_worksheet(data, "a.xlsx").text == text


@pytest.mark.parametrize(("name", "module"), [("docx", "docx"), ("xlsx", "openpyxl")])
def test_a_missing_package_is_named(
    name: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra the error says what to install."""
    sheet = worksheet()
    data = file_kinds.write_worksheet(sheet, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=r"pip install 'padanan\[office\]'"):
        file_kinds.write_worksheet(sheet, name)
    if name == "xlsx":  # Word documents are read without it
        with pytest.raises(MissingExtraError, match="spreadsheets need"):
            file_kinds.read_worksheet(data, "a.xlsx")


def test_another_spreadsheet_is_refused() -> None:
    """A table without the hidden sheet is bilingual, but no worksheet."""
    book = openpyxl.Workbook()
    book.worksheets[0].append(["nota", "note"])
    stream = io.BytesIO()
    book.save(stream)
    with pytest.raises(ExchangeError, match="no worksheet of Padanan"):
        file_kinds.read_worksheet(stream.getvalue(), "a.xlsx")


def test_another_archive_is_refused() -> None:
    """An archive that is not a workbook is refused in one line."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "nota")
    with pytest.raises(ExchangeError, match="not a workbook"):
        file_kinds.read_worksheet(stream.getvalue(), "a.xlsx")


def test_a_deleted_row_is_missed() -> None:
    """A row deleted in Excel is missed when the article is put together."""
    book = openpyxl.load_workbook(
        io.BytesIO(file_kinds.write_worksheet(worksheet(), "xlsx"))
    )
    book.worksheets[0].delete_rows(4)
    stream = io.BytesIO()
    book.save(stream)
    with pytest.raises(ExchangeError, match="sentence 3 is missing"):
        file_kinds.read_worksheet(stream.getvalue(), "a.xlsx")


def made(form: str) -> bytes:
    """Return a worksheet."""
    return file_kinds.write_worksheet(worksheet(ARTICLE), form)


def test_a_worksheet_is_printed_well() -> None:
    """Both kinds lie across; rows have lines around them, and none breaks in two."""
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx")))
    sheet = book.worksheets[0]
    assert sheet.page_setup.orientation == "landscape"
    assert all(cell.border.bottom.style == "thin" for row in sheet for cell in row)
    document = docx.Document(io.BytesIO(made("docx")))
    rows = document.element.body.findall(".//w:tr", document.element.nsmap)
    kept = [row.find("w:trPr/w:cantSplit", row.nsmap) is not None for row in rows]
    assert all(kept)
    assert rows[0].find("w:trPr/w:tblHeader", rows[0].nsmap) is not None
