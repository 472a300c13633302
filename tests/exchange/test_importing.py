"""What an import would do, concept by concept."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from padanan.exchange.concept_rows import COLUMNS, glossary_of
from padanan.exchange.formats import FormatOptions
from padanan.exchange.importing import (
    Change,
    Outcome,
    Target,
    changes,
    other_terms,
    result,
)
from padanan.exchange.row_formats import CSV
from padanan.files.rows import TableRow
from padanan.model import (
    Concept,
    Glossary,
    Match,
    PartOfSpeech,
    Status,
    Term,
    TermType,
    concept_id,
)
from tests.concepts import lists_of_concepts
from tests.glossaries import mini, plain
from tests.laws import examples

NOTA = plain("nota", "note")._replace(
    terms=(
        Term("nota"),
        Term("nota diplomatik", Status.ADMITTED, TermType.VARIANT),
        Term("memo", Status.DEPRECATED),
    ),
    equivalents=(Term("note"), Term("letter", Status.DEPRECATED)),
    notes=("Catatan.",),
)


def whole(concept: Concept, *existing: Concept) -> Change:
    """Return what becomes of a concept of a format without loss."""
    target = Target("law", existing)
    (change,) = changes(Glossary((concept,)), target, lossless=True)
    return change


def merged(concept: Concept, *existing: Concept) -> Change:
    """Return what becomes of a concept of another format."""
    target = Target("law", existing)
    (change,) = changes(Glossary((concept,)), target, lossless=False)
    return change


@examples(40)
@given(lists_of_concepts())
def test_what_is_there_changes_nothing(concepts: list[Concept]) -> None:
    """Importing a glossary into itself is no change, in whatever way."""
    glossary = Glossary(tuple(concepts))
    target = Target("own", glossary.concepts)
    for change in changes(glossary, target, lossless=True):
        assert change.kind is Outcome.SAME
    assert result(target, changes(glossary, target, lossless=True)) == (
        glossary.concepts
    )


@examples(40)
@given(lists_of_concepts())
def test_new_concepts_are_all_added(concepts: list[Concept]) -> None:
    """Importing into an empty list gives the glossary."""
    glossary = Glossary(tuple(concepts))
    target = Target("own")
    made = changes(glossary, target, lossless=True)
    assert {change.kind for change in made} <= {Outcome.ADDED}
    assert result(target, made) == glossary.concepts


def test_changed_lines_are_shown() -> None:
    """What goes and what comes is told in the lines of the entry."""
    change = whole(NOTA._replace(definition="Surat resmi."), NOTA)
    assert change.kind is Outcome.CHANGED
    assert change.details == ("+ #. definition: Surat resmi.",)
    change = whole(NOTA._replace(equivalents=(Term("memo"), NOTA.equivalents[1])), NOTA)
    assert change.details == ('- msgstr "note"', '+ msgstr "memo"')


def test_columns_left_out_are_kept() -> None:
    """A list of terms and English takes nothing else away."""
    change = whole(plain("nota", "memo"), NOTA)
    assert change.concept == NOTA._replace(
        equivalents=(Term("memo"), NOTA.equivalents[1])
    )


def test_cells_that_were_emptied_are_empty() -> None:
    """Where other concepts have notes, a note that is gone is taken away."""
    other = plain("visa", "visa")._replace(notes=("Ada.",))
    target = Target("law", (NOTA, other))
    bare = NOTA._replace(notes=())
    first, _ = changes(Glossary((bare, other)), target, lossless=True)
    assert first.details == ("- #. note: Catatan.",)


def test_domain_is_the_targets() -> None:
    """Without a domain a concept gets the file's; of another one it is left there."""
    target = Target("law")
    incoming = Glossary(
        (
            plain("a")._replace(domain=""),
            plain("b")._replace(domain="treaties"),
            plain("c")._replace(domain="hukum"),
        )
    )
    for lossless in (True, False):
        made = changes(incoming, target, lossless=lossless)
        assert [each.kind for each in made] == [
            Outcome.ADDED,
            Outcome.ELSEWHERE,
            Outcome.ADDED,
        ]
        assert {c.domain for c in result(target, made)} == {"law"}


def test_own_list_keeps_domains() -> None:
    """A file that is not named after a domain takes concepts of all."""
    made = changes(mini(), Target("my-list"), lossless=True)
    assert result(Target("my-list"), made) == mini().concepts


def test_id_of_another_file_is_a_conflict() -> None:
    """An id stands in one file of a glossary."""
    target = Target("law", others={"nota": "glossary/en/treaties.po"})
    (change,) = changes(Glossary((NOTA,)), target, lossless=True)
    assert change.kind is Outcome.CONFLICT
    assert change.details == (
        "is already in glossary/en/treaties.po — import it there",
    )


def test_what_no_file_can_hold_is_a_conflict() -> None:
    """A text of two lines is told and not written."""
    broken = plain("visa")._replace(definition="a\nb")
    assert whole(broken).kind is Outcome.CONFLICT
    change = whole(NOTA._replace(definition="a\nb"), NOTA)
    assert change.kind is Outcome.CONFLICT
    assert "control character U+000A" in change.details[0]


def test_pairs_are_added_as_admitted() -> None:
    """New equivalents and terms follow those that are there; nothing goes."""
    read = plain("nota diplomatik", "diplomatic note")._replace(
        terms=(
            Term("nota diplomatik"),
            Term("ND", Status.ADMITTED, TermType.ABBREVIATION),
            Term("surat nota"),
        ),
        definition="Surat resmi.",
        pos=PartOfSpeech.NOUN,
        notes=("Dari program lain.",),
    )
    change = merged(read, NOTA)
    assert change.kind is Outcome.CHANGED
    assert set(change.details) == {
        "+ #. definition: Surat resmi.",
        "+ #. pos: noun",
        "+ #. variant: surat nota",
        "+ #. abbreviation: ND",
        "+ #. equivalent: diplomatic note",
    }
    assert change.concept.equivalent == "note"
    assert change.concept.notes == NOTA.notes


def test_known_pairs_are_the_same() -> None:
    """A pair that the glossary has in any order is no change."""
    assert merged(plain("nota diplomatik", "note"), NOTA).kind is Outcome.SAME
    assert merged(plain("visa", "visa"), NOTA).kind is Outcome.ADDED


def test_deprecated_terms_do_not_come_back() -> None:
    """What the glossary deprecates is not let in as an equivalent."""
    change = merged(plain("nota", "letter"), NOTA)
    assert change.kind is Outcome.CONFLICT
    assert change.details == ("“letter” is deprecated in nota — decide by hand",)


def test_definitions_are_not_overwritten() -> None:
    """Another definition is for people to choose."""
    there = NOTA._replace(definition="Surat resmi.")
    change = merged(plain("nota", "note")._replace(definition="Surat."), there)
    assert change.kind is Outcome.CONFLICT
    assert change.details == (
        "the definition differs from that of nota — edit it by hand",
    )


def test_senses_are_told_apart_by_the_equivalent() -> None:
    """Of two senses, the one that has the equivalent is meant; else nobody knows."""
    senses = (plain("misi", "mission", "kantor"), plain("misi", "task", "tugas"))
    assert merged(plain("misi", "task"), *senses).kind is Outcome.SAME
    change = merged(plain("misi", "errand"), *senses)
    assert change.kind is Outcome.CONFLICT
    assert "several concepts (misi.kantor, misi.tugas)" in change.details[0]


def test_terms_of_another_file_are_left_to_it() -> None:
    """A pair whose term another file has does not make a second concept."""
    target = Target("law", terms=frozenset({"nota"}))
    (change,) = changes(Glossary((NOTA,)), target, lossless=False)
    assert change.kind is Outcome.ELSEWHERE


FULL = Concept(
    "nota", "law",
    (Term("nota"), Term("surat nota", Status.ADMITTED, TermType.VARIANT)),
    (Term("note"), Term("memo", Status.ADMITTED), Term("bill", Status.DEPRECATED)),
    PartOfSpeech.NOUN, "A letter.", match=Match.EXACT, notes=("One.", "Two."),
    sources=("VCDR:1",), comment="Seen.", fuzzy=True,
)  # fmt: skip


def imported(*rows: tuple[str, ...]) -> Concept:
    """Return what becomes of ``FULL`` by a table, or itself where nothing does."""
    table = [TableRow(number, cells) for number, cells in enumerate(rows, 1)]
    target = Target("law", (FULL,))
    made = changes(glossary_of(table, "a.csv"), target, lossless=True)
    return result(target, made)[0]


def test_an_empty_cell_says_nothing() -> None:
    """Not even where another row of the table fills that column."""
    found = imported(COLUMNS, ("nota", "", "note", *[""] * (len(COLUMNS) - 3)))
    assert found == FULL
    other = ("visa", "visa", "A stamp.")
    heading = ("term", "English", "definition")
    assert imported(heading, ("nota", "note", ""), other) == FULL


@pytest.mark.parametrize(
    ("column", "changed"),
    [
        ("definition", {"definition": ""}),
        ("note", {"notes": ()}),
        ("variant", {"terms": FULL.terms[:1]}),
        ("equivalent", {"equivalents": (FULL.equivalents[0], FULL.equivalents[2])}),
        ("avoid", {"equivalents": FULL.equivalents[:2]}),
        ("pos", {"pos": None}),
        ("match", {"match": Match.SMART}),
        ("source", {"sources": ()}),
        ("comment", {"comment": ""}),
        ("fuzzy", {"fuzzy": False}),
    ],
)
def test_a_hyphen_deletes(column: str, changed: dict[str, Any]) -> None:
    """A cell with nothing but a hyphen says that there is none of it."""
    found = imported(("term", "English", column), ("nota", "note", "-"))
    assert found == FULL._replace(**changed)


@pytest.mark.parametrize(
    ("column", "cell", "changed"),
    [
        ("match", "smart", {"match": Match.SMART}),
        ("fuzzy", "no", {"fuzzy": False}),
        ("note", "Three.", {"notes": ("Three.",)}),
        ("note", "\\-", {"notes": ("-",)}),
        ("note", "- a\n-", {"notes": ("- a", "-")}),
    ],
)
def test_what_a_cell_says_replaces(
    column: str, cell: str, changed: dict[str, Any]
) -> None:
    """What is said explicitly counts, though it is what usually holds."""
    found = imported(("term", "English", column), ("nota", "note", cell))
    assert found == FULL._replace(**changed)


@pytest.mark.parametrize("note", ["-", "\\-", "\\\\-", "--", "- x"])
def test_a_hyphen_of_ours_comes_back(note: str) -> None:
    """Export and import of a field that is a hyphen is the identity."""
    mine = FULL._replace(notes=(note,))
    again = CSV.loads(
        CSV.dumps(Glossary((mine,)), FormatOptions()).files[0][1], "a.csv"
    )
    [change] = changes(again, Target("law", (mine,)), lossless=True)
    assert change.kind is Outcome.SAME


@pytest.mark.parametrize("beside", [True, False])
def test_a_variant_is_no_new_concept(*, beside: bool) -> None:
    """It is told whose variant it is, here and in the files beside."""
    new = plain("surat nota", "letter")._replace(domain="")
    target = Target("law", (FULL,))
    if beside:
        target = Target("treaties", elsewhere=other_terms([FULL]))
    [change] = changes(Glossary((new,)), target, lossless=True)
    assert change.kind is Outcome.CONFLICT
    [why] = change.details
    assert why.startswith("“surat nota” is already a variant of nota — edit that")
    sense = new._replace(id=concept_id("surat nota", "letter"), sense="letter")
    [change] = changes(Glossary((sense,)), target, lossless=True)
    assert change.kind is Outcome.ADDED


def test_one_row_for_all_senses_changes_none() -> None:
    """A format with one row a term lists the English of all its senses."""
    senses = (plain("misi", "mission", "kantor"), plain("misi", "task", "tugas"))
    row = plain("misi", "mission")._replace(equivalents=(Term("mission"), Term("task")))
    assert merged(row, *senses).kind is Outcome.SAME
