"""Word documents: what paragraphs are, and how the text in them looks."""

from __future__ import annotations

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml

from padanan.articles.article import Cell
from padanan.articles.docx import document as reader
from padanan.articles.docx.package import R as RELATIONS
from tests.word import P, R, T, notes, raw, report, saved


def runs(data: bytes) -> list[tuple[str, str, str]]:
    """Return kind, text and target of the runs of a document."""
    article = reader.read(data, "a.docx")
    return [
        (run.kind, article.text[run.start : run.end], run.target)
        for block in article.blocks
        for run in block.runs
    ]


def look(properties: str, text: str) -> str:
    """Return a run that looks so."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def field(kind: str) -> str:
    """Return a run that begins, parts or ends a field."""
    return R(f'<w:fldChar w:fldCharType="{kind}"/>')


def test_the_report() -> None:
    """Headings have their level, paragraphs of a table their cell."""
    article = reader.read(saved(report()), "a.docx")
    assert [(b.role, b.level, b.cell) for b in article.blocks] == [
        ("title", 0, None),
        ("heading", 1, None),
        ("paragraph", 0, None),
        ("item", 1, None),
        ("quote", 0, None),
        ("cell", 0, Cell(0, 0, 0)),
        ("cell", 0, Cell(0, 0, 1)),
        ("paragraph", 0, None),
    ]
    assert runs(saved(report())) == [
        ("bold", "Luar", ""),
        ("italic", "catan\tsenjata di ", ""),
    ]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (look("<w:b/>", "a") + look("<w:i/><w:b/>", "b") + look("<w:i/>", "c"),
         [("bold", "ab", ""), ("italic", "b", ""), ("italic", "c", "")]),
        (look('<w:b w:val="0"/><w:u w:val="none"/>', "a"), []),
        (look('<w:u w:val="single"/><w:dstrike/>', "a"),
         [("underline", "a", ""), ("strike", "a", "")]),
        (T("CO") + look('<w:vertAlign w:val="subscript"/>', "2"),
         [("subscript", "2", "")]),
        ('<w:hyperlink w:anchor="b">' + T("a") + look("<w:b/>", "b") + "</w:hyperlink>",
         [("link", "ab", "#b"), ("bold", "b", "")]),
        ("<w:fldSimple w:instr=' HYPERLINK \"https://x.example\" '>" + T("a")
         + "</w:fldSimple>", [("link", "a", "https://x.example")]),
        (field("begin") + R('<w:instrText> HYPERLINK \\l "b" </w:instrText>')
         + field("separate") + T("a") + field("end") + T("c"), [("link", "a", "#b")]),
        (field("begin") + R("<w:instrText>PAGE</w:instrText>") + field("separate")
         + T("7") + field("end"), []),
        (field("end") + T("a"), []),
        (T("a") + R('<w:footnoteReference w:id="2"/>') + T("b"),
         [("note", "", "footnote-2")]),
        (T("a") + R("<w:drawing/>"), [("image", "", "")]),
    ],
)  # fmt: skip
def test_runs(paragraph: str, expected: list[tuple[str, str, str]]) -> None:
    """Properties, links, fields, notes and images are runs of their paragraph."""
    assert runs(raw(P(paragraph))) == expected


def test_links_lead_where_the_relations_say() -> None:
    """The address of a link stands in the relations of the part."""
    document = docx.Document()
    paragraph = document.add_paragraph("Lihat ")
    name = paragraph.part.relate_to(
        "https://pbb.example/", f"{RELATIONS}/hyperlink", is_external=True
    )
    data = saved(document)
    text = f'<w:hyperlink xmlns:r="{RELATIONS}" r:id="{name}">{T("PBB")}</w:hyperlink>'
    element = parse_xml(
        f'<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"{text}</w:p>"
    )
    paragraph._p.append(element[0])  # noqa: SLF001 -- python-docx makes no links
    assert runs(data) == []
    assert runs(saved(document)) == [("link", "PBB", "https://pbb.example/")]


def test_styles_of_characters() -> None:
    """A style looks as the style that it is based on, but for what it says itself."""
    document = docx.Document()
    loud = document.styles.add_style("Keras", WD_STYLE_TYPE.CHARACTER)
    loud.font.bold = loud.font.italic = True
    soft = document.styles.add_style("Lunak", WD_STYLE_TYPE.CHARACTER)
    soft.base_style, soft.font.bold = loud, False
    paragraph = document.add_paragraph()
    paragraph.add_run("a", style=loud)
    paragraph.add_run("b", style=soft)
    paragraph.add_run("c", style=soft).italic = False
    assert runs(saved(document)) == [
        ("bold", "a", ""), ("italic", "a", ""), ("italic", "b", "")
    ]  # fmt: skip


def test_styles_based_on_each_other_do_no_harm() -> None:
    """A style that is based on itself is read once."""
    document = docx.Document()
    one = document.styles.add_style("Satu", WD_STYLE_TYPE.CHARACTER)
    two = document.styles.add_style("Dua", WD_STYLE_TYPE.CHARACTER)
    one.base_style, two.base_style, one.font.bold = two, one, True
    document.add_paragraph().add_run("a", style=two)
    assert runs(saved(document)) == [("bold", "a", "")]


def test_notes_have_the_labels_of_their_references() -> None:
    """What a reference has as its target, the paragraphs of the note have as label."""
    data = raw(
        P(T("konsul") + R('<w:endnoteReference w:id="1"/>')),
        footnotes=notes("footnote", "Kata PBB."),
        endnotes=notes("endnote", "Nota diplomatik."),
    )
    blocks = reader.read(data, "a.docx").blocks
    assert [(block.role, block.note) for block in blocks] == [
        ("paragraph", ""), ("note", "footnote-1"), ("note", "endnote-1")
    ]  # fmt: skip
    assert blocks[0].runs[0].target == "endnote-1"


def test_cells_have_their_columns() -> None:
    """Merged cells cover columns; what stands in a nested table counts outside."""
    document = docx.Document()
    for number in range(2):
        table = document.add_table(2, 3)
        for row in range(2):
            for column in range(3):
                table.cell(row, column).text = f"{number}{row}{column}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "lebar"
    table.cell(1, 2).add_table(1, 1).cell(0, 0).text = "dalam"
    article = reader.read(saved(document), "a.docx")
    cells = {article.text[b.start : b.end]: b.cell for b in article.blocks}
    assert cells["012"] == Cell(0, 1, 2)
    assert cells["lebar"] == Cell(1, 0, 0, 2)
    assert cells["102"] == Cell(1, 0, 2)
    assert cells["112"] == cells["dalam"] == Cell(1, 1, 2)


def test_list_items_have_their_depth() -> None:
    """The depth of an item stands in its numbering, or in the name of its style."""
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="2"/></w:numPr></w:pPr>'
    (block,) = reader.read(raw(P(numbered + T("a"))), "a.docx").blocks
    assert (block.role, block.level) == ("item", 3)
    document = docx.Document()
    document.add_paragraph("a", style="List Bullet 2")
    assert reader.read(saved(document), "a.docx").blocks[0].level == 2
