"""Texts and files of any size for ``bench_growth.py``."""

from __future__ import annotations

import io
import zipfile
from html import escape
from itertools import cycle, product
from typing import TYPE_CHECKING

from material import articles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MEGA = 1_000_000


def news(size: int) -> str:
    """Return articles as one text, so many characters in all."""
    return "".join(articles(size / MEGA))[:size]


def repeated(part: str) -> Callable[[int], str]:
    """Return what makes a text of any size by repeating a part."""
    return lambda size: (part * (size // len(part) + 1))[:size]


TEXTS: dict[str, Callable[[int], str]] = {
    "articles": news,
    "offices only": repeated("Menteri Luar Negeri Marco Rubio Menlu presiden "),
    "countries only": repeated("Rusia AS Amerika Serikat Indonesia Timor Leste "),
    "offices and countries": repeated("Menlu Rusia, AS, Cina, Iran dan Turki, "),
    "spaces": repeated(" "),
    "line breaks": repeated("\n"),
    "brackets": repeated("(["),
    "no full stop": lambda size: news(size).replace(".", "").replace("\n", " "),
    "one word": repeated("kesepakatan "),
    "one word without spaces": repeated("ratifikasi"),
    "one term": repeated("gencatan senjata "),
    "heads and modifiers": repeated("kerja sama bilateral ekonomi pertahanan "),
    "short forms introduced": repeated("Dewan Keamanan (DK) PBB menilai "),
    "not composed": repeated("e\u0301 gencatan\u00ad senjata _ "),
}
"""What a text is made of, and what makes it; all but the first are adversarial."""


def paragraphs(text: str) -> Iterator[str]:
    """Yield the lines of a text, none longer than 1,000 characters."""
    for line in text.splitlines():
        for start in range(0, len(line), 1_000):
            yield line[start : start + 1_000]


def as_text(text: str) -> bytes:
    """Return a plain text."""
    return text.encode()


def as_markdown(text: str) -> bytes:
    """Return Markdown with a heading, emphasis and lists."""
    forms = cycle(("# {}\n\n", "{} *dan* **lagi**\n\n", "- {}\n", "> {}\n\n"))
    return "".join(
        form.format(line) for form, line in zip(forms, paragraphs(text), strict=False)
    ).encode()


def as_html(text: str) -> bytes:
    """Return a page of paragraphs with inline elements."""
    inside = "".join(
        f"<p>{escape(line)} <b>dan <i>lagi</i></b></p>\n" for line in paragraphs(text)
    )
    return f"<!DOCTYPE html><html lang=id><body>{inside}</body></html>".encode()


def as_rtf(text: str) -> bytes:
    """Return Rich Text of paragraphs with formats."""
    inside = "".join(
        f"{{\\b {_rtf(line)}}} dan {{\\i lagi}}\\par\n" for line in paragraphs(text)
    )
    return f"{{\\rtf1\\ansi\n{inside}}}".encode()


def as_srt(text: str) -> bytes:
    """Return subtitles of three lines a cue."""
    words = text.split()
    cues = (" ".join(words[at : at + 12]) for at in range(0, len(words), 12))
    return "".join(
        f"{number}\n{_time(number)} --> {_time(number + 1)}\n{cue}\n\n"
        for number, cue in enumerate(cues, 1)
    ).encode()


def as_docx(text: str) -> bytes:
    """Return a Word document of paragraphs of three runs."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats"
    inside = "".join(
        f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr>"
        '<w:t xml:space="preserve"> dan</w:t></w:r><w:r><w:t> lagi</w:t></w:r></w:p>'
        for line in paragraphs(text)
    )
    return _packed({
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default '
        f'Extension="rels" ContentType="{kind}-package.relationships+xml"/><Override '
        'PartName="/word/document.xml" ContentType='
        f'"{kind}-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship '
        f'Id="a" Type="{office}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>{inside}</w:body>'
        "</w:document>",
    })  # fmt: skip


def as_odt(text: str) -> bytes:
    """Return an OpenDocument text of paragraphs with a span."""
    base = "urn:oasis:names:tc:opendocument:xmlns"
    kind = "application/vnd.oasis.opendocument.text"
    inside = "".join(
        f"<text:p>{escape(line)} <text:span>dan lagi</text:span></text:p>"
        for line in paragraphs(text)
    )
    return _packed({
        "mimetype": kind,
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{base}:manifest:1.0">'
        f'<m:file-entry m:full-path="/" m:media-type="{kind}"/></m:manifest>',
        "content.xml": f'<o:document-content xmlns:o="{base}:office:1.0" '
        f'xmlns:text="{base}:text:1.0"><o:body><o:text>{inside}</o:text></o:body>'
        "</o:document-content>",
    })  # fmt: skip


def as_epub(text: str) -> bytes:
    """Return a book of chapters of 100 paragraphs."""
    lines = list(paragraphs(text))
    names = [f"{at}.xhtml" for at in range(0, len(lines), 100)]
    container = "urn:oasis:names:tc:opendocument:xmlns:container"
    book = "http://www.idpf.org/2007/opf"
    listed = "".join(
        f'<item id="i{name}" href="{name}" media-type="application/xhtml+xml"/>'
        for name in names
    )
    order = "".join(f'<itemref idref="i{name}"/>' for name in names)
    return _packed({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": f'<container xmlns="{container}"><rootfiles>'
        '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/>'
        "</rootfiles></container>",
        "a.opf": f'<package xmlns="{book}"><manifest>{listed}</manifest>'
        f"<spine>{order}</spine></package>",
        **{
            name: as_xhtml(lines[at : at + 100])
            for name, at in zip(names, range(0, len(lines), 100), strict=True)
        },
    })  # fmt: skip


def as_xhtml(lines: list[str]) -> str:
    """Return a chapter."""
    inside = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
        f"<body>{inside}</body></html>"
    )


def as_pdf(text: str) -> bytes:
    """Return pages of 50 lines of 90 characters, in a font of every reader."""
    shown = text.replace("\n", " ").encode("latin-1", "replace")
    lines = [shown[at : at + 90] for at in range(0, len(shown), 90)]
    pages = [lines[at : at + 50] for at in range(0, len(lines), 50)]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, page in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>>>>>" % (5 + 2 * number)
        )
        stream = b"BT /F 10 Tf 14 TL 60 800 Td %s ET" % b" ".join(map(_pdf, page))
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    return _pdf_file(objects)


def _pdf(line: bytes) -> bytes:
    for sign in (b"\\", b"(", b")"):
        line = line.replace(sign, b"\\" + sign)
    return b"(%s) Tj T*" % line


def _pdf_file(objects: list[bytes]) -> bytes:
    parts, places, size = [b"%PDF-1.4\n"], [], 9
    for number, one in enumerate(objects, 1):
        places.append(size)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, one))
        size += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table))
    parts.append(b"trailer<</Size %d/Root 1 0 R>>\n" % count)
    parts.append(b"startxref\n%d\n%%%%EOF\n" % size)
    return b"".join(parts)


def _rtf(line: str) -> str:
    return "".join(c if " " <= c < "\x7f" and c not in "{}\\" else "?" for c in line)


def _time(seconds: int) -> str:
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02},000"


def _packed(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else None
            package.writestr(name, part, stored)
    return buffer.getvalue()


KINDS: dict[str, Callable[[str], bytes]] = {
    "txt": as_text,
    "md": as_markdown,
    "html": as_html,
    "docx": as_docx,
    "odt": as_odt,
    "rtf": as_rtf,
    "srt": as_srt,
    "epub": as_epub,
    "pdf": as_pdf,
}
"""By the ending of a file, what writes a text into it."""


def concepts(size: int) -> bytes:
    """Return a PO file of concepts of three everyday words each."""
    parts, rest = [_HEAD], size
    for number, words in enumerate(product(WORDS, WORDS, WORDS)):
        if rest <= 0:
            break
        term = " ".join(words)
        parts.append(
            f"#. definition: Thing number {number} that is made of {words[2]}.\n"
            f"#. pos: noun\n#. variant: {term} lain\n"
            f'msgid "{term}"\nmsgstr "thing {number}"\n\n'
        )
        rest -= len(parts[-1])
    return "".join(parts).encode()


def units(size: int) -> bytes:
    """Return a TMX file of translation units."""
    lines = news(size // 2).replace(". ", ".\n").splitlines()
    inside = "".join(
        f'<tu><tuv xml:lang="id"><seg>{escape(line)}</seg></tuv>'
        f'<tuv xml:lang="en"><seg>{escape(line)}</seg></tuv></tu>\n'
        for line in lines
    )
    return (
        '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype='
        '"sentence" o-tmf="x" adminlang="en" srclang="id" datatype="plaintext"/>'
        f"<body>{inside}</body></tmx>"
    ).encode()


WORDS = [a + b + c for a in ("ba", "ku", "ti", "lo") for b in ("ran", "set", "mil")
         for c in ("ga", "du", "wi", "pes")]  # fmt: skip
"""Words that no glossary has: 110,592 terms of three of them."""

_HEAD = """\
msgid ""
msgstr ""
"Project-Id-Version: padanan\\n"
"PO-Revision-Date: 2026-11-21 00:00+0000\\n"
"Last-Translator: Padanan contributors\\n"
"Language-Team: English\\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: id\\n"

"""
