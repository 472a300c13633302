"""Each text of a Word document is read, once, as Word shows it."""

from __future__ import annotations

import pytest

from padanan.articles.docx.document import read, write
from padanan.articles.marks import Mark
from padanan.translation import file_kinds
from tests.word import P, R, T, raw

BEGIN, SEPARATE, END = (
    R(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")
)
CODE = R("<w:instrText>IF</w:instrText>")
RAISED = (
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'.format
)
DELETED = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
MOVED = "<w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr>"


def text(body: str) -> str:
    """Return the text of a document with that body."""
    return read(raw(body), "a.docx").text


def alternate(choice: str, fallback: str) -> str:
    """Return content in two forms."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        # characters
        (R("<w:t>Nota</w:t><w:ptab/><w:t>visa</w:t>"), "Nota\tvisa"),
        (R("<w:t>Nota</w:t><w:cr/><w:t>visa</w:t>"), "Nota\nvisa"),
        (R('<w:t>a</w:t><w:sym w:font="Symbol" w:char="F0B7"/><w:t>b</w:t>'), "a•b"),
        (R('<w:sym w:font="Wingdings" w:char="F0E0"/><w:t>b</w:t>'), "→b"),
        (R('<w:sym w:font="Arial" w:char="00E9"/><w:t>b</w:t>'), "éb"),
        (R('<w:sym w:font="X" w:char="zz"/><w:sym w:char="D800"/><w:t>b</w:t>'), "b"),
        (
            R(
                "<w:ruby><w:rt>" + T("bacaan") + "</w:rt><w:rubyBase>" + T("nota")
                + "</w:rubyBase></w:ruby>"
            ),
            "nota",
        ),
        # alternate content
        (R(alternate("", "<w:t>🕊</w:t>")), "🕊"),
        (R(alternate("<w:t>baru</w:t>", "<w:t>lama</w:t>")), "baru"),
        (alternate(T("baru"), T("lama")), "baru"),
        (alternate("<w:r/>", T("lama")), "lama"),
        (R("<mc:AlternateContent/>") + T("x"), "x"),
        # fields
        (T("a ") + BEGIN + CODE + SEPARATE + T("b") + END + T(" c"), "a b c"),
        (T("a ") + BEGIN + T("kode") + SEPARATE + T("b") + END, "a b"),
        (
            T("a ") + BEGIN + CODE + BEGIN + CODE + SEPARATE + T("duta") + END
            + SEPARATE + T("b") + END,
            "a b",
        ),
        (
            BEGIN + CODE + SEPARATE + T("a ") + BEGIN + CODE + SEPARATE + T("b") + END
            + T(" c") + END,
            "a b c",
        ),
        (T("a ") + BEGIN + T("tak berakhir"), "a tak berakhir"),
        (T("a") + END + SEPARATE + T("b"), "ab"),
        (
            R(
                '<w:t>a </w:t><w:fldChar w:fldCharType="begin"/><w:t>kode</w:t>'
                '<w:fldChar w:fldCharType="separate"/><w:t>b</w:t>'
                '<w:fldChar w:fldCharType="end"/>'
            ),
            "a b",
        ),
    ],
)  # fmt: skip
def test_what_a_paragraph_says(paragraph: str, expected: str) -> None:
    """Characters of every kind are read, codes and second forms are not."""
    assert text(P(paragraph)) == expected


def test_the_code_of_a_field_may_run_over_paragraphs() -> None:
    """A field that ends in another paragraph hides its code in both."""
    body = P(T("a") + BEGIN + T("kode")) + P(T("kode") + SEPARATE + T("b")) + P(END)
    assert text(body) == "a\n\nb"


def test_text_boxes_in_two_forms_are_read_once() -> None:
    """The box is read where it stands first; one with text only below, there."""
    box = "<w:txbxContent>" + P(T("kotak")) + "</w:txbxContent>"
    assert text(P(R(alternate(box, box)))) == "kotak"
    assert text(P(R(alternate("<w:drawing/>", box)))) == "kotak"
    assert text(alternate(P(T("satu")), P(T("lain")))) == "satu"


@pytest.mark.parametrize("mark", [DELETED, MOVED])
def test_a_deleted_end_joins_paragraphs(mark: str) -> None:
    """Two paragraphs, whose end between them is deleted, are one, with its term."""
    body = P(mark + T("Gencatan ")) + "<w:bookmarkStart/>" + P(T("senjata."))
    assert text(body) == "Gencatan senjata."
    out = write(read(raw(body), "a.docx"), (Mark(0, 16, "truce", "conflict"),))
    assert read(out, "a.docx").text == "Gencatan senjata."
    assert (
        text(P(mark + T("a")) + P(mark + T("b")) + P(T("c")) + P(T("d"))) == "abc\n\nd"
    )


def test_a_deleted_end_before_a_table_joins_nothing() -> None:
    """What has no paragraph behind it stays one, and is not lost."""
    cell = "<w:tc>" + P(DELETED + T("b")) + "</w:tc>"
    body = P(DELETED + T("a")) + f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"
    assert text(body + P(DELETED + T("c"))) == "a\n\nb\n\nb\n\nc"


@pytest.mark.parametrize("number", ["1", "12", "[3]", "*", "1,2", "a"])
def test_a_raised_number_is_no_part_of_the_word(number: str) -> None:
    """The number of a note directly behind a word is not looked at."""
    readable = read(
        raw(P(T("senjata") + RAISED(number) + T(" lagi"))), "a.docx"
    ).readable
    assert readable == "senjata" + "\ufffc" * len(number) + " lagi"


def test_what_is_raised_otherwise_is_read() -> None:
    """A raised letter that is no note, and a raised number by itself, are read."""
    article = read(raw(P(T("ke-17") + RAISED("th") + T(" ") + RAISED("2"))), "a.docx")
    assert article.readable == article.text


def row(*cells: str) -> str:
    """Return a row of a table with these contents of cells."""
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_a_nested_table_is_text_of_its_cell() -> None:
    """Rows of a table in a cell are no rows of the outer table."""
    inner = f"<w:tbl>{row(P(T('gencatan senjata')), P(T('tiga hari')))}</w:tbl>"
    outer = row(P(T("Rinciannya:")) + inner, P(T("Details: truce, three days")))
    data = raw(f"<w:tbl>{outer}{row(P(T('nota')), P(T('note')))}</w:tbl>")
    found = file_kinds.read(data, "a.docx")
    assert [unit.source for unit in found] == [
        "Rinciannya:\ngencatan senjata\ntiga hari",
        "nota",
    ]


def test_a_raised_number_in_a_table_is_a_sign() -> None:
    """A unit has no formats: the number of a note is a character of its own."""
    data = raw(
        f"<w:tbl>{row(P(T('nota') + RAISED('1')), P(T('note') + RAISED('1')))}</w:tbl>"
    )
    (unit,) = file_kinds.read(data, "a.docx")
    assert (unit.source, unit.target) == ("nota¹", "note¹")


def test_further_tables_are_not_passed_over_without_a_word() -> None:
    """Only the first table holds units; the others are counted."""
    table = f"<w:tbl>{row(P(T('nota')), P(T('note')))}</w:tbl>"
    found = file_kinds.read_all(raw(table + P("") + table + P("") + table), "a.docx")
    assert len(found.units) == 1
    assert found.unread == ("2 further tables were not read: only the first is",)
