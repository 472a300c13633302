"""XML is written so that it is read back, and read so that no file can do harm."""

from __future__ import annotations

import re
import socket
import string
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import ExchangeError
from padanan.files import limits, xml
from padanan.files.xml import Element, Mixed

LAUGHS = "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10)
)

REFUSED = {
    "empty": b"",
    "spaces": b"  ",
    "archive": b"PK\x03\x04\x14\x00",
    "zero bytes": b"\0\0\0\0",
    "half a mark": b"\xff\xfe",
    "cut": b"<tmx><body>",
    "two roots": b"<tmx/><tmx/>",
    "not UTF-8": b"<tmx>\xff</tmx>",
    "zero": b"<tmx>&#0;</tmx>",
    "unknown entity": b"<tmx>&nbsp;</tmx>",
    "entity": b'<!DOCTYPE tmx [<!ENTITY a "b">]><tmx>&a;</tmx>',
    "entity in an attribute": b'<!DOCTYPE tmx [<!ENTITY a "b">]><tmx a="&a;"/>',
    "file": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "address": b'<!DOCTYPE a [<!ENTITY x SYSTEM "http://localhost/x">]><a>&x;</a>',
    "parameter": b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost/">%x;]><a/>',
    "laughs": f'<!DOCTYPE a [<!ENTITY l0 "lol">{LAUGHS}]><a>&l9;</a>'.encode(),
    "outer entity": b'<!DOCTYPE a SYSTEM "http://localhost/a.dtd"><a>&x;</a>',
    "deep": b"<a>" * 5_000 + b"</a>" * 5_000,
    "long text": b"<a>" + b"x" * 10_100_000 + b"</a>",
    "long attribute": b'<a b="' + b"x" * 10_100_000 + b'"/>',
    "long name": b"<" + b"a" * 10_100_000 + b"/>",
    "hiding encoding": b"<?xml version='1.0' encoding='UTF-7'?><a>+AOk-</a>",
    "unknown encoding": b"<?xml version='1.0' encoding='IBM037'?><a/>",
    "encoding of no name": b"<?xml version='1.0' encoding='x-x'?><a/>",
}

characters = st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\t\n\r")
texts = st.text(characters).filter(lambda text: not {*"\ufffe\uffff"} & {*text})


@pytest.fixture
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a socket is opened."""

    def refuse(*_: object, **__: object) -> NoReturn:
        pytest.fail("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)


@given(text=texts, attribute=texts)
def test_text_comes_back(text: str, attribute: str) -> None:
    """Whatever XML can hold is read as it was written, in text and attributes."""
    written = xml.serialise(Element("a", (("b", attribute),), text))
    root = xml.parse(written.data, "a.xml")
    assert (root.text or "", root.get("b")) == (text, attribute)
    assert not written.dropped


@given(parts=st.lists(texts, max_size=3))
def test_mixed_text_comes_back(parts: list[str]) -> None:
    """Text between elements has nothing added to it."""
    inline = Element("term", (), "nota")
    mixed = Mixed(tuple(item for part in parts for item in (part, inline)))
    root = xml.parse(xml.serialise(Element("a", (), mixed)).data, "a.xml")
    expected = "".join(f"{part}nota" for part in parts)
    assert "".join(str(part) for part in root.itertext()) == expected


@given(data=st.binary(max_size=60) | st.text(string.printable).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No bytes bring anything but a document or one line."""
    refused = ""
    try:
        xml.parse(data, "a.xml")
    except ExchangeError as error:
        refused = str(error)
    assert "\n" not in refused


@pytest.mark.usefixtures("_no_network")
@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_hostile_and_broken_files_get_one_line(data: bytes) -> None:
    """Each is refused at once: what is wrong, where, and what to do."""
    with pytest.raises(ExchangeError) as caught:
        xml.parse(data, "rusak.tbx")
    assert str(caught.value).startswith("rusak.tbx:1: ")
    assert " — " in caught.value.problem
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


@pytest.mark.usefixtures("_no_network")
def test_too_large_files_are_not_even_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    """The size is looked at first."""
    monkeypatch.setattr(limits, "XML", 2 * limits.MIB)
    with pytest.raises(ExchangeError, match="larger than 2 MiB — split it"):
        xml.parse(b"<" * (limits.XML + 1), "besar.tmx")


@pytest.mark.usefixtures("_no_network")
@pytest.mark.parametrize("where", ["tmx14.dtd", "http://localhost/tmx14.dtd"])
def test_dtd_is_named_but_never_fetched(where: str) -> None:
    """Files of other programs name a DTD; they are read without it."""
    data = f'<!DOCTYPE tmx SYSTEM "{where}"><tmx>visa</tmx>'.encode()
    assert xml.parse(data, "a.tmx").text == "visa"


def test_inclusions_are_not_followed() -> None:
    """XInclude is left alone."""
    data = (
        b'<a xmlns:xi="http://www.w3.org/2001/XInclude">'
        b'<xi:include href="/etc/passwd" parse="text"/></a>'
    )
    assert xml.text_of(xml.parse(data, "a.xml")) == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_encodings_of_other_programs(encoding: str) -> None:
    """A file is read in the encoding that it declares."""
    name = encoding.removesuffix("-sig")
    data = f"<?xml version='1.0' encoding='{name}'?><a>communiqué</a>"
    assert xml.parse(data.encode(encoding), "a.xml").text == "communiqué"


def test_what_xml_cannot_hold_is_reported() -> None:
    """A character that no XML has is replaced, and its line is named."""
    written = xml.serialise(Element("a", (), (Element("b", (), "x\x0by\ud800"),)))
    assert xml.parse(written.data, "a.xml")[0].text == "x\ufffdy\ufffd"
    assert [line.split(" — ")[0] for line in written.dropped] == [
        "U+000B in line 3",
        "U+D800 in line 3",
    ]


def test_elements_have_lines_of_their_own() -> None:
    """The form is fixed: a doctype, one element a line, one space a level."""
    content = (Element("b"), Element("c", (("n", "1"),), (Element("d", (), "x"),)))
    written = xml.serialise(Element("a", (), content), doctype="<!DOCTYPE a>")
    assert written.data.decode().split("\n") == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<!DOCTYPE a>",
        "<a>",
        " <b/>",
        ' <c n="1">',
        "  <d>x</d>",
        " </c>",
        "</a>",
        "",
    ]


@pytest.mark.parametrize(
    ("tag", "code"),
    [("ID", "id"), ("in", "id"), ("ind", "id"), ("eng", "en"), ("zh-Hant", "zh")],
)
def test_languages_have_many_names(tag: str, code: str) -> None:
    """Indonesian is also what old Java and ISO 639-2 call it."""
    assert xml.language(tag) == code


@given(st.text(st.sampled_from("ab \t\r\n"), max_size=20))
def test_text_is_unwrapped_as_before(text: str) -> None:
    """Line breaks with the blanks around them become one space, in linear time."""
    as_before = re.sub(r"[ \t]*[\r\n][ \t\r\n]*", " ", text).strip(" \t\r\n")
    assert xml.unwrapped(text) == as_before
    assert xml.unwrapped(" " * 200_000 + "a") == "a"
