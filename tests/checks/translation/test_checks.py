"""Every check of a translation flags what it must, and only that."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import padanan
from padanan.checks.findings import Severity
from padanan.checks.runner import CheckedTranslation, check_translation, is_clean
from padanan.checks.table import TRANSLATION
from padanan.render import check_page as page
from padanan.render import check_report as report
from padanan.translation.tagged import read_marks
from padanan.translation.units import Unit, Waiver
from tests.checks.translation_examples import FLAGGED, PASSED, Flagged, Pairs
from tests.laws import examples

if TYPE_CHECKING:
    from padanan.checks.findings import Finding

ENGINE = padanan.Annotator().engine


def units(pairs: Pairs) -> tuple[Unit, ...]:
    """Return pairs as units, numbered from 1."""
    return tuple(_unit(number, *pair) for number, pair in enumerate(pairs, 1))


def _unit(number: int, source: str, target: str) -> Unit:
    tagged = read_marks(source), read_marks(target)
    return Unit(
        str(number),
        tagged[0].plain,
        tagged[1].plain,
        f"line {number}",
        tagged_source=tagged[0],
        tagged_target=tagged[1],
    )


def checked(
    *pairs: tuple[str, str], path: str = "a.po", waivers: tuple[Waiver, ...] = ()
) -> CheckedTranslation:
    """Return what is found in pairs with the shipped glossary."""
    return check_translation(ENGINE, units(pairs), path=path, waivers=waivers)


def findings(pairs: Pairs, code: str) -> tuple[Finding, ...]:
    """Return what one check finds."""
    return check_translation(ENGINE, units(pairs), select=(code,)).findings


@pytest.mark.parametrize(
    ("code", "example"), [(code, one) for code in FLAGGED for one in FLAGGED[code]]
)
def test_must_flag(code: str, example: Flagged) -> None:
    """The pair is flagged once, at the words concerned, with what to do."""
    (found,) = findings(example.pairs, code)
    assert (found.source.text if found.source else "") == example.about
    assert example.message in found.message
    assert " — " in found.message
    severity = next(one.severity for one in TRANSLATION if one.code == code)
    assert found.severity is severity


ENGLISH_WORDS = re.compile(
    r"“[^”]*”|\([^)]*\)|(\b(?:the|is|are|not|of|or|which|write|check|has|perhaps)\b)"
)
"""Words of ours, beside what is quoted and the reasons of the glossary."""


@pytest.mark.parametrize("code", FLAGGED)
def test_speaks_indonesian(code: str) -> None:
    """In Indonesian the same is found, and no word of ours is English."""
    for example in FLAGGED[code]:
        some = units(example.pairs)
        (english,) = check_translation(ENGINE, some, select=(code,)).findings
        (found,) = check_translation(
            ENGINE, some, select=(code,), language="id"
        ).findings
        assert found._replace(message="") == english._replace(message="")
        assert not [w for w in ENGLISH_WORDS.findall(found.message) if w]
        assert ENGLISH_WORDS.search(english.message)


@pytest.mark.parametrize(
    ("code", "pairs"), [(code, pairs) for code in PASSED for pairs in PASSED[code]]
)
def test_must_pass(code: str, pairs: Pairs) -> None:
    """False positives: the pair is as it should be."""
    assert not findings(pairs, code)


@examples(60)
@given(
    st.lists(
        st.tuples(
            st.text(max_size=30)
            | st.sampled_from(["Gencatan senjata AS 5.000", "Menlu AS “PBB” Senin"]),
            st.text(max_size=30)
            | st.sampled_from(["a weapons truce, PBB 5,000", "the UN's truces Monday"]),
        ),
        max_size=3,
    )
)
def test_places_are_in_the_texts(pairs: list[tuple[str, str]]) -> None:
    """No texts make a check fail, and what it names stands where it says."""
    given_units = units(tuple(pairs))
    found = check_translation(ENGINE, given_units)
    by_id = {unit.id: unit for unit in given_units}
    for finding in found.findings:
        unit = by_id[finding.unit or ""]
        for span, text in (
            (finding.source, unit.source),
            (finding.target, unit.target),
        ):
            assert span is None or text[span.start : span.end] == span.text
    json.dumps(report.as_data(found, "a.en"))
    assert page.render(found, "x").endswith("</html>")


def test_terms_are_those_that_can_be_asked_for() -> None:
    """Terms of units without translation and of quotations left are not counted."""
    found = checked(
        ("Gencatan senjata berlaku.", "A ceasefire holds."),
        ("Gencatan senjata berlaku.", ""),
        ("“Gencatan senjata” berlaku.", "“Gencatan senjata” holds."),
    )
    assert found.terms == 1


def test_what_the_file_says_stays_in_the_original() -> None:
    """A span that is to stay in the original is not asked for."""
    unit = Unit("1", "Gencatan senjata berlaku.", "GS holds.", quoted=((0, 16),))
    assert not check_translation(ENGINE, (unit,), select=("T2",)).findings


def test_a_stretch_that_is_not_aligned_says_so() -> None:
    """Whoever reads the finding knows that the whole stretch was compared."""
    unit = Unit("1", "Gencatan senjata berlaku.", "They are silent.", aligned=False)
    (found,) = check_translation(ENGINE, (unit,), select=("T201",)).findings
    assert "not aligned" in found.message
    assert "1 not aligned" in report.summary(check_translation(ENGINE, (unit,)))


def test_one_place_does_not_excuse_another_error() -> None:
    """Where the term is right once, a deprecated equivalent is still found."""
    found = findings(
        (
            (
                "Gencatan senjata kedua menyusul gencatan senjata pertama.",
                "The second weapons truce followed the first ceasefire.",
            ),
        ),
        "T101",
    )
    assert found


class TestWaivers:
    """Decisions that a finding is not to count."""

    PAIR = ("Gencatan senjata berlaku.", "The guns fell silent.")

    def test_of_the_unit(self) -> None:
        """A waiver in the unit concerns it alone, and the finding is listed."""
        waiver = Waiver("T201", "", "cut by the editor")
        some = (
            Unit("a", *self.PAIR, waivers=(waiver,)),
            Unit("b", *self.PAIR),
        )
        found = check_translation(ENGINE, some)
        assert [finding.unit for finding in found.findings] == ["b"]
        (waived,) = found.sifted.waived
        assert waived.waiver.reason == "cut by the editor"
        assert "waived" in report.as_text(found)
        assert "1 waived" in report.summary(found)
        assert (
            report.as_data(found, "a.en")["waived"][0]["reason"] == "cut by the editor"
        )

    @pytest.mark.parametrize(
        ("waiver", "counts"),
        [
            (Waiver("T201", "", "x"), 0),
            (Waiver("T2", "gencatan-senjata", "x", "1"), 0),
            (Waiver("T201", "perundingan", "x"), 1),
            (Waiver("T201", "", "x", "2"), 1),
            (Waiver("T101", "", "x"), 1),
        ],
    )
    def test_beside_the_document(self, waiver: Waiver, counts: int) -> None:
        """A waiver concerns its code, its concept and its unit, and no other."""
        found = checked(self.PAIR, waivers=(waiver,))
        assert len(found.findings) == counts
        assert (waiver in found.sifted.unused) is bool(counts)

    def test_unused(self) -> None:
        """A waiver of nothing is named, so that it can be taken out."""
        text = report.as_text(checked(waivers=(Waiver("T1", "x", "old", "7"),)))
        assert text == "unused: 7 ignore T1 [x] old\n"


def test_json_has_the_documented_form() -> None:
    """The keys are those of the documentation, the values plain."""
    data = report.as_data(
        checked(("Gencatan senjata berlaku.", "A weapons truce.")), "a.en"
    )
    assert data["units"] == 1
    assert data["terms"] == 1
    (finding,) = data["findings"]
    assert finding["code"] == "T101"
    assert finding["severity"] == "error"
    assert finding["unit"] == "1"
    assert finding["source"] == {"start": 0, "end": 16, "text": "Gencatan senjata"}
    assert finding["target"] == {"start": 2, "end": 15, "text": "weapons truce"}
    assert finding["concept"] == "gencatan-senjata"
    assert finding["expected"][0] == "ceasefire"
    assert finding["path"] == "a.po"
    assert finding["place"] == "line 1"
    assert set(finding) == {
        "code", "severity", "message", "path", "place", "line", "unit", "concept",
        "source", "target", "expected", "confidence", "context",
    }  # fmt: skip


def test_text_is_a_line_a_finding() -> None:
    """It has file, place, code, severity and both offsets; no control characters."""
    text = report.as_text(
        checked(("Gencatan\nsenjata \x1b[J berlaku.", "A weapons truce."))
    )
    assert text.startswith("a.po:line 1: T101 error (0→2): ")
    assert text.count("\n") == 1
    assert "\x1b" not in text


def test_notes_are_clean() -> None:
    """Only errors and warnings are a reason to stop."""
    noted = checked(("Ia berunding.", ""))
    assert [finding.severity for finding in noted.findings] == [Severity.NOTE]
    assert is_clean(noted.findings)


def test_page_escapes_and_marks() -> None:
    """The page shows hostile text as text, and marks what a finding is about."""
    html = page.render(
        checked(("Gencatan senjata <b>x</b>.", "A weapons truce <script>.")), "<t>"
    )
    assert "<script>" not in html
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert '<mark class="error">weapons truce</mark>' in html
    assert "&lt;t&gt;" in html


def test_page_lists_waived_findings() -> None:
    """A waived finding stands on the page with its reason, and is not marked."""
    html = page.render(
        checked(
            ("Gencatan senjata.", "A weapons truce."), waivers=(Waiver("T1", "", "ok"),)
        ),
        "x",
    )
    assert "T101 waived" in html
    assert "[ok]" in html
    assert "<mark" not in html


def test_the_country_of_an_office_is_named_as_in_a_sentence() -> None:
    """The message says *the United States*, with the article that English gives it."""
    pair = ("Menlu AS tiba.", "The US foreign minister arrived.")
    (finding,) = findings((pair,), "T102")
    assert "is not what the United States has" in finding.message


def test_a_locked_unit_has_no_findings() -> None:
    """What the file protects from translation is not told to be left in Indonesian."""
    locked = Unit("1", "Gencatan senjata", "Gencatan senjata", locked=True)
    assert not check_translation(ENGINE, [locked]).findings
