"""What is written into an article beside its terms."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from padanan import lazy_re

if TYPE_CHECKING:
    from collections.abc import Sequence


class Mark(NamedTuple):
    """A term in an article, with what a translator is told there.

    Attributes:
        start: offset of its first code point in the text of the article.
        end: offset behind its last one; marks are ordered and disjoint.
        english: what to write first; empty where there is none.
        kind: the class of its domain.
        about: more about it, in lines, for a comment.
        gloss: the English as one reads it there, where that differs: in the plural.
        commented: whether it gets a comment in a kind of article that has comments.
    """

    start: int
    end: int
    english: str
    kind: str
    about: tuple[str, ...] = ()
    gloss: str = ""
    commented: bool = True

    @property
    def read(self) -> str:
        """The English as one reads it there."""
        return self.gloss or self.english


BRACKETED = lazy_re.compile(r" ⟨[^⟨⟩]*⟩")
"""What brackets add to a text; taken away, the text is what it was."""


def bracketed(text: str, marks: Sequence[Mark], encoding: str = "utf-8") -> str:
    """Return a text with the English in brackets behind each term.

    Args:
        text: of the article.
        marks: ordered and disjoint.
        encoding: of the output; where it lacks a letter of ours, a plainer one stands.

    >>> bracketed("Gencatan senjata.", (Mark(0, 16, "ceasefire", "conflict"),))
    'Gencatan senjata ⟨ceasefire⟩.'
    """
    parts: list[str] = []
    last = 0
    for mark in marks:
        parts.append(text[last : mark.end])
        if mark.english:
            parts.append(fitting(f" ⟨{mark.read}⟩", encoding))
        last = mark.end
    return "".join((*parts, text[last:]))


def fitting(text: str, encoding: str) -> str:
    """Return a text in letters that the encoding has.

    >>> fitting(" ⟨communiqué⟩", "cp1252"), fitting(" ⟨communiqué⟩", "ascii")
    (' [communiqué]', ' [communique]')
    """
    for variant in (text, text.translate(_SQUARE)):
        try:
            variant.encode(encoding)
        except UnicodeEncodeError:
            continue
        return variant
    plain = unicodedata.normalize("NFKD", text.translate(_SQUARE))
    return plain.encode("ascii", "ignore").decode()


_SQUARE = str.maketrans("⟨⟩", "[]")
