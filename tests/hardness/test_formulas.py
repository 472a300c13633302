"""No term becomes a formula in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

import openpyxl
import pytest

from padanan.exchange import formats
from padanan.files.rows import guarded, is_formula, unguarded
from padanan.model import Concept, Glossary, Term, concept_id

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0")


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("name", ["csv", "xlsx", "weblate"])
def test_no_cell_is_a_formula(name: str, text: str) -> None:
    """A cell that begins like a formula is text, or is left out."""
    concept = Concept(concept_id(text), "law", (Term(text),), (Term(text),))
    form = formats.named(name)
    dump = formats.writer(form)(Glossary((concept,)), formats.FormatOptions())
    data = dump.files[0][1]
    if name == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type in {"f", "e"}]
        return
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r")]


UNSEEN = ("", "'", " ", "\u00a0", "\u200b", "\ufeff", "\u2060", "\u202e", "\u3000")
SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦")


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", UNSEEN)
def test_a_hidden_formula_is_seen(before: str, sign: str) -> None:
    """What a spreadsheet takes away before it looks does not hide a formula."""
    text = f"{before}{sign}1+1"
    assert is_formula(text)
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("name", ["google", "aws", "deepl", "omegat", "weblate"])
@pytest.mark.parametrize("text", [*FORMULAS, "＝1+1"])
def test_what_has_no_sign_for_text_leaves_it_out(name: str, text: str) -> None:
    """A format in which nothing can stand before a formula says what it left out."""
    concept = Concept(
        concept_id(text), "law", (Term(text),), (Term("note"),), definition="=1+1"
    )
    other = Concept("nota", "law", (Term("nota"),), (Term("note"),), definition="=2")
    dump = formats.writer(formats.named(name))(
        Glossary((concept, other)), formats.FormatOptions()
    )
    [line] = [line for line in dump.dropped if text in line]
    assert "formula" in line
    cells = re.split(r"[\t\n,]", dump.files[0][1].decode("utf-8-sig"))
    assert not [cell for cell in cells if is_formula(cell.strip('"'))]
