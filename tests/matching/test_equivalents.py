"""Which English comes first."""

from __future__ import annotations

import pytest

from padanan.model import Concept, PartOfSpeech, Status, Term, TermType
from tests.matching.small import annotator, shipped

MINISTER = Concept(
    "menteri",
    "government",
    (Term("menteri"), Term("Men", type=TermType.ABBREVIATION)),
    (
        Term("minister"),
        Term("member of government"),
        Term("secretary", region="US"),
        Term("Secretary", region="US", condition="followed within 3 by Rubio"),
        Term("councillor", condition="near dewan"),
        Term("MIN", type=TermType.ABBREVIATION),
        Term("chief", status=Status.DEPRECATED),
    ),
    PartOfSpeech.NOUN,
)
READER = annotator(MINISTER)


def english(text: str) -> tuple[str, ...]:
    """Return the equivalents of the first term, in order."""
    return READER.annotate(text)[0].equivalents


def test_everywhere() -> None:
    """Without country and condition the plain ones come in their order."""
    assert english("menteri itu") == ("minister", "member of government", "MIN")


def test_country() -> None:
    """Those of the country come first, those of another one not at all."""
    assert english("menteri AS")[:2] == ("secretary", "minister")
    assert english("menteri Rusia")[0] == "minister"
    assert "secretary" not in english("menteri Rusia")


def test_condition() -> None:
    """One whose condition holds comes before that of the country."""
    assert english("dewan menteri AS")[:3] == ("councillor", "secretary", "minister")


def test_a_condition_tells_the_country() -> None:
    """Where no country is known a condition with a code gives it to all."""
    (found,) = READER.annotate("menteri Rubio")
    assert (found.region, found.because) == ("US", "Rubio")
    assert found.equivalents[:3] == ("Secretary", "secretary", "minister")


def test_another_country_silences_a_condition() -> None:
    """A condition of another country's English does not hold."""
    assert english("menteri Rusia, Rubio")[0] == "minister"


def test_what_is_to_be_avoided_is_never_offered() -> None:
    """A deprecated equivalent is in no answer."""
    for text in ("menteri", "menteri AS", "dewan menteri", "Men"):
        assert "chief" not in english(text)


def test_nothing_twice() -> None:
    """An equivalent that is right for two reasons is offered once."""
    for text in ("menteri AS", "menteri Rubio dari AS", "dewan menteri AS"):
        assert len(set(english(text))) == len(english(text))


def test_without_context_neither_country_nor_condition_counts() -> None:
    """What is right everywhere comes in its order, whatever stands around."""
    for text in ("menteri AS", "dewan menteri", "menteri Rubio"):
        (found,) = READER.annotate(text, context=False)
        assert found.equivalents == ("minister", "member of government", "MIN")
        assert (found.region, found.phrase) == (None, None)


def test_short_for_short() -> None:
    """An acronym gets the acronym first, its full form the full form."""
    assert shipped().annotate("PBB bersidang.")[0].equivalents[0] == "UN"
    full = shipped().annotate("Perserikatan Bangsa-Bangsa bersidang.")
    assert full[0].equivalents[0] == "United Nations"


def test_english_in_the_text_stays() -> None:
    """A term that is English already comes first as it is written there."""
    full = Term("nota kesepahaman"), Term("MoU"), Term("understanding note")
    equivalents = Term("memorandum"), Term("Understanding Note"), Term("MoU")
    reader = annotator(Concept("nota", "treaties", full, equivalents))
    first = [one.equivalents[0] for one in reader.annotate("nota kesepahaman, MoU")]
    assert first == ["memorandum", "MoU"]
    (found,) = reader.annotate("understanding note", level="all")
    assert found.equivalents[0] == "Understanding Note"


def test_titles_in_full() -> None:
    """A shortened title is written in full."""
    assert shipped().annotate("PM Inggris tiba.")[0].equivalents[0] == "prime minister"
    assert shipped().annotate("Wamenlu RI tiba.")[0].equivalents[0] == (
        "Vice Minister of Foreign Affairs"
    )


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Pemerintah setempat menahan seorang WNI di Malaysia.", "local authorities"),
        ("KBRI berkoordinasi dengan pemerintah setempat.", "local authorities"),
        ("Duta Besar berterima kasih kepada pemerintah setempat.", "host government"),
        ("Misi itu meminta izin operasional dari pemerintah setempat di Turki.",
         "host government"),
        ("Konsulat bertemu gubernur dan pemerintah setempat.",
         "local government"),
        ("Persekusi oleh ormas terhadap jemaat Ahmadiyah dikecam.", "persecution"),
        ("Persekusi oleh ormas terhadap seorang dokter dikecam.", "harassment"),
    ],
)  # fmt: skip
def test_whose_government_and_whose_deed(text: str, english: str) -> None:
    """Local authorities abroad are not a host government; a mob does not persecute."""
    found = [
        one.equivalents[0]
        for one in shipped().annotate(text, level="all")
        if one.concept.id in {"pemerintah-setempat", "persekusi"}
    ]
    assert found == [english]
