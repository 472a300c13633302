"""TMX has a unit for each pair; the units of a concept come back as one."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from padanan.errors import ExchangeError
from padanan.exchange import tmx
from padanan.exchange.formats import FormatOptions
from padanan.exchange.pairs import offered, pairs
from padanan.model import Concept, Glossary, Level, Match, Status, Term
from tests.concepts import concepts
from tests.glossaries import mini
from tests.laws import examples

MEMORY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1">
 <header creationtool="OmegaT" srclang="ID" adminlang="EN-US" o-tmf="OmegaT TMX"
   segtype="sentence" datatype="plaintext" creationtoolversion="3"/>
 <body>
  <tu>
   <note>From a verbal note.</note>
   <tuv lang="ID"><seg>nota <bpt i="1">&lt;b&gt;</bpt>diplomatik<ept i="1">&lt;/b&gt;
   </ept></seg></tuv>
   <tuv lang="EN-US"><seg><hi>diplomatic</hi> note<ph/></seg></tuv>
  </tu>
  <tu>
   <tuv xml:lang="in"><seg>nota diplomatik</seg></tuv>
   <tuv xml:lang="en"><seg>note verbale</seg></tuv>
   <tuv xml:lang="fr"><seg>note</seg></tuv>
  </tu>
  <tu><tuv xml:lang="id"><seg>hanya ini</seg></tuv></tu>
  <tu><tuv xml:lang="id"><seg/></tuv><tuv xml:lang="en"/></tu>
 </body>
</tmx>
"""


@examples(60)
@given(concept=concepts())
def test_what_units_can_say_comes_back(concept: Concept) -> None:
    """Terms that are offered, with region and condition, definition and notes."""
    dump = tmx.dumps(Glossary((concept,)), FormatOptions())
    assume(not dump.dropped)
    (again,) = tmx.loads(dump.files[0][1], "a.tmx").concepts
    notes = dict.fromkeys(concept.notes)
    assert again._replace(sense=None) == concept._replace(
        terms=tuple(dict.fromkeys(offered(concept.terms))),
        equivalents=tuple(dict.fromkeys(offered(concept.equivalents))),
        sense=None,
        match=Match.SMART,
        when=(),
        unless=(),
        modifiers=(),
        heads=(),
        accepts=(),
        level=Level.TERM,
        notes=tuple(notes),
        examples=(),
        sources=(),
        comment="",
        fuzzy=False,
        replaces=False,
    )


def test_a_unit_a_pair() -> None:
    """There are as many units as pairs, and none has a deprecated term."""
    text = tmx.dumps(mini(), FormatOptions()).files[0][1].decode()
    assert text.count("<tu>") == len(pairs(mini()))
    assert "arms stop" not in text
    assert "genjatan" not in text


def test_reverse_turns_units_and_header() -> None:
    """The source language is English, its segments come first."""
    text = tmx.dumps(mini(), FormatOptions(reverse=True)).files[0][1].decode()
    assert 'srclang="en"' in text
    assert text.index('xml:lang="en"') < text.index('xml:lang="id"')
    assert tmx.loads(text.encode(), "a.tmx") == tmx.loads(
        tmx.dumps(mini(), FormatOptions()).files[0][1], "a.tmx"
    )


def test_memories_of_other_programs_are_read() -> None:
    """Units of the same segment are one concept; inline codes are no text."""
    assert tmx.loads(MEMORY.encode(), "omegat.tmx").concepts == (
        Concept(
            id="nota-diplomatik",
            domain="",
            terms=(Term("nota diplomatik"),),
            equivalents=(
                Term("diplomatic note"),
                Term("note verbale", Status.ADMITTED),
            ),
            notes=("From a verbal note.",),
        ),
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<martif/>", "a.tmx:1: not TMX: its root is <martif> — name another format"),
        (b"<tmx/>", "a.tmx: no entry has both Indonesian"),
    ],
)
def test_what_is_no_memory_is_refused(data: bytes, message: str) -> None:
    """One line says what is wrong."""
    with pytest.raises(ExchangeError) as caught:
        tmx.loads(data, "a.tmx")
    assert str(caught.value).startswith(message)
