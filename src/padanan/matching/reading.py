"""A text that can be edited, with its annotations, for any engine."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from padanan.matching.engine import DEFAULT, Options

if TYPE_CHECKING:
    from padanan.matching.annotation import Annotation
    from padanan.matching.engine import Engine


@dataclass(frozen=True, eq=False)  # engines are not compared
class WholeReading:
    """A reading of the whole text, for any engine.

    The whole text is read again when the annotations are asked for after an edit, so
    that several edits cost one reading. Paragraphs cannot be read one by one: what a
    document says of a person decides what the office is called in all of it, a short
    form that it introduces counts in all of it, and ``document has`` asks for any word
    of it.

    Attributes:
        engine: what reads the text.
        text: the text as it is now.
        options: what is wanted of the annotations.

    >>> class Nothing:
    ...     def annotate(self, text, options): return ()
    >>> reading = WholeReading(Nothing(), "Menlu tiba.")
    >>> reading.edit(5, 5, " AS").edit(0, 1, "m").text
    'menlu AS tiba.'
    """

    engine: Engine
    text: str
    options: Options = DEFAULT

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        """What the engine finds in the whole text."""
        return self.engine.annotate(self.text, self.options)

    def edit(self, start: int, end: int, replacement: str) -> WholeReading:
        """Return the reading of the text with another text in place of a span.

        Raises:
            ValueError: the offsets are no span of the text.
        """
        if not 0 <= start <= end <= len(self.text):
            length = len(self.text)
            message = f"{start}–{end} is no span of a text of {length} characters"
            raise ValueError(message)
        text = f"{self.text[:start]}{replacement}{self.text[end:]}"
        return WholeReading(self.engine, text, self.options)
