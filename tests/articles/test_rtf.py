"""RTF: what a word processor shows is read, and nothing else."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.readers import read
from padanan.articles.rtf import document
from padanan.articles.rtf.document import DEEPEST
from padanan.errors import DocumentError
from padanan.files.first_bytes import kind_of
from tests.pages import page
from tests.texts_only import TEXT, rich
from tests.word import report, saved

if TYPE_CHECKING:
    from pathlib import Path


def said(body: str) -> str:
    """Return the text of a document with this in it."""
    fonts = r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times;}{\f2 Arial;}}"
    return read(rf"{{\rtf1\ansi\ansicpg1252{fonts}{body}}}".encode(), "a.rtf").text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"Menlu {\b AS} tiba.\par Ia pulang.", "Menlu AS tiba.\n\nIa pulang."),
        ("gen\ncatan \r\nsenjata", "gencatan senjata"),
        (r"caf\'e9 \{a\} \\ \~x", "café {a} \\ \u00a0x"),
        (r"\u8220\'93damai\u8221\'94", "“damai”"),
        (r"\uc2\u8212--damai\uc0\u8212 x", "—damaı—x".replace("ı", "i")),
        (r"\u-10179?\u-8704? x", "😀 x"),
        (r"\f1\'cc\'e8\'f0\f0  caf\'e9", "Мир café"),
        (r"a{\*\unknown b{c}}d{\info{\title e}}f", "adf"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt Kemlu}} RI", "Kemlu RI"),
        (r"a{\v tersembunyi}b{\deleted hapus}c\v0 d", "abcd"),
        (r"PBB{\super 1} m{\super 2}", "PBB¹ m²"),
        (r"Satu{\super\chftn}{\footnote\pard\chftn  Catatan.} dua.\par tiga",
         "Satu dua.\n\nCatatan.\n\ntiga"),
        (r"{\pict\bin5 }}}{{}damai", "damai"),
        (r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt kotak\par}}{\shprslt kotak}}x",
         "kotak\n\nx"),
        (r"{\upr{a?}{\*\ud a\u8212?}}", "a—"),
        (r"{\listtext 1.\tab}Pertama\par", "Pertama"),
        (r"{\header Kepala\par}damai{\footer 3}", "damai"),
        (r"damai}sampah", "damai"),
        (r"damai {\b", "damai"),
    ],
)  # fmt: skip
def test_what_is_said(body: str, text: str) -> None:
    """What stands in a document, and what of it is its text."""
    assert said(body) == text


def test_blocks() -> None:
    """Headings, items and cells are told apart."""
    body = (
        r"{\rtf1\pard\outlinelevel1 Bab\par\pard\ls1 butir\par"
        r"\pard\intbl a\cell b\cell\row\intbl c\cell\row\pard isi\par}"
    )
    blocks = read(body.encode(), "a.rtf").blocks
    assert [(block.role, block.level) for block in blocks] == [
        ("heading", 2), ("item", 1), ("cell", 0), ("cell", 0), ("cell", 0),
        ("paragraph", 0),
    ]  # fmt: skip
    cells = [block.cell[:3] for block in blocks if block.cell]
    assert cells == [(0, 0, 0), (0, 0, 1), (0, 1, 0)]


def test_headers_are_told_of() -> None:
    """What is not read is named."""
    assert read(rb"{\rtf1{\header x}y}", "a.rtf").unread
    assert not read(rb"{\rtf1 y}", "a.rtf").unread


def test_the_encoding_that_a_user_names() -> None:
    """It counts more than what the document says."""
    data = rb"{\rtf1\ansicpg1252 \'cc\'e8\'f0}"
    assert read(data, "a.rtf", "cp1251").text == "Мир"
    with pytest.raises(DocumentError, match="no encoding “x”"):
        read(data, "a.rtf", "x")


@pytest.mark.parametrize("data", [b"", b"Menlu", rb"\rtf1", rb"{\rtfx", rb"{\rt"])
def test_what_is_no_rtf_is_refused(data: bytes) -> None:
    """A text that is only called so is told from RTF."""
    with pytest.raises(DocumentError, match="no RTF"):
        read(data, "a.rtf")
    assert kind_of(data) != "rtf"


def test_groups_without_end_are_refused() -> None:
    """A reader holds no more groups than documents have."""
    assert read(b"{\\rtf1" + b"{" * (DEEPEST - 1) + b"x", "a.rtf").text == "x"
    with pytest.raises(DocumentError, match="groups in one another"):
        read(b"{\\rtf1" + b"{" * (DEEPEST + 1) + b"x", "a.rtf")


def test_a_document_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more is read than a document has."""
    monkeypatch.setattr(document, "MOST", 9)
    with pytest.raises(DocumentError, match="too much in one document"):
        read(b"{\\rtf1" + b"{}" * 9, "a.rtf")


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_any_letters(text: str) -> None:
    """Every letter comes back as it was."""
    assert read(rich(text), "a.rtf").text == text.replace("\u00ad", "")


def test_it_is_known_by_its_first_bytes() -> None:
    """RTF on standard input needs no ending."""
    assert kind_of(rich(TEXT)) == "rtf"


@pytest.mark.slow
@pytest.mark.client("soffice")
def test_a_document_of_libreoffice(tmp_path: Path) -> None:
    """LibreOffice's RTF of a document has the terms that the document has."""
    (tmp_path / "a.docx").write_bytes(saved(report()))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(
        ("soffice", home, "--headless", "--convert-to", "rtf", "--outdir", tmp_path,
         tmp_path / "a.docx"),
        check=True, capture_output=True,
    )  # fmt: skip
    one = page((tmp_path / "a.docx").read_bytes(), "a.docx")
    other = page((tmp_path / "a.rtf").read_bytes(), "a.rtf")
    assert [found.concept.id for found in other.annotations] == [
        found.concept.id for found in one.annotations
    ]
