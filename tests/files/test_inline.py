"""Codes in the segments of translation files part words, or do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.files.inline import inline_text, raw_text
from padanan.files.xml import parse

XLIFF_2 = 'xmlns="urn:oasis:names:tc:xliff:document:2.0"'


def read(inside: str, attributes: str = "") -> str:
    """Return the text of a segment with codes in it."""
    return inline_text(
        raw_text(parse(f"<s {attributes}>{inside}</s>".encode(), ""))
    ).text


@given(st.text("ab é1.", min_size=1))
def test_text_without_codes_stays(text: str) -> None:
    """What has no codes is the same text, without white space at its ends."""
    assert read(text) == text.strip()


@pytest.mark.parametrize(
    "code",
    [
        '<x id="1" ctype="lb"/>',
        '<x id="1" ctype="x-br" equiv-text="&lt;br/&gt;"/>',
        '<x id="1" ctype="x-p"/>',
        '<x id="1" equiv-text="&#10;"/>',
        '<x id="LINE_BREAK" equiv-text="&lt;br&gt;"/>',
        '<ph id="1">&lt;br/&gt;</ph>',
        '<ph id="1">\\n</ph>',
        '<ph id="1">&lt;w:br/&gt;</ph>',
        '<ph id="1">&amp;nbsp;</ph>',
        '<ph x="1" type="lb"/>',
        '<it id="1" pos="open">&lt;p&gt;</it>',
        '<bpt id="1">&lt;li&gt;</bpt>',
        '<ph id="1" disp="&lt;br/&gt;"/>',
        '<ph id="1" type="fmt" subType="xlf:lb"/>',
        '<ph id="1" equiv="LINE_BREAK"/>',
        '<ph id="1"/>',
        '<x id="1"/><x id="2"/>',
    ],
)
def test_a_break_parts_words(code: str) -> None:
    """A code of a break, or one between two words that says nothing, is a space."""
    assert read(f"Gencatan senjata{code}Duta besar") == "Gencatan senjata Duta besar"


@pytest.mark.parametrize(
    "code",
    [
        '<g id="1">{}</g>',
        '<pc id="1">{}</pc>',
        '<hi type="bold">{}</hi>',
        '<bpt i="1">&lt;b&gt;</bpt>{}<ept i="1">&lt;/b&gt;</ept>',
        '<x id="1" ctype="x-b" equiv-text="&lt;b&gt;"/>{}<x id="2" ctype="x-b"/>',
        '<ph id="1">&lt;em&gt;</ph>{}<ph id="2">&lt;/em&gt;</ph>',
        '<ph id="1" disp="&lt;b&gt;"/>{}<ph id="2" disp="&lt;/b&gt;"/>',
        '<x id="1" ctype="bold"/>{}<x id="2" ctype="italic"/>',
        '<x id="1" equiv-text=""/>{}',
        '<ph id="1">&lt;wbr/&gt;</ph>{}',
        '<mrk mtype="term">{}</mrk>',
    ],
)
def test_a_format_inside_a_word_does_not_part_it(code: str) -> None:
    """A code that formats letters leaves the word whole."""
    assert read(f"gen{code.format('cat')}an") == "gencatan"


def test_a_break_beside_a_space_adds_none() -> None:
    """A break at a space, or at the edge of a segment, adds nothing."""
    code = '<x id="1" ctype="lb"/>'
    assert read(f"{code}Nota {code} dan{code} visa{code}") == "Nota dan visa"


def test_protected_text_has_its_place() -> None:
    """Offsets of what is not to be translated are those of the text without codes."""
    inside = 'Kata<x id="1" ctype="lb"/><mrk translate="no">duta besar</mrk> itu'
    found = inline_text(raw_text(parse(f"<s {XLIFF_2}>{inside}</s>".encode(), "")))
    assert [found.text[slice(*span)] for span in found.protected] == ["duta besar"]


def test_a_protected_stretch_may_have_two_ends() -> None:
    """XLIFF 2 marks stretches that cross others by their ends."""
    inside = (
        'Kata <sm id="m1" translate="no"/>duta <pc id="1">besar<em startRef="m2"/></pc>'
        '<em startRef="m1"/> itu'
    )
    found = inline_text(raw_text(parse(f"<s {XLIFF_2}>{inside}</s>".encode(), "")))
    assert found.text == "Kata duta besar itu"
    assert found.protected == ((5, 15),)
