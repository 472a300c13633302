"""TBX comes back with all that it can carry, and is read as others write it."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import assume, given

from padanan.errors import ExchangeError
from padanan.exchange import tbx_reading
from padanan.exchange.formats import FormatOptions, named, writer
from padanan.exchange.pairs import offered, pairs
from padanan.exchange.tbx import TBX_2008, TBX_2019_DCA, TBX_2019_DCT
from padanan.model import (
    Concept,
    Example,
    Glossary,
    Level,
    Match,
    PartOfSpeech,
    Status,
    Term,
    TermType,
)
from tests.concepts import concepts
from tests.glossaries import whole
from tests.laws import examples

STYLES = pytest.mark.parametrize("style", ["tbx-2019-dca", "tbx-2019-dct"])

load = partial(tbx_reading.loads, path="asing.tbx")

NTIG = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
 <termEntry id="c7">
  <descripGrp>
   <descrip type="definition">Agreement
     in writing.</descrip>
   <admin type="source">VCLT:2.1.a</admin>
  </descripGrp>
  <descrip type="subjectField">International law</descrip>
  <admin type="source">A glossary on paper</admin>
  <langSet xml:lang="en-GB">
   <descrip type="definition">What binds states.</descrip>
   <ntig><termGrp>
     <term>treaty</term>
     <termNoteGrp>
       <termNote type="administrativeStatus">preferred</termNote>
     </termNoteGrp>
   </termGrp><descrip type="context">They signed the treaty.</descrip></ntig>
   <ntig><termGrp><term>pact</term>
     <termNote type="administrativeStatus">deprecatedTermAdmnSts</termNote>
     <termNote type="geographicalUsage">en-US</termNote>
   </termGrp><note>Only in names.</note></ntig>
   <tig><term>accord</term>
     <termNote type="geographicalUsage">en-US</termNote></tig>
  </langSet>
  <langSet xml:lang="in">
   <tig><term>TRT</term><termNote type="termType">acronym</termNote></tig>
   <tig><term>traktat</term><termNote type="partOfSpeech">Noun</termNote></tig>
   <tig><term>perjanjian</term></tig>
   <tig><term></term></tig>
  </langSet>
  <langSet xml:lang="fr"><tig><term>traité</term></tig></langSet>
 </termEntry>
</body></text></martif>
"""


def carried(concept: Concept, *, proper: bool) -> Concept:
    """Return what TBX of 2019 can say of a concept."""
    pos = concept.pos
    if pos is PartOfSpeech.PROPER_NOUN and not proper:
        pos = PartOfSpeech.NOUN
    return concept._replace(
        terms=tuple(dict.fromkeys(concept.terms)),
        equivalents=tuple(dict.fromkeys(concept.equivalents)),
        pos=pos,
        sense=None,
        match=Match.SMART,
        when=(),
        unless=(),
        modifiers=(),
        heads=(),
        accepts=(),
        level=Level.TERM,
        comment="",
        fuzzy=False,
        replaces=False,
    )


@STYLES
@examples(60)
@given(concept=concepts())
def test_all_but_what_is_said_to_be_lost_comes_back(
    style: str, concept: Concept
) -> None:
    """Both styles of 2019 keep terms with status, type and region, and all texts."""
    dump = writer(named(style))(Glossary((concept,)), FormatOptions())
    assume(not dump.dropped)
    (again,) = load(dump.files[0][1]).concepts
    assert again._replace(sense=None) == carried(concept, proper=False)


@examples(60)
@given(concept=concepts())
def test_2008_keeps_what_is_offered(concept: Concept) -> None:
    """The old form leaves out deprecated terms and look-up forms, nothing else."""
    dump = TBX_2008.dumps(Glossary((concept,)), FormatOptions())
    assume(not dump.dropped)
    (again,) = load(dump.files[0][1]).concepts
    expected = carried(concept, proper=True)
    assert again._replace(sense=None) == expected._replace(
        terms=offered(expected.terms),
        equivalents=offered(expected.equivalents),
    )


@pytest.mark.slow
@STYLES
def test_the_shipped_glossary_comes_back(style: str) -> None:
    """Every concept of the shipped glossary keeps its id and what TBX can carry."""
    again = load(writer(named(style))(whole(), FormatOptions()).files[0][1])
    assert {concept.id: concept._replace(sense=None) for concept in again.concepts} == {
        concept.id: carried(concept, proper=False) for concept in whole().concepts
    }


def test_senses_are_told_apart_by_the_id() -> None:
    """An id that says more than its term gives the sense back."""
    terms, english = (Term("misi"),), (Term("mission"),)
    office = Concept("misi.kantor-asing", "law", terms, english, sense="kantor asing")
    task = Concept("misi", "law", terms, (Term("task"),))
    dump = TBX_2008.dumps(Glossary((office, task)), FormatOptions())
    again = load(dump.files[0][1])
    assert {one.id: one.sense for one in again.concepts} == {
        "misi": None,
        "misi.kantor-asing": "kantor asing",
    }


def test_status_and_region_are_picklist_values() -> None:
    """A regional equivalent has its country, a look-up form is superseded."""
    menlu = Concept(
        "menlu",
        "government",
        (Term("menlu"), Term("men lu", Status.ADMITTED, TermType.LOOK_UP)),
        (
            Term("foreign minister"),
            Term("Secretary of State", Status.ADMITTED, region="US"),
        ),
    )
    data = TBX_2019_DCT.dumps(Glossary((menlu,)), FormatOptions()).files[0][1].decode()
    assert "<basic:geographicalUsage>US</basic:geographicalUsage>" in data
    assert (
        "<min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>"
        in data
    )
    assert (
        "men lu"
        not in TBX_2008.dumps(Glossary((menlu,)), FormatOptions()).files[0][1].decode()
    )


def test_files_of_other_programs_are_read_generously() -> None:
    """Groups, old language codes, free statuses and foreign ids are understood."""
    (concept,) = load(NTIG.encode()).concepts
    assert concept == Concept(
        id="traktat",
        domain="international-law",
        terms=(
            Term("traktat"),
            Term("perjanjian", Status.ADMITTED, TermType.VARIANT),
            Term("TRT", Status.ADMITTED, TermType.ABBREVIATION),
        ),
        equivalents=(
            Term("treaty"),
            Term("accord", Status.ADMITTED, region="US"),
            Term("pact", Status.DEPRECATED),
        ),
        pos=PartOfSpeech.NOUN,
        definition="Agreement in writing.",
        notes=(
            "What binds states.",
            "Only in names.",
            "They signed the treaty.",
            "Source: A glossary on paper",
        ),
        sources=("VCLT:2.1.a",),
    )


def test_contexts_in_both_languages_are_examples() -> None:
    """The first sentence of one language belongs to the first of the other."""
    concept = Concept(
        "visa", "law", (Term("visa"),), (Term("visa"),),
        examples=(Example("Visa itu habis.", "The visa has expired."),),
    )  # fmt: skip
    dump = TBX_2008.dumps(Glossary((concept,)), FormatOptions())
    assert load(dump.files[0][1])["visa"].examples == concept.examples


def entry(*terms: tuple[str, str, str]) -> str:
    """Return an entry without an id: terms with language and status."""
    return "".join(
        f'<langSec xml:lang="{language}"><termSec><term>{text}</term>'
        f'<termNote type="administrativeStatus">{status}</termNote>'
        "</termSec></langSec>"
        for language, text, status in terms
    )


def tbx(*entries: str) -> bytes:
    """Return a file of 2019 without ids."""
    body = "".join(f"<conceptEntry>{one}</conceptEntry>" for one in entries)
    return f'<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text>{body}</text></tbx>'.encode()


def test_homonyms_become_two_concepts() -> None:
    """Entries of the same Indonesian term are not poured into one."""
    again = load(
        tbx(
            entry(("id", "nota", ""), ("en", "note", "")),
            entry(("id", "nota", ""), ("en", "memorandum", "")),
            entry(("id", "nota", ""), ("en", "bill", "")),
        )
    )
    assert [concept.id for concept in again.concepts] == ["nota", "nota._2", "nota._3"]


def test_terms_are_deprecated_by_many_names() -> None:
    """A superseded English term is not to be used either; other data is left out."""
    again = load(
        tbx(
            entry(
                ("id", "nota", "preferredTerm-admn-sts"),
                ("en", "bill", "supersededTerm-admn-sts"),
                ("en", "note", "standardizedTerm-admn-sts"),
                ("en", "slip", "Forbidden"),
            ),
            entry(("id", "visa", ""), ("fr", "visa", "")),
            entry(("id", "suaka", ""), ("en", "refuge", "deprecatedTerm-admn-sts")),
        )
    )
    assert [(pair.source, pair.target) for pair in pairs(again)] == [("nota", "note")]
    assert [term.status for term in again["nota"].equivalents] == [
        Status.PREFERRED,
        Status.DEPRECATED,
        Status.DEPRECATED,
    ]


def test_sole_restricted_equivalent_is_the_preferred_one() -> None:
    """Where every term is for one country, the first is taken for everywhere."""
    usage = '<termNote type="geographicalUsage">GB</termNote>'
    data = tbx(entry(("id", "nota", ""), ("en", "note", ""))).replace(
        b"note</term>", b"note</term>" + usage.encode()
    )
    assert load(data)["nota"].equivalents == (Term("note"),)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<tmx/>", "asing.tbx:1: not TBX: its root is <tmx> — name another format"),
        (
            tbx(entry(("de", "Visum", ""), ("fr", "visa", ""))),
            "asing.tbx: no entry has both Indonesian (id) and English (en) terms — "
            "check its languages",
        ),
    ],
)
def test_what_is_not_for_us_is_refused(data: bytes, message: str) -> None:
    """Another kind of XML, or other languages: one line says so."""
    with pytest.raises(ExchangeError) as caught:
        load(data)
    assert str(caught.value) == message


def test_no_concepts_no_body() -> None:
    """An empty glossary is a valid file: a text need not have a body."""
    data = TBX_2019_DCA.dumps(Glossary(), FormatOptions()).files[0][1]
    assert b"<text/>" in data


@pytest.mark.parametrize(
    ("notes", "status"),
    [
        ((("normativeAuthorization", "deprecatedTerm"),), Status.DEPRECATED),
        ((("normativeAuthorization", "deprecated"),), Status.DEPRECATED),
        ((("normativeAuthorization", "preferredTerm"),), Status.PREFERRED),
        ((("normativeAuthorization", "standardizedTerm"),), Status.PREFERRED),
        ((("normativeAuthorization", "admittedTerm"),), Status.ADMITTED),
        ((("normativeAuthorization", "supersededTerm"),), Status.DEPRECATED),
        (
            (
                ("administrativeStatus", "admittedTerm-admn-sts"),
                ("normativeAuthorization", "deprecatedTerm"),
            ),
            Status.DEPRECATED,
        ),
        (
            (
                ("administrativeStatus", "deprecatedTerm-admn-sts"),
                ("normativeAuthorization", "preferredTerm"),
            ),
            Status.DEPRECATED,
        ),
    ],
)
def test_normative_authorization(
    notes: tuple[tuple[str, str], ...], status: Status
) -> None:
    """TBX of 2008 says the status in two places; a verdict against it counts."""
    said = "".join(f'<termNote type="{kind}">{text}</termNote>' for kind, text in notes)
    data = f"""<martif type="TBX-Default"><text><body><termEntry id="a">
<langSet xml:lang="id"><tig><term>nota</term></tig></langSet>
<langSet xml:lang="en"><tig><term>note</term></tig>
<tig><term>memo</term>{said}</tig></langSet></termEntry></body></text></martif>"""
    [concept] = tbx_reading.loads(data.encode(), "a.tbx").concepts
    assert {term.text: term.status for term in concept.equivalents}["memo"] is status
