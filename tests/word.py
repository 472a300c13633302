"""Word documents that tests are made from."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import Pt, RGBColor

from padanan.articles.docx.package import W

if TYPE_CHECKING:
    from docx.document import Document


def saved(document: Document) -> bytes:
    """Return the bytes of a document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def report() -> Document:
    """Return a report with headings, runs, a table, a list, a link and a field."""
    document = docx.Document()
    document.add_heading("Menlu AS Bahas Gencatan Senjata", 0)
    document.add_heading("Perundingan", 1)
    paragraph = document.add_paragraph("Menteri ")
    paragraph.add_run("Luar").bold = True
    run_ = paragraph.add_run(" Negeri AS menyambut gen")
    run_.font.size = Pt(14)
    run_.font.color.rgb = RGBColor(0x80, 0, 0)
    paragraph.add_run("catan\tsenjata di ").italic = True
    paragraph.add_run("PBB, kata konsul.").font.highlight_color = WD_COLOR_INDEX.YELLOW
    document.add_paragraph("Nota diplomatik", style="List Bullet")
    document.add_paragraph("Perundingan menyusul.", style="Intense Quote")
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    table.cell(0, 0).text = "PBB"
    table.cell(0, 1).text = "Hubungan bilateral\nkonsul"
    style = document.styles.add_style("Cap", WD_STYLE_TYPE.CHARACTER)
    style.font.small_caps = True
    document.add_paragraph().add_run("gencatan senjata", style="Cap")
    return document


P = "<w:p>{}</w:p>".format
R = "<w:r>{}</w:r>".format
T = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'.format


def raw(body: str, **parts: str) -> bytes:
    """Return a document of these elements, with further parts beside it."""
    data = io.BytesIO(_empty())
    out = io.BytesIO()
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == "word/document.xml":
                part = (
                    f'<w:document xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats'
                    f'.org/markup-compatibility/2006"><w:body>{body}</w:body>'
                    "</w:document>"
                ).encode()
            if info.filename == "word/_rels/document.xml.rels":
                related = "".join(
                    f'<Relationship Id="x{name}" Type="x/relationships/{name}" '
                    f'Target="{name}.xml"/>'
                    for name in parts
                )
                part = part.replace(
                    b"</Relationships>", f"{related}</Relationships>".encode()
                )
            new.writestr(info, part)
        for name, text in parts.items():
            new.writestr(f"word/{name}.xml", text)
    return out.getvalue()


@cache
def _empty() -> bytes:
    return saved(docx.Document())


def notes(kind: str, text: str) -> str:
    """Return a part of footnotes or endnotes."""
    note = f'<w:{kind} w:id="1">{P(T(text))}</w:{kind}>'
    return f'<w:{kind}s xmlns:w="{W}">{note}</w:{kind}s>'
