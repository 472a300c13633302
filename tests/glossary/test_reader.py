"""Reading: what an entry means, and every problem of a file with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import GlossaryError
from padanan.glossary import po
from padanan.glossary.writer import HEADER
from padanan.model import Example, Match, PartOfSpeech, Status, Term, TermType

VISA = ('msgid "visa"', 'msgstr "visa"')
DATA = Path(__file__).parents[1] / "data" / "po"


TOP = HEADER.count("\n") + 1
"""Lines of a file before its first entry."""


def read(*lines: str) -> po.PoContents:
    """Read entries that stand after the usual header, which has nine lines."""
    return po.read(f"{HEADER}\n" + "\n".join(lines) + "\n", domain="law")


def messages(*lines: str) -> list[str]:
    """Return the problems of entries, as “line message”, lines counted from them."""
    return [f"{item.line - TOP} {item.message}" for item in read(*lines).problems]


@given(st.text(st.sampled_from('#.:~|, "\\msgidctr\n\ta= —[]'), max_size=60))
def test_no_text_makes_reading_fail(text: str) -> None:
    """Whatever a file holds, reading returns entries and problems."""
    reading = po.read(text, domain="law")
    assert all(problem.line >= 1 for problem in reading.problems)


def test_every_field_is_read() -> None:
    """An entry that uses every field once becomes the concept it describes."""
    concept = po.load(DATA / "mini.po")["gencatan-senjata.perjanjian"]
    deprecated, admitted = Status.DEPRECATED, Status.ADMITTED
    assert concept.domain == "conflict"
    assert concept.terms == (
        Term("gencatan senjata"),
        Term("penghentian tembak-menembak", admitted, TermType.VARIANT),
        Term("GS", admitted, TermType.ABBREVIATION),
        Term("genjatan senjata", admitted, TermType.LOOK_UP),
        Term("perletakan senjata", deprecated, reason="that is disarmament"),
    )
    assert concept.equivalents == (
        Term("ceasefire"),
        Term("truce", admitted),
        Term("cease-fire", admitted, region="US"),
        Term("lull", admitted, condition="preceded by masa"),
        Term("armistice", admitted, region="GB", condition="near 1918 | 1953"),
        Term("CF", admitted, TermType.ABBREVIATION),
        Term("arms stop", deprecated, reason="a calque"),
        Term("weapons halt", deprecated),
    )
    assert concept.pos is PartOfSpeech.NOUN
    assert concept.definition.startswith("Halt to fighting")
    assert concept.sense == "perjanjian"
    assert concept.match is Match.EXACT
    assert concept.when == ("followed by atas | terhadap", "with domain conflict")
    assert concept.unless == ("preceded by surat",)
    assert concept.notes == ("Armistice is the formal end of fighting.",)
    assert concept.examples == (
        Example("Mereka bertanya, “Kapan?”", "They asked, “When?”"),
        Example("x = y adalah rumus.", "x = y is a formula."),
    )
    assert concept.sources == ("VCDR:19", "VCLT:2.1.d", "UN")
    assert concept.comment == "Free discussion.\n\nWith “quotes”."
    assert concept.fuzzy


def test_mini_file_is_canonical() -> None:
    """The file that uses every field is written as it stands."""
    text = (DATA / "mini.po").read_text(encoding="utf-8")
    assert po.dumps(po.load(DATA / "mini.po").concepts) == text


@pytest.mark.parametrize("name", ["poedit.po", "crlf.po", "no-header.po", "bom.po"])
def test_files_of_other_editors_are_read(name: str) -> None:
    """Wrapped texts, other headers, line ends and byte-order marks are no errors."""
    glossary = po.load(DATA / name)
    (concept,) = glossary.concepts
    assert concept.term == "perjanjian internasional"
    assert concept.equivalent == "international agreement"
    assert concept.definition == (
        "Agreement between states, or between states and organisations, in written "
        "form that international law governs, whatever its name."
    )
    assert concept.sources == ("UU24-2000:1", "VCLT:2.1.a")
    assert concept.comment == "Discussed in May."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("#. pos: noum", 'msgid "a"', 'msgstr "b"'), "1 unknown pos “noum” — did you"),
        (("#. pos: thing", 'msgid "a"', 'msgstr "b"'), "1 unknown pos “thing” — write"),
        (("#. match: of", 'msgid "a"', 'msgstr "b"'), "1 unknown match “of” — did you"),
        (("#. example: A.", 'msgid "a"', 'msgstr "b"'), "1 no “ = ” between sentence"),
        (("#. example: a = b = c", 'msgid "a"', 'msgstr "b"'), "1 no “ = ” between"),
        (("#. nte: x", 'msgid "a"', 'msgstr "b"'), "1 unknown key “nte” — did you"),
        (('msgid "a"', 'msgstr ""'), "2 “a” has no msgstr — write its English"),
        (('msgid "a"', 'msgstr "b\\tc"'), "2 control character U+0009 in msgstr"),
        (('msgctxt ""', 'msgid "a"', 'msgstr "b"'), "2 msgctxt is empty — write the"),
        (('msgctxt "x"', 'msgid ""', 'msgstr "b"'), "2 msgid is empty — write the"),
        (('msgid "a"', 'msgstr "b'), "2 not a line of a PO file — comments begin"),
        (('msgid "a"', 'msgstr "b" "c"'), "2 not a line of a PO file"),
        (('msgid "a"', 'msgstr "b\\q"'), "2 not a line of a PO file"),
        (('msgid "a"', 'msgstr "b"', "visa"), "3 not a line of a PO file"),
        (("#.pos: noun", 'msgid "a"', 'msgstr "b"'), "1 no space after “#.” — write"),
        (("# a\\", 'msgid "a"', 'msgstr "b"'), "1 a backslash at the end joins"),
        (("#. note: a\u2028b",), "1 control character U+2028 — remove it"),
        (('msgid "a"', 'msgid_plural "b"'), "2 a glossary has no plural forms"),
        (('msgstr "a"',), "1 unexpected line — an entry has"),
        (('msgid "a"', 'msgstr "b"', 'msgid "c"'), "3 “c” has no msgstr"),
    ],
)
def test_a_problem_has_its_line(lines: tuple[str, ...], expected: str) -> None:
    """A mistake is reported in its line, with what to do."""
    (message,) = messages(*lines)
    assert message.startswith(expected)
    with pytest.raises(GlossaryError) as caught:
        po.loads(f"{HEADER}\n" + "\n".join(lines), path="law.po", domain="law")
    assert str(caught.value).startswith("law.po:")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (('#~ msgid "a"', '#~ msgstr "b"'), "1 an obsolete entry (#~) is lost"),
        (("#, fuzzy, no-wrap", 'msgid "a"', 'msgstr "b"'), "1 the flag “no-wrap” is"),
        (
            ("#, fuzzy", '#| msgid "old"', 'msgid "a"', 'msgstr "b"'),
            "2 a previous msgid (#|) is lost",
        ),
        (('msgid "a"', 'msgstr "b"', "", "# tail"), "4 a comment after the last entry"),
    ],
)
def test_what_would_be_lost_does_not_keep_from_reading(
    lines: tuple[str, ...], expected: str
) -> None:
    """What has no place in a concept is reported, and the file is read."""
    (message,) = messages(*lines)
    assert message.startswith(expected)
    po.loads(f"{HEADER}\n" + "\n".join(lines), path="law.po", domain="law")


@pytest.mark.parametrize("head", ["# Copyright", "## x", "#. note: x", "#: VCDR"])
def test_comments_at_the_header_would_be_lost(head: str) -> None:
    """A comment that belongs to no entry is reported."""
    (problem,) = po.read(f"{head}\n{HEADER}", domain="law").problems
    assert (problem.kind, problem.line) == (po.PoProblemKind.LOST, 1)


def test_an_entry_in_the_place_of_the_header() -> None:
    """An empty term with a sense is no header."""
    text = 'msgctxt "x"\nmsgid ""\nmsgstr "b"\n'
    (problem,) = po.read(text, domain="law").problems
    assert (problem.kind, problem.line) == (po.PoProblemKind.MISSING, 1)


def test_a_header_that_is_not_the_first() -> None:
    """A header further down is reported."""
    text = f'msgid "a"\nmsgstr "b"\n\n{HEADER}'
    (problem,) = po.read(text, domain="law").problems
    assert problem.message.startswith("the header is not the first entry")


def test_all_problems_are_reported() -> None:
    """One problem does not hide the next, nor the entries that have none."""
    reading = read(
        "#. pos: noum", "#. varaint: x", "#. match: never", 'msgid "a"', 'msgstr ""',
        "", 'msgid "b"', 'msgstr "b"', "", 'msgid "B"', 'msgstr "c"',
    )  # fmt: skip
    lines = [problem.line - TOP for problem in reading.problems]
    assert lines == [1, 2, 3, 5, 10]
    assert [entry.concept.id for entry in reading.entries] == ["b"]


def test_duplicates_are_told_apart_by_sense() -> None:
    """Two entries of one term need a sense, else the second one is reported."""
    first = ('msgid "misi"', 'msgstr "mission"', "")
    assert messages(*first, 'msgctxt "x"', *first) == []
    (message,) = messages(*first, *first)
    assert message.startswith("4 “misi” has the same id (misi) as the entry in line 13")


def test_an_entry_knows_the_lines_of_its_fields() -> None:
    """Fields keep their lines, those of the texts included."""
    (entry,) = read("#. pos: noun", 'msgctxt "c"', 'msgid "a"', 'msgstr "b"').entries
    places = [(field.line - TOP, field.key) for field in entry.fields]
    assert places == [(2, "msgctxt"), (3, "msgid"), (4, "msgstr"), (1, "pos")]
    assert entry.line == 15


def test_a_domain_may_be_said() -> None:
    """In a collection the entry says its domain; elsewhere the file's name does."""
    reading = read(
        "#. domain: trade", 'msgid "a"', 'msgstr "b"', "", 'msgid "c"', 'msgstr "d"'
    )
    assert [concept.domain for concept in reading.concepts] == ["trade", "law"]


def test_a_comment_at_the_first_entry_without_header() -> None:
    """Without a header the first comment belongs to the first entry."""
    (concept,) = po.read('# x\n##y\nmsgid "a"\nmsgstr "b"', domain="law").concepts
    assert concept.comment == "x\n#y"


def test_an_entry_of_many_lines() -> None:
    """However many comments, continued lines or pieces of a text: all are there."""
    many = 3_000
    notes = "\n".join(f"#. note: {number}" for number in range(many))
    words = "\n".join(["#. definition: A", *["#. b"] * many])
    pieces = "\n".join(['"x"'] * many)
    reading = read(notes, words, 'msgid ""', pieces, 'msgstr "y"')
    (concept,) = reading.concepts
    assert len(concept.notes) == many
    assert concept.definition == "A" + " b" * many
    assert concept.term == "x" * many


def test_comments_of_an_obsolete_entry_are_not_those_of_the_next() -> None:
    """A comment goes with the entry right below it."""
    reading = read("# old", '#~ msgid "a"', '#~ msgstr "b"', "# new", *VISA)
    assert [concept.comment for concept in reading.concepts] == ["new"]


def test_an_empty_file_is_an_empty_glossary() -> None:
    """No entries are no problem."""
    assert po.read("", domain="law") == ((), ())
    assert po.read(HEADER, domain="law") == ((), ())


def test_a_file_name_is_no_content(tmp_path: Path) -> None:
    """A text that happens to be the name of a file is not opened (a trap of polib)."""
    path = tmp_path / "a.po"
    path.write_text('msgid "a"\nmsgstr "b"\n', encoding="utf-8")
    assert po.read(str(path), domain="law").problems[0].kind is po.PoProblemKind.SYNTAX


@pytest.mark.parametrize(
    ("data", "line"), [(b"\xff", 1), (b"a\n\xe9 b", 2), (b"a\r\n\n\xf0\x9f", 3)]
)
def test_bytes_that_are_no_text(data: bytes, line: int) -> None:
    """Bytes that are not UTF-8 are refused with the line of the first such byte."""
    with pytest.raises(GlossaryError) as caught:
        po.decode(data, path="a.po")
    assert caught.value.line == line


def test_not_utf8(tmp_path: Path) -> None:
    """A file in another encoding is refused with the line where that shows."""
    path = tmp_path / "law.po"
    path.write_bytes('msgid "a"\nmsgstr "communiqué"\n'.encode("latin-1"))
    with pytest.raises(GlossaryError, match=r"law\.po:2: not UTF-8 — save"):
        po.load(path)
