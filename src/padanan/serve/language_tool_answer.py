"""What programs get that speak the protocol of LanguageTool.

Offsets are in UTF-16 code units, as Java and JavaScript count them.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan import __version__
from padanan.language.segment import segment
from padanan.language.sentences import sentence_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.serve.language_tool_request import Language, Marked

CHECK = "PADANAN_CHECK"
TERMS = "PADANAN_TERMS"
TERM = "PADANAN_TERM"
"""The rule of terms that have English, which is no finding."""
CATEGORIES = {CHECK: "Padanan: findings", TERMS: "Padanan: terms with their English"}
"""Names of the categories, which clients can switch off."""
AROUND = 40
"""Maximum number of characters of the context on each side of a match."""
MOST = 10
"""Maximum number of replacements."""


class TextMatch(NamedTuple):
    """What is told of a place in the text that was read.

    Attributes:
        start: offset of its first code point.
        end: offset behind the last one.
        rule: code of the finding, or ``PADANAN_TERM``.
        category: ``PADANAN_CHECK`` or ``PADANAN_TERMS``.
        message: what is wrong and what to do; what the term is.
        short: the same in a few words.
        about: what the rule finds, for lists of rules.
        issue: type of the issue, of the Internationalization Tag Set 2.0 (8.3.1).
        replacements: what might stand there, best first.
        concept: id of the concept concerned; empty where it is no single one.
    """

    start: int
    end: int
    rule: str
    category: str
    message: str
    short: str
    about: str
    issue: str
    replacements: tuple[str, ...] = ()
    concept: str = ""


class Utf16:
    """Offsets of a text in UTF-16 code units.

    >>> Utf16("a🕊b").at(2)
    3
    """

    def __init__(self, text: str) -> None:
        self._wide = [at for at, sign in enumerate(text) if sign > "\uffff"]

    def at(self, offset: int) -> int:
        """Return what an offset in code points is."""
        return offset + bisect_left(self._wide, offset)


def answer(
    text: Marked,
    hits: Iterable[TextMatch],
    language: Language,
    *,
    guessed: Language | None = None,
) -> dict[str, Any]:
    """Return the answer to ``POST /v2/check``.

    Args:
        text: what was checked.
        hits: what was found in ``text.plain``.
        language: in which the text was read.
        guessed: what it seems to be in, where the client has asked that.
    """
    detected = guessed or language
    return {
        "software": {
            "name": "Padanan",
            "version": __version__,
            "buildDate": "",
            "apiVersion": 1,
            "premium": False,
            "status": "",
        },
        "warnings": {"incompleteResults": False},
        "language": {
            "name": language.name,
            "code": language.long_code,
            "detectedLanguage": {
                "name": detected.name,
                "code": detected.long_code,
                "confidence": 0.5 if guessed else 1.0,
            },
        },
        "matches": [*_matches(text, sorted(hits), language.code)],
    }


def _matches(
    text: Marked, hits: list[TextMatch], language: str
) -> Iterator[dict[str, Any]]:
    if not hits:
        return
    sentences = segment(text.plain, language)
    breaks = tuple(start for start, _ in sentences)
    units = Utf16(text.original)
    for hit in hits:
        start, end = text.offsets.span(hit.start, hit.end)
        first, last = sentence_span(breaks, hit.start, hit.end, len(text.plain))
        offset = units.at(start)
        yield {
            "message": hit.message,
            "shortMessage": hit.short,
            "replacements": [
                {"value": value} for value in _replacements(text.plain, hit, first)
            ],
            "offset": offset,
            "length": units.at(end) - offset,
            "context": context(text.original, start, end),
            "sentence": text.plain[first:last].strip(),
            "type": {"typeName": "Hint" if hit.category == TERMS else "Other"},
            "rule": _rule(hit),
            "ignoreForIncompleteSentence": False,
            "contextForSureMatch": 0,
        }


def _rule(hit: TextMatch) -> dict[str, Any]:
    concept = {"subId": hit.concept} if hit.concept else {}
    return {
        "id": hit.rule,
        **concept,
        "description": hit.about,
        "issueType": hit.issue,
        "category": {"id": hit.category, "name": CATEGORIES[hit.category]},
    }


def context(text: str, start: int, end: int) -> dict[str, Any]:
    r"""Return what stands around a span, on one line.

    Args:
        text: the text.
        start: offset in code points.
        end: offset behind the span.

    >>> context("Sebuah\nnota", 7, 11)
    {'text': 'Sebuah nota', 'offset': 7, 'length': 4}
    """
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before = "..." if first else ""
    after = "..." if last < len(text) else ""
    lines = str.maketrans("\n\r\t", "   ")
    shown = f"{before}{text[first:last]}{after}".translate(lines)
    units = Utf16(shown)
    at = len(before) + start - first
    offset = units.at(at)
    length = units.at(at + end - start) - offset
    return {"text": shown, "offset": offset, "length": length}


def _replacements(text: str, hit: TextMatch, first: int) -> tuple[str, ...]:
    """Return the replacements, with a capital where one begins the sentence."""
    found = dict.fromkeys(hit.replacements)
    before = text[first : hit.start]
    if text[hit.start : hit.start + 1].isupper() and not any(map(str.isalnum, before)):
        found = dict.fromkeys(value[:1].upper() + value[1:] for value in found)
    return tuple(found)[:MOST]
