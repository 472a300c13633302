"""What says a term in other words: each way with a neighbour that must be flagged."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

import padanan
from padanan.checks.findings import Severity
from padanan.checks.runner import CheckedTranslation, check_translation
from padanan.checks.translation.answers import OFTEN
from padanan.glossary import po
from padanan.matching.annotator import engine_for
from padanan.translation.units import Unit

if TYPE_CHECKING:
    from padanan.matching.engine import Engine

ENTRIES = """msgid ""
msgstr ""

#. pos: noun
msgid "persenjataan"
msgstr "weapon"

#. pos: noun
msgid "perunding"
msgstr "negotiator"

#. pos: noun
msgid "pejabat senior"
msgstr "senior official"

#. pos: noun
msgid "penarikan pasukan"
msgstr "troop withdrawal"

#. pos: noun
msgid "juru bicara kepresidenan"
msgstr "presidential spokesman"

#. pos: noun
#. equivalent: air attack
msgid "serangan udara"
msgstr "air raid"

#. pos: noun
#. equivalent: Ministry of Foreign Affairs
msgid "kementerian luar negeri"
msgstr "foreign ministry"

#. pos: noun
#. equivalent: secretary general
msgid "sekretaris jenderal"
msgstr "secretary-general"

#. pos: noun
msgid "presiden"
msgstr "president"

#. pos: noun
msgid "konferensi"
msgstr "conference"

#. pos: noun
msgid "kedua pihak"
msgstr "both sides"

#. pos: noun
#. equivalent: administration
msgid "pemerintah"
msgstr "government"

#. pos: noun
msgid "pemerintah sementara"
msgstr "interim government"

#. pos: noun
msgid "warga negara"
msgstr "citizen"

#. pos: noun
msgid "kelompok pemberontak"
msgstr "rebel group"

#. pos: noun
msgid "atase militer"
msgstr "military attache"

#. pos: noun
msgid "pangkalan militer"
msgstr "military base"

#. pos: noun
msgid "teroris"
msgstr "terrorist"

#. pos: noun
msgid "pengawas nuklir PBB"
msgstr "UN nuclear watchdog"

#. pos: noun
#. equivalent: accord
msgid "kesepakatan"
msgstr "agreement"

#. pos: proper noun
#. equivalent: NATO
#. abbreviation: NATO
msgid "Pakta Pertahanan Atlantik Utara"
msgstr "North Atlantic Treaty Organization"
"""


@cache
def engine() -> Engine:
    """Return what reads with a small glossary."""
    return engine_for(po.loads(ENTRIES, path="a.po", domain="own"))


def checked(*pairs: tuple[str, str]) -> CheckedTranslation:
    """Return what is found of missing equivalents."""
    units = [Unit(str(n), *pair, str(n)) for n, pair in enumerate(pairs, 1)]
    return check_translation(engine(), units, select=("T201", "T104", "T207"))


def warned(*pairs: tuple[str, str]) -> list[str]:
    """Return the codes of the warnings."""
    loud = (f for f in checked(*pairs).findings if f.severity is not Severity.NOTE)
    return [finding.code for finding in loud]


def severities(*pairs: tuple[str, str]) -> list[Severity]:
    """Return how much the findings matter."""
    return [finding.severity for finding in checked(*pairs).findings]


@pytest.mark.parametrize(
    ("source", "english", "neighbour"),
    [
        ("Persenjataan itu baru.", "The weaponry is new.", "The wealth is new."),
        # Another suffix makes another notion.
        ("Perunding itu tiba.", "The negotiators came.", "The negotiation came."),
        (
            "Pejabat senior menolak.",
            "A senior Defence Department official refused.",
            "A senior said that one official refused.",
        ),
        (
            "Penarikan pasukan dimulai.",
            "They began withdrawing British troops.",
            "They began to train British police.",
        ),
        (
            "Juru bicara kepresidenan hadir.",
            "A spokesman for the president was there.",
            "A spokesman came. The president was there.",
        ),
        # What the glossary has for the head alone.
        (
            "Pemerintah sementara jatuh.",
            "The interim administration fell.",
            "The interim ministry fell.",
        ),
        ("Nato menolak.", "Nato refused.", "Nations refused."),
        # The members of a group, but not one of them.
        ("Kelompok pemberontak tiba.", "The rebels came.", "The rebel came."),
        # The Indonesian names an office by who holds it.
        ("Ia menjabat presiden.", "He holds the presidency.", "He holds the post."),
        ("Ia mendapat kursi presiden.", "He won the presidency.", "He won a seat."),
        (
            "Pengawas nuklir PBB menolak.",
            "The U.N.'s nuclear watchdog refused.",
            "The U.S.'s nuclear watchdog refused.",
        ),
    ],
)
def test_other_words_of_its_own(source: str, english: str, neighbour: str) -> None:
    """The words of an equivalent satisfy in a freer form; words like them do not."""
    assert severities((source, english)) == []
    assert severities((source, neighbour)) == [Severity.WARNING]


@pytest.mark.parametrize(
    ("source", "english", "half"),
    [
        (
            "Penarikan pasukan dimulai.",
            "The troops will be withdrawn.",
            "The troops met his withdrawal of support.",
        ),
        (
            "Serangan udara gagal.",
            "The attack from the air has failed.",
            "The attack on the air base has failed.",
        ),
        # Inside a longer term words of like meaning may change places.
        (
            "Pangkalan militer dibuka.",
            "The army base opened.",
            "The police base opened.",
        ),
    ],
)
def test_half_of_a_compound_does_not_satisfy(
    source: str, english: str, half: str
) -> None:
    """One word of a longer term may belong to another thing: a reader should look."""
    assert severities((source, english)) == []
    assert severities((source, half)) == [Severity.NOTE]


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("Presiden menolak.", "The presidency refused."),
        ("Teroris itu ditangkap.", "They fought terrorism."),
        ("Perunding itu tiba.", "The negotiations began."),
        ("Kesepakatan itu gagal.", "In accordance with it all failed."),
    ],
)
def test_a_relative_may_be_another_notion(source: str, english: str) -> None:
    """A person is no state, office or talk, however close the words."""
    assert severities((source, english)) == [Severity.WARNING]


FULL = ("Kementerian luar negeri hadir.", "The foreign ministry was there.")


@pytest.mark.parametrize(
    ("before", "source", "english", "neighbour"),
    [
        (
            FULL,
            "Kementerian luar negeri menolak.",
            "The ministry refused.",
            "The defence ministry refused.",
        ),
        (
            ("Konferensi dimulai.", "The conference began."),
            "Konferensi itu gagal.",
            "It failed.",
            "Failed once more.",
        ),
        (
            ("Ia tiba.", "He came."),
            "Kedua pihak menolak.",
            "They refused.",
            "He refused.",
        ),
        (
            ("Ia tiba.", "He came."),
            "Presiden Mesir Hosni Mubarak menolak.",
            "Mubarak refused.",
            "Hosni Mubarak refused.",
        ),
        (
            ("Ia tiba.", "He came."),
            "Pemerintah Iran menolak.",
            "The Iranians refused.",
            "The Iraqis refused.",
        ),
        (
            ("Ia tiba.", "He came."),
            "Pemerintah Irak menolak.",
            "The Iraqis refused.",
            "The Iraqi people refused.",
        ),
        (
            ("Ia tiba.", "He came."),
            "Pemerintah Prancis menolak tawaran itu.",
            "France refused the offer.",
            "It was refused in France.",
        ),
        (
            ("Ia tiba.", "He came."),
            "Dua warga negara Inggris tiba.",
            "Two Britons came.",
            "Two British ships came.",
        ),
        (
            ("Ia tiba.", "He came."),
            "Ia menemui Presiden Rusia Vladimir Putin.",
            "He met his Russian counterpart Vladimir Putin.",
            "He met his Russian colleague Vladimir Putin.",
        ),
        (
            FULL,
            "Kementerian luar negeri menolak.",
            "It was refused, said ministry officials.",
            "It was refused, said defence ministry officials.",
        ),
        (
            ("Presiden tiba.", "The president came."),
            "Presiden itu menolak.",
            "He refused.",
            "They refused.",
        ),
        (
            ("Presiden tiba.", "The president came."),
            "Para presiden itu menolak.",
            "They refused.",
            "All refused.",
        ),
    ],
)
def test_what_a_reader_should_look_at(
    before: tuple[str, str], source: str, english: str, neighbour: str
) -> None:
    """A short form, a pronoun or a name is noted; what is none of them is flagged."""
    assert severities(before, (source, english)) == [Severity.NOTE]
    assert severities(before, (source, neighbour)) == [Severity.WARNING]


@pytest.mark.parametrize(
    ("source", "english", "neighbour"),
    [
        # One word of a longer term stands where the term stands.
        (
            "Pangkalan militer dibuka kemarin.",
            "The military airfield opened yesterday.",
            "The police airfield opened yesterday.",
        ),
        (
            "Penarikan pasukan dimulai kemarin.",
            "The withdrawal began yesterday.",
            "The parade began yesterday.",
        ),
        # The same word far away belongs to something else.
        (
            "Pangkalan militer dibuka kemarin oleh seorang pejabat di ibu kota.",
            "The military airfield was opened yesterday by an official in the capital.",
            "The airfield was opened in the capital by an official, a military one.",
        ),
        # A word of like meaning stands where the term stands.
        ("Konferensi itu dibuka.", "The summit opened.", "The shop opened."),
        (
            "Kesepakatan gagal lagi.",
            "A settlement failed again.",
            "A plan failed again.",
        ),
    ],
)
def test_what_says_a_term_in_part_or_nearly(
    source: str, english: str, neighbour: str
) -> None:
    """Part of a term, or a word like it, is noted where the term would stand."""
    assert severities((source, english)) == [Severity.NOTE]
    assert severities((source, neighbour)) == [Severity.WARNING]


@pytest.mark.parametrize(
    ("source", "english"),
    [
        # Who or which body it is, only the whole term says.
        ("Kementerian luar negeri menolak.", "The foreign office refused."),
        ("Juru bicara kepresidenan hadir.", "The presidential driver was there."),
        # It is an English term of its own.
        ("Pangkalan militer dibuka.", "The military attache opened."),
        # Names have no parts.
        ("Pakta Pertahanan Atlantik Utara menolak.", "The treaty members refused."),
        # The past of a verb is no noun.
        ("Pangkalan militer dibuka.", "They were based there."),
    ],
)
def test_part_of_another_term_is_no_part(source: str, english: str) -> None:
    """Another term of the glossary, a body, a person, a name, a verb stay warnings."""
    assert severities((source, english)) == [Severity.WARNING]


def test_what_stands_far_away_says_nothing() -> None:
    """A relative of a term at the other end of a long sentence is not its English."""
    source = (
        "Persenjataan itu dibawa ke pelabuhan lama di kota kecil dekat pantai timur."
    )
    english = "The crates were brought to the old port near the coast without weaponry."
    assert severities((source, english)) == [Severity.WARNING]


def test_a_short_form_needs_a_full_one_before() -> None:
    """Without the full name nobody knows which ministry it is."""
    pair = ("Kementerian luar negeri menolak.", "The ministry refused.")
    assert severities(pair) == [Severity.WARNING]
    assert severities(pair, FULL) == [Severity.WARNING]


def test_another_body_is_no_short_form() -> None:
    """The General Secretariat does not stand for the secretary-general."""
    before = ("Sekretaris jenderal hadir.", "The secretary general was there.")
    pair = ("Sekretaris jenderal menolak.", "The General Secretariat refused.")
    assert severities(before, pair) == [Severity.WARNING]


def test_a_pronoun_needs_something_that_points_back() -> None:
    """*Konferensi itu* may be *it*; *sebuah konferensi* may not."""
    before = ("Konferensi dimulai.", "The conference began.")
    pair = ("Sebuah konferensi gagal.", "It failed.")
    assert severities(before, pair) == [Severity.WARNING]


def test_one_decision_is_warned_of_once() -> None:
    """Where a document has its own word for a term, the first place is a warning."""
    verbs = ("gagal", "tertunda", "usai", "berlanjut", "batal")
    english = ("failed", "stalled", "ended", "continued", "collapsed")
    same = [
        (f"Konferensi {one}.", f"A congress {other}.")
        for one, other in zip(verbs, english, strict=True)
    ]
    other = [("Ia pergi ke pasar lagi.", "He went out to buy food.")] * 120
    found = severities(*same, *other)
    assert found == [Severity.WARNING, *[Severity.NOTE] * (len(same) - 1)]
    assert severities(*same[: OFTEN - 1], *other) == [Severity.WARNING] * (OFTEN - 1)


def test_a_name_has_no_other_word() -> None:
    """However often a word stands where a name should, it does not stand for it."""
    verbs = ("gagal", "tertunda", "usai", "berlanjut", "batal")
    same = [(f"NATO {one}.", f"The figures {n}.") for n, one in enumerate(verbs)]
    other = [("Ia pergi ke pasar lagi.", "He went out to buy food.")] * 120
    assert severities(*same, *other) == [Severity.WARNING] * len(same)


def test_a_word_beside_the_equivalent_does_not_stand_for_it() -> None:
    """What goes with the term where it is right is not its English where it is gone."""
    right = [("Konferensi gagal.", "The conference stalled.")] * 5
    gone = [("Konferensi gagal.", "All of it stalled.")] * OFTEN
    other = [("Ia pergi ke pasar lagi.", "He went out to buy food.")] * 120
    found = severities(*right, *gone, *other)
    assert found == [Severity.WARNING] * OFTEN


def test_a_unit_that_says_something_else_is_one_warning() -> None:
    """Most terms gone, and no name in common: the unit is compared as a whole."""
    source = (
        "Presiden Mesir Hosni Mubarak di Kairo mengecam pemerintah, konferensi, "
        "serangan udara dan persenjataan."
    )
    assert [
        (finding.code, finding.severity)
        for finding in checked((source, "The weather was fine in spring.")).findings
        if finding.severity is not Severity.NOTE
    ] == [("T207", Severity.WARNING)]


def test_the_units_beside_say_something_else_too() -> None:
    """Where the translation of one unit is another's, so is that of its neighbours."""
    other = ("Ia tiba.", "He came.")
    gone = ("Konferensi gagal.", "It rained.")
    source = (
        "Presiden Mesir Hosni Mubarak di Kairo mengecam pemerintah, konferensi, "
        "serangan udara dan persenjataan."
    )
    whole = (source, "The weather was fine in spring.")
    assert warned(whole, gone) == ["T207", "T207"]
    assert warned(whole, other, other, gone) == ["T207", "T201"]


def test_terms_that_are_gone_from_the_right_unit_are_warned_of_one_by_one() -> None:
    """Names in common say that the unit translates its source."""
    source = "Konferensi dan serangan udara di Kairo dikecam Hosni Mubarak dari Mesir."
    english = (
        "The event and the bombs in Cairo were condemned by Egypt's Hosni Mubarak."
    )
    assert severities((source, english)) == [Severity.WARNING] * 2


def test_confidence_is_from_nought_to_one() -> None:
    """A name that is gone is surer than a noun, and a note is least sure."""
    [name] = checked(("NATO menolak.", "Nations refused.")).findings
    [noun] = checked(("Konferensi gagal.", "All failed.")).findings
    note = checked(FULL, ("Kementerian luar negeri tiba.", "The ministry came."))
    assert 0 < note.findings[0].confidence < noun.confidence < name.confidence < 1


def test_what_is_usual_in_the_document_is_surer() -> None:
    """A term that has its English everywhere else is more likely to be forgotten."""
    gone = ("Konferensi gagal.", "All failed.")
    usual = [("Konferensi gagal.", "The conference failed.")] * 4
    [alone] = checked(gone).findings
    [among] = checked(gone, *usual).findings
    assert among.confidence > alone.confidence


def test_shipped_accepts_are_never_offered() -> None:
    """What a check lets pass is no equivalent: *authorities* for *pemerintah*."""
    concept = padanan.load()["pemerintah"]
    assert "authorities" in concept.accepts
    assert "authorities" not in {term.text for term in concept.equivalents}
