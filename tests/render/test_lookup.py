"""What look-up shows, and concordance lines."""

from __future__ import annotations

import padanan
from padanan.articles.article import Article
from padanan.model import Concept, Example, PartOfSpeech, Status, Term, TermType
from padanan.render.lookup import as_data, as_text
from padanan.search.concordance import WIDTH, concordance
from padanan.search.hits import Hit, How

CONCEPT = Concept(
    "nota",
    "statements",
    (
        Term("nota"),
        Term("notah", type=TermType.LOOK_UP),
        Term("surat", Status.ADMITTED, TermType.VARIANT),
        Term("notul", Status.DEPRECATED),
    ),
    (
        Term("note"),
        Term("memo", region="US", condition="near kantor"),
        Term("nota", Status.DEPRECATED, reason="a calque"),
    ),
    PartOfSpeech.NOUN,
    "Formal letter.",
    notes=("Never a bill.",),
    examples=(Example("Nota dikirim.", "A note was sent."),),
    sources=("VCDR:19",),
)
ENGINE = padanan.Annotator().engine


def test_text() -> None:
    """Everything that the entry says is there, the deprecated marked."""
    text = as_text([Hit(CONCEPT, CONCEPT.terms[0], "id", How.EXACT)])
    assert text.splitlines() == [
        "nota  (noun, statements)",
        "  → note",
        "  → memo [US], if near kantor",
        "  ✗ nota — a calque",
        "    Formal letter.",
        "    also: surat, notul ✗",
        "    note: Never a bill.",
        "    example: Nota dikirim. = A note was sent.",
        "    source: VCDR:19",
    ]


def test_how_it_was_found() -> None:
    """What is not the term itself says which term answered, and how like it is."""
    other = CONCEPT.terms[2]
    assert "← surat" in as_text([Hit(CONCEPT, other, "id", How.EXACT)])
    assert "≈ surat, 81 %" in as_text([Hit(CONCEPT, other, "id", How.SIMILAR, 81.2)])


def test_control_characters_stay_out_of_the_terminal() -> None:
    """An entry cannot drive the terminal."""
    concept = Concept("x", "law", (Term("x\x1b[2J"),), (Term("y\x07"),))
    text = as_text([Hit(concept, concept.terms[0], "id", How.EXACT)])
    assert "\x1b" not in text
    assert "\x07" not in text


def test_data() -> None:
    """The values are plain and whole."""
    data = as_data("nota", [Hit(CONCEPT, CONCEPT.terms[0], "id", How.SIMILAR, 90.04)])
    (hit,) = data["hits"]
    assert hit["concept"] == "nota"
    assert hit["score"] == 90.0
    assert hit["equivalents"][1] == {
        "text": "memo", "status": "preferred", "type": "full form", "region": "US",
        "condition": "near kantor", "reason": None,
    }  # fmt: skip
    assert hit["examples"] == [{"id": "Nota dikirim.", "en": "A note was sent."}]


def lines(text: str, query: str, *concepts: str) -> list[tuple[str, str, str]]:
    """Return the concordance of a text."""
    article = Article("a.txt", text, "text")
    found = list(concordance(ENGINE, article, query, concepts))
    assert all(" ".join(text[one.start : one.end].split()) == one.text for one in found)
    return [(line.left, line.text, line.right) for line in found]


def test_concordance_by_concept() -> None:
    """All forms of a concept are found, inside longer terms too."""
    text = "Menlu AS tiba. Duta-duta\nBesar pergi ke Kedutaan Besar."
    assert [m for _, m, _ in lines(text, "dubes", "duta-besar")] == ["Duta-duta Besar"]
    nested = lines("Kesepakatan gencatan senjata itu", "x", "gencatan-senjata")
    assert [m for _, m, _ in nested] == ["gencatan senjata"]


def test_concordance_by_the_words() -> None:
    """A query that the glossary lacks is found as it is written."""
    assert lines("Kota  Kecil itu", "kota kecil") == [("", "Kota Kecil", " itu")]
    assert lines("apa pun", "") == []


def test_contexts_are_short() -> None:
    """So much of the text stands on either side, no more."""
    text = "a " * 100 + "gencatan senjata" + " b" * 100
    ((left, _, right),) = lines(text, "x", "gencatan-senjata")
    assert len(left) == len(right) == WIDTH


def test_text_with_concordance() -> None:
    """Lines stand below the name of their document, the words under each other."""
    article = Article("a.txt", "Ini gencatan senjata.\nGencatan senjata itu", "text")
    found = concordance(ENGINE, article, "x", {"gencatan-senjata"})
    text = as_text([], found).splitlines()
    assert text[0] == "── a.txt"
    assert text[1].index("⟦") == text[2].index("⟦") == WIDTH
