"""What is written is read back the same, here and by gettext."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import GlossaryError
from padanan.glossary import po
from padanan.model import Concept, Example, PartOfSpeech, Term, concept_id
from tests.clients import client, run
from tests.concepts import NASTY, lists_of_concepts
from tests.laws import examples

if TYPE_CHECKING:
    from pathlib import Path

WORDS = st.lists(
    st.sampled_from(
        ("duta", "tembak-menembak", "pra- dan pasca-perang", "note", "antar-NATO")
    ),
    min_size=1,
    max_size=60,
).map(" ".join)


def loads(text: str, domain: str = "law") -> tuple[Concept, ...]:
    """Return the concepts of a PO text."""
    return po.loads(text, path="test.po", domain=domain).concepts


def by_id(concepts: list[Concept] | tuple[Concept, ...]) -> dict[str, Concept]:
    """Return concepts by their ids, so that their order does not matter."""
    return {concept.id: concept for concept in concepts}


@given(lists_of_concepts())
def test_written_concepts_are_read_back(concepts: list[Concept]) -> None:
    """Whatever a concept holds, its entry holds all of it."""
    assert by_id(loads(po.dumps(concepts, domain="law"))) == by_id(concepts)


@examples(50)
@given(lists_of_concepts())
def test_canonical_form_is_stable(concepts: list[Concept]) -> None:
    """Writing what was read from a canonical file gives the same text."""
    text = po.dumps(concepts, domain="law")
    assert po.dumps(loads(text), domain="law") == text
    assert po.dumps(reversed(concepts), domain="law") == text


@examples(50)
@given(lists_of_concepts())
def test_domains_survive_where_they_differ(concepts: list[Concept]) -> None:
    """A collection of several domains says the domain of each entry."""
    text = po.dumps(concepts)
    domains = {concept.domain for concept in concepts}
    domain = domains.pop() if len(domains) == 1 else "collection"
    assert by_id(loads(text, domain)) == by_id(concepts)


@given(st.text(), st.text(), st.text(), st.text())
def test_nothing_is_written_that_is_read_otherwise(
    term: str, equivalent: str, note: str, comment: str
) -> None:
    """A concept of any strings is refused, or read back as it was."""
    concept = Concept(
        concept_id(term), "law", (Term(term),), (Term(equivalent),),
        notes=(note,), comment=comment,
    )  # fmt: skip
    try:
        text = po.dumps([concept])
    except GlossaryError:
        return
    assert loads(text) == (concept,)


@examples(50)
@given(WORDS, WORDS)
def test_rewrapped_comments_are_the_same(definition: str, sentence: str) -> None:
    """Comments that polib or an editor like it wrapped are joined again."""
    concept = Concept(
        "visa", "law", (Term("visa"),), (Term("visa"),),
        pos=PartOfSpeech.NOUN, definition=definition,
        examples=(Example(f"{sentence}.", "So be it."),),
    )  # fmt: skip
    catalogue = polib.pofile(po.dumps([concept]), wrapwidth=78)
    assert loads(str(catalogue)) == (concept,)


@pytest.fixture
def nasty_file(tmp_path: Path) -> Path:
    """A file whose fields hold every hostile string."""
    concepts = [
        Concept(
            concept_id(text, str(number)), "law", (Term(text),), (Term(text),),
            sense=str(number), definition=text, notes=(text,), comment=text,
            sources=("VCDR:9",), fuzzy=True,
        )
        for number, text in enumerate(text.strip(" \\") for text in NASTY)
        if text
    ]  # fmt: skip
    path = tmp_path / "law.po"
    path.write_text(po.dumps(concepts), encoding="utf-8")
    return path


@client("msgfmt")
def test_msgfmt_accepts(nasty_file: Path) -> None:
    """The checks of gettext's compiler find nothing in what we write."""
    run("msgfmt", "-c", "-o", "/dev/null", nasty_file)


@client("msgcat")
@pytest.mark.parametrize("width", ["--width=40", "--no-wrap"])
def test_msgcat_keeps_everything(nasty_file: Path, tmp_path: Path, width: str) -> None:
    """What gettext writes out of our file holds the same concepts."""
    again = tmp_path / "again.po"
    run("msgcat", width, "-o", again, nasty_file)
    expected = po.load(nasty_file).concepts
    assert by_id(loads(again.read_text(encoding="utf-8"))) == by_id(expected)
