"""The term sheet of a job, and the tables that it is written as."""

from __future__ import annotations

import csv
import io
import json
import re
import sys

import pytest
from openpyxl import load_workbook

import padanan
from padanan.articles.annotated import AnnotatedArticle
from padanan.articles.article import Article
from padanan.articles.term_sheet import COLUMNS, TermLine, sheet
from padanan.errors import MissingExtraError
from padanan.files.rows import read_table
from padanan.files.text import decode
from padanan.render import term_sheet as sheet_views
from padanan.render.json import term_sheet

ANNOTATOR = padanan.Annotator()
HOSTILE = TermLine(
    "=1+1", "a|b", ("=1+1",), (), 2, "x\x1b[2J\x00", "@note", "", "x", "law", "a.txt"
)


def page(text: str, path: str = "a.txt") -> AnnotatedArticle:
    """Return an annotated article."""
    return AnnotatedArticle(Article(path, text, "text"), ANNOTATOR.annotate(text))


def test_one_row_a_concept_and_english() -> None:
    """Counts run over all articles; different English is another row."""
    found = sheet(
        [
            page("Menlu AS Marco Rubio dan Menlu Rusia Sergei Lavrov bertemu."),
            page("Menteri Luar Negeri Rusia menunggu.", "b.txt"),
        ]
    )
    rows = [(e.term, e.english, e.times, e.document) for e in found]
    assert ("menteri luar negeri", "Secretary of State", 1, "a.txt") in rows
    assert ("menteri luar negeri", "foreign minister", 2, "a.txt") in rows


def test_context_is_of_whole_words() -> None:
    """The first place stands in its context, white space levelled."""
    text = "kata " * 30 + "gencatan\nsenjata" + " kata" * 30
    (entry,) = sheet([page(text)])
    words = entry.context.split()
    assert "gencatan senjata" in entry.context
    assert set(words) == {"kata", "gencatan", "senjata"}
    assert len(entry.context) < 130


def test_text() -> None:
    """A line a term, with its note below; no control characters."""
    text = sheet_views.as_text([HOSTILE])
    assert "   2  =1+1  a|b  x[2J\n      @note\n" in text
    assert "No term" in sheet_views.as_text([])


def test_csv() -> None:
    """No cell begins a formula."""
    rows = list(csv.reader(sheet_views.as_csv([HOSTILE]).decode().splitlines()))
    assert tuple(rows[0]) == COLUMNS
    assert rows[1][0] == "'=1+1"
    assert rows[1][COLUMNS.index("note")] == "'@note"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_for_excel(delimiter: str) -> None:
    """Excel wants a mark, and the separator of its country; both can be read again."""
    data = sheet_views.as_csv([HOSTILE], delimiter, bom=True)
    assert data.startswith(b"\xef\xbb\xbfterm" + delimiter.encode() + b"forms")
    rows = [row.cells for row in read_table(decode(data, "a.csv"), "a.csv")]
    assert rows[0] == COLUMNS
    assert rows[1][:3] == ("=1+1", "=1+1", "a|b")


def test_forms_and_countries() -> None:
    """The forms in the text, the countries and why, the definition and the domain."""
    found = sheet(
        [
            page("Menlu Rusia Sergei Lavrov bertemu Menlu Prancis."),
            page("MENLU Rusia dan Menteri Luar Negeri Moskow.", "b.txt"),
        ]
    )
    [line] = [one for one in found if one.concept == "menteri-luar-negeri"]
    assert line.forms == ("Menlu", "Menteri Luar Negeri")
    assert line.countries == (("RU", "Rusia"), ("FR", "Prancis"))
    assert (line.region, line.because) == (None, "Rusia; Prancis")
    row = sheet_views.as_csv([line]).decode().splitlines()[1]
    assert '"Menlu, Menteri Luar Negeri",foreign minister,"Russia, France",' in row
    assert row.endswith(f"{line.definition},government")


def test_markdown() -> None:
    """A bar in a cell parts no columns."""
    lines = sheet_views.as_markdown([HOSTILE]).splitlines()
    assert lines[2].startswith(r"| =1+1 | =1+1 | a\|b |  |  | 2 |")
    assert len({len(re.split(r"(?<!\\)\|", line)) for line in lines}) == 1
    assert len(lines) == 3


def test_json() -> None:
    """The values are plain, an empty note is none."""
    (row,) = json.loads(json.dumps(term_sheet([HOSTILE._replace(note="")])))["terms"]
    assert (row["term"], row["count"], row["note"]) == ("=1+1", 2, None)


def test_xlsx() -> None:
    """Text stays text and the count is a number."""
    book = load_workbook(io.BytesIO(sheet_views.as_xlsx([HOSTILE])))
    row = next(book.worksheets[0].iter_rows(min_row=2))
    filled = [cell for cell in row if cell.value is not None]
    assert [cell.data_type for cell in filled] == ["s", "s", "s", "n", "s", "s", "s"]
    assert row[0].value == "=1+1"
    assert row[COLUMNS.index("count")].value == 2


def test_a_printed_workbook() -> None:
    """It is printed across, one page wide, and no row hides a part of its text."""
    long = HOSTILE._replace(note="kata " * 60, context="satu dua tiga")
    book = load_workbook(io.BytesIO(sheet_views.as_xlsx([HOSTILE, long])))
    printed = book.worksheets[0]
    assert printed.page_setup.orientation == "landscape"
    fitting = printed.sheet_properties.pageSetUpPr
    assert fitting is not None
    assert fitting.fitToPage
    assert printed.page_setup.fitToHeight == 0
    assert printed.print_title_rows == "$1:$1"
    assert printed.row_dimensions[2].height == 15
    # 300 characters in lines of 44.
    assert printed.row_dimensions[3].height == 15 * 7
    assert all(cell.border.left.style == "thin" for row in printed for cell in row)


def test_without_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing extra is named."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"padanan\[office\]"):
        sheet_views.as_xlsx([])


def test_same_sheet_same_bytes() -> None:
    """A workbook has no date of its own."""
    assert sheet_views.as_xlsx([HOSTILE]) == sheet_views.as_xlsx([HOSTILE])
