"""PDF: lines become paragraphs again, column by column, without running heads."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.pdf import lines
from padanan.articles.pdf import pages as process
from padanan.articles.pdf.document import put_together
from padanan.articles.pdf.lines import Line, joined, rejoined
from padanan.articles.pdf.pages import LinePiece, PdfPage
from padanan.articles.readers import read
from padanan.errors import DocumentError, MissingExtraError
from padanan.files import limits
from padanan.files.first_bytes import kind_of
from tests.growth import growth
from tests.pages import ARTICLE, page
from tests.texts_only import TEXT, at, pdf, printed
from tests.word import saved

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path


def line(text: str, left: float, bottom: float, size: float = 10) -> LinePiece:
    """Return a piece whose letters are half as wide as they are high."""
    return LinePiece(text, left, bottom, left + len(text) * size / 2, bottom + size)


def down(lines: Sequence[str], left: float, top: float = 700) -> list[LinePiece]:
    """Return lines of a column below one another."""
    return [line(text, left, top - 12 * n) for n, text in enumerate(lines)]


def said(*pages: Sequence[LinePiece]) -> list[str]:
    """Return the paragraphs of pages."""
    found = put_together([PdfPage(842, is_drawn=True, pieces=tuple(p)) for p in pages])
    return [paragraph.text for paragraph in found]


LEFT = [
    "Menteri luar negeri kedua",
    "negara membahas gencatan",
    "senjata di Jenewa pada Senin",
    "bersama utusan khusus dan",
]
RIGHT = [
    "duta besar yang ditempatkan",
    "di sana untuk mencari jalan",
    "keluar dari konflik yang te-",
    "lah lama berlangsung itu.",
]
WHOLE = (
    "Menteri luar negeri kedua negara membahas gencatan senjata di Jenewa pada Senin "
    "bersama utusan khusus dan duta besar yang ditempatkan di sana untuk mencari jalan "
    "keluar dari konflik yang telah lama berlangsung itu."
)


def test_columns() -> None:
    """Two columns are read one after the other, even if the file has them in turn."""
    mixed = [
        one
        for both in zip(down(LEFT, 50), down(RIGHT, 220), strict=True)
        for one in both
    ]
    assert said(mixed) == [WHOLE]


def test_a_title_over_columns() -> None:
    """What runs across columns is read before what is below it."""
    title = [line("Perundingan damai kedua negara dan", 50, 760, 16),
             line("hasilnya", 50, 742, 16)]  # fmt: skip
    assert said([*down(RIGHT, 220), *title, *down(LEFT, 50)]) == [
        "Perundingan damai kedua negara dan hasilnya", WHOLE,
    ]  # fmt: skip


def test_a_table_is_read_row_by_row() -> None:
    """Short cells are no columns, and a term does not run from one into the next."""
    rows = [("Gencatan", "Senjata A"), ("Duta", "Besar"), ("Nota", "X"), ("Pakta", "Y"),
            ("Visa", "Z")]  # fmt: skip
    pieces = [
        line(text, left, 700 - 14 * n)
        for n, row in enumerate(rows)
        for text, left in zip(row, (50, 250), strict=True)
    ]
    assert said(pieces) == [cell for row in rows for cell in row]


def test_paragraphs() -> None:
    """A paragraph ends where the next word would have fitted, or after more space."""
    whole = "Menteri luar negeri kedua negara"
    lines = down([whole, "tiba. Ia pulang.", whole], 50)
    below = line("Kemudian ia menulis surat lagi.", 50, 640)
    assert said([*lines, below]) == [
        "Menteri luar negeri kedua negara tiba. Ia pulang.",
        "Menteri luar negeri kedua negara",
        "Kemudian ia menulis surat lagi.",
    ]


def test_running_heads_and_page_numbers_go() -> None:
    """What the margin of each page repeats is no text, numbers counted on included."""
    pages = [
        [
            line("Buletin Diplomasi", 50, 800),
            line(f"Edisi {number}/2025", 400, 800),
            line(f"Kalimat nomor {number} berakhir di sini.", 50, 700),
            line(f"Halaman {number} dari 3", 280, 30),
        ]
        for number in (1, 2, 3)
    ]
    assert said(*pages) == [f"Kalimat nomor {n} berakhir di sini." for n in (1, 2, 3)]
    assert said([line("Damai.", 50, 700), line("- 1 -", 280, 30)]) == ["Damai."]


def test_numbers_that_are_text_stay() -> None:
    """A number in the margin that is not that of the page, or in the text, stays."""
    assert said([line("2024", 50, 800), line("Damai.", 50, 700)]) == ["2024", "Damai."]
    assert said([line("Damai.", 50, 700), line("1", 50, 400)]) == ["Damai.", "1"]


def test_a_sentence_over_two_pages() -> None:
    """It goes on on the next page; a note at the foot of the page comes after it."""
    first = [*down(LEFT, 50), line("1 Catatan kaki.", 50, 80, 7)]
    assert said(first, down(RIGHT, 50)) == [WHOLE, "1 Catatan kaki."]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("kedu-", "taan besar", "kedutaan besar"),
        ("meng-", "undang", "mengundang"),
        ("kedu\x02", "taan", "kedutaan"),
        ("kedu\u00ad", "taan", "kedutaan"),
        ("negara-", "negara Arab", "negara-negara Arab"),
        ("masing\x02", "masing pihak", "masing-masing pihak"),
        ("perundang-", "undangan", "perundang-undangan"),
        ("sekutu-", "sekutunya", "sekutu-sekutunya"),
        ("tolong-", "menolong", "tolong-menolong"),
        ("AS-", "Rusia", "AS-Rusia"),
        ("ke-", "17", "ke-17"),
        ("G-", "20", "G-20"),
        ("17-", "18 Mei", "17-18 Mei"),
        ("Senin -", "kata Menlu", "Senin - kata Menlu"),
        ("pasca-", "konflik", "pasca-konflik"),
        ("Menlu", "tiba", "Menlu tiba"),
    ],
)
def test_words_that_lines_break(before: str, after: str, whole: str) -> None:
    """A hyphen goes, unless it is the word's own."""
    found = rejoined(before, after, {"pasca-konflik"})
    assert found.replace("\x02", "-") == whole


WORDS = st.from_regex(r"[a-zA-Z]{1,9}[.,]?", fullmatch=True)


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=12),
    st.integers(1, 3),
)  # fmt: skip
def test_no_word_is_lost(lines: list[list[str]], columns: int) -> None:
    """Whatever the layout, every word of a page is in the text, once."""
    pieces = [
        line(" ".join(words), 50 + 250 * (n % columns), 700 - 12 * (n // columns))
        for n, words in enumerate(lines)
    ]
    found = sorted(" ".join(said(pieces)).split())
    assert found == sorted(word for words in lines for word in words)


def test_read_by_pdfium() -> None:
    """A file with letters of several scripts, and with a raised number of a note."""
    content = (
        at(50, 700, "Menlu İ “PBB” 和平") + at(130, 703, "1", 6) + at(140, 700, "tiba.")
    )
    assert read(pdf(content), "a.pdf").text == "Menlu İ “PBB” 和平¹ tiba."
    assert kind_of(printed(TEXT)) == "pdf"


def test_a_page_that_is_turned() -> None:
    """Text that stands upright on a turned page is read; a stamp across it is not."""
    turned = "BT /F 10 Tf 0 1 -1 0 {} 100 Tm <{}> Tj ET\n"
    body = "".join(
        turned.format(100 + 12 * n, text.encode("utf-16-be").hex())
        for n, text in enumerate(("Menlu tiba di", "Jenewa."))
    )
    stamp = (
        f"BT /F 40 Tf .7 .7 -.7 .7 99 99 Tm <{'DRAF'.encode('utf-16-be').hex()}> Tj ET"
    )
    assert read(pdf(body + stamp), "a.pdf").text == "Menlu tiba di Jenewa."


SCAN = "0 0 100 100 re f\n"


def test_a_scan_is_refused() -> None:
    """Pages that are only drawn need OCR; some of them in a text are told of."""
    with pytest.raises(DocumentError, match=r"a scan.* — read it by OCR"):
        read(pdf(SCAN, SCAN), "a.pdf")
    found = read(pdf(at(50, 700, "Damai."), SCAN), "a.pdf")
    assert found.unread == ("1 page without text not read (2)",)


def test_fonts_without_letters_are_refused() -> None:
    """Codes that stand for no letters are told from a text."""
    with pytest.raises(DocumentError, match="which letters"):
        read(pdf(at(50, 700, "\ue001\ue002\ue003 a")), "a.pdf")


def test_a_protected_file_is_refused() -> None:
    """A password is asked for by nobody, and encryption is not broken."""
    locked = printed(TEXT).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        b"/O <%s> /U <%s> >>" % (b"11" * 32, b"22" * 32),
    )
    with pytest.raises(DocumentError, match="password"):
        read(locked, "a.pdf")


@pytest.mark.parametrize("data", [b"", b"Menlu", b"%PDF-1.7", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    """Damaged files are told in one line."""
    with pytest.raises(DocumentError, match="no PDF, or a damaged one"):
        read(data, "a.pdf")


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file may be so large, and have so many pages."""
    monkeypatch.setattr(limits, "PDF", 100)
    with pytest.raises(DocumentError, match="larger than"):
        read(printed(TEXT), "a.pdf")


@pytest.mark.slow
def test_too_many_pages() -> None:
    """More pages than a document has are refused before they are read."""
    with pytest.raises(DocumentError, match="more than 5,000 pages"):
        read(pdf(*[""] * 5_001), "a.pdf")


def test_a_process_that_crashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever happens to PDFium, the command goes on."""
    monkeypatch.setattr(process.sys, "executable", "/bin/false")  # type: ignore[attr-defined]
    with pytest.raises(DocumentError, match="too large or too damaged"):
        read(printed(TEXT), "a.pdf")


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is said."""
    monkeypatch.setattr(process, "find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"padanan\[pdf\]"):
        read(printed(TEXT), "a.pdf")


@pytest.mark.slow
@pytest.mark.client("soffice")
@pytest.mark.parametrize("columns", [1, 2])
def test_a_document_of_libreoffice(tmp_path: Path, columns: int) -> None:
    """Its PDF has the terms of the document, in one column and in two."""
    from docx.enum.section import WD_SECTION
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Buletin PBB"
    section = document.add_section(WD_SECTION.CONTINUOUS)
    found = section._sectPr.find(qn("w:cols"))  # noqa: SLF001 - python-docx has no name
    found.set(qn("w:num"), str(columns))
    for text in ARTICLE.split("\n\n") * 12:
        document.add_paragraph(
            " ".join(text.split())
        ).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    data = saved(document)
    (tmp_path / "a.docx").write_bytes(data)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(
        ("soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path,
         tmp_path / "a.docx"),
        check=True, capture_output=True,
    )  # fmt: skip
    one, other = page(data, "a.docx"), page((tmp_path / "a.pdf").read_bytes(), "a.pdf")
    assert [found.concept.id for found in other.annotations] == [
        found.concept.id for found in one.annotations
    ]


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_rows_of_many_cells_take_time_in_proportion(rows: int) -> None:
    """The cells of a row are not each compared with all those of the next one."""

    def read_rows(size: int) -> None:
        cells = (
            line("Menlu", left * 60.0, 700 - 12 * row)
            for row in range(rows)
            for left in range(size)
        )
        said(list(cells))

    assert growth(read_rows, 80) < 2.5


@given(
    st.lists(
        st.from_regex(r"[a-z]{1,9}( [a-zA-Z]{1,5})?-?", fullmatch=True), min_size=1
    )
)
def test_long_paragraphs_are_joined_like_short_ones(words: list[str]) -> None:
    """Only the last word counts where a line goes on, however long the text before."""
    whole = words[0]
    for word in words[1:]:
        whole = rejoined(whole, word)
    assert joined([Line(word, 0, 0, 1, 1) for word in words]) == whole


def test_a_paragraph_of_many_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is looked at of the text before a line does not grow with it."""
    sizes: list[int] = []

    def watched(before: str, after: str, known: Collection[str] = ()) -> str:
        sizes.append(len(before))
        return rejoined(before, after, known)

    monkeypatch.setattr(lines, "rejoined", watched)
    for word in ("dan Menlu tiba", "mem-", "a" * 70):
        assert len(joined([Line(word, 0, 0, 1, 1)] * 500)) > 500
    assert max(sizes) <= 200
