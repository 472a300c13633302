"""Word documents made of all that a paragraph can hold, at random."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.word import raw

if TYPE_CHECKING:
    from collections.abc import Iterator

R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M_NS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
SPACES = f'xmlns:r="{R_NS}" xmlns:m="{M_NS}"'

WORDS = (
    *("pemerintah", "menyambut", "gencatan", "senjata", "kedua", "negara", "setelah"),
    *("perundingan", "panjang", "menteri", "menyampaikan", "pernyataan", "bersama"),
)


def run(inside: str, properties: str = "") -> str:
    """Return a run with a text or other elements."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{look}{inside}</w:r>"


def text(words: str) -> str:
    """Return a text."""
    return f'<w:t xml:space="preserve">{words}</w:t>'


def said(words: str, properties: str = "") -> str:
    """Return a run with a text."""
    return run(text(words), properties)


def field(code: str, result: str) -> str:
    """Return a field; its parts stand in runs of their own."""
    marks = {k: run(f'<w:fldChar w:fldCharType="{k}"/>') for k in _FIELD}
    told = run(f'<w:instrText xml:space="preserve"> {code} </w:instrText>')
    return f"{marks['begin']}{told}{marks['separate']}{result}{marks['end']}"


_FIELD = ("begin", "separate", "end")
LOOKS = (
    *(
        "",
        "",
        "",
        "<w:b/>",
        "<w:i/>",
        '<w:color w:val="FF0000"/>',
        '<w:sz w:val="28"/>',
    ),
    *('<w:u w:val="single"/>', '<w:lang w:val="id-ID"/>'),
)
BOX = "<w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict>"


def _pieces(number: int, words: str, look: str) -> tuple[str, ...]:
    """Return pieces of a paragraph; numbers in them are theirs alone."""
    plain, one, two = said(words + " ", look), f'w:id="{number}"', f'w:id="{number}1"'
    half = len(words) // 2
    return (
        plain,
        plain,
        plain,
        said(words[:half], look) + said(words[half:] + ". ", look),
        run(f"<w:tab/>{text(words)}", look),
        run(f"{text(words)}<w:br/>{text(words)}", look),
        run("<w:lastRenderedPageBreak/>" + text(words), look),
        run(f"{text('non')}<w:noBreakHyphen/>{text('blok ')}"),
        run(f'<w:sym w:font="Wingdings" w:char="F0FC"/>{text(words)}'),
        run(f"<w:footnoteReference {one}/>", '<w:vertAlign w:val="superscript"/>'),
        run(BOX.format(said(words))),
        said("2", '<w:vertAlign w:val="superscript"/>'),
        f'<w:hyperlink r:id="rId1">{said(words, "<w:u/>")}</w:hyperlink>',
        f'<w:hyperlink w:anchor="x">{run("<w:drawing/>")}</w:hyperlink>',
        field('HYPERLINK "https://un.example"', said(words, look)),
        field("PAGE", said("3")),
        field(f"IF {field('PAGE', said('3'))} 1", said(words)),
        run('<w:fldChar w:fldCharType="begin"/>'),
        run('<w:fldChar w:fldCharType="end"/>'),
        f'<w:bookmarkStart {one} w:name="b"/>{plain}<w:bookmarkEnd {one}/>',
        f'<w:bookmarkStart {one} w:name="b"/>{plain}<w:bookmarkStart {two} w:name="c"/>'
        f"{said(words)}<w:bookmarkEnd {one}/>{plain}<w:bookmarkEnd {two}/>",
        f"<w:commentRangeStart {one}/>{plain}<w:commentRangeEnd {one}/>"
        + run(f"<w:commentReference {one}/>"),
        f'<w:sdt><w:sdtPr><w:id w:val="{number}"/></w:sdtPr><w:sdtContent>{plain}'
        "</w:sdtContent></w:sdt>",
        f'<w:smartTag w:element="place">{plain}</w:smartTag>',
        '<w:fldSimple w:instr=" AUTHOR "><w:r><w:t>Penulis</w:t></w:r></w:fldSimple>',
        '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple>',
        f'<w:proofErr w:type="spellStart"/>{plain}<w:proofErr w:type="spellEnd"/>',
        "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
        run(""),
    )


TRACKED = (
    "<w:ins>{0}</w:ins>",
    "<w:del><w:r><w:delText>hapus </w:delText></w:r></w:del>",
    "<w:moveTo>{0}</w:moveTo>",
    "<w:moveFrom><w:r><w:t>pindah</w:t></w:r></w:moveFrom>",
)


@st.composite
def bodies(draw: st.DrawFn, *, tracked: bool = False) -> str:
    """The body of a document."""
    return "".join(_paragraphs(draw, tracked=tracked))


def _paragraphs(draw: st.DrawFn, *, tracked: bool) -> Iterator[str]:
    for paragraph in range(draw(st.integers(1, 3))):
        inside = []
        for piece in range(draw(st.integers(1, 6))):
            words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
            look = draw(st.sampled_from(LOOKS))
            number = 100 * paragraph + 10 * piece
            known = _pieces(number, " ".join(words), look)
            if tracked:
                known += tuple(each.format(said("baru ")) for each in TRACKED)
            inside.append(draw(st.sampled_from(known)))
        yield f"<w:p>{''.join(inside)}{said('Selesai.')}</w:p>"


def document(body: str, **parts: str) -> bytes:
    """Return a document of these elements, with further parts beside it."""
    out = io.BytesIO()
    data = io.BytesIO(raw(body, **parts))
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            part = old.read(info).replace(
                b"<w:document ", f"<w:document {SPACES} ".encode()
            )
            new.writestr(info, part)
    return out.getvalue()
