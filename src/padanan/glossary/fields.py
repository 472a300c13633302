"""The extracted comments of an entry: ``#. key: value``, one field each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from padanan.files.po_problems import PoProblem, PoProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KEYS = (
    "domain",
    "definition",
    "pos",
    "variant",
    "abbreviation",
    "look-up",
    "deprecated",
    "equivalent",
    "equivalent-abbreviation",
    "avoid",
    "accepts",
    "match",
    "level",
    "replaces",
    "when",
    "unless",
    "modifier",
    "heads",
    "note",
    "example",
)
"""All keys, in the order of the canonical form.

``domain`` is for files of several domains; otherwise the name of the file says it.
"""

ONCE = frozenset({"domain", "definition", "pos", "match", "level", "replaces"})
"""The keys that an entry may have only once."""

BOUND = frozenset({"equivalent", "modifier", "heads"})
"""The keys that may have a condition and, except for ``heads``, a region."""

PREFIX = "#. "

_KEY = re.compile(
    r"(?P<key>[A-Za-z][A-Za-z-]*)"
    r"(?: \[(?P<region>[^\]]*)\])?"
    r"(?: if (?P<condition>.*?(?=: |:$)))?"
    r":(?P<space> *)(?P<value>.*)"
)
REGION = re.compile(r"[A-Z]{2}")
"""The code of a region."""

_BINDINGS = tuple(f"{key} {mark}" for key in sorted(BOUND) for mark in ("[", "if "))

# Editors that wrap comments do so at some column between 75 and 80.
_NARROWEST, _WIDEST = 75, 80

# Before these words a hyphen at the end of a line stays one: *pre- and post-war*.
_AFTER_HANGING_HYPHEN = ("and ", "or ", "to ", "dan ", "atau ", "maupun ")


class Field(NamedTuple):
    """A field of an entry.

    Attributes:
        line: where it begins, counted from 1.
        key: one of ``KEYS``, or ``msgctxt``, ``msgid``, ``msgstr``.
        value: the text after the colon.
        region: the code in brackets after ``equivalent`` or ``modifier``.
        condition: what follows ``if`` after a key of ``BOUND``.
    """

    line: int
    key: str
    value: str
    region: str | None = None
    condition: str | None = None


def parse(lines: Iterable[tuple[int, str]]) -> Iterator[Field | PoProblem]:
    """Yield the fields of one entry, or what is wrong with them.

    Args:
        lines: numbers and texts of the extracted comments, with their ``#. ``.

    >>> list(parse([(7, "#. equivalent [US] if near Rubio: Secretary of State")]))
    [Field(line=7, key='equivalent', value='Secretary of State', region='US', \
condition='near Rubio')]
    """
    seen: set[str] = set()
    for number, text in unwrapped(lines):
        found = parse_field(number, text)
        if isinstance(found, Field) and found.key in seen & ONCE:
            message = f"“{found.key}” occurs twice — keep one of them"
            yield PoProblem(PoProblemKind.DUPLICATE, number, message)
            continue
        if isinstance(found, Field):
            seen.add(found.key)
        yield found


def parse_field(line: int, text: str) -> Field | PoProblem:
    """Return the field of a whole comment, or what is wrong with it.

    >>> parse_field(4, "pos: noun")
    Field(line=4, key='pos', value='noun', region=None, condition=None)
    >>> parse_field(4, "varaint: mediasi").message
    'unknown key “varaint” — did you mean “variant”?'
    """
    found = _KEY.fullmatch(text)
    if found is None:
        return PoProblem(
            PoProblemKind.KEY, line, f"no “key: ” here — begin with {_all_keys()}"
        )
    key, region, condition = found["key"], found["region"], found["condition"]
    value = found["value"].strip(" ")
    if key not in KEYS:
        return PoProblem(PoProblemKind.KEY, line, _unknown_key(key))
    if key not in BOUND and (region is not None or condition is not None):
        message = f"“{key}” takes neither region nor condition — remove them"
        return PoProblem(PoProblemKind.KEY, line, message)
    if key == "heads" and region is not None:
        return PoProblem(PoProblemKind.KEY, line, "“heads” takes no region — remove it")
    if region is not None and not REGION.fullmatch(region):
        message = (
            f"“[{region}]” is not a region — write two capital letters, as in [US]"
        )
        return PoProblem(PoProblemKind.VALUE, line, message)
    if not value or condition == "":
        message = f"“{key}” is incomplete — write its text or remove the line"
        return PoProblem(PoProblemKind.VALUE, line, message)
    return Field(line, key, value, region, condition)


def format_field(field: Field) -> str:
    """Return a field as the text of a comment.

    >>> format_field(Field(1, "equivalent", "premier", "CN", "near NAME"))
    'equivalent [CN] if near NAME: premier'
    """
    region = f" [{field.region}]" if field.region is not None else ""
    condition = f" if {field.condition}" if field.condition is not None else ""
    return f"{field.key}{region}{condition}: {field.value}"


def unwrapped(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Join lines that another editor wrapped; yield number and text of whole comments.

    A line without a key continues the line before it. A line with an *unknown* key
    does so only if the line before it is full and no known key resembles it; otherwise
    it is a mistake, which is reported.

    >>> list(unwrapped([(1, "#. note: nama resmi"), (2, "#. badan itu")]))
    [(1, 'note: nama resmi badan itu')]
    """
    number, previous = 0, ""
    pieces: list[str] = []
    for line, raw in lines:
        text = raw[len(PREFIX) :].strip(" ")
        if not text:
            continue
        if not previous or _starts_field(text, previous):
            if pieces:
                yield number, "".join(pieces)
            number, pieces = line, [text]
        else:
            pieces += (_between(pieces[-1], text), text)
        previous = raw
    if pieces:
        yield number, "".join(pieces)


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant, ``None`` if none resembles it.

    >>> closest("noum", ("noun", "verb"))
    'noun'
    """
    from difflib import get_close_matches

    found = get_close_matches(word, tuple(known), n=1, cutoff=0.7)
    return found[0] if found else None


def _starts_field(text: str, previous: str) -> bool:
    # A condition may be so long that its end is on the next line.
    if text.startswith(_BINDINGS):
        return True
    found = _KEY.fullmatch(text)
    if found is None:
        return False
    if found["key"] in KEYS:
        return True
    if not found["space"]:  # https://…
        return False
    return (
        not _is_full(previous, text) or closest(found["key"].lower(), KEYS) is not None
    )


def _is_full(previous: str, text: str) -> bool:
    needed = len(previous) + 1 + len(text.split(" ", 1)[0])
    return len(previous) <= _WIDEST and needed > _NARROWEST


def _between(before: str, after: str) -> str:
    """Return what stood between two pieces of a text before it was wrapped."""
    # textwrap, and polib with it, breaks lines after the hyphen of a compound.
    compound = len(before) > 1 and before[-1] == "-" and before[-2].isalnum()
    return "" if compound and not after.startswith(_AFTER_HANGING_HYPHEN) else " "


def _unknown_key(key: str) -> str:
    meant = closest(key.lower(), KEYS)
    advice = f"did you mean “{meant}”?" if meant else f"known are {_all_keys()}"
    return f"unknown key “{key}” — {advice}"


def _all_keys() -> str:
    return ", ".join(KEYS)
