"""Word documents in and out: text, formatting and all other parts stay."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from padanan.articles.docx import document as reader
from padanan.articles.docx.highlighting import FILLS
from padanan.articles.docx.package import W, opened
from padanan.articles.marks import BRACKETED, Mark
from padanan.articles.readers import write
from padanan.errors import DocumentError
from padanan.render import same
from tests.laws import examples
from tests.pages import page
from tests.word import P, R, T, notes, raw, report, saved

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document


def with_part(data: bytes, name: str, part: bytes | None) -> bytes:
    """Return a package with one part replaced, or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
            elif part is not None:
                new.writestr(info, part)
    return out.getvalue()


def marked(data: bytes, *, brackets: bool = False) -> bytes:
    """Return a document with its terms marked."""
    return same.render(page(data, "a.docx"), "brackets" if brackets else "comments")


def text_of(data: bytes) -> str:
    """Return the text of a document."""
    return reader.read(data, "a.docx").text


def unmarked(root: etree._Element) -> bytes:
    """Take our marks away and join the runs that they parted; return the rest."""
    root = deepcopy(root)
    for element in [
        *root.iter(f"{{{W}}}commentRangeStart", f"{{{W}}}commentRangeEnd"),
        *root.iterfind(f".//{{{W}}}commentReference/.."),
        *root.iterfind(f".//{{{W}}}rPr/{{{W}}}shd"),
    ]:
        _remove(element)
    for properties in root.findall(f".//{{{W}}}rPr"):
        if len(properties) == 0:
            _remove(properties)
    for one in list(root.iter(f"{{{W}}}r")):
        _join(one)
    for text in root.iter(f"{{{W}}}t"):
        text.attrib.clear()
    return etree.tostring(root, method="c14n")


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _join(one: etree._Element) -> None:
    before = one.getprevious()
    if before is None or before.tag != one.tag or _look(before) != _look(one):
        return
    for child in [child for child in one if child.tag != f"{{{W}}}rPr"]:
        last = before[-1] if len(before) else None
        if last is not None and last.tag == child.tag == f"{{{W}}}t":
            last.text = (last.text or "") + (child.text or "")
        else:
            before.append(child)
    _remove(one)


def _look(one: etree._Element) -> bytes:
    properties = one.find(f"{{{W}}}rPr")
    return b"" if properties is None else etree.tostring(properties, method="c14n")


def body(data: bytes) -> etree._Element:
    """Return the tree of a document's main part."""
    return etree.fromstring(opened(data, "a.docx").parts["word/document.xml"])


def runs_with(document: Document) -> Iterable[str]:
    """Yield the texts of shaded runs."""
    for one in document.element.iter(f"{{{W}}}r"):
        if one.find(f"{{{W}}}rPr/{{{W}}}shd") is not None:
            yield "".join(text.text or "" for text in one.iter(f"{{{W}}}t"))


def test_text_and_roles() -> None:
    """The text has all paragraphs, those of tables too, and says what they are."""
    article = reader.read(saved(report()), "a.docx")
    assert article.text.split("\n\n") == [
        "Menlu AS Bahas Gencatan Senjata",
        "Perundingan",
        "Menteri Luar Negeri AS menyambut gencatan\tsenjata di PBB, kata konsul.",
        "Nota diplomatik",
        "Perundingan menyusul.",
        "PBB",
        "Hubungan bilateral\nkonsul",
        "gencatan senjata",
    ]
    assert [block.role for block in article.blocks] == [
        "title", "heading", "paragraph", "item", "quote", "cell", "cell", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize("brackets", [False, True], ids=["comments", "brackets"])
def test_text_out_is_text_in(brackets: bool) -> None:  # noqa: FBT001 -- a parameter
    """Once the brackets are taken away, the text is what it was."""
    data = saved(report())
    assert BRACKETED.sub("", text_of(marked(data, brackets=brackets))) == text_of(data)


def test_formatting_stays() -> None:
    """Without our marks the tree of the document is what it was."""
    data = saved(report())
    assert unmarked(body(marked(data))) == unmarked(body(data))


def test_other_parts_stay() -> None:
    """Only the parts that must know of the comments change, in the same order."""
    data = saved(report())
    before, after = opened(data, "a"), opened(marked(data), "a")
    changed = {n for n in after.parts if before.parts.get(n) != after.parts[n]}
    assert changed == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
        "word/document.xml",
    }
    assert list(after.parts)[: len(before.parts)] == list(before.parts)


def test_comments_say_the_english() -> None:
    """python-docx reads our comments: English first, then more about it."""
    document = docx.Document(io.BytesIO(marked(saved(report()))))
    comments = [comment.text.splitlines() for comment in document.comments]
    assert comments[0][:3] == [
        "Secretary of State",
        "US: AS",
        "also foreign minister, minister for foreign affairs",
    ]
    assert comments[1] == ["ceasefire", "also truce", "Definition of ceasefire."]
    assert {comment.author for comment in document.comments} == {"Padanan"}


def test_terms_are_shaded() -> None:
    """Each term is shaded in the colour of its class, all of its runs."""
    shaded = list(runs_with(docx.Document(io.BytesIO(marked(saved(report()))))))
    assert shaded[:6] == [
        "Menlu", "Gencatan Senjata", "Perundingan", "Menteri ", "Luar", " Negeri",
    ]  # fmt: skip
    # What the author highlighted keeps its own colour.
    assert "PBB" in shaded
    assert "konsul" not in shaded[: shaded.index("Nota diplomatik")]


def test_brackets_stand_behind_the_term() -> None:
    """In brackets the English follows the last run of a term, formatted as it is."""
    document = docx.Document(io.BytesIO(marked(saved(report()), brackets=True)))
    assert document.paragraphs[2].text == (
        "Menteri Luar Negeri ⟨Secretary of State⟩ AS menyambut gencatan\tsenjata"
        " ⟨ceasefire⟩ di PBB ⟨UN⟩, kata konsul ⟨consul⟩."
    )
    english = next(r for r in document.paragraphs[2].runs if "ceasefire" in r.text)
    assert english.italic
    assert len(list(document.comments)) == 0


def test_each_term_has_one_comment() -> None:
    """Every place is shaded; the comment is at the first, or at each on request."""
    one = page(raw(P(T("PBB dan PBB, lalu PBB."))), "a.docx")
    shaded = f'w:fill="{FILLS["institutions"]}"'
    for out, comments in (
        (same.render(one), 1),
        (same.render(one, "all-comments"), 3),
    ):
        assert len(list(docx.Document(io.BytesIO(out)).comments)) == comments
        assert opened(out, "a").parts["word/document.xml"].decode().count(shaded) == 3


def test_own_comments_stay() -> None:
    """Comments that are there keep their numbers; ours come after them."""
    document = report()
    document.add_comment(document.paragraphs[1].runs, text="Cek!", author="Rani")
    after = docx.Document(io.BytesIO(marked(saved(document))))
    numbers = [comment.comment_id for comment in after.comments]
    assert ("Cek!", "Rani") in [(c.text, c.author) for c in after.comments]
    assert len(set(numbers)) == len(numbers) > 5


def test_the_same_document_gives_the_same_bytes() -> None:
    """Nothing in the output depends on the time."""
    data = saved(report())
    assert marked(data) == marked(data)


def test_new_parts_have_an_order() -> None:
    """Where both comments and their relations are new, they come in one order."""
    data = with_part(raw(P(T("PBB"))), "word/_rels/document.xml.rels", None)
    new = [
        n for n in opened(marked(data), "a").parts if n not in opened(data, "a").parts
    ]
    assert new == ["word/_rels/document.xml.rels", "word/comments.xml"]


def test_without_terms_nothing_changes() -> None:
    """A document without terms comes back to the byte."""
    document = docx.Document()
    document.add_paragraph("Apa saja.")
    data = saved(document)
    assert marked(data) == data


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (T("gencatan ") + "<w:hyperlink>" + T("senjata") + "</w:hyperlink>",
         "gencatan senjata ⟨ceasefire⟩"),
        ("<w:ins>" + T("PBB") + "</w:ins><w:del><w:r><w:delText>PBB</w:delText></w:r>"
         "</w:del>", "PBB ⟨UN⟩"),
        ("<w:sdt><w:sdtContent>" + T("PBB") + "</w:sdtContent></w:sdt>", "PBB ⟨UN⟩"),
        (R("<w:instrText>PBB</w:instrText>") + T("PBB"), "PBB ⟨UN⟩"),
        (R("<w:t>gencatan</w:t><w:br/><w:t>senjata</w:t>"),
         "gencatan\nsenjata ⟨ceasefire⟩"),
        (R("<w:t>gencatan</w:t><w:softHyphen/><w:t> senjata</w:t>"),
         "gencatan\xad senjata ⟨ceasefire⟩"),
        (R("<w:t>PBB</w:t><w:footnoteReference/><w:t>, PBB</w:t>"),
         "PBB ⟨UN⟩, PBB ⟨UN⟩"),
        (R("<w:t>PBB</w:t><w:noBreakHyphen/><w:t>x</w:t>"), "PBB\u2011x"),
        (R("<mc:AlternateContent><mc:Choice><w:txbxContent>" + P(T("PBB"))
           + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
           + P(T("PBB")) + "</w:txbxContent></mc:Fallback></mc:AlternateContent>")
         + T("konsul"),
         "konsul ⟨consul⟩\n\nPBB ⟨UN⟩"),
        (T("PBB") + T("") + R("<w:tab/>") + T(" PBB  "), "PBB ⟨UN⟩\t PBB ⟨UN⟩  "),
        (T("&lt;PBB&gt; &amp; ⟨PBB⟩"), "<PBB ⟨UN⟩> & ⟨PBB ⟨UN⟩⟩"),
    ],
)  # fmt: skip
def test_what_is_read_and_marked(paragraph: str, text: str) -> None:
    """The text as it stands is read: no deletions, no codes, nothing twice."""
    out = text_of(marked(raw(P(paragraph)), brackets=True))
    # Whether a hyphened word is a term is not this test's concern.
    assert out.replace("PBB ⟨UN⟩\u2011", "PBB\u2011") == text


def test_notes_have_brackets() -> None:
    """Footnotes and endnotes are read last, and have brackets: Word's rule."""
    data = raw(
        P(T("konsul")),
        footnotes=notes("footnote", "Kata PBB."),
        endnotes=notes("endnote", "Nota diplomatik."),
    )
    assert text_of(data) == "konsul\n\nKata PBB.\n\nNota diplomatik."
    out = marked(data)
    assert text_of(out) == (
        "konsul\n\nKata PBB ⟨UN⟩.\n\nNota diplomatik ⟨diplomatic note⟩."
    )
    assert len(list(docx.Document(io.BytesIO(out)).comments)) == 1


def test_a_package_without_relations_of_its_own_gets_them() -> None:
    """Comments are named even where the document related to nothing before."""
    data = with_part(raw(P(T("PBB"))), "word/_rels/document.xml.rels", None)
    parts = opened(marked(data), "a").parts
    assert b'Target="/word/comments.xml"' in parts["word/_rels/document.xml.rels"]
    assert b"UN" in parts["word/comments.xml"]


def test_terms_without_english_are_only_shaded() -> None:
    """Where there is nothing to say, there is no comment and no bracket."""
    article = reader.read(raw(P(T("PBB"))), "a.docx")
    for brackets in (False, True):
        out = write(article, [Mark(0, 3, "", "law")], brackets=brackets)
        assert text_of(out) == "PBB"
        assert "word/comments.xml" not in opened(out, "a").parts


@examples(40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("PBB", "gencatan", " ", "senjata", "konsul", "x", ". ")),
            st.sampled_from(("", "<w:b/>", '<w:shd w:fill="FFFFFF"/>', "<w:lang/>")),
        ),
        max_size=12,
    )
)
def test_any_runs(pieces: list[tuple[str, str]]) -> None:
    """However a text is cut into runs, text and formatting stay."""
    runs = "".join(
        f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        for text, look in pieces
    )
    data = raw(P(runs))
    assert text_of(marked(data)) == text_of(data)
    out = text_of(marked(data, brackets=True))
    assert BRACKETED.sub("", out) == text_of(data)


DAMAGED = {
    "text": b"PBB",
    "empty": b"",
    "cut": saved(report())[:-400],
    "no relations": with_part(saved(report()), "_rels/.rels", None),
    "no document": with_part(saved(report()), "word/document.xml", None),
    "not well-formed": with_part(saved(report()), "word/document.xml", b"<w:document>"),
    "other root": with_part(saved(report()), "word/document.xml", b"<x/>"),
    "entities": with_part(
        saved(report()),
        "word/document.xml",
        f'<!DOCTYPE x [<!ENTITY a "PBB">]><w:document xmlns:w="{W}"/>'.encode(),
    ),
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_damaged_documents_are_refused(data: bytes) -> None:
    """Whatever is no Word document is refused in one line with the file's name."""
    with pytest.raises(DocumentError, match=r"^a\.docx: .* — .*save it") as error:
        reader.read(data, "a.docx")
    assert "\n" not in str(error.value)


def test_flipped_bytes_do_no_harm() -> None:
    """A document with a wrong byte anywhere is read or refused, nothing else."""
    data = saved(report())
    for place in range(0, len(data), 997):
        damaged = bytearray(data)
        damaged[place] ^= 0xFF
        try:
            article = reader.read(bytes(damaged), "a.docx")
        except DocumentError:
            continue
        assert isinstance(article.text, str)


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to more than the limit is refused before it is unpacked."""
    monkeypatch.setattr("padanan.files.limits.WORD_PACKAGE", 1000)
    with pytest.raises(DocumentError, match="unpacks to over"):
        reader.read(saved(report()), "a.docx")
