"""How sure it is that a term without its English is a fault.

A finding's confidence is the share of faults among findings of its kind, in a
translation in which one term in fifty is wrong. It comes from a count in translated
news: how many findings of its kind the translation has as it is, which are taken for no
faults, and how many of the terms of that kind a planted error would hit.

Two things make a missing equivalent surer: the term is a name, and the document has its
English nearly everywhere else.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from padanan.model import PartOfSpeech

if TYPE_CHECKING:
    from padanan.checks.translation.occurrences import Occurrence, Translation

MISSING = {
    (True, True): 0.25,
    (True, False): 0.14,
    (False, True): 0.13,
    (False, False): 0.05,
}
"""By whether the term is a name, and whether it has its English elsewhere."""
NOTED = 0.01
"""Of a note that something seems to stand for the term."""
REPLACED = 0.25
"""Of a term whose English stands in the unit, but for another occurrence."""

_OFTEN = 3
_USUALLY = 0.9


class Confidence:
    """How sure the findings about missing equivalents of a document are.

    Args:
        translation: the document.
    """

    def __init__(self, translation: Translation) -> None:
        every = [o for one in translation.units for o in one.occurrences]
        self._all = Counter(o.concept.id for o in every)
        self._right = Counter(o.concept.id for o in every if o.right)

    def of(self, occurrence: Occurrence) -> float:
        """Return the confidence that a term without equivalent is a fault."""
        concept = occurrence.concept
        others = self._all[concept.id] - 1
        usual = others >= _OFTEN and self._right[concept.id] >= _USUALLY * others
        return MISSING[concept.pos is PartOfSpeech.PROPER_NOUN, usual]
