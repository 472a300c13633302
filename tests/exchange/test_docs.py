"""``docs/formats.md`` says what the table and the modules say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from padanan.exchange.concept_rows import COLUMNS
from padanan.exchange.formats import FORMATS, Format

TEXT = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\S+)\n\n(.*?)(?=^## |\Z)", TEXT, re.M | re.S))


def row(form: Format) -> str:
    """Return the row of a format in the table at the top of the page."""
    endings = " ".join(f"`{ending}`" for ending in form.endings)
    directions = "out, in" if form.reads else "out"
    lossless = "yes" if form.lossless else "no"
    name = f"[`{form.name}`](#{form.name})"
    return f"| {name} | {endings} | {directions} | {lossless} | {form.title} |\n"


def test_table_is_the_table() -> None:
    """The page lists all formats in our order, and no other."""
    table = re.search(r"^\|---\|---\|---\|---\|---\|\n((?:\|.*\n)+)", TEXT, re.M)
    assert table
    assert table[1] == "".join(map(row, FORMATS))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_section_lists_what_is_lost(form: Format) -> None:
    """Each format has a section whose list is that of our table."""
    assert tuple(re.findall(r"^- (.*)$", SECTIONS[form.name], re.M)) == (form.loses)


def test_sections_are_the_formats() -> None:
    """There is one section a format, in our order."""
    assert list(SECTIONS) == [form.name for form in FORMATS]


def test_columns_are_documented() -> None:
    """The section of csv explains every column."""
    named = set(re.findall(r"`([^`]+)`", SECTIONS["csv"].split("A cell that")[0]))
    assert set(COLUMNS) <= named
