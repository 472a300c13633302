"""What says a term in part, or nearly: worth a look, and no more.

A translator who rephrases keeps one word of a longer term (*border village* for *border
area*), or takes a word of like meaning (*ambush* for *attack*). Such a word counts if
it stands about where the term stands and says nothing else that the glossary knows.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from padanan.checks.findings import Span
from padanan.checks.translation.listed import listed_terms
from padanan.checks.translation.occurrences import Cover
from padanan.checks.translation.paraphrases import (
    LONGEST,
    Paraphrase,
    apart,
    head,
    is_agent,
    is_pointed_back,
    own_english,
    wording_key,
)
from padanan.language.english import read_sentence
from padanan.language.families import are_related
from padanan.language.plurals import plural
from padanan.language.stems import stem
from padanan.language.tables import rows
from padanan.model import PartOfSpeech

if TYPE_CHECKING:
    from padanan.checks.translation.occurrences import Occurrence, UnitTerms
    from padanan.matching.engine import Engine

_NEAR = 0.08
"""Maximum distance of a term and of a part of it; see ``apart``."""
_NEARER = 0.02
"""The same for a word of like meaning."""
_LEAST = 4
"""Minimum number of letters of a word that is a part of a term."""
_EMPTY = frozenset({
    "acting", "anti", "assistant", "deputy", "former", "under", "vice", "with", "from",
    "into", "over", "against", "between", "general", "state", "high", "senior",
})  # fmt: skip
"""Words that by themselves say nothing of a term, or change who is meant."""
_BODIES = frozenset({
    "academy", "agency", "army", "assembly", "authority", "board", "bureau", "cabinet",
    "centre", "chamber", "command", "commission", "committee", "congress", "corps",
    "council", "court", "department", "directorate", "embassy", "government", "group",
    "institute", "ministry", "mission", "office", "organisation", "parliament", "party",
    "secretariat", "senate", "service", "tribunal", "union",
})  # fmt: skip


class Partly:
    """The words of a unit that may say its terms in part or nearly.

    Args:
        engine: knows the English of the glossary.
        one: the unit.
    """

    def __init__(self, engine: Engine, one: UnitTerms) -> None:
        self._one = one
        target = one.unit.target
        words = tuple(zip(one.sentence.words, one.sentence.spans, strict=True))
        if len(words) > LONGEST:
            words = ()
        listed = Cover(sorted(listed_terms(engine, target) if words else ()))
        self._words = tuple(
            (word.lower(), Span(*span, target[slice(*span)]))
            for word, span in words
            if not one.right.cover(*span) and not listed.cover(*span)
        )
        self._found: dict[tuple[object, str], _Found] = {}

    def says(self, occurrence: Occurrence) -> Paraphrase | None:
        """Return the word that says a term that no equivalent renders."""
        if occurrence.concept.pos is PartOfSpeech.PROPER_NOUN:
            return None
        key = wording_key(occurrence)
        if key not in self._found:
            self._found[key] = self._read(occurrence)
        parts, alike, named = self._found[key]
        if named and not is_pointed_back(self._one, occurrence):
            parts = ()
        near = (
            *(span for span in parts if apart(self._one, occurrence, span) <= _NEAR),
            *(span for span in alike if apart(self._one, occurrence, span) <= _NEARER),
        )
        return Paraphrase(near[0], noted=True) if near else None

    def _read(self, occurrence: Occurrence) -> _Found:
        verb = occurrence.concept.pos is PartOfSpeech.VERB
        accepted = occurrence.concept.accepts
        texts = tuple(
            text.removeprefix("to ")
            for text in own_english(occurrence)
            if text not in accepted
        )
        whole = not _is_name(occurrence.annotation.text)
        return _Found(
            tuple(
                s
                for word, s in self._words
                if whole and _is_part(word, texts, verb=verb)
            ),
            tuple(s for word, s in self._words if _is_alike(word, texts, verb=verb)),
            any(map(_names_who, texts)),
        )


class _Found(NamedTuple):
    """The words that say a term in part, those of like meaning, and if it names who."""

    parts: tuple[Span, ...]
    alike: tuple[Span, ...]
    named: bool


def _is_name(text: str) -> bool:
    """Whether all words of a term have a capital, as in the name of a body."""
    return " " in text and text.istitle()


@lru_cache(maxsize=65536)
def _names_who(text: str) -> bool:
    """Whether a term names persons or a body: which of them, only the whole says."""
    last = head(text) or text
    return last.lower() in _BODIES or is_agent(last)


def _is_part(word: str, texts: tuple[str, ...], *, verb: bool) -> bool:
    # "Issued" says no nuclear issue.
    is_past = word.endswith("ed") and not verb
    return any(
        are_related(word, part) and (not is_past or part.endswith("ed"))
        for text in texts
        for part in _parts(text)
    )


def _is_alike(word: str, texts: tuple[str, ...], *, verb: bool) -> bool:
    alike = _by_stem().get(stem(word)) if verb else _groups().get(word)
    return alike is not None and not alike.isdisjoint(texts)


@lru_cache(maxsize=65536)
def _parts(text: str) -> tuple[str, ...]:
    """Return the words of a longer term that stand for it."""
    words = read_sentence(text).words
    if len(words) < 2 or not text.islower():
        return ()
    return tuple(w for w in words if len(w) >= _LEAST and w not in _EMPTY)


@cache
def _groups() -> dict[str, frozenset[str]]:
    """Return the heads of groups by the words in them, singular and plural."""
    found: dict[str, set[str]] = {}
    for first, *others in rows("like_meaning.tsv"):
        for word in others:
            for form in (word, plural(word)):
                found.setdefault(form, set()).add(first)
    return {word: frozenset(heads) for word, heads in found.items()}


@cache
def _by_stem() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for word, heads in _groups().items():
        found[stem(word)] = found.get(stem(word), frozenset()) | heads
    return found
