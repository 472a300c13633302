"""How well annotations agree with those that a translator would make."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple, Protocol

import snowballstemmer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

WORD = re.compile(r"\w+(?:'\w+)*")


class Marked(Protocol):
    """What is scored: an annotation, as far as it matters here."""

    @property
    def start(self) -> int:
        """Offset of the first code point."""

    @property
    def end(self) -> int:
        """Offset behind the last one."""

    @property
    def text(self) -> str:
        """The words that are marked."""

    @property
    def equivalents(self) -> tuple[str, ...]:
        """English, best first."""


class Entry(NamedTuple):
    """A surface that a translator marks in a document, with the English for it there.

    ``not_at`` counts the occurrences that are not meant from 1; ``optional`` ones are
    right when marked and no loss when not.
    """

    surface: str
    en: tuple[str, ...]
    optional: bool
    not_at: frozenset[int]


class Gold(NamedTuple):
    """One place in a text that a translator marks, with the English for it there."""

    start: int
    end: int
    en: tuple[str, ...]
    optional: bool


class Score(NamedTuple):
    """Counts over one text or several.

    Attributes:
        required: places that must be marked.
        found: those of them that an annotation meets.
        exact: found ones whose annotation has the very span.
        english: found ones whose first equivalent is accepted there.
        annotations: all annotations.
        right: annotations that meet a required or optional place.
        unfaithful: annotations whose text is not what stands at their offsets.
        faults: for people: what was missed, wrong or mistranslated.
    """

    required: int
    found: int
    exact: int
    english: int
    annotations: int
    right: int
    unfaithful: int
    faults: tuple[str, ...]


def read_gold(path: Path) -> dict[str, tuple[Entry, ...]]:
    """Read a file of gold: document name to list of entries."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return {name: tuple(map(_entry, entries)) for name, entries in data.items()}


def _entry(data: dict[str, object]) -> Entry:
    surface, en, not_at = data["surface"], data["en"], data["not_at"]
    assert isinstance(surface, str)
    assert isinstance(en, list)
    assert isinstance(not_at, list)
    return Entry(surface, tuple(en), bool(data.get("optional")), frozenset(not_at))


def places(text: str, entries: Iterable[Entry]) -> tuple[Gold, ...]:
    """Return the places of the entries in the text, in order; the longer one wins.

    >>> talks = Entry("perundingan", ("talks",), False, frozenset())
    >>> table = Entry("meja perundingan", ("negotiating table",), False, frozenset())
    >>> [gold.en[0] for gold in places("perundingan di meja perundingan",
    ...                                (talks, table))]
    ['talks', 'negotiating table']
    """
    found = sorted(
        (gold for entry in entries for gold in _occurrences(text, entry)),
        key=lambda gold: (gold.start, -gold.end),
    )
    kept: list[Gold] = []
    for gold in found:
        if not kept or gold.start >= kept[-1].end:
            kept.append(gold)
    return tuple(kept)


def _occurrences(text: str, entry: Entry) -> Iterator[Gold]:
    pattern = rf"(?<!\w){re.escape(entry.surface)}(?!\w)"
    for number, match in enumerate(re.finditer(pattern, text), start=1):
        if number not in entry.not_at:
            yield Gold(match.start(), match.end(), entry.en, entry.optional)


def meets(text: str, one: Marked | Gold, other: Marked | Gold) -> bool:
    """Tell whether two spans mean the same place: half of their words are common.

    >>> whole = Gold(0, 16, (), False)
    >>> meets("gencatan senjata", whole, Gold(0, 8, (), False))
    True
    >>> meets("gencatan senjata", whole, Gold(16, 16, (), False))
    False
    """
    common = _words(text[max(one.start, other.start) : min(one.end, other.end)])
    joint = _words(text[min(one.start, other.start) : max(one.end, other.end)])
    return common > 0 and 2 * common >= joint


def _words(text: str) -> int:
    return len(WORD.findall(text))


def accepted(equivalent: str, en: Iterable[str], *, exact: bool) -> bool:
    """Tell whether English is among the accepted, inflection and articles aside.

    Where the spans differ, the end of the accepted English is enough, or what adds
    words before it: *sanctions* where the translator marked *impose sanctions*.

    >>> accepted("ceasefires", ("the ceasefire",), exact=True)
    True
    >>> accepted("sanctions", ("impose sanctions",), exact=True)
    False
    >>> accepted("sanctions", ("impose sanctions",), exact=False)
    True
    """
    ours = _stems(equivalent)
    theirs = {_stems(text) for text in en}
    return ours in theirs or (
        not exact and any(_ends(ours, stems) or _ends(stems, ours) for stems in theirs)
    )


def _ends(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return bool(short) and long[-len(short) :] == short


def _stems(english: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", english.replace("’", "'"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    words = WORD.findall(letters.lower().replace("-", " "))
    stemmer = snowballstemmer.stemmer("english")
    return tuple(stemmer.stemWords([w for w in words if w not in {"the", "a", "an"}]))


def score(text: str, entries: Iterable[Entry], annotations: Iterable[Marked]) -> Score:
    """Compare the annotations of a text with its gold."""
    golds = places(text, entries)
    marked = tuple(annotations)
    right = [a for a in marked if any(meets(text, a, gold) for gold in golds)]
    wrong = [f"not a term: {a.text}" for a in marked if a not in right]
    required = [gold for gold in golds if not gold.optional]
    pairs = [(gold, _best(text, gold, marked)) for gold in required]
    missed = [f"missed: {text[g.start : g.end]}" for g, a in pairs if a is None]
    found = [(gold, a) for gold, a in pairs if a is not None]
    exact = [a for gold, a in found if _same_span(gold, a)]
    bad = [_mistranslation(a, gold) for gold, a in found if not _english(gold, a)]
    unfaithful = sum(text[a.start : a.end] != a.text for a in marked)
    return Score(
        required=len(required),
        found=len(found),
        exact=len(exact),
        english=len(found) - len(bad),
        annotations=len(marked),
        right=len(right),
        unfaithful=unfaithful,
        faults=(*missed, *wrong, *bad),
    )


def _best(text: str, gold: Gold, marked: Iterable[Marked]) -> Marked | None:
    candidates = (a for a in marked if meets(text, a, gold))
    return max(
        candidates,
        key=lambda a: min(a.end, gold.end) - max(a.start, gold.start),
        default=None,
    )


def _same_span(gold: Gold, marked: Marked) -> bool:
    return (gold.start, gold.end) == (marked.start, marked.end)


def _english(gold: Gold, marked: Marked) -> bool:
    return bool(marked.equivalents) and accepted(
        marked.equivalents[0], gold.en, exact=_same_span(gold, marked)
    )


def _mistranslation(marked: Marked, gold: Gold) -> str:
    return f"{marked.text}: {marked.equivalents[:1]} is none of {gold.en}"


def total(scores: Iterable[Score]) -> Score:
    """Add up the scores of several texts."""
    parts = tuple(scores)
    return Score(
        required=sum(part.required for part in parts),
        found=sum(part.found for part in parts),
        exact=sum(part.exact for part in parts),
        english=sum(part.english for part in parts),
        annotations=sum(part.annotations for part in parts),
        right=sum(part.right for part in parts),
        unfaithful=sum(part.unfaithful for part in parts),
        faults=tuple(fault for part in parts for fault in part.faults),
    )
