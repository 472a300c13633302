"""Word documents are written with other words, and are else what they were."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given

from padanan.articles.docx import translated
from padanan.articles.docx.content import look
from padanan.articles.docx.package import W, opened
from padanan.articles.docx.rebuilding import rebuild
from padanan.articles.readers import read, rewritten, translatable
from padanan.language.segment import segment
from padanan.translation.tagged import Tagged, read_marks
from padanan.translation.worksheet import Worksheet, assemble, make
from tests.laws import examples
from tests.word import P, T, notes, raw, report, saved
from tests.word_pieces import bodies, document, field, run, said, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from padanan.articles.leaves import Leaf
    from padanan.translation.worksheet import Assembled

RUN, TEXT, PARAGRAPH = (f"{{{W}}}{name}" for name in ("r", "t", "p"))


def sheet_of(data: bytes) -> Worksheet:
    """Return the worksheet of a document."""
    found = translatable(read(data, "a.docx"))
    return make(found, segment(found.article.readable))


def marks(data: bytes) -> list[str]:
    """Return the sentences of a document with their marks."""
    return [unit.tagged.marked for unit in sheet_of(data).units]


def translate(data: bytes, into: Callable[[str], str]) -> Assembled:
    """Return a document whose sentences a function translates, marks and all."""
    sheet = sheet_of(data)
    units = [
        replace(entry.unit, tagged_target=read_marks(into(entry.tagged.marked)))
        for entry in sheet.units
    ]
    return assemble(sheet.skeleton, units, "a.po")


def written(data: bytes, into: Callable[[str], str]) -> bytes:
    """Return the file of such a document."""
    done = translate(data, into)
    return rewritten(done.document.article, done.leaves)


def part(data: bytes, name: str = "word/document.xml") -> str:
    """Return a part of a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def rebuilt(data: bytes, leaves: tuple[Leaf, ...] | None = None) -> list[_Element]:
    """Return the trees of a document whose paragraphs were all put together anew."""
    parts = tuple(translated.parts_of(opened(data, "a.docx")))
    contents = translated.contents_of(parts)
    if leaves is None:
        leaves = tuple(leaf for each in contents.paragraphs for leaf in each.leaves)
    groups = translated.by_paragraph(contents.paragraphs, leaves)
    for content, group in zip(contents.paragraphs, groups, strict=True):
        rebuild(content, group, contents, english=False)
    return [each.root for each in parts]


def accepted(data: bytes) -> list[_Element]:
    """Return the trees of a document with its changes accepted."""
    return [each.root for each in translated.parts_of(opened(data, "a.docx"))]


def canonical(root: _Element) -> bytes:
    """Return an element in canonical form, without what stands behind it."""
    from lxml import etree

    found = deepcopy(root)
    found.tail = None
    return etree.tostring(found, method="c14n")


def look_of(root: _Element) -> Iterator[tuple[object, ...]]:
    """Yield what a reader sees of a tree, character by character, and all objects."""
    for child in root:
        name = str(child.tag)
        if name == RUN:
            yield from _of_run(child)
        elif next(child.iter(RUN), None) is not None:
            yield "open", name, sorted(child.items())
            yield from look_of(child)
            yield "close", name
        elif not name.endswith(("}proofErr", "}rPr")):
            yield ("element", canonical(child))


def _of_run(element: _Element) -> Iterator[tuple[object, ...]]:
    for child in element:
        name = str(child.tag)
        if name == TEXT:
            for letter in child.text or "":
                yield "" if letter.isspace() else look(element), letter
        elif next(child.iter(PARAGRAPH), None) is not None:
            yield from look_of(child)
        elif not name.endswith(("}rPr", "}lastRenderedPageBreak")):
            yield "object", canonical(child)


@pytest.mark.slow
@examples(20)
@given(bodies(tracked=True))
def test_put_together_unchanged_it_is_the_same(body: str) -> None:
    """Taken apart and put together, a document has the same canonical XML."""
    data = document(body)
    assert [*map(canonical, rebuilt(data))] == [*map(canonical, accepted(data))]


@pytest.mark.slow
@examples(20)
@given(bodies(tracked=True))
def test_translated_into_itself_it_looks_the_same(body: str) -> None:
    """Each sentence written anew, out of its marks, each letter looks as it did."""
    data = document(body)
    done = translate(data, lambda marked: marked)
    assert not done.unformatted
    after = [list(look_of(root)) for root in rebuilt(data, done.leaves)]
    assert after == [list(look_of(root)) for root in accepted(data)]


@pytest.mark.slow
@examples(20)
@given(bodies())
def test_wrong_tags_lose_no_object(body: str) -> None:
    """Whatever a translator does to the tags, notes, pictures and fields stay."""
    data = document(body)
    before, after = part(data), part(written(data, lambda _: "{7}words{/1} {1/}"))
    for name in (
        *("footnoteReference", "drawing", "pict", "bookmarkStart", "bookmarkEnd"),
        *("fldChar", "instrText", "commentRangeStart", "commentRangeEnd", "sym"),
        *("commentReference", "br", "tab"),
    ):
        assert after.count(f"<w:{name}") == before.count(f"<w:{name}")


@pytest.mark.slow
@examples(15)
@given(bodies(tracked=True))
def test_the_text_is_that_of_the_article(body: str) -> None:
    """What is translated is what is annotated, and headers and footers behind it."""
    article = read(document(body), "a.docx")
    assert translatable(article).article.text == article.text


def test_formats_are_tags() -> None:
    """The usual format of a paragraph has no tag; another one has a pair."""
    assert marks(saved(report()))[2] == (
        "{1}Menteri{/1} {2}Luar{/2} Negeri AS menyambut gen{3}catan{4/}senjata di{/3} "
        "{5}PBB, kata konsul.{/5}"
    )


@pytest.mark.parametrize(
    ("inside", "marked"),
    [
        (said("Nota", "<w:b/>"), "Nota"),
        (said("No", "<w:b/>") + said("ta baru", "<w:b/><w:lang/>"), "Nota baru"),
        (said("Nota ") + said("baru ", "<w:b/>") + said("itu"), "Nota {1}baru{/1} itu"),
        (run("<w:drawing/>") + said("Nota"), "Nota"),
        (said("Nota") + run("<w:drawing/>") + said(" baru"), "Nota{1/} baru"),
        (said("Hal. ") + field("PAGE", said("3")) + said(" dari"), "Hal. {1/} dari"),
        (said("Baca ") + field("REF x", said("Bab dua")), "Baca {1}Bab dua{/1}"),
        (said("Baca {1}"), "Baca {{1}"),
        (said("Nota") + said("12", '<w:vertAlign w:val="superscript"/>'), "Nota"),
        (
            said("Nota") + said("1", '<w:vertAlign w:val="superscript"/>') + said(" x"),
            "Nota{1/} x",
        ),
        (
            '<w:hyperlink w:anchor="a">' + said("Nota", "<w:u/>") + "</w:hyperlink>"
            + said(" baru"),
            "{1}Nota{/1} baru",
        ),
    ],
)  # fmt: skip
def test_marks(inside: str, marked: str) -> None:
    """What a translator sees of formats and objects."""
    assert marks(document(P(inside))) == [marked]


def test_words_take_their_format_along() -> None:
    """A pair of tags may move; its words have the format wherever they stand."""
    data = document(P(said("Nota ") + said("baru", "<w:b/>") + said(" tiba")))
    out = written(data, lambda _: "A {1}new{/1} note came")
    runs = docx.Document(io.BytesIO(out)).paragraphs[0].runs
    assert [(r.text, r.bold) for r in runs] == [
        ("A ", None), ("new", True), (" note came", None),
    ]  # fmt: skip


def test_wrong_tags_fall_back_to_the_main_format() -> None:
    """A sentence whose tags are wrong is written without formats, and told of."""
    data = document(P(said("Nota ") + said("baru", "<w:b/>") + said(" tiba")))
    done = translate(data, lambda _: "A {1}new note")
    assert [one.faults.missing for one in done.unformatted] == [("{/1}",)]
    assert "new note" in part(written(data, lambda _: "A {1}new note"))
    assert "<w:b/>" not in part(written(data, lambda _: "A {1}new note"))


def test_headers_footers_and_notes_are_translated() -> None:
    """All parts with text are, and comments are not."""
    header = f'<w:hdr xmlns:w="{W}">{P(said("Kepala"))}</w:hdr>'
    data = raw(
        P(said("Badan")),
        header=header,
        footer=header.replace("hdr", "ftr").replace("Kepala", "Kaki"),
        footnotes=notes("footnote", "Catatan"),
        comments=f'<w:comments xmlns:w="{W}">{P(said("Komentar"))}</w:comments>',
    )
    assert marks(data) == ["Badan", "Catatan", "Kepala", "Kaki"]
    out = written(data, str.upper)
    assert ">KEPALA<" in part(out, "word/header.xml")
    assert ">CATATAN<" in part(out, "word/footnotes.xml")
    assert part(out, "word/comments.xml") == part(data, "word/comments.xml")
    assert translatable(read(data, "a.docx")).told == ("comments stay as they are",)


def test_tracked_changes_are_accepted_and_told_of() -> None:
    """What was inserted stays, what was removed goes, a removed end joins two."""
    deleted = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    inside = (
        said("Satu ") + f"<w:ins>{said('baru')}</w:ins><w:del>{said('lama')}</w:del>"
    )
    data = raw(P(deleted + inside) + P(said(" dua.")))
    assert translatable(read(data, "a.docx")).told[0].startswith("tracked changes")
    out = part(written(data, str.upper))
    assert "SATU BARU DUA." in out
    assert out.count("<w:p>") == 1
    assert not any(f"<w:{name}" in out for name in ("ins", "del"))


def test_new_words_are_english() -> None:
    """A run that says it is Indonesian says English once its words are."""
    data = document(P(said("Nota baru", '<w:lang w:val="id-ID"/>')))
    assert 'w:lang w:val="en-GB"' in part(written(data, str.upper))
    assert 'w:lang w:val="id-ID"' in part(data)


def test_parts_without_new_words_keep_their_bytes() -> None:
    """Styles, numbering, relations and media are what they were, byte for byte."""
    data = saved(report())
    both = (io.BytesIO(data), io.BytesIO(written(data, str.upper)))
    with zipfile.ZipFile(both[0]) as old, zipfile.ZipFile(both[1]) as new:
        assert new.namelist() == old.namelist()
        changed = [n for n in old.namelist() if new.read(n) != old.read(n)]
    assert changed == ["word/document.xml"]


def test_both_forms_of_a_text_box_are_translated() -> None:
    """What stands in a document twice, for old programs too, says the same twice."""
    box = f"<w:drawing><w:txbxContent>{P(said('Kotak'))}</w:txbxContent></w:drawing>"
    old = box.replace("w:drawing", "w:pict")
    forms = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    both = f"<mc:AlternateContent>{forms}</mc:AlternateContent>"
    out = part(written(document(P(said("Nota ") + run(both))), str.upper))
    assert out.count("KOTAK") == 2
    assert "Kotak" not in out


def test_no_break_hyphens_are_written_as_word_does() -> None:
    """Hyphens that do not break stay elements, which every font shows."""
    data = document(P(run(f"{text('non')}<w:noBreakHyphen/>{text('blok')}")))
    assert "<w:noBreakHyphen/>" in part(written(data, str.upper))


def test_parts_of_a_field_keep_their_order() -> None:
    """A field that goes on in another paragraph begins before it ends."""
    begin, end = (
        run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "end")
    )
    inside = said("Satu") + end + said(" dua") + begin + said(" tiga")
    out = part(written(document(P(inside)), lambda _: "A{2/} b{1/} c"))
    assert out.index('"end"') < out.index('"begin"')


def test_tags_alone_are_no_words() -> None:
    """A translation of nothing but tags counts for none."""
    data = document(P(said("Nota") + run("<w:drawing/>") + said(" baru")))
    assert len(translate(data, lambda _: "{1/}").missing) == 1
    assert Tagged("").plain == ""


_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_PICTURE = (
    f'<w:r><w:drawing><wp:docPr xmlns:wp="{_DRAWN}/wordprocessingDrawing" id="1" '
    'name="a" descr="Peta Timor" title="Peta"/></w:drawing></w:r>'
)
_CHART = (
    f'<c:chart xmlns:c="{_DRAWN}/chart" xmlns:a="{_DRAWN}/main"><a:p>'
    "<a:r><a:t>Eks</a:t></a:r><a:r><a:t>por</a:t></a:r></a:p><c:strCache><c:pt><c:v>Beras</c:v></c:pt>"
    "</c:strCache><c:numCache><c:pt><c:v>12</c:v></c:pt></c:numCache></c:chart>"
)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (_PICTURE, ["Peta Timor", "Peta"]),
        ('<w:hyperlink w:tooltip="Situs">' + T("PBB") + "</w:hyperlink>", ["Situs"]),
        (
            '<w:pict><v:textpath xmlns:v="urn:schemas-microsoft-com:vml" '
            'string="RAHASIA"/></w:pict>',
            ["RAHASIA"],
        ),
        (
            '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="Ya" w:value="1"'
            "/></w:dropDownList></w:sdtPr></w:sdt>",
            ["Ya"],
        ),
    ],
)
def test_labels_are_translated(body: str, words: list[str]) -> None:
    """Alternative texts, tips of links, choices and watermarks are in the sheet."""
    data = raw(P(T("Nota ") + body))
    assert marks(data)[1:] == words
    done = part(written(data, lambda said: said.replace("a", "@").replace("A", "@")))
    for word in words:
        assert f'"{word.replace("a", "@").replace("A", "@")}"' in done


def test_charts_and_properties_are_translated() -> None:
    """The words of a chart, not its numbers, and the title of the document."""
    document = report()
    document.core_properties.title = "Laporan"
    assert "Laporan" in marks(saved(document))
    data = written(raw(P(T("Nota")), chart=_CHART), str.upper)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        chart = archive.read("word/chart.xml").decode()
    assert "<a:t>EKSPOR</a:t>" in chart
    assert "<c:v>BERAS</c:v>" in chart
    assert "<c:v>12</c:v>" in chart
