"""Tables: what may stand in them, and what is said of what may not."""

from __future__ import annotations

import pytest

from padanan.errors import ExchangeError, MistakesError
from padanan.exchange import concept_rows
from padanan.exchange.formats import FormatOptions
from padanan.exchange.row_formats import CSV, TSV
from padanan.files.headings import TableOptions
from padanan.model import Concept, Glossary, Status, Term
from tests.glossaries import mini, plain


def loads(text: str) -> Glossary:
    """Return the glossary of a CSV file."""
    return CSV.loads(text.encode(), "daftar.csv")


def dumps(*concepts: Concept) -> str:
    """Return concepts as a CSV file."""
    return CSV.dumps(Glossary(concepts), FormatOptions()).files[0][1].decode()


def test_byte_order_mark_is_for_excel() -> None:
    """The mark is there when it is asked for, and read over."""
    for form in (CSV, TSV):
        data = form.dumps(mini(), FormatOptions(bom=True)).files[0][1]
        assert data.startswith(b"\xef\xbb\xbf")
        assert form.loads(data, "a").by_id == mini().by_id


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimiters_of_spreadsheets(delimiter: str) -> None:
    """Commas, semicolons and tabs are told apart by the heading."""
    text = delimiter.join(("Term", "english")) + "\r\n" + delimiter.join("ab")
    assert loads(text)["a"].equivalent == "b"


def test_unicode_text_of_excel() -> None:
    """What Excel calls Unicode text, UTF-16 with tabs, is read."""
    data = "term\tEnglish\r\nnota\tnote\r\n".encode("utf-16")
    assert TSV.loads(data, "a.txt")["nota"].equivalent == "note"


def test_columns_may_be_left_out_and_rows_empty() -> None:
    """Order does not matter, empty rows and columns without a name are skipped."""
    found = loads("English,,term,fuzzy\n\nnote,x,nota,Yes\n,,,\nvisa,,visa,\n")
    assert [(c.term, c.fuzzy) for c in found.concepts] == [
        ("nota", True),
        ("visa", False),
    ]
    assert found["nota"].domain == ""


def test_equivalents_with_region_and_condition() -> None:
    """A line of the cell says where the equivalent holds, as in PO."""
    cell = "[US]: Secretary of State\nif near Rubio: secretary\nminister\n: if so: so"
    found = loads(f'term,English,equivalent\nmenlu,FM,"{cell}"\n')["menlu"]
    assert found.equivalents[1:] == (
        Term("Secretary of State", Status.ADMITTED, region="US"),
        Term("secretary", Status.ADMITTED, condition="near Rubio"),
        Term("minister", Status.ADMITTED),
        Term("if so: so", Status.ADMITTED),
    )
    assert loads(dumps(found))["menlu"] == found


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "daftar.csv:1: not one column “term” — the first row names the columns"),
        ("nama,English\n", "daftar.csv:1: unknown column “nama” — known are term"),
        ("term\n", "daftar.csv:1: not one column “English”"),
        ("term,English\nnota,\n", "daftar.csv:2: “English” is empty — write it"),
        ("term,English\n,note\n", "daftar.csv:2: “term” is empty — write it"),
        ("term,English,pos\na,b,noum\n", ":2: unknown pos “noum” — did you mean"),
        ("term,English,fuzzy\na,b,perhaps\n", ":2: “perhaps” in fuzzy — write yes"),
        ("term,English\na,b\na,c\n", ":3: “a” occurs twice — join the rows"),
        ("term,English\na,b,c\n", ":2: more cells than the heading has"),
        ('term,English\na,"b\nc\n', ":2: not a table (unexpected end of data)"),
        ('term,English\n"a\tx",b\n', ":2: control character U+0009 in term — remove"),
        ('term,English,definition\na,b,"c\nd"\n', "U+000A in definition"),
        ("term,English,comment\na,b,c\x07d\n", "U+0007 in comment — remove it"),
        (
            "term,English,equivalent\na,b,[us]: c\n",
            "“[us]” is not a region — write two",
        ),
        ("term,English,equivalent\na,b,if c\n", "“if c” in equivalent has no colon"),
    ],
)
def test_mistakes_are_told_with_their_line(text: str, problem: str) -> None:
    """Each mistake has one line that says where it is and what to do."""
    with pytest.raises(ExchangeError) as raised:
        loads(text)
    assert problem in str(raised.value)


@pytest.mark.parametrize(
    "concept",
    [
        plain("nota")._replace(notes=("dua\nbaris",)),
        plain("nota")._replace(sources=("VCDR 9",)),
        plain("nota")._replace(comment="spasi \n"),
        plain("nota")._replace(definition=" spasi"),
        plain("nota")._replace(terms=(Term("nota"), Term("memo"))),
    ],
)
def test_what_would_be_read_otherwise_is_not_written(concept: Concept) -> None:
    """A concept that a table cannot hold is an error that names it."""
    with pytest.raises(ExchangeError, match=r"“nota” (would be|cannot be)"):
        tuple(concept_rows.rows(Glossary((concept,))))


def test_all_mistakes_are_told_at_once() -> None:
    """Each has its own line, in the order of the table; a title is no heading."""
    text = (
        "Daftar istilah,,\n,,\nIstilah,Bahasa Inggris,Harga\nnota,note,\nmemo,,\n"
        "visa,visa,,x\nnota,n,\n"
    )
    with pytest.raises(MistakesError) as raised:
        loads(text)
    assert [line.split(" — ")[0] for line in raised.value.lines] == [
        "daftar.csv:3: unknown column “Harga”",
        "daftar.csv:5: “English” is empty",
        "daftar.csv:6: more cells than the heading has",
        "daftar.csv:7: “nota” occurs twice",
    ]
    assert str(raised.value).endswith("(and 3 more)")


def test_a_column_is_mapped_or_left_out() -> None:
    """What nobody needs is left out by a mapping to a hyphen."""
    options = TableOptions(names=(("Lema", "term"), ("Harga", "-")))
    data = b"Lema;Inggris;Harga\nnota;note;5\n"
    assert CSV.loads(data, "a.csv", options)["nota"].equivalent == "note"
