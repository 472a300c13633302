"""Fields: keys, regions, conditions; mistakes are named with a remedy."""

from __future__ import annotations

import pytest

from padanan.files.po_problems import PoProblem, PoProblemKind
from padanan.glossary.fields import (
    KEYS,
    Field,
    format_field,
    parse,
    parse_field,
    unwrapped,
)


def parsed(*lines: str) -> list[Field | PoProblem]:
    """Return the fields of comment lines."""
    return list(parse(enumerate((f"#. {line}" for line in lines), start=1)))


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("pos: noun", Field(1, "pos", "noun")),
        ("note:no space", Field(1, "note", "no space")),
        ("note: a: b", Field(1, "note", "a: b")),
        ("equivalent: truce", Field(1, "equivalent", "truce")),
        (
            "equivalent [US]: Secretary of State",
            Field(1, "equivalent", "Secretary of State", "US"),
        ),
        (
            "equivalent if preceded by dalam | masa: custody",
            Field(1, "equivalent", "custody", None, "preceded by dalam | masa"),
        ),
        (
            "equivalent [US] if sentence has Rubio: State Department",
            Field(1, "equivalent", "State Department", "US", "sentence has Rubio"),
        ),
        (
            "equivalent if near pukul 12:30: noon",
            Field(1, "equivalent", "noon", None, "near pukul 12:30"),
        ),
    ],
)
def test_a_field_is_read_and_written(text: str, field: Field) -> None:
    """A comment is a key with its value, region and condition."""
    assert parse_field(1, text) == field
    assert parse_field(1, format_field(field)) == field


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        (
            "varaint: x",
            PoProblemKind.KEY,
            "unknown key “varaint” — did you mean “variant”?",
        ),
        ("Definition: X.", PoProblemKind.KEY, "did you mean “definition”?"),
        (
            "colour: red",
            PoProblemKind.KEY,
            "known are domain, definition, pos, variant",
        ),
        ("no colon at all", PoProblemKind.KEY, "no “key: ” here — begin with domain"),
        ("variant [US]: x", PoProblemKind.KEY, "takes neither region nor condition"),
        ("avoid if near x: y", PoProblemKind.KEY, "takes neither region nor condition"),
        (
            "equivalent [us]: x",
            PoProblemKind.VALUE,
            "“[us]” is not a region — write two capital",
        ),
        ("equivalent []: x", PoProblemKind.VALUE, "“[]” is not a region"),
        ("equivalent if : x", PoProblemKind.VALUE, "“equivalent” is incomplete"),
        ("equivalent if near x", PoProblemKind.KEY, "no “key: ” here"),
        (
            "definition:",
            PoProblemKind.VALUE,
            "“definition” is incomplete — write its text",
        ),
    ],
)
def test_a_mistake_is_named(text: str, kind: PoProblemKind, message: str) -> None:
    """What is wrong with a comment is said together with what to do."""
    found = parse_field(7, text)
    assert isinstance(found, PoProblem)
    assert (found.kind, found.line) == (kind, 7)
    assert message in found.message


def test_every_key_is_read() -> None:
    """Each key of the table can stand in an entry."""
    found = parsed(*(f"{key}: x" for key in KEYS))
    assert [item.key for item in found if isinstance(item, Field)] == list(KEYS)


def test_a_field_that_may_stand_once() -> None:
    """The second definition is reported, further notes are not."""
    found = parsed("definition: A.", "note: b", "definition: C.", "note: d")
    assert [item.line for item in found if isinstance(item, PoProblem)] == [3]


LONG = "definition: Agreement between states in written form that international law"
"""With ``#. `` before it as long as editors let a line grow."""


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("note: one", "two", "three"), ["note: one two three"]),
        (("note: tembak-", "menembak"), ["note: tembak-menembak"]),
        (("note: pre-", "and post-war"), ["note: pre- and post-war"]),
        ((LONG, "namely: governs"), [f"{LONG} namely: governs"]),
        (("note: see", "https://example.org"), ["note: see https://example.org"]),
        (("note: short", "namely: x"), ["note: short", "namely: x"]),
        ((LONG, "varaint: x"), [LONG, "varaint: x"]),
        (("", "note: x", ""), ["note: x"]),
        (
            ("equivalent if near Washington |", "Gedung Putih: State Department"),
            ["equivalent if near Washington | Gedung Putih: State Department"],
        ),
    ],
)
def test_wrapped_lines_are_joined(lines: tuple[str, ...], expected: list[str]) -> None:
    """A line without a known key continues the one before, unless it is a mistake."""
    numbered = enumerate((f"#. {line}" for line in lines), start=1)
    assert [text for _, text in unwrapped(numbered)] == expected
