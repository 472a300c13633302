"""Headings are known by language, locale and in Indonesian, wherever they stand."""

from __future__ import annotations

import pytest

from padanan.errors import ExchangeError
from padanan.exchange.concept_rows import COLUMNS, column_of
from padanan.files.headings import (
    TITLES,
    TableOptions,
    find_heading,
    language_of,
    mapping,
    refuse_options,
    unread_columns,
    unread_sheets,
)
from padanan.files.rows import TableRow
from padanan.translation.formats import columns


@pytest.mark.parametrize(
    ("heading", "language"),
    [
        ("id", "id"), ("ID", "id"), ("id-ID", "id"), ("id_ID", "id"), ("ind", "id"),
        ("in-ID", "id"), ("id-Latn-ID", "id"), ("id_ID.UTF-8", "id"), ("EN", "en"),
        ("en-US", "en"), ("en_GB", "en"), ("en-001", "en"), ("eng", "en"),
        ("Indonesian", "id"), ("Bahasa Indonesia", "id"), ("Indonesia", "id"),
        ("English", "en"), ("Inggris", "en"), ("Bahasa  Inggris:", "en"),
        ("English (United Kingdom)", "en"), ("Indonesian [id-ID]", "id"),
        ("English text", "en"), ("\ufeffEnglish", "en"), ("Sumber", None),
        ("identitas", None), ("ends", None), ("enam", None), ("fr-FR", None),
        ("", None),
    ],
)  # fmt: skip
def test_languages(heading: str, language: str | None) -> None:
    """A name or code of either language, with a country, a script or brackets."""
    assert language_of(heading) == language


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_is_known_by_its_own_name(column: str) -> None:
    """In whatever case, with a colon, with spaces around it."""
    for heading in (column, column.upper(), f" {column}: "):
        assert column_of(heading) == column


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Istilah", "term"), ("Bahasa Indonesia", "term"), ("id_ID", "term"),
        ("Padanan", "English"), ("Bahasa Inggris", "English"), ("en-GB", "English"),
        ("Keterangan", "note"), ("Definisi", "definition"), ("Bidang", "domain"),
        ("Kelas kata", "pos"), ("Sinonim", "variant"), ("Singkatan", "abbreviation"),
        ("Contoh kalimat", "example"), ("Sumber", "source"), ("Harga", None),
    ],
)  # fmt: skip
def test_columns_of_a_glossary_in_indonesian(heading: str, column: str | None) -> None:
    """Lists that Indonesian offices keep have Indonesian headings."""
    assert column_of(heading) == column


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("id-ID", "en-US"), ("id_ID", "en_GB"), ("Sumber", "Terjemahan"),
        ("source", "target"), ("Indonesian", "English (UK)"), ("msgid", "msgstr"),
        ("Teks sumber", "Teks sasaran"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("title", [0, 1, TITLES])
def test_columns_may_be_in_any_order_below_a_title(
    source: str, target: str, title: int
) -> None:
    """The heading decides which side is which, not the order."""
    above = [TableRow(n, ("Daftar", "")) for n in range(1, title + 1)]
    rows = [*above, (21, (target, "x", source)), (22, ("note", "", "nota"))]
    [unit] = columns.units(rows, "a.csv")
    assert (unit.source, unit.target, unit.place) == ("nota", "note", "row 22")


def test_without_a_heading_the_first_two_columns_count() -> None:
    """A sentence that begins like a heading is none."""
    rows = [(1, ("Sumber itu kering.", "The spring is dry.")), (2, ("a", "b"))]
    assert [unit.source for unit in columns.units(rows, "a.csv")] == [
        "Sumber itu kering.",
        "a",
    ]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((("id", "en"), ("nota", "note")), ()),
        ((("id", "en", "Terms"), ("nota", "note", "nota → note")), ()),
        ((("id", "en", "Status", "Oleh"), ("a", "b", "", "Ani"), ("c", "d", "ok")),
         ("not read: columns “Status”, “Oleh”",)),
        ((("id", "en", "Status"), ("a", "b", " ")), ()),
        ((("nota", "note", "ok"), ("visa", "visa")), ("not read: column “3”",)),
        ((("id", "en"), ("", "note"), ("nota", ""), ("", ""), ("", "x")),
         ("2 entries have no Indonesian text: passed over",)),
    ],
)  # fmt: skip
def test_what_is_not_read_of_a_table_is_told(
    rows: tuple[tuple[str, ...], ...], told: tuple[str, ...]
) -> None:
    """Other columns that have text are named, rows without Indonesian are counted."""
    assert columns.read_all(enumerate(rows, 1), "a.csv").unread == told


def test_what_a_mapping_leaves_out_is_known() -> None:
    """Of a column that the user leaves out nothing is said."""
    rows = [(1, ("id", "en", "Oleh")), (2, ("nota", "note", "Ani"))]
    options = TableOptions(names=mapping(["Oleh=-"]))
    assert columns.read_all(rows, "a.csv", options).unread == ()


def test_a_mapping_names_columns() -> None:
    """Headings that nobody knows are mapped; one that is known is overruled."""
    options = TableOptions(names=mapping(["Teks=source", "id=-", "Hasil = target"]))
    rows = [(1, ("id", "Teks", "Hasil")), (2, ("17", "nota", "note"))]
    [unit] = columns.units(rows, "a.csv", options)
    assert (unit.source, unit.target) == ("nota", "note")


@pytest.mark.parametrize(
    ("names", "problem"),
    [
        (["Tks=source"], "no heading “Tks” — it has “Teks”, “Hasil”"),
        (["Teks=sumber"], "no column “sumber” — name one of source, target, or -"),
        (["Teks=source"], "no row names both columns"),
    ],
)
def test_a_mapping_that_does_not_fit_is_told(names: list[str], problem: str) -> None:
    """What is mapped must be there, and complete."""
    rows = [(1, ("Teks", "Hasil")), (2, ("nota", "note"))]
    with pytest.raises(ExchangeError, match=problem):
        columns.units(rows, "a.csv", TableOptions(names=mapping(names)))


@pytest.mark.parametrize("text", ["Istilah", "=term", ""])
def test_a_mapping_has_two_sides(text: str) -> None:
    """A heading may have an equals sign itself, a mapping must have one."""
    with pytest.raises(ExchangeError, match="is not a mapping — write HEADING=COLUMN"):
        mapping([text])
    assert mapping(["a=b=term"]) == (("a=b", "term"),)


def test_what_is_no_table_has_no_options() -> None:
    """What can be said of tables only is refused elsewhere."""
    refuse_options(TableOptions(), "a.po")
    with pytest.raises(ExchangeError, match="--sheet and --map are for tables"):
        refuse_options(TableOptions("2"), "a.po")


def test_a_heading_far_below_is_none() -> None:
    """A row of a long table that has two such words is a row."""
    rows = [TableRow(n, ("a", "b")) for n in range(1, TITLES + 2)]
    assert (
        find_heading([*rows, TableRow(99, ("id", "en"))], language_of, ("id",)) is None
    )


def test_sheets_that_were_not_read_are_named() -> None:
    """One line, whatever their number."""
    assert unread_sheets(()) == ()
    assert unread_columns("ABCDE") == ("not read: columns “A”, “B”, “C” and 2 more",)
    [line] = unread_sheets(("A", "B"))
    assert line == "not read: sheets “A”, “B” — name it with --sheet"
