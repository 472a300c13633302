"""A composed term is checked as a whole: head and modifier in any English order."""

from __future__ import annotations

from functools import cache

import pytest

import padanan
from padanan.glossary import po
from padanan.matching.annotator import engine_for

ENTRIES = """msgid ""
msgstr ""

#. heads: nouns
#. accepts: menace
#. avoid: danger
msgid "ancaman"
msgstr "threat"

#. match: off
#. modifier: nuclear
msgid "nuklir"
msgstr "nuclear energy"

#. modifier: border
msgid "perbatasan"
msgstr "border"

#. level: basic
msgid "pernyataan"
msgstr "statement"
"""


@cache
def glossary() -> padanan.Glossary:
    """Return a head, two modifiers and a basic word."""
    return po.loads(ENTRIES, path="a.po", domain="own")


@pytest.mark.parametrize(
    "english",
    [
        "A nuclear threat remains.",
        "The nuclear threats remain.",
        "The threat is nuclear.",
        "The threat of nuclear energy remains.",
        "The nuclear menace remains.",
    ],
)
def test_any_order_will_do(english: str) -> None:
    """Head and modifier may stand in any order, near each other."""
    assert padanan.check([("Ancaman nuklir tetap ada.", english)], glossary()) == ()


@pytest.mark.parametrize(
    ("english", "code"),
    [
        ("A threat remains.", "T201"),  # the modifier is missing
        ("The nuclear issue remains.", "T201"),  # the head is missing
        ("The nuclear danger remains.", "T101"),
    ],
)
def test_a_missing_half_is_found(english: str, code: str) -> None:
    """Without one of its halves the term is not translated."""
    found = padanan.check([("Ancaman nuklir tetap ada.", english)], glossary())
    assert [one.code for one in found] == [code]
    assert found[0].expected[0] == "nuclear threat"


def test_parts_are_counted_apart() -> None:
    """A bare head and a composed term ask for one rendering each."""
    pair = (
        "Ancaman nuklir dan ancaman perbatasan.",
        "A nuclear threat and a border threat.",
    )
    assert padanan.check([pair], glossary()) == ()


def test_accepted_english_is_never_offered() -> None:
    """What a check lets pass does not come with the annotation."""
    [found] = engine_for(glossary()).annotate("Ancaman itu.")
    assert found.equivalents == ("threat",)
    assert padanan.check([("Ancaman itu.", "That menace.")], glossary()) == ()


def test_bare_basic_words_are_not_checked() -> None:
    """A word that every reader knows is not asked for."""
    assert padanan.check([("Pernyataan itu benar.", "It is true.")], glossary()) == ()
