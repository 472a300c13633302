"""Packages of Word documents in every legal form are read, and marked."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from padanan.articles.docx.document import read, write
from padanan.articles.docx.package import R, W
from padanan.articles.marks import Mark
from padanan.translation import file_kinds
from tests.word import P, T, notes, raw

if TYPE_CHECKING:
    from collections.abc import Callable

STRICT = (
    (W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    (R, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
)

Change = tuple[str, str]


def rewritten(
    data: bytes, name: Callable[[str], str], *replaced: tuple[str, str]
) -> bytes:
    """Return a package whose parts have other names, and other words in XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename.endswith((".xml", ".rels")):
                for before, after in replaced:
                    part = part.replace(before.encode(), after.encode())
            new.writestr(name(info.filename), part)
    return out.getvalue()


def renamed(*pairs: Change) -> Callable[[str], str]:
    """Return what gives some parts other names."""
    names = dict(pairs)
    return lambda name: names.get(name, name)


def article() -> bytes:
    """Return a document with a note and a table of two columns."""
    cells = "".join(f"<w:tc>{P(T(text))}</w:tc>" for text in ("konsul", "consul"))
    body = P(T("Kata konsul.")) + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    return raw(body, footnotes=notes("footnote", "Sebuah nota."))


FORMS = {
    "as it is": article(),
    "Word Online": rewritten(
        article(),
        renamed(
            ("word/document.xml", "word/document2.xml"),
            ("word/_rels/document.xml.rels", "word/_rels/document2.xml.rels"),
        ),
        ("word/document.xml", "word/document2.xml"),
    ),
    "another case": rewritten(article(), str.upper),
    "absolute targets": rewritten(
        article(),
        str,
        ('Target="word/', 'Target="/word/'),
        ('Target="footnotes', 'Target="/word/footnotes'),
    ),
    "targets with dots": rewritten(
        article(), str, ('Target="footnotes', 'Target="../word/./footnotes')
    ),
    "a name with a space": rewritten(
        article(),
        renamed(("word/footnotes.xml", "word/catatan%20kaki.xml")),
        ('Target="footnotes', 'Target="catatan%20kaki'),
    ),
    "remarks in XML": rewritten(
        article(),
        str,
        *(
            (f"<{name}", f"<!-- x --><?y z?><{name}")
            for name in (
                "Relationship ",
                "w:p>",
                "w:r>",
                "w:t>",
                "w:tc>",
                "w:footnote ",
            )
        ),
    ),
    "strict": rewritten(article(), str, *STRICT),
    "backslashes": rewritten(article(), lambda name: name.replace("/", "\\")),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_legal_form_is_read(form: str) -> None:
    """The text is the same, whatever the parts are called."""
    found = read(FORMS[form], "a.docx").text
    assert found == "Kata konsul.\n\nkonsul\n\nconsul\n\nSebuah nota."


@pytest.mark.parametrize("form", FORMS)
def test_every_legal_form_holds_units(form: str) -> None:
    """A table is found by the relations, not by the name of the main part."""
    (unit,) = file_kinds.read(FORMS[form], "a.docx")
    assert (unit.source, unit.target) == ("konsul", "consul")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("brackets", [True, False])
def test_every_legal_form_is_marked(form: str, brackets: bool) -> None:  # noqa: FBT001 -- a parameter
    """A marked document keeps its form, and has as many parts under as many names."""
    before = read(FORMS[form], "a.docx")
    marks = (Mark(5, 11, "consul", "offices"), Mark(38, 42, "note", "law"))
    out = write(before, marks, brackets=brackets)
    after = read(out, "a.docx").text
    assert after.replace(" ⟨consul⟩", "").replace(" ⟨note⟩", "") == before.text
    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        names = [name.lower() for name in archive.namelist()]
        document = next(
            name for name in archive.namelist() if "DOCUMENT" in name.upper()
        )
        body = archive.read(document)
    assert len(names) == len(set(names))
    if form == "strict":
        assert not any(name.encode() in body for name, _ in STRICT)


def test_new_comments_take_a_free_name() -> None:
    """A part that happens to be called comments.xml is not written over."""
    data = rewritten(
        article(),
        renamed(("word/footnotes.xml", "word/Comments.xml")),
        ('Target="footnotes', 'Target="Comments'),
    )
    out = write(read(data, "a.docx"), (Mark(5, 11, "consul", "offices"),))
    assert read(out, "a.docx").text == read(data, "a.docx").text
