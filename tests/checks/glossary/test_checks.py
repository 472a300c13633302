"""Every check of a glossary flags what it must, and only that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from padanan.checks.glossary.files import File, GlossaryFiles, read_file
from padanan.checks.glossary.syntax import canonical_form
from padanan.checks.runner import check_glossary
from padanan.checks.table import GLOSSARY
from padanan.glossary import po
from padanan.glossary.writer import HEADER
from padanan.matching.compiling import compile_glossary
from padanan.matching.measure import measure
from padanan.matching.recogniser import Recogniser
from padanan.model import Glossary
from tests.checks.glossary_examples import FLAGGED, PASSED, VISA, Flagged, entry
from tests.concepts import lists_of_concepts
from tests.laws import examples

if TYPE_CHECKING:
    from padanan.checks.findings import Finding
    from padanan.model import Concept

CODES = {check.code for check in GLOSSARY}


def files(text: str) -> tuple[File, ...]:
    """Return the files of an example, the last one named `law.po` if none is named."""
    text = text.partition("=== ON\n")[0]
    parts = text.split("=== ") if text.startswith("=== ") else ["", f"law.po\n{text}"]
    found = []
    for part in parts[1:]:
        name, _, entries = part.partition("\n")
        content = f"{HEADER}\n{entries}" if entries else HEADER
        found.append(read_file(name, name.removesuffix(".po"), content.encode()))
    return tuple(found)


def findings(text: str, code: str) -> tuple[Finding, ...]:
    """Return what one check finds in an example."""
    sources = frozenset({"VCDR", "UN", "UU24-2000"})
    glossary = GlossaryFiles(files(text), sources=sources)
    corpus = text.partition("=== ON\n")[2].splitlines()
    if corpus:
        reader = Recogniser(compile_glossary(Glossary(glossary.concepts)))
        glossary = glossary._replace(measured=measure(reader, corpus))
    return check_glossary(glossary, (code,)).findings


def all_findings(glossary: GlossaryFiles, *codes: str) -> tuple[Finding, ...]:
    """Return what all checks find, or those of some codes."""
    return check_glossary(glossary, codes).findings


def cases(examples: dict[str, tuple[Flagged, ...]]) -> list[tuple[str, Flagged]]:
    """Return each example with its code."""
    return [(code, example) for code in examples for example in examples[code]]


@examples(30)
@given(lists_of_concepts())
def test_no_entry_makes_a_check_fail(concepts: list[Concept]) -> None:
    """Whatever stands in an entry, the checks report on it."""
    data = po.dumps(concepts, domain="law").encode()
    found = all_findings(GlossaryFiles((read_file("law.po", "law", data),)))
    assert {finding.code for finding in found} <= CODES - {"G001", "G007"}


@pytest.mark.parametrize(("code", "example"), cases(FLAGGED))
def test_flagged(code: str, example: Flagged) -> None:
    """The check finds the mistake, in its line, and says what to do."""
    found = findings(example.text, code)
    assert found, f"false negative against {example.text}"
    messages = [finding for finding in found if example.message in finding.message]
    assert messages, [finding.message for finding in found]
    lines = files(example.text)[-1].data.decode().split("\n")
    assert lines[(messages[0].line or 0) - 1] == example.at
    assert messages[0].place == str(messages[0].line)
    assert " — " in messages[0].message


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code in PASSED for text in PASSED[code]]
)
def test_passed(code: str, text: str) -> None:
    """The check finds nothing where nothing is wrong."""
    assert findings(text, code) == (), f"false positive against {text}"


def test_findings_come_in_the_order_of_the_files() -> None:
    """Findings are sorted by file as named, then by line."""
    text = f"=== b.po\n{entry('pos: x')}\n{entry('nte: y')}=== a.po\n{entry('pos: x')}"
    found = all_findings(GlossaryFiles(files(text)))
    places = [(finding.path, finding.line, finding.code) for finding in found]
    assert places == [("b.po", 14, "G003"), ("b.po", 20, "G002"), ("a.po", 14, "G003")]


def test_findings_can_be_selected() -> None:
    """A code, or the beginning of codes, leaves the others out."""
    checked = GlossaryFiles(files(entry("pos: x")))
    assert {finding.code for finding in all_findings(checked, "G0")} == {"G003"}
    assert all_findings(checked, "G1", "G2") == ()


def test_siblings_and_base_are_not_reported() -> None:
    """What stands around the files is known, but nothing is said of it."""
    other = entry("varaint: x", "pos: noum", "example: Visa. = Visa.", term="visa")
    checked = GlossaryFiles(
        files(VISA), siblings=files(other), base=files(VISA)[0].reading.concepts
    )
    assert all_findings(checked) == ()


def test_an_id_in_a_sibling_is_reported() -> None:
    """An entry of the same glossary elsewhere counts, one of the base does not."""
    (visa,) = files(VISA)
    elsewhere = visa._replace(path="consular.po")
    (finding,) = all_findings(GlossaryFiles((visa,), siblings=(elsewhere,)))
    assert finding.code == "G101"
    assert "is in consular.po too" in finding.message
    assert all_findings(GlossaryFiles((visa,), base=elsewhere.reading.concepts)) == ()


def test_a_form_of_the_base_is_what_a_list_is_laid_over() -> None:
    """One's own term may lead to a concept of the shipped glossary: it comes first."""
    own = files(entry("variant: visa"))
    base = files(VISA)[0].reading.concepts
    assert not all_findings(GlossaryFiles(own, base=base))


def test_an_example_of_a_list_shows_what_it_is_laid_over() -> None:
    """The entry *visa*, laid over ours with another id, is found in its example."""
    example = "example: Visanya dicabut. = His visa was revoked."
    own = files(entry(example, term="visa", english="stamp"))
    base = files(entry("variant: visa", term="izin masuk", english="entry permit"))
    assert not all_findings(GlossaryFiles(own, base=base[0].reading.concepts), "G108")


def test_a_file_that_is_no_text() -> None:
    """A file in another encoding is a finding; the other files are checked."""
    broken = read_file("a.po", "a", b"a\n\xff")
    found = all_findings(GlossaryFiles((broken, *files(entry("pos: x")))))
    assert [str(finding)[:14] for finding in found] == [
        "a.po:2: G001 n",
        "law.po:14: G00",
    ]


def test_a_canonical_form_that_would_lose_something() -> None:
    """A file with a problem is not rewritten, nor one that cannot be written."""
    (broken,) = files('#~ msgid "a"\n#~ msgstr "b"\n')
    assert canonical_form(broken) is None
    (clash,) = files(f"#. domain: x\n{VISA}")
    twice = broken._replace(
        reading=broken.reading._replace(entries=clash.reading.entries * 2, problems=())
    )
    assert canonical_form(twice) is None


class TestWaivers:
    """Decisions in the translator comments of entries."""

    WRONG = entry(term="Mediasi")

    def test_of_the_entry(self) -> None:
        """A waiver concerns its own entry, and the finding is listed with it."""
        waived = f"# padanan: ignore G205 the ministry writes it so\n{self.WRONG}"
        other = entry(term="Visa", english="entry permit")
        found = check_glossary(GlossaryFiles(files(f"{waived}\n{other}")))
        assert [finding.concept for finding in found.findings] == ["visa"]
        ((finding, waiver),) = found.waived
        assert (finding.code, finding.concept) == ("G205", "mediasi")
        assert waiver.reason == "the ministry writes it so"
        assert not found.unused

    @pytest.mark.parametrize(
        "comment",
        ["padanan: ignore G206 x", "padanan: ignore G1 x"],
    )
    def test_of_another_code(self, comment: str) -> None:
        """A waiver of another code waives nothing, and is reported as unused."""
        found = check_glossary(GlossaryFiles(files(f"# {comment}\n{self.WRONG}")))
        assert [finding.code for finding in found.findings] == ["G205"]
        assert [waiver.reason for waiver in found.unused] == ["x"]

    @pytest.mark.parametrize(
        "comment", ["padanan: ignore G205", "ignore G205 x", "padanan: ignore T101 x"]
    )
    def test_what_is_no_waiver(self, comment: str) -> None:
        """Without a reason, the word padanan or such a code it is only a comment."""
        found = check_glossary(GlossaryFiles(files(f"# {comment}\n{self.WRONG}")))
        assert [finding.code for finding in found.findings] == ["G205"]
        assert not found.unused


def test_a_list_of_ones_own_may_say_the_usual_order() -> None:
    """It may have to outdo what the shipped concept says, or has no part of speech."""
    found = files(entry("heads: countries"))
    glossary = GlossaryFiles(found, house=frozenset(file.path for file in found))
    assert not all_findings(glossary, "G111")
    assert all_findings(glossary._replace(house=frozenset()), "G111")
