"""OpenDocument texts that tests are made from."""

from __future__ import annotations

import io
import zipfile
from html import escape

_BASE = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = {
    **{
        name: f"{_BASE}:{name}:1.0" for name in ("office", "text", "table", "style")
    },
    "draw": f"{_BASE}:drawing:1.0",
    "fo": f"{_BASE}:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}  # fmt: skip
SPACES = " ".join(f'xmlns:{name}="{value}"' for name, value in _NAMES.items())
KIND = "application/vnd.oasis.opendocument.text"

LOOKS = "".join(
    f'<style:style style:name="{name}" style:family="text"><style:text-properties '
    f"{properties}/></style:style>"
    for name, properties in (
        ("B", 'fo:font-weight="bold"'),
        ("I", 'fo:font-style="italic"'),
        ("S", 'style:text-position="super 58%"'),
        ("R", 'fo:language="id" fo:country="ID"'),
    )
)
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest'
    f':1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type='
    '"text/xml"/><manifest:file-entry manifest:full-path="styles.xml" '
    'manifest:media-type="text/xml"/></manifest:manifest>'
)


def paragraph(inside: str) -> str:
    """Return a paragraph."""
    return f'<text:p text:style-name="Standard">{inside}</text:p>'


def span(look: str, inside: str) -> str:
    """Return words in a style of ``LOOKS``."""
    return f'<text:span text:style-name="{look}">{inside}</text:span>'


def document(body: str, header: str = "") -> bytes:
    """Return a document of these elements."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{LOOKS}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    styles = (
        f"<office:document-styles {SPACES}><office:master-styles><style:master-page "
        f'style:name="Standard"><style:header>{header}</style:header>'
        "</style:master-page></office:master-styles></office:document-styles>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), KIND)
        for name, text in (
            ("content.xml", content),
            ("styles.xml", styles),
            ("META-INF/manifest.xml", MANIFEST),
        ):
            info = zipfile.ZipInfo(name)
            archive.writestr(info, text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def said(text: str) -> bytes:
    """Return a document of one paragraph."""
    spaced = escape(text, quote=False).replace("  ", " <text:s/>")
    if spaced.startswith(" "):
        spaced = f"<text:s/>{spaced[1:]}"
    if spaced.endswith(" "):
        spaced = f"{spaced[:-1]}<text:s/>"
    return document(paragraph(spaced))


PIECES = (
    *(
        "PBB ",
        "dua kata. Tiga ",
        "&amp; ",
        "\n   ",
        "<text:s/>",
        '<text:s text:c="3"/>',
    ),
    *("<text:tab/>", "<text:line-break/>", "<text:soft-page-break/>", "<!-- c -->"),
    *(
        span("B", "tebal "),
        span("I", span("B", "x ")),
        span("R", "kata "),
        span("B", ""),
    ),
    span("S", "1"),
    '<text:a xlink:href="https://un.example">tautan </text:a>',
    f'<text:a xlink:href="#x">{span("B", "a ")}b </text:a>',
    span("B", '<text:a xlink:href="#y">c </text:a>d '),
    '<text:bookmark-start text:name="b"/>satu <text:bookmark-end text:name="b"/>',
    '<text:bookmark-start text:name="c"/>x ',
    '<text:bookmark-end text:name="c"/>',
    '<text:note text:id="n" text:note-class="footnote"><text:note-citation>1'
    f"</text:note-citation><text:note-body>{paragraph('Catatan.')}</text:note-body>"
    "</text:note>",
    f"<draw:frame><draw:text-box>{paragraph('Kotak ')}</draw:text-box></draw:frame>",
    '<draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame>',
    '<text:page-number text:select-page="current">3</text:page-number>',
    f"<office:annotation><dc:creator>A</dc:creator>{paragraph('Komentar')}"
    "</office:annotation>",
    '<text:change-start text:change-id="1"/>baru <text:change-end text:change-id="1"/>',
)
"""Pieces that make a paragraph, in any order."""
