"""Small files of the kinds of which only the text is read."""

from __future__ import annotations

import io
import zipfile
from html import escape

TEXT = "Menlu AS Marco Rubio membahas gencatan senjata dengan “PBB”."


def rich(text: str) -> bytes:
    """Return an RTF document of one paragraph."""
    said = "".join(
        f"\\u{unit}?" if unit > 126 or chr(unit) in "{}\\" else chr(unit)
        for unit in memoryview(text.encode("utf-16-le")).cast("H")
    )
    fonts = r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times;}}"
    body = rf"{{\*\generator x;}}\pard {said}\par"
    return rf"{{\rtf1\ansi\ansicpg1252{fonts}{body}}}".encode("ascii")


def made(kind: str, text: str = TEXT) -> bytes:
    """Return a file of one paragraph."""
    return MADE[kind](text)


def subtitled(text: str) -> bytes:
    """Return SRT subtitles of one cue."""
    return f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n".encode()


def pdf(*pages: str, width: int = 595, height: int = 842) -> bytes:
    """Return a PDF file of pages, each with the content that draws it.

    The font has every letter of Unicode's first plane: a code is two bytes, and says
    what it is.
    """
    start = 7
    kids = " ".join(f"{start + 2 * number} 0 R" for number in range(len(pages)))
    names = (
        "/CIDInit /ProcSet findresource begin begincmap /CMapName /A def "
        "1 begincodespacerange <0000> <ffff> endcodespacerange "
        "1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Helvetica /Encoding /Identity-H "
        "/DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Helvetica /DW 500 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        "/FontDescriptor 5 0 R >>",
        "<< /Type /FontDescriptor /FontName /Helvetica /Flags 4 /Ascent 800 "
        "/Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80 "
        "/FontBBox [0 -200 1000 800] >>",
        f"<< /Length {len(names)} >> stream\n{names}\nendstream",
    ]
    for number, content in enumerate(pages):
        objects += (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] "
            f"/Resources << /Font << /F 3 0 R >> >> /Contents "
            f"{start + 2 * number + 1} 0 R >>",
            f"<< /Length {len(content)} >> stream\n{content}\nendstream",
        )
    return assembled([each.encode("latin-1") for each in objects])


def assembled(objects: list[bytes]) -> bytes:
    """Return a PDF file of numbered objects, the first of which is its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count, begin = len(objects) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        count,
        begin,
    )
    return bytes(out)


def at(left: float, bottom: float, text: str, size: float = 10) -> str:
    """Return what draws a line of text; a letter is half as wide as its size."""
    code = text.encode("utf-16-be", "replace").hex()
    return f"BT /F {size} Tf 1 0 0 1 {left} {bottom} Tm <{code}> Tj ET\n"


def printed(text: str) -> bytes:
    """Return a PDF file of one page with a line, as long as it is."""
    return pdf(at(50, 700, text), width=max(200, len(text) * 5 + 100))


_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
)


def book(
    *chapters: str, more: dict[str, str] | None = None, properties: str = ""
) -> bytes:
    """Return an EPUB of chapters, each the body of a page.

    Args:
        chapters: in the order of the spine; their parts are named the other way round.
        more: other parts by their names.
        properties: of the first chapter.
    """
    numbers = range(len(chapters))
    items = "".join(
        f'<item id="c{n}" href="bab%20{len(chapters) - n}.xhtml" properties="'
        f'{"" if n else properties}" media-type="application/xhtml+xml"/>'
        for n in reversed(numbers)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in numbers)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>'
        f"{items}</manifest><spine>{spine}</spine></package>"
    )
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER,
        "OEBPS/content.opf": package,
        **{
            f"OEBPS/bab {len(chapters) - n}.xhtml": (
                '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
                f"<title/></head><body>{body}</body></html>"
            )
            for n, body in enumerate(chapters)
        },
        **(more or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), part, how)
    return stream.getvalue()


def bound(text: str) -> bytes:
    """Return an EPUB of one paragraph."""
    return book(f"<p>{escape(text)}</p>")


MADE = {"epub": bound, "subtitles": subtitled, "rtf": rich, "pdf": printed}
"""What makes a file of a text, by its kind."""

ENDINGS = {"epub": "epub", "pdf": "pdf", "rtf": "rtf", "srt": "subtitles"}
"""The kinds by the endings of their files."""
