"""Glossaries that tests of formats are made from."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import padanan
from padanan.glossary import po
from padanan.model import Concept, Glossary, Term, concept_id
from tests.concepts import NASTY

DATA = Path(__file__).parent / "data"

HOSTILE = (
    *(text for text in NASTY if text == text.strip()),
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1",
    "-1",
    "|x",
    "'=1",
    "＝1",
    "<script>alert(1)</script>",
    "]]>",
    "&amp;",
    "<!-- x",
    "\u202egnp.exe",
    "\u200fkanan ke kiri",
    "🕊️ damai",
    "#tagar",
    "_x0041_",
    "{{ x }}",
    "${x}",
    "a | b",
    "'; DROP TABLE x; --",
    "x" * 2000,
)
"""Texts of one line that formats, programs or spreadsheets give a meaning to."""

REFUSED = ("tab\tdi sini", "baris\nbaru", "nul\0", "vertikal\x0bdi sini", "\u2028")
"""Texts that no field of a PO file can have."""


@cache
def mini() -> Glossary:
    """Return five concepts that use every field once."""
    return po.load(DATA / "mini.po")


@cache
def whole() -> Glossary:
    """Return the shipped glossary."""
    return padanan.load()


WHOLE = pytest.param(whole, id="whole", marks=pytest.mark.slow)
"""The shipped glossary as a parameter: what is done with all of it takes a second."""


def plain(term: str, equivalent: str = "x", sense: str | None = None) -> Concept:
    """Return a concept of two terms."""
    return Concept(
        concept_id(term, sense), "law", (Term(term),), (Term(equivalent),), sense=sense
    )


def hostile() -> Glossary:
    """Return a concept for each hostile string, with it in every text."""
    return Glossary(
        tuple(
            Concept(
                concept_id(text, str(number)), "law", (Term(text),), (Term(text),),
                sense=str(number), definition=text, notes=(text,), comment=text,
            )
            for number, text in enumerate(HOSTILE)
            # gettext joins a comment that ends so to the next line.
            if not text.endswith("\\")
        )
    )  # fmt: skip


GLOSSARIES = pytest.mark.parametrize("glossary", [mini, hostile, WHOLE])
"""Mark of a test that is run with each of three glossaries."""
