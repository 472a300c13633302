"""Look-up and annotation know the same forms of the same terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from padanan.language.indonesian import forms
from padanan.matching.compiling import compile_glossary
from padanan.model import Match
from padanan.search.exact import indonesian
from padanan.search.index import index_of
from tests.glossaries import whole
from tests.matching.small import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.model import Concept

MENKO = "menteri-koordinator-bidang-politik-hukum-dan-keamanan"


def in_capitals_of(form: str, term: str) -> str:
    """Return a form with capitals where the term has them, letter by letter."""
    model = "".join(filter(str.isalnum, term))
    letters = iter(model)
    spelled = (
        next(letters, character) if character.isalnum() else character
        for character in form
    )
    text = "".join(spelled)
    return text if text.lower() == form else form


def spellings(concept: Concept) -> Iterator[str]:
    """Yield every form of every term, in the capitals of the term."""
    for term in concept.terms:
        yield term.text
        for form in forms(term.text, concept.pos, term.type):
            yield in_capitals_of(form.text, term.text)


def tried(text: str) -> set[str]:
    """Return the concepts that annotation tries in a text, whether they hold or not."""
    places = shipped().explain(text)
    found = {place.annotation.concept.id for place in places if place.annotation}
    return found | {one.concept for place in places for one in place.losers}


@pytest.mark.slow
def test_look_up_and_annotation_agree_on_every_form() -> None:
    """What annotation would take for a term, look-up finds, and the other way round."""
    glossary = whole()
    index = index_of(compile_glossary(glossary))
    missing = [
        (concept.id, text)
        for concept in glossary.concepts
        for text in spellings(concept)
        if concept.id not in {hit.concept.id for hit in indonesian(index, text)}
        or (concept.match is not Match.OFF and concept.id not in tried(text))
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Menkopolhukam", MENKO),
        ("menkopolhukam", MENKO),
        ("gerakan non-blok", "gerakan-nonblok"),
        ("gerakan nonblok", "gerakan-nonblok"),
        ("Gerakan Non-Blok", "gerakan-nonblok"),
        ("program minyak untuk pangan", "program-minyak-untuk-pangan"),
    ],
)
def test_forms_that_one_of_them_did_not_know(text: str, concept: str) -> None:
    """Each was found by look-up and by no annotation."""
    [found] = shipped().annotate(f"Pada hari itu {text} disebut.")
    assert found.text == text
    assert found.concept.id == concept
