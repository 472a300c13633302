"""Writing: the canonical form, and what is refused since it would be lost."""

from __future__ import annotations

import pytest

from padanan.errors import GlossaryError
from padanan.glossary import po
from padanan.glossary.writer import HEADER
from padanan.model import Concept, Example, Status, Term, TermType

CONCEPT = Concept("a", "law", (Term("a"),), (Term("b"),))


def test_terms_are_put_in_order() -> None:
    """Terms that come in any order are written in that of the entry."""
    admitted = Status.ADMITTED
    terms = (
        Term("a"),
        Term("x", Status.DEPRECATED),
        Term("y", admitted, TermType.ABBREVIATION),
        Term("z", admitted, TermType.VARIANT),
    )
    text = po.dumps([CONCEPT._replace(terms=terms)])
    keys = [line.split(":")[0] for line in text.split("\n") if line.startswith("#.")]
    assert keys == ["#. variant", "#. abbreviation", "#. deprecated"]


def test_entries_are_sorted_without_regard_to_capitals() -> None:
    """Terms are sorted as in a dictionary, senses of one term by their names."""
    concepts = [
        Concept("b", "law", (Term("b"),), (Term("x"),)),
        Concept("a.d", "law", (Term("A"),), (Term("x"),), sense="d"),
        Concept("a.c", "law", (Term("a"),), (Term("x"),), sense="c"),
    ]
    written = po.loads(po.dumps(concepts), path="a.po", domain="law").concepts
    assert [concept.id for concept in written] == ["a.c", "a.d", "b"]


def test_nothing_is_written_but_a_header() -> None:
    """An empty glossary is a header."""
    assert po.dumps([]) == HEADER


def test_domain_of_a_file() -> None:
    """A file of one domain does not repeat it; a given one overrides that."""
    assert "domain" not in po.dumps([CONCEPT])
    assert "#. domain: law" in po.dumps([CONCEPT], domain="collection")
    both = po.dumps([CONCEPT, Concept("c", "trade", (Term("c"),), (Term("d"),))])
    assert "#. domain: law" in both
    assert "#. domain: trade" in both


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"notes": ("a\nb",)}, "note contains control character U+000A"),
        ({"notes": ("a\x00b",)}, "note contains control character U+0000"),
        ({"notes": ("\ud800",)}, "note contains control character U+D800"),
        ({"notes": (" x",)}, "note “ x” would be read differently"),
        ({"notes": ("",)}, "would be read differently"),
        ({"notes": ("x\\",)}, "a backslash at the end of a comment joins"),
        ({"comment": "x \ny"}, "the comment has a control character or stray spaces"),
        ({"comment": "x\ty"}, "the comment has a control character or stray spaces"),
        ({"sources": ("VCDR 19",)}, "source “VCDR 19” is empty or has a space"),
        ({"sources": ("",)}, "source “” is empty or has a space"),
        ({"id": "b"}, "id would be read differently"),
        ({"domain": ""}, "domain would be read differently"),
        ({"sense": ""}, "msgctxt is empty"),
        ({"definition": "x: "}, "would be read differently"),
        (
            {"examples": (Example("a. = b.", "c."),)},
            "examples would be read differently",
        ),
        ({"examples": (Example("a", ""),)}, "would be read differently"),
        ({"terms": (Term(""),)}, "msgid is empty"),
        ({"terms": (Term("a", region="US"),)}, "terms would be read differently"),
        ({"terms": (Term("a"), Term("b"))}, "no field can say “preferred full form”"),
        (
            {"equivalents": (Term("b"), Term("c", Status.ADMITTED, condition="x: y"))},
            "equivalent “c” would be read differently",
        ),
        (
            {"equivalents": (Term("b"), Term("c — d", Status.DEPRECATED))},
            "equivalents would be read differently",
        ),
        (
            {"equivalents": (Term("b"), Term("c", Status.ADMITTED, TermType.VARIANT))},
            "no field can say “admitted variant” of “c”",
        ),
    ],
)
def test_what_an_entry_cannot_hold_is_refused(
    change: dict[str, object], message: str
) -> None:
    """Rather than lose something, writing says what it is."""
    with pytest.raises(GlossaryError) as caught:
        po.dumps([CONCEPT._replace(**change)], domain="law")  # type: ignore[arg-type]
    assert message in str(caught.value)


def test_an_id_stands_once() -> None:
    """Two concepts of one id are refused."""
    with pytest.raises(GlossaryError, match="“a” occurs twice"):
        po.dumps([CONCEPT, CONCEPT._replace(definition="Another one.")])
