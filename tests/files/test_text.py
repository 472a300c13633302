"""Bytes to text and back, and text for terminals."""

from __future__ import annotations

import codecs
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.plain import decode as decode_article
from padanan.errors import ExchangeError, GlossaryError, PadananError
from padanan.files.text import (
    decode,
    decode_exactly,
    decode_table,
    encode,
    encoding_notice,
    guessed_encoding,
    printable,
)

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
MARKED = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]


@pytest.mark.parametrize(("mark", "name"), MARKED, ids=lambda value: str(value))
@given(text=TEXTS)
def test_a_byte_order_mark_says_the_encoding(mark: bytes, name: str, text: str) -> None:
    """Whatever follows the mark is decoded by it, and the mark is no text."""
    data = mark + text.encode(name)
    assert decode_exactly(data, "a") == f"\ufeff{text}"
    assert decode(data, "a") == text.replace("\r\n", "\n").replace("\r", "\n")


@given(text=TEXTS.filter(lambda text: not text.startswith("\ufeff")))
def test_text_comes_back(text: str) -> None:
    """UTF-8 is written and read; with a mark too."""
    assert decode_exactly(encode(text), "a") == text
    assert decode_exactly(encode(text, bom=True), "a") == f"\ufeff{text}"


@pytest.mark.parametrize("name", ["cp1252", "latin-1", "utf-16"])
def test_encodings_by_name(name: str) -> None:
    """An encoding that is named is used."""
    assert decode("communiqué".encode(name), "a", name) == "communiqué"


def test_other_encodings_are_refused() -> None:
    """A file that is not in its encoding is named with the line."""
    with pytest.raises(ExchangeError, match=r"^a:2: not UTF-8 — save"):
        decode(b"term\ncommuniqu\xe9", "a")
    with pytest.raises(ExchangeError, match=r"^a: there is no encoding “utf-9” — try"):
        decode(b"x", "a", "utf-9")
    with pytest.raises(GlossaryError, match="not UTF-8"):
        decode_exactly(b"\xe9", "a.po", error=GlossaryError)
    with pytest.raises(ExchangeError, match="half a character after “visa”"):
        encode("visa\ud800")


@given(text=st.text(st.characters() | st.sampled_from("\x1b\x07\x9b\u202e\r\n\t")))
def test_nothing_that_is_printed_drives_a_terminal(text: str) -> None:
    """No control character is left but line feed and tab, and no turn of direction."""
    for shown in (printable(text), printable(text, escape=True)):
        assert not [
            one
            for one in shown.replace("\n", "").replace("\t", "")
            if unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"}
            or unicodedata.bidirectional(one)
            in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
        ]


@given(text=TEXTS)
def test_what_is_printable_stays(text: str) -> None:
    """Printing twice changes nothing, and letters are never touched."""
    assert printable(printable(text)) == printable(text)
    letters = "".join(one for one in text if one.isprintable())
    assert printable(letters) == letters


def test_no_character_that_goes_is_taken_for_a_printable_one() -> None:
    """What is left out of a text is left out of one that is else printable too."""
    odd = [chr(code) for code in range(0x10000) if not chr(code).isprintable()]
    gone = set(odd) - set(printable("".join(odd)))
    assert {"\x1b", "\x9b", "\u202e", "\ud800", "\ufeff"} <= gone
    assert all(printable(f"a{one}b\n") == "ab\n" for one in gone)
    usual = "".join(chr(code) for code in range(0x10000) if chr(code).isprintable())
    assert printable(f"\x1b{usual}") == usual


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b]0;judul\x07b", r"a\x1b]0;judul\x07b"),
        ("laporan\u202etxt.exe", r"laporan\u202etxt.exe"),
        ("\udcff.txt", r"\udcff.txt"),
        ("soft\u00adhyphen", "soft\u00adhyphen"),
        ("100\u00a0ton", "100\u00a0ton"),
    ],
)
def test_escapes_of_names(text: str, shown: str) -> None:
    """In a message one sees what was there."""
    assert printable(text, escape=True) == shown


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"", "utf-8"),
        ("café".encode(), "utf-8"),
        ("café; “visa” – ©".encode("cp1252"), "cp1252"),
        ("visa;note\n".encode("utf-16-le"), "utf-16-le"),
        ("visa;note\n".encode("utf-16-be"), "utf-16-be"),
        ("visa;note\n".encode("utf-16"), "utf-16-le"),
        ("café ".encode() + b"\xe9", "utf-8"),
        (b"visa \x81\xe9", "utf-8"),
    ],
)
def test_encodings_of_tables_are_guessed(data: bytes, encoding: str) -> None:
    """What is broken UTF-8, or nothing at all, is not taken for something else."""
    assert guessed_encoding(data) == encoding


def test_a_guess_is_told() -> None:
    """Only Windows-1252 is a guess: zeros and marks leave no doubt."""
    [line] = encoding_notice("café".encode("cp1252"))
    assert line == "not UTF-8, read as Windows-1252 — save it as “CSV UTF-8”"
    assert encoding_notice("café".encode()) == ()
    assert encoding_notice("café".encode("utf-16-le")) == ()


def test_broken_utf_8_is_told_with_its_line() -> None:
    """A file that is UTF-8 but for one byte is not read as something else."""
    with pytest.raises(ExchangeError, match=r"^a\.csv:2: not UTF-8 — save the file"):
        decode_table("café\n".encode() + b"\xe9", "a.csv")


@pytest.mark.parametrize("name", ["a\0", "utf-8\0", "", "rot13", "é"])
@pytest.mark.parametrize("read", [decode, decode_article])
def test_no_name_of_an_encoding_is_a_traceback(
    name: str, read: Callable[[bytes, str, str], str]
) -> None:
    """A worksheet or settings may name anything."""
    with pytest.raises(PadananError, match=r"^a: there is no encoding"):
        read(b"nota", "a", name or "\0")
