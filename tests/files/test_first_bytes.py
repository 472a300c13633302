"""Standard input is known by its first bytes, and plain text stays plain text."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.files.first_bytes import kind_of


def office(*names: str) -> bytes:
    """Return an archive with members of these names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<!doctype html>\n<p>PBB", "html"),
        (b"\xef\xbb\xbf<HTML lang=id>", "html"),
        ("<html>".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?>\n<!-- a -->\n<html xmlns="x">', "html"),
        (b"<p>Menlu tiba.</p>", "html"),
        (b'<?xml version="1.0"?><xliff version="1.2">', "xliff"),
        (b'<x:xliff xmlns:x="urn:x">', "xliff"),
        (b'<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx>', "tmx"),
        (b'<martif type="TBX-Basic">', "tbx-2008"),
        (b'# Terjemahan\n#, fuzzy\n\nmsgid ""\nmsgstr ""\n', "po"),
        (b'msgctxt "a"\r\nmsgid "b"\r\n', "po"),
        (office("[Content_Types].xml", "word/document.xml"), "docx"),
        (office("docProps/app.xml", "Word/Document.xml"), "docx"),
        (office("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (office("mimetype"), None),
        (b"# Judul\n\nmsgid adalah kunci.", None),
        (b"<3 PBB", None),
        (b"< p >", None),
        (b"%PDF-1.7\n", "pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "doc"),
        (b"Menlu menulis %PDF-1.7", None),
        (b"<PBB> hadir", None),
        (b"Menlu <b>AS</b> tiba.", None),
        (b"", None),
    ],
)
def test_what_bytes_are(data: bytes, kind: str | None) -> None:
    """Pages, documents and files with both languages are known, and nothing else."""
    assert kind_of(data) == kind


@given(st.binary(max_size=60))
def test_any_bytes(data: bytes) -> None:
    """No bytes are an error, and letters in front make everything plain text."""
    kind_of(data)
    assert kind_of(b"Kata " + data) is None
