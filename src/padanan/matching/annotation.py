"""What recognition returns: annotations, and explanations of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from padanan.model import Level

if TYPE_CHECKING:
    from collections.abc import Collection

    from padanan.model import Concept, Term


class Annotation(NamedTuple):
    """One term in a text, with the English that is right there.

    A ``NamedTuple`` and no dataclass, since archives yield them by the million.

    Attributes:
        start: offset of the first code point in the text as it was given.
        end: offset behind the last one; a clitic belongs to the span.
        text: ``text[start:end]``, unchanged.
        concept: the concept that is meant.
        term: its Indonesian term whose form was found.
        equivalents: English for this occurrence, best first, none deprecated.
        region: code of the country whose office or body it is, where known.
        because: the words of the text from which the region is known.
        phrase: English of the larger name, where its parts are known.
        nested: shorter terms inside the span, where they were asked for.
        parts: of a composed term, the ids of the concepts that it is made of, in the
            order of the text; ``concept`` is then that of the head, and ``term`` the
            whole composed term.
    """

    start: int
    end: int
    text: str
    concept: Concept
    term: Term
    equivalents: tuple[str, ...]
    region: str | None = None
    because: str | None = None
    phrase: str | None = None
    nested: tuple[Annotation, ...] = ()
    parts: tuple[str, ...] = ()

    def as_dict(self, fields: Collection[str] = ()) -> dict[str, Any]:
        """Return the annotation as plain values, as JSON has it.

        ``region``, ``because``, ``phrase``, ``nested``, ``parts`` and ``level`` are
        there where they say something.

        Args:
            fields: of ``FIELDS``, what is to be there as well, even if it is empty.

        >>> from padanan.model import Concept, Term
        >>> term = Term("visa")
        >>> visa = Concept("visa", "consular", (term,), (term,))
        >>> found = Annotation(0, 4, "Visa", visa, term, ("visa",))
        >>> found.as_dict()["concept"], found.as_dict(["note"])["note"]
        ('visa', None)
        """
        said = {
            "region": self.region,
            "because": self.because,
            "phrase": self.phrase,
            "nested": [each.as_dict(fields) for each in self.nested],
            "parts": list(self.parts),
            "level": _level(self),
        }
        told = _told(self.concept) if fields else {}
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "concept": self.concept.id,
            "domain": self.concept.domain,
            "term": self.term.text,
            "equivalents": list(self.equivalents),
            **{key: value for key, value in said.items() if value or key in fields},
            **{key: value for key, value in told.items() if key in fields},
        }


def _level(annotation: Annotation) -> str | None:
    level = annotation.concept.level
    return None if annotation.parts or level is Level.TERM else level.value


def _told(concept: Concept) -> dict[str, Any]:
    """Return what is said of a concept where it is asked for."""
    return {
        "definition": concept.definition or None,
        "note": "\n".join(concept.notes) or None,
        "pos": concept.pos.value if concept.pos else None,
        "sources": list(concept.sources),
        "examples": [
            {"id": example.source, "en": example.target} for example in concept.examples
        ],
    }


FIELDS = (
    "region", "because", "phrase", "nested", "parts", "level",
    "definition", "note", "pos", "sources", "examples",
)  # fmt: skip
"""What ``Annotation.as_dict`` can be asked for."""


class Loser(NamedTuple):
    """A sense of some words that was tried and not taken.

    Attributes:
        start: offset in the text.
        end: offset behind it.
        text: ``text[start:end]``.
        concept: id of the concept that it would have been.
        reason: why it was not.
    """

    start: int
    end: int
    text: str
    concept: str
    reason: str


class Explanation(NamedTuple):
    """Why a span has its annotation, or why it has none.

    Attributes:
        annotation: ``None`` where nothing at this place held.
        form: how the form comes from the term, one of ``indonesian.KINDS``.
        reason: the condition that let the term pass, with the words that matched; empty
            where the term has no condition.
        losers: what else was tried here, in the order of the text.
    """

    annotation: Annotation | None
    form: str
    reason: str
    losers: tuple[Loser, ...]
