"""Checks of how an entry is written: what it must have, sentences, spaces."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.checks.glossary.files import Fault, GlossaryFiles

_SENTENCE_END = re.compile(r"[.?!…][\"'”’»)]*\Z")
_STRAY = re.compile(r"^ | $|  | [,;:!?)](?= |$)| \.(?=[ \"”]|$)|\( ")
_CONDITIONS = frozenset({"when", "unless"})


def missing_field(checked: GlossaryFiles) -> Iterator[Fault]:
    """Yield entries without a definition or a part of speech."""
    for place in checked.places:
        if not place.concept.definition:
            yield place.fault(f"“{place.concept.term}” has no definition — write one")
        if place.concept.pos is None:
            yield place.fault(f"“{place.concept.term}” has no pos — write one")


def circular_definition(checked: GlossaryFiles) -> Iterator[Fault]:
    """Yield definitions that use the preferred equivalent which they explain."""
    for place in checked.places:
        term, text = place.concept.equivalent, place.concept.definition
        if re.search(rf"(?<!\w){re.escape(term)}(?:e?s)?(?!\w)", text, re.IGNORECASE):
            message = f"the definition says “{term}” itself — use other words"
            yield place.fault(message, at=text)


def no_sentence(checked: GlossaryFiles) -> Iterator[Fault]:
    """Yield definitions and examples that do not begin or end as sentences do."""
    for place in checked.places:
        definition = place.concept.definition
        if definition and not definition.endswith("."):
            message = "no full stop after the definition — write one"
            yield place.fault(message, at=definition)
        if definition[:1].islower():
            message = "the definition begins in lower case — write a capital"
            yield place.fault(message, at=definition)
        for example in place.concept.examples:
            for text in (example.source, example.target):
                if not _SENTENCE_END.search(text):
                    end = " ".join(text.split()[-3:])
                    message = f"no full stop after “{end}” — write one"
                    yield place.fault(message, at=example.source)


def stray_space(checked: GlossaryFiles) -> Iterator[Fault]:
    """Yield fields with spaces, or other invisible characters, where none belong."""
    for place in checked.places:
        for field in place.entry.fields:
            problems = [*_invisible(field.value)]
            if field.key not in _CONDITIONS:  # there “(” is a word like any other
                problems += _stray(field.value)
            for problem in problems:
                yield place.fault(
                    f"{problem} in {field.key} — remove it", at=field.value
                )


def _stray(text: str) -> Iterator[str]:
    found = _STRAY.search(text)
    if found:
        around = text[max(found.start() - 12, 0) : found.end() + 12].strip()
        yield f"stray space at “{around}”"


def _invisible(text: str) -> Iterator[str]:
    for character in text:
        if not character.isascii() and unicodedata.category(character) in ("Cf", "Zs"):
            yield f"invisible character U+{ord(character):04X}"
            break
    if not unicodedata.is_normalized("NFC", text):
        yield "letter with a separate accent"
