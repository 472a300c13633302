"""XLIFF files of other programs give their units."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from padanan.errors import DocumentError, ExchangeError
from padanan.translation import file_kinds

if TYPE_CHECKING:
    from padanan.translation.units import Unit

ONE = '<xliff version="1.2"><file><body>{}</body></file></xliff>'
TWO = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="id">'
    '<file id="f"><unit id="u">{}</unit></file></xliff>'
)


def units(form: str, inside: str) -> tuple[Unit, ...]:
    """Return the units of an XLIFF file."""
    return file_kinds.read(form.format(inside).encode(), "job.xlf")


def trans_unit(target: str) -> Unit:
    """Return the unit of an XLIFF 1.2 file with that target."""
    (unit,) = units(ONE, f"<trans-unit><source>nota</source>{target}</trans-unit>")
    return unit


@pytest.mark.parametrize(
    ("target", "text", "fuzzy"),
    [
        ("", "", False),
        ("<target/>", "", False),
        ("<target>note</target>", "note", False),
        ("<target>nota</target>", "nota", False),
        ('<target state="new">nota</target>', "", False),
        ('<target state="needs-translation">nota</target>', "", False),
        ('<target state="needs-translation">note</target>', "note", False),
        ('<target state="needs-review-translation">note</target>', "note", True),
        ('<target state-qualifier="fuzzy-match">note</target>', "note", True),
        ('<target state="needs-l10n"/>', "", False),
    ],
)
def test_states_of_1_2(target: str, text: str, fuzzy: bool) -> None:  # noqa: FBT001 -- a parameter
    """A copied source that is still to be translated is none, a doubted one fuzzy."""
    unit = trans_unit(target)
    assert (unit.target, unit.fuzzy) == (text, fuzzy)


def test_codes_are_no_text() -> None:
    """Mark-up of the original's format is left out, marked text is not."""
    unit = trans_unit(
        '<target><bpt id="1">{\\b </bpt>n<g id="2">o</g><ept id="1">}</ept>t'
        '<mrk mtype="term">e</mrk><x id="3"/></target><alt-trans><target>no</target>'
        "</alt-trans>"
    )
    assert unit.target == "note"


def test_notes_and_waivers() -> None:
    """What translators wrote is kept, our own hints are not theirs."""
    unit = trans_unit(
        '<note from="padanan">hint</note><note>padanan: ignore T101 quoted</note>'
        "<note>ask &lt;her&gt;</note>"
    )
    assert unit.note == "padanan: ignore T101 quoted\nask <her>"
    assert [waiver.code for waiver in unit.waivers] == ["T101"]


@pytest.mark.parametrize(
    ("inside", "texts"),
    [
        ("<segment><source>nota</source></segment>", ("nota", "", False)),
        (
            "<segment><source>nota</source><target>note</target></segment>",
            ("nota", "note", False),
        ),
        (
            '<segment state="initial" subState="padanan:fuzzy"><source>nota</source>'
            "<target>note</target></segment>",
            ("nota", "note", True),
        ),
        (
            "<notes><note>n</note></notes>"
            "<segment><source>Damai.</source><target>Peace.</target></segment>"
            '<ignorable><source xml:space="preserve">-</source></ignorable>'
            '<segment><source><mrk id="m" type="term">Nota</mrk></source>'
            "<target>Note</target></segment>",
            ("Damai.-Nota", "Peace.-Note", False),
        ),
        (
            "<segment><source>Damai.</source><target>Peace.</target></segment>"
            "<segment><source>Nota</source></segment>",
            ("Damai.Nota", "Peace.", True),
        ),
    ],
)
def test_segments_of_2_x(inside: str, texts: tuple[str, str, bool]) -> None:
    """A unit that a program cut into segments is one, fuzzy while a part is open."""
    (unit,) = units(TWO, inside)
    assert (unit.source, unit.target, unit.fuzzy) == texts
    assert unit.id == "u"


def test_white_space_between_segments_is_kept() -> None:
    """The space that a program put between two segments separates them still."""
    (unit,) = units(
        TWO,
        "<segment><source>A.</source><target>B.</target></segment>"
        "<ignorable><source> </source></ignorable>"
        "<segment><source>C.</source><target>D.</target></segment>",
    )
    assert (unit.source, unit.target) == ("A. C.", "B. D.")


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"<tmx/>", DocumentError, "not XLIFF but <tmx>"),
        (b"<xliff/>", DocumentError, "of version “”"),
        (b"<xliff version='3.0'/>", DocumentError, "of version “3.0”"),
        (b"<xliff", ExchangeError, "not well-formed"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>", ExchangeError, "declares entities"),
    ],
)
def test_other_files_are_refused(
    data: bytes, error: type[Exception], message: str
) -> None:
    """What is no XLIFF is refused by name in one line."""
    with pytest.raises(error, match=message):
        file_kinds.read(data, "job.xliff")


def job(inside: str, languages: str = "", version: str = "1.2") -> bytes:
    """Return an XLIFF 1.2 file with languages and units."""
    head = f'<xliff version="{version}"><file {languages}><body>'
    return f"{head}{inside}</body></file></xliff>".encode()


EN_ID = 'source-language="en-GB" target-language="id-ID"'
PAIR = "<trans-unit><source>{}</source><target>{}</target></trans-unit>"


def test_a_file_from_english_is_read_with_its_sides_exchanged() -> None:
    """The Indonesian is the source of the unit, whichever way the file goes."""
    (unit,) = file_kinds.read(job(PAIR.format("note", "nota"), EN_ID), "a.xlf")
    assert (unit.source, unit.target) == ("nota", "note")


def test_a_file_2_from_english_is_read_with_its_sides_exchanged() -> None:
    """In XLIFF 2 the root says the languages."""
    inside = "<segment><source>note</source><target>nota</target></segment>"
    data = TWO.replace('srcLang="id"', 'srcLang="en" trgLang="id"').format(inside)
    (unit,) = file_kinds.read(data.encode(), "a.xlf")
    assert (unit.source, unit.target) == ("nota", "note")


def test_texts_may_state_their_languages() -> None:
    """Where the file is silent, xml:lang of its texts counts."""
    inside = (
        '<trans-unit><source xml:lang="en">note</source>'
        '<target xml:lang="id">nota</target></trans-unit>'
    )
    assert file_kinds.read(job(inside), "a.xlf")[0].source == "nota"


@pytest.mark.parametrize(
    "languages",
    [
        'source-language="id" target-language="fr"',
        'source-language="ms" target-language="en"',
        'source-language="en" target-language="en-US"',
        'source-language="de"',
    ],
)
def test_other_languages_are_refused(languages: str) -> None:
    """A file of other languages is no work of ours, and is told so in one line."""
    with pytest.raises(DocumentError, match="not Indonesian and English"):
        file_kinds.read(job(PAIR.format("a", "b"), languages), "a.xlf")


def test_a_part_in_another_language_is_passed_over_with_a_word() -> None:
    """Of several files in one, those of other languages are named."""
    french = job(
        PAIR.format("nota", "note"), 'source-language="id" target-language="fr"'
    )
    both = french.replace(b"</xliff>", job(PAIR.format("nota", "note"), EN_ID)[21:])
    found = file_kinds.read_all(both, "a.xlf")
    assert len(found.units) == 1
    assert "“fr”" in found.unread[0]


def test_entries_without_indonesian_are_passed_over_with_a_word() -> None:
    """What is not yet translated into Indonesian cannot be checked, and is counted."""
    inside = PAIR.format("note", "nota") + PAIR.format("visa", "")
    found = file_kinds.read_all(job(inside, EN_ID), "a.xlf")
    assert [unit.source for unit in found.units] == ["nota"]
    assert found.unread == ("1 entry has no Indonesian text: passed over",)


@pytest.mark.parametrize(
    ("inside", "locked"),
    [
        ('<trans-unit translate="no"><source>a</source></trans-unit>', True),
        (
            '<group translate="no"><trans-unit><source>a</source></trans-unit></group>',
            True,
        ),
        (
            '<group translate="no"><trans-unit translate="yes"><source>a</source>'
            "</trans-unit></group>",
            False,
        ),
        (
            '<trans-unit xmlns:its="http://www.w3.org/2005/11/its" its:translate="no">'
            "<source>a</source></trans-unit>",
            True,
        ),
        ("<trans-unit><source>a</source></trans-unit>", False),
    ],
)
def test_units_that_are_not_to_be_translated(inside: str, locked: bool) -> None:  # noqa: FBT001 -- a parameter
    """The nearest element that says so decides whether a unit is locked."""
    assert file_kinds.read(job(inside), "a.xlf")[0].locked is locked


def test_targets_stand_in_the_order_that_they_name() -> None:
    """Segments whose translations change places make one sentence (XLIFF 2, order)."""
    (unit,) = units(
        TWO,
        '<segment><source>A, </source><target order="3">a.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment><source>B.</source><target order="1">b,</target></segment>',
    )
    assert unit.target == "b, a."


def test_orders_that_contradict_each_other_lose_nothing() -> None:
    """A place that is taken, or that there is not, leaves the target where it was."""
    (unit,) = units(
        TWO,
        '<segment><source>A</source><target order="1">a</target></segment>'
        '<segment><source>B</source><target order="1">b</target></segment>'
        '<segment><source>C</source><target order="99">c</target></segment>',
    )
    assert unit.target == "abc"
