"""No term becomes a formula in a spreadsheet."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from padanan.exchange import formats
from padanan.model import Concept, Glossary, Term, concept_id

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0")


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("name", ["csv", "xlsx", "weblate"])
def test_no_cell_is_a_formula(name: str, text: str) -> None:
    """A cell that begins like a formula is text, or is left out."""
    concept = Concept(concept_id(text), "law", (Term(text),), (Term(text),))
    form = formats.named(name)
    dump = formats.writer(form)(Glossary((concept,)), formats.Options())
    data = dump.files[0][1]
    if name == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type in {"f", "e"}]
        return
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r")]
