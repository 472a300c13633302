"""For people: why an article is annotated as it is, a paragraph a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.files.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.matching.annotation import Explanation

_FORMS = {
    "base": "the term itself",
    "apart": "a bound form written apart",
    "joined": "written as one word",
    "passive": "the passive",
    "bare": "the bare verb of a headline",
    "composed": "a head and its modifiers,",
}


def render(explanations: Iterable[Explanation]) -> str:
    """Return the explanations as text, in the order of the article."""
    return "".join(f"{line}\n" for each in explanations for line in _lines(each))


def _lines(explanation: Explanation) -> Iterator[str]:
    found = explanation.annotation
    if found is None:
        loser = explanation.losers[0]
        place = f"{loser.start}–{loser.end}"
        yield f"✗ {printable(loser.text)}  [{place}]  not {loser.concept}"
        yield f"    {printable(loser.reason)}"
        return
    english = found.equivalents[0] if found.equivalents else "—"
    place = f"{found.start}–{found.end}"
    yield f"✓ {printable(found.text)}  [{place}]  {found.concept.id} → {english}"
    yield f"    form: {_FORMS[explanation.form]} “{found.term.text}”"
    if explanation.reason:
        yield f"    passed: {printable(explanation.reason)}"
    if found.region:
        because = printable(found.because or "")
        yield f"    region: {found.region}, because of “{because}”"
    if found.phrase:
        yield f"    phrase: {found.phrase}"
    for loser in explanation.losers:
        yield f"    lost: {printable(loser.text)} ({loser.concept}) – {loser.reason}"
