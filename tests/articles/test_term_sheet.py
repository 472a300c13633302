"""The term sheet of a job, and the tables that it is written as."""

from __future__ import annotations

import csv
import io
import json
import sys

import pytest
from openpyxl import load_workbook

import padanan
from padanan.articles.annotated import AnnotatedArticle
from padanan.articles.article import Article
from padanan.articles.term_sheet import COLUMNS, TermLine, sheet
from padanan.errors import MissingExtraError
from padanan.render import term_sheet as sheet_views
from padanan.render.json import term_sheet

ANNOTATOR = padanan.Annotator()
HOSTILE = TermLine("=1+1", "a|b", None, 2, "x\x1b[2J\x00", "@note", "x", "law", "a.txt")


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
    assert rows[1][4] == "'@note"


def test_markdown() -> None:
    """A bar in a cell parts no columns."""
    lines = sheet_views.as_markdown([HOSTILE]).splitlines()
    assert lines[2].startswith(r"| =1+1 | a\|b | 2 |")
    assert len(lines) == 3


def test_json() -> None:
    """The values are plain, an empty note is none."""
    (row,) = json.loads(json.dumps(term_sheet([HOSTILE._replace(note="")])))["terms"]
    assert (row["term"], row["count"], row["note"]) == ("=1+1", 2, None)


def test_xlsx() -> None:
    """Text stays text and the count is a number."""
    book = load_workbook(io.BytesIO(sheet_views.as_xlsx([HOSTILE])))
    row = next(book.worksheets[0].iter_rows(min_row=2))
    assert [cell.data_type for cell in row] == ["s", "s", "n", "s", "s"]
    assert row[0].value == "=1+1"
    assert row[2].value == 2


def test_without_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing extra is named."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtraError, match=r"padanan\[office\]"):
        sheet_views.as_xlsx([])


def test_same_sheet_same_bytes() -> None:
    """A workbook has no date of its own."""
    assert sheet_views.as_xlsx([HOSTILE]) == sheet_views.as_xlsx([HOSTILE])
