"""Why a text is annotated as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.model import TermType
from tests.matching.small import NAME, annotator, concept

if TYPE_CHECKING:
    from padanan.matching.annotation import Explanation

READER = annotator(
    concept("tahanan", when=("preceded by dalam",), unless=("near kota",)),
    concept("kuasa usaha"),
    concept("kuasa"),
    concept("duta besar"),
)


def explained(text: str) -> tuple[Explanation, ...]:
    """Return the explanations of a text."""
    return READER.explain(text)


def test_what_decided() -> None:
    """A term with a condition names it, and the word for which it held."""
    (one,) = explained("ia dalam tahanan")
    assert one.annotation is not None
    assert "preceded by dalam" in one.reason


def test_what_lost() -> None:
    """What did not hold is told with its reason, in its place."""
    (one,) = explained("para tahanan")
    assert one.annotation is None
    assert [(loser.text, loser.concept) for loser in one.losers] == [
        ("tahanan", "tahanan")
    ]
    (other,) = explained("dalam tahanan kota")
    assert "unless near kota" in other.losers[0].reason


def test_the_form() -> None:
    """The kind of the form is told, and the shorter term that lost."""
    (one,) = explained("kuasausaha")
    assert one.form == "joined"
    (other,) = explained("kuasa usaha")
    assert other.form == "base"
    assert [loser.concept for loser in other.losers] == ["kuasa"]


def test_in_the_order_of_the_text() -> None:
    """Explanations follow the text."""
    found = explained("tahanan, kuasa usaha, dalam tahanan, duta besar")
    places = [
        one.annotation.start if one.annotation else one.losers[0].start for one in found
    ]
    assert places == sorted(places)
    assert len(found) == 4


def test_nothing_to_explain() -> None:
    """A text without terms has no explanation."""
    assert explained("Kata ibu.") == ()


def test_nested_terms() -> None:
    """Asked for, the shorter terms are told inside the longer one."""
    reader = annotator(concept("kuasa usaha"), concept("kuasa"), concept("usaha"))
    (one,) = reader.annotate("Kuasa Usaha", nested=True)
    assert [inner.text for inner in one.nested] == ["Kuasa", "Usaha"]
    assert reader.annotate("Kuasa Usaha")[0].nested == ()


def test_why_a_term_lost_to_another() -> None:
    """What overlaps is told to be shorter, inside, before or later."""
    reader = annotator(
        concept("pos nota duta"),
        concept("duta besar"),
        concept("nota"),
        concept("pos"),
    )
    (one,) = reader.explain("pos nota duta besar")
    reasons = {loser.text: loser.reason for loser in one.losers}
    assert reasons["pos"].startswith("shorter than")
    assert reasons["nota"].startswith("inside or behind")
    assert reasons["duta besar"].startswith("inside or behind")


def test_two_readings_of_one_place() -> None:
    """The reading that comes later is told to have lost to the first."""
    first, second = concept("nota"), concept("nota", "memo", when=("near PBB",))
    second = second._replace(id="nota.x")
    (one,) = annotator(first, second).explain("nota PBB")
    assert one.annotation is not None
    assert one.annotation.concept.id == "nota.x"


def test_a_short_form_of_something_else() -> None:
    """A short form that the text explains otherwise is told with its full form."""
    pbb = concept("PBB", "UN", NAME, TermType.ABBREVIATION)
    found = annotator(pbb).explain("Pajak Bumi dan Bangunan (PBB)")
    assert [one.annotation for one in found] == [None]
    assert "Pajak Bumi dan Bangunan" in found[0].losers[0].reason
