"""OpenDocument texts are read, marked and written with other words."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.docx.package import closed
from padanan.articles.leaves import Leaf
from padanan.articles.marks import Mark
from padanan.articles.odt.document import _with_english, open_text
from padanan.articles.odt.rebuilding import _Builder, rebuild
from padanan.articles.readers import read, rewritten, translatable, write
from padanan.errors import DocumentError
from padanan.language.segment import segment
from padanan.render import same
from padanan.translation.passages import apart
from padanan.translation.tagged import read_marks
from padanan.translation.worksheet import Worksheet, assemble, make
from tests.growth import growth
from tests.laws import examples
from tests.open_document import PIECES, document, paragraph, said, span
from tests.pages import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element


def numbered(body: str) -> str:
    """Return a body whose bookmarks have names of their own, as the format has it."""
    parts: dict[tuple[str, str], int] = {}

    def name(match: re.Match[str]) -> str:
        kind, letter = match.groups()
        parts[kind, letter] = parts.get((kind, letter), 0) + 1
        return f'bookmark-{kind} text:name="{letter}{parts[kind, letter]}"'

    return re.sub(r'bookmark-(\w+) text:name="(\w+)"', name, body)


BODIES = (
    st.lists(
        st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(
            lambda pieces: paragraph("".join(pieces))
        ),
        min_size=1,
        max_size=3,
    )
    .map("".join)
    .map(numbered)
)


def sheet_of(data: bytes) -> Worksheet:
    """Return the worksheet of a document."""
    found = translatable(read(data, "a.odt"))
    return make(found, list(apart(segment(found.article.prose), found.article)))


def marks(inside: str) -> list[str]:
    """Return the sentences of a paragraph with their marks."""
    found = sheet_of(document(paragraph(inside)))
    return [unit.tagged.marked for unit in found.units]


def translate(data: bytes, into: Callable[[str], str]) -> bytes:
    """Return a document whose sentences a function translates, marks and all."""
    sheet = sheet_of(data)
    units = [
        replace(entry.unit, tagged_target=read_marks(into(entry.tagged.marked)))
        for entry in sheet.units
    ]
    done = assemble(sheet.skeleton, units, "a.po")
    return rewritten(done.document.article, done.leaves)


def content(data: bytes, name: str = "content.xml") -> str:
    """Return a part of a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def canonical(root: _Element) -> bytes:
    """Return a tree in canonical form."""
    from lxml import etree

    return etree.tostring(root, method="c14n")


@pytest.mark.slow
@examples(100)
@given(BODIES)
def test_put_together_unchanged_it_is_the_same(body: str) -> None:
    """Taken apart and put together, a document has the same canonical XML."""
    data = document(body, paragraph("Kepala"))
    before = [canonical(root) for root in open_text(data, "a.odt").roots.values()]
    found = open_text(data, "a.odt")
    for each in found.paragraphs:
        rebuild(each, each.leaves, found.reader.atoms, found.reader.around)
    assert [canonical(root) for root in found.roots.values()] == before


@pytest.mark.slow
@examples(60)
@given(BODIES)
def test_translated_into_itself_it_says_the_same(body: str) -> None:
    """Each sentence written anew, out of its marks, has the words that it had."""
    data = document(body)
    after = translate(data, lambda marked: marked)
    assert read(after, "a.odt").text.split() == read(data, "a.odt").text.split()


@pytest.mark.slow
@examples(60)
@given(BODIES)
def test_wrong_tags_lose_no_object(body: str) -> None:
    """Whatever a translator does to the tags, notes, pictures and bookmarks stay."""
    data = document(body)
    before = content(data)
    after = content(translate(data, lambda _: "{7}words{/1} {1/}"))
    for name in (
        *("text:note ", "draw:frame", "text:bookmark-start", "text:bookmark-end"),
        *("text:line-break", "text:page-number ", "office:annotation"),
    ):
        assert after.count(f"<{name}") == before.count(f"<{name}")


@pytest.mark.parametrize(
    ("inside", "marked"),
    [
        ("Nota\n   baru", ["Nota baru"]),
        (f"Nota {span('B', 'baru')} itu", ["Nota {1}baru{/1} itu"]),
        (span("B", "Nota baru"), ["Nota baru"]),
        (f"Nota {span('R', 'baru')}", ["Nota baru"]),
        (f"No{span('R', 'ta')}", ["Nota"]),
        ('Baca <text:a xlink:href="x">ini</text:a> lagi', ["Baca {1}ini{/1} lagi"]),
        ("Nama<text:tab/>: Rubio", ["Nama{1/}: Rubio"]),
        ("Satu<text:line-break/>dua", ["Satu{1/}dua"]),
        (f"Nota{span('S', '1')} tiba", ["Nota{1/} tiba"]),
        (
            "Hal. <text:page-number>3</text:page-number> dari sini",
            ["Hal. {1/} dari sini"],
        ),
    ],
)
def test_marks(inside: str, marked: list[str]) -> None:
    """What a translator sees of formats, links and fields."""
    assert marks(inside) == marked


def test_words_take_their_format_along() -> None:
    """A pair of tags may move; its words have the format wherever they stand."""
    data = document(paragraph(f"Nota {span('B', 'baru')} tiba"))
    out = content(translate(data, lambda _: "A {1}new{/1} note  came"))
    assert f">A {span('B', 'new')} note <text:s/>came</text:p>" in out


def test_headers_notes_and_boxes_are_translated() -> None:
    """All that has text is, and comments are not."""
    note = next(piece for piece in PIECES if piece.startswith("<text:note"))
    comment = next(piece for piece in PIECES if "Komentar" in piece)
    data = document(paragraph(f"Badan{note} {comment}ini"), paragraph("Kepala"))
    assert "headers and footers not read" in read(data, "a.odt").unread
    out = translate(data, str.upper)
    assert ">KEPALA<" in content(out, "styles.xml")
    assert ">CATATAN.<" in content(out)
    assert ">Komentar<" in content(out)
    assert translatable(read(data, "a.odt")).told == ("comments stay as they are",)


def test_tracked_changes_are_accepted_and_told_of() -> None:
    """What was inserted stays, what was removed goes."""
    gone = (
        '<text:tracked-changes><text:changed-region text:id="d"><text:deletion>'
        f"{paragraph('hapus')}</text:deletion></text:changed-region>"
        "</text:tracked-changes>"
    )
    data = document(
        gone + paragraph(f'Nota <text:change text:change-id="d"/>{PIECES[-1]}')
    )
    assert read(data, "a.odt").text == "Nota baru"
    assert translatable(read(data, "a.odt")).told[0].startswith("tracked changes")
    out = content(translate(data, str.upper))
    assert "NOTA BARU" in out
    assert "hapus" not in out
    assert "change" not in out


def test_new_words_are_english() -> None:
    """A style that says Indonesian says English once there is a translation."""
    out = content(translate(document(paragraph(span("R", "Nota"))), str.upper))
    assert 'fo:language="en"' in out
    assert 'fo:country="GB"' in out


def test_blocks() -> None:
    """Headings, lists, tables and notes are told apart."""
    body = (
        '<text:p text:style-name="Title">Judul</text:p>'
        '<text:h text:outline-level="2">Bab</text:h>'
        f"<text:list><text:list-item>{paragraph('butir')}</text:list-item></text:list>"
        "<table:table><table:table-row>"
        f'<table:table-cell table:number-columns-spanned="2">{paragraph("a")}'
        "</table:table-cell><table:covered-table-cell/>"
        f"<table:table-cell>{paragraph(span('B', 'b'))}</table:table-cell>"
        "</table:table-row></table:table>"
    )
    blocks = read(document(body), "a.odt").blocks
    assert [(block.role, block.level) for block in blocks] == [
        ("title", 0), ("heading", 2), ("item", 1), ("cell", 0), ("cell", 0),
    ]  # fmt: skip
    assert [block.cell and block.cell[2:] for block in blocks][3:] == [(0, 2), (2, 1)]
    assert [run.kind for run in blocks[4].runs] == ["bold"]


def test_english_stands_in_brackets() -> None:
    """An annotated document has the English behind each term."""
    one = page(document(paragraph(f"Kata {span('B', 'PBB')} itu.")), "a.odt")
    out = content(same.render(one))
    assert f"Kata {span('B', 'PBB ⟨UN⟩')} itu." in out


def test_without_marks_the_bytes_stay() -> None:
    """Nothing to mark means nothing to change."""
    data = said("Damai.")
    assert write(read(data, "a.odt"), ()) == data


@pytest.mark.parametrize("size", [0, 10, 200])
def test_damaged_files_are_refused(size: int) -> None:
    """A file that was cut short is refused by what it should be."""
    with pytest.raises(DocumentError, match="no OpenDocument text, or a damaged one"):
        read(said("Damai.")[:size], "a.odt")


def test_other_open_documents_are_refused() -> None:
    """A spreadsheet is no text, whatever it is called."""
    package = open_text(said("Damai."), "a.odt").package
    other = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}
    with pytest.raises(DocumentError, match="but no text"):
        read(closed(package, other), "a.odt")


def test_children_are_not_counted_for_each_word() -> None:
    """Words of a paragraph with thousands of formats go behind its last element.

    To count the children of an element, lxml walks over all of them.
    """

    class Uncounted:
        text = ""

        def __len__(self) -> int:
            raise AssertionError("counted")

        def iterchildren(self, **_: object) -> Iterator[object]:
            return iter(())

    found = open_text(document(paragraph("Menlu")), "a.odt")
    builder = _Builder(found.paragraphs[0], (), ())
    builder._containers = [Uncounted()]  # type: ignore[list-item]  # noqa: SLF001
    builder._say("Menlu")  # noqa: SLF001
    assert builder._containers[0].text == "Menlu"  # noqa: SLF001


def test_readings_of_ruby_are_no_words() -> None:
    """What stands above a word is not glued to it."""
    ruby = (
        "<text:ruby><text:ruby-base>duta</text:ruby-base><text:ruby-text>du-ta"
        "</text:ruby-text></text:ruby> besar"
    )
    assert read(document(paragraph(ruby)), "a.odt").text == "duta besar"


def test_english_stands_behind_a_field() -> None:
    """A term that ends inside a field has its English behind that whole."""
    body = paragraph("Judul <text:title>Nota diplomatik baru</text:title> itu.")
    article = read(document(body), "a.odt")
    end = article.text.index(" baru")
    out = content(write(article, [Mark(6, end, "diplomatic note", "acts")]))
    assert "Nota diplomatik baru</text:title> ⟨diplomatic note⟩ itu." in out


def test_work_grows_with_the_terms_of_a_paragraph() -> None:
    """The leaves of a paragraph are gone through once, not once for each term."""

    def marked(size: int) -> None:
        leaves = [Leaf("text", 2 * n, 2 * n + 2, n) for n in range(size)]
        marks = [Mark(2 * n, 2 * n + 1, "UN", "institutions") for n in range(size)]
        assert len(list(_with_english(leaves, marks))) == 3 * size

    assert growth(marked, 200) < 2.2


_FRAME = (
    '<draw:frame><draw:image xlink:href="a.png"/><svg:title xmlns:svg="{svg}">Peta'
    '</svg:title><svg:desc xmlns:svg="{svg}">Peta Timor</svg:desc></draw:frame>'
).format(svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0")


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (f"Nota {_FRAME}", ["Peta", "Peta Timor"]),
        ('Nota <text:a xlink:href="x" office:title="Situs">PBB</text:a>', ["Situs"]),
        ("Nota <text:title>Laporan</text:title>", ["Laporan"]),
        (
            'Nota <text:drop-down><text:label text:value="Ya"/>'
            '<text:label text:value="Tidak"/>Ya</text:drop-down>',
            ["Ya", "Tidak"],
        ),
    ],
)
def test_labels_are_translated(inside: str, words: list[str]) -> None:
    """Alternative texts, tips of links, fields and choices are in the sheet."""
    data = document(paragraph(inside))
    assert marks(inside)[1:] == words
    done = content(translate(data, lambda said: said.replace("a", "@")))
    for word in words:
        assert word.replace("a", "@") in done
    assert "Peta" not in done


def test_words_in_an_input_field_are_translated() -> None:
    """A field to type in is around words of its sentence."""
    field = 'Nota <text:text-input text:description="">dinas</text:text-input> baru'
    assert marks(field) == ["Nota {1}dinas{/1} baru"]


def test_charts_and_properties_are_translated() -> None:
    """The title of the document and the words of a chart are in parts of their own."""
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    parts = {
        "meta.xml": f"<office:meta {spaces}><dc:title>Laporan</dc:title></office:meta>",
        "Object 1/content.xml": f"<office:chart {spaces}><chart:chart><text:p>Ekspor"
        "</text:p><text:p>12</text:p></chart:chart></office:chart>",
    }
    out = io.BytesIO(document(paragraph("Nota")))
    with zipfile.ZipFile(out, "a") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    data = translate(out.getvalue(), str.upper)
    assert "LAPORAN" in content(data, "meta.xml")
    assert "EKSPOR" in content(data, "Object 1/content.xml")
    assert "NOTA" in content(data)
