"""The interface of recognition: what an engine is asked, and what it promises.

An engine reads texts with one glossary. ``recogniser`` has the one that comes with this
package; another one, say a compiled one, implements ``Engine`` too. The contract test
tells whether it finds the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from padanan.matching.annotation import Annotation, Explanation
    from padanan.matching.notation import Notation
    from padanan.model import Concept


class Options(NamedTuple):
    """What a caller wants of the annotations.

    Attributes:
        nested: give the shorter terms inside each span too.
        context: read regions and conditions on equivalents; without it the
            equivalents come in the order of the entry.
        domains: only concepts of these domains; all where empty.
        basic: mark the bare terms of ``level: basic`` too.
    """

    nested: bool = False
    context: bool = True
    domains: frozenset[str] = frozenset()
    basic: bool = False


DEFAULT = Options()


class Reading(Protocol):
    """A text with its annotations, from which edited texts are made.

    It never changes: an edit makes another reading.
    """

    @property
    def text(self) -> str:
        """The text as it is now."""

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """What the engine finds in the whole text, with the options of the reading."""

    def edit(self, start: int, end: int, replacement: str) -> Reading:
        """Return the reading of the text with another text in place of a span.

        Args:
            start: offset in the text (code points).
            end: offset behind the span; the same where text is only inserted.
            replacement: what stands there afterwards.

        Raises:
            ValueError: the offsets are no span of the text.
        """


class Engine(Protocol):
    """Reads texts with one glossary.

    An engine is immutable, safe to share between threads, and picklable.
    """

    def annotate(
        self, text: str, options: Options = DEFAULT, /
    ) -> tuple[Annotation, ...]:
        """Return the terms of a text, ordered and disjoint."""

    def written(self, text: str, options: Options, notation: Notation, /) -> bytes:
        """Return what ``annotate`` returns in a notation: see ``notation.written``."""

    def explain(
        self, text: str, options: Options = DEFAULT, /
    ) -> tuple[Explanation, ...]:
        """Return an explanation for each annotation and each place where none held."""

    def reading(self, text: str, options: Options = DEFAULT, /) -> Reading:
        """Return a text that can be edited, with its annotations."""

    def concept(self, concept_id: str) -> Concept:
        """Return the concept of that id; raise ``KeyError`` where there is none."""

    def digest(self) -> bytes:
        """Return bytes that differ for glossaries that differ: for keys of results."""

    def domains(self) -> frozenset[str]:
        """Return the domains of the concepts of the glossary."""

    def english(self) -> frozenset[str]:
        """Return the English terms of the glossary, in lower case without accents."""
