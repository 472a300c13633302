"""Annotations written one after another, as a format wants them.

A corpus has the same terms by the million. What does not depend on where a term stands
is written once for all its occurrences, so that engines need not make annotations of
what is only to be written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from padanan.matching.annotation import Annotation


class Notation(NamedTuple):
    """How a format writes annotations: what stands around the fields of each.

    Attributes:
        start: what stands before the start.
        end: before the end.
        text: before the text.
        between: between two annotations.
        quoted: gives a text as it is written, with its quotation marks.
        rest: gives what stands behind the text of an annotation. It is the same for
            two that differ only in start, end and text, and have none nested.
    """

    start: bytes
    end: bytes
    text: bytes
    between: bytes
    quoted: Callable[[str], bytes]
    rest: Callable[[Annotation], bytes]


def written(annotations: Iterable[Annotation], notation: Notation) -> bytes:
    """Return annotations in a notation.

    The compiled core has this a second time (``native.writing``).

    Args:
        annotations: of one text.
        notation: how each is written.

    >>> from padanan.matching.annotation import Annotation
    >>> from padanan.model import Concept, Term
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> found = Annotation(2, 6, "Visa", visa, visa.terms[0], ("visa",))
    >>> form = Notation(b"", b"-", b":", b", ", str.encode, lambda one: b"!")
    >>> written([found, found], form)
    b'2-6:Visa!, 2-6:Visa!'
    """
    start, end, text, between, quoted, rest = notation
    rows = [
        b"%b%d%b%d%b%b%b"
        % (start, one.start, end, one.end, text, quoted(one.text), rest(one))
        for one in annotations
    ]
    return between.join(rows)
