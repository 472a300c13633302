"""JSON: its schema, and what is said of files that do not follow it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.errors import ExchangeError
from padanan.exchange import glossary_json
from padanan.exchange.formats import FormatOptions
from padanan.model import Glossary
from tests.glossaries import REFUSED, mini, plain


def loads(document: object) -> Glossary:
    """Return the glossary of a document."""
    return glossary_json.loads(json.dumps(document).encode(), "a.json")


def document(**fields: object) -> dict[str, Any]:
    """Return a document of one concept with further fields."""
    terms = {"terms": [{"text": "nota"}], "equivalents": [{"text": "note"}]}
    return {"version": 1, "concepts": [{**terms, **fields}]}


def test_what_is_empty_is_left_out() -> None:
    """A plain concept is its terms, id and domain."""
    data = glossary_json.dumps(Glossary((plain("nota", "note"),)), FormatOptions())
    found = json.loads(data.files[0][1])
    assert list(found) == ["version", "source_language", "target_language", "concepts"]
    assert set(found["concepts"][0]) == {"id", "domain", "terms", "equivalents"}


@pytest.mark.parametrize("text", REFUSED)
def test_any_text_comes_back(text: str) -> None:
    """JSON can hold what a PO file cannot."""
    glossary = Glossary((plain("nota", text),))
    data = glossary_json.dumps(glossary, FormatOptions()).files[0][1]
    assert glossary_json.loads(data, "a.json") == glossary


def test_little_is_needed() -> None:
    """A list of terms by another program is read: id and types may be left out."""
    (concept,) = loads(document()).concepts
    assert (concept.id, concept.domain, concept.equivalent) == ("nota", "", "note")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(sorted(document()["concepts"][0])), inner)
    ),
    max_leaves=8,
)


@given(JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    """Whatever stands in the file, it is a glossary or one clear line."""
    for whole in (value, {"version": 1, "concepts": value}, document(terms=value)):
        data = json.dumps(whole).encode()
        try:
            glossary_json.loads(data, "a.json")
        except ExchangeError as error:
            assert str(error).startswith("a.json")  # noqa: PT017 -- either is right


@pytest.mark.parametrize(
    ("whole", "problem"),
    [
        ([], "the file is not an object — see the schema"),
        ({}, "no version 1 — export it again"),
        ({"version": 1, "concepts": {}}, "concepts of the file is not a list"),
        ({"version": 1, "concepts": [1]}, "concepts[0] is not an object"),
        (document(term="x"), "unknown key “term” in concepts[0] — remove it"),
        (document(terms=[]), "no terms in concepts[0] — write one"),
        (document(terms=[{}]), "no text in concepts[0].terms — write it"),
        (document(terms=[{"text": "a", "txt": 1}]), "unknown key “txt”"),
        (document(terms=[{"text": 1}]), "text of concepts[0].terms is not a string"),
        (document(pos="noum"), "unknown pos “noum” in concepts[0] — write one of noun"),
        (document(fuzzy="yes"), "fuzzy of concepts[0] is not true or false"),
        (document(notes=[1]), "notes of concepts[0] is not a string"),
        (document(id="x"), "the id of concepts[0] is not “nota” — leave it out"),
    ],
)
def test_mistakes_are_told_with_their_place(whole: object, problem: str) -> None:
    """What does not follow the schema is told with its place in the file."""
    with pytest.raises(ExchangeError) as raised:
        loads(whole)
    assert str(raised.value).startswith(f"a.json: {problem}")


def test_concepts_stand_once() -> None:
    """The same id twice is an error."""
    twice = document()
    twice["concepts"] *= 2
    with pytest.raises(ExchangeError, match="“nota” occurs twice"):
        loads(twice)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b'{"version": 1,\n"concepts": ]', r"a.json:2: not JSON \(Expecting value\)"),
        (b"[" * 100_000, "a.json: not a glossary"),
        (b'{"version": ' + b"1" * 5000 + b"}", "a.json: not a glossary"),
    ],
)
def test_what_is_no_json_is_refused(data: bytes, problem: str) -> None:
    """A broken file is told with its line; one made to exhaust us is refused."""
    with pytest.raises(ExchangeError, match=f"^{problem}"):
        glossary_json.loads(data, "a.json")


def test_half_a_character_is_not_written() -> None:
    """A text that no encoding can say is an error and not a crash."""
    with pytest.raises(ExchangeError, match="half a character"):
        glossary_json.dumps(Glossary((plain("nota", "x\ud83d"),)), FormatOptions())


def test_mini_is_readable_to_people() -> None:
    """Letters stand as they are, not as escapes."""
    assert (
        "communiqué"
        in glossary_json.dumps(mini(), FormatOptions()).files[0][1].decode()
    )
