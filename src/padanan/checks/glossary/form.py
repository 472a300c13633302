"""Checks of how an entry is written: what it must have, sentences, spaces."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.checks.findings import Fault
    from padanan.checks.glossary.files import FileEntry, GlossaryFiles

_SENTENCE_END = re.compile(r"[.?!…][\"'”’»)]*\Z")
_STRAY = re.compile(r"^ | $|  | [,;:!?)](?= |$)| \.(?=[ \"”]|$)|\( ")
_ARTICLE = r"(?:(?:an?|the|to) +)?"
# A compound (*visa-free travel*) is another word.
_WORD_END = r"(?![\w-])"
_CONDITIONS = frozenset({"when", "unless"})


def missing_field(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield entries without a definition or a part of speech.

    A list of one's own need not have them.
    """
    for entry in glossary.entries:
        if entry.file.path in glossary.house:
            continue
        if not entry.concept.definition:
            yield entry.fault(term=entry.concept.term, field="definition")
        if entry.concept.pos is None:
            yield entry.fault(term=entry.concept.term, field="pos")


def circular_definition(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield definitions that are the preferred equivalent, or begin with it.

    Such a definition explains nothing. Further on the same words may be needed to say
    what is true: a definition must not be bent to avoid them.
    """
    for entry in glossary.entries:
        term, text = entry.concept.equivalent, entry.concept.definition
        begins = rf"{_ARTICLE}{re.escape(term)}(?:e?s)?{_WORD_END}"
        if re.match(begins, text, re.IGNORECASE):
            yield entry.fault(text, term=term)


def no_sentence(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield definitions and examples that do not begin or end as sentences do."""
    for entry in glossary.entries:
        definition = entry.concept.definition
        if definition and not definition.endswith("."):
            yield _no_stop(entry, definition, "the definition")
        if definition[:1].islower():
            fault = "the definition begins in lower case"
            yield entry.fault(definition, fault=fault, remedy="write a capital")
        for example in entry.concept.examples:
            for text in (example.source, example.target):
                if not _SENTENCE_END.search(text):
                    end = " ".join(text.split()[-3:])
                    yield _no_stop(entry, example.source, f"“{end}”")


def _no_stop(entry: FileEntry, at: str, end: str) -> Fault:
    fault = f"no full stop after {end}"
    return entry.fault(at, fault=fault, remedy="write one")


def stray_space(glossary: GlossaryFiles) -> Iterator[Fault]:
    """Yield fields with spaces, or other invisible characters, where none belong."""
    for entry in glossary.entries:
        for field in entry.entry.fields:
            problems = [*_invisible(field.value)]
            if field.key not in _CONDITIONS:  # there “(” is a word like any other
                problems += _stray(field.value)
            for problem in problems:
                yield entry.fault(field.value, fault=problem, field=field.key)


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
