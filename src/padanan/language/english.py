"""Whether an English sentence has a term: inflected, respelled or reordered.

Words are compared by their stems (``stems``), without articles. The words of a term may
also stand in another order, as English turns them: *exchange of prisoners*, *sanctions
were imposed*, *called last week for*, *chief US negotiator*.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from padanan import lazy_re
from padanan.language.plain_text import plain_text
from padanan.language.plurals import PHRASES
from padanan.language.stems import APOSTROPHES, plain, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_TOKEN = lazy_re.compile(
    # Undersecretary and vicepresident are read as two words, as others write them.
    r"(?<![^\W_])(?:vice|deputy|under)(?=chair|president|secretar)"
    r"|[^\W_]+(?:\.(?=[^\W_])[^\W_]+)*(?:\.?'[^\W_]+)?\.?",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"the", "a", "an"})
_PARTICLES = frozenset({
    "about", "against", "at", "back", "down", "for", "from", "in", "into", "off",
    "on", "out", "over", "to", "up", "upon", "with",
})  # fmt: skip
_RANKS = frozenset({"chief", "leading", "lead", "senior", "top"})
"""Adjectives that another noun may follow: *senior police official*."""
_OFFICES = (
    "agency", "defence", "department", "government", "intelligence", "military",
    "ministry", "party", "police", "security",
)  # fmt: skip
"""Nouns that other words may specify then: *senior interior ministry official*."""
_VEHICLES = frozenset({"car", "truck", "van", "lorry", "vehicle"})
"""Nouns that say no more than how: *suicide car bomber*."""

_ACRONYMS = lazy_re.compile(r"\b([A-Z][A-Za-z]*[A-Z])s\b")
"""MPs, NGOs, MoUs: the stemmer knows no plural of them."""

ASIDE = 3
"""Maximum number of words between a verb and its object or particle."""
NAMES = 2
"""Maximum number of words inside a compound: *chief US negotiator*."""
NATIONS = 3
"""The same after a rank: *top Indian and Pakistani officials*."""


class Sentence(NamedTuple):
    """An English text prepared for looking up terms.

    Attributes:
        stems: of its words in order, without articles.
        spans: their half-open offsets in the text as given (code points).
        words: the words themselves, as they stand there.
        joined: each word written together with the next, in lower case; empty where
            something else than a space or hyphen stands between, and for the last.
        places: of each stem its numbers in ``stems``.
        pairs: of each beginning of what is in ``joined``, up to ``SHORT`` letters
            long, its numbers there.
    """

    stems: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    joined: tuple[str, ...]
    places: Mapping[str, Sequence[int]]
    pairs: Mapping[str, Sequence[int]]


class _Order(NamedTuple):
    """One order in which the words of a term may be.

    Attributes:
        stems: of the words.
        gaps: how many other words may be before each; negative: only such that do not
            break a compound.
        capitals: whether the word is an acronym, which *us* and *who* are not.
    """

    stems: tuple[str, ...]
    gaps: tuple[int, ...]
    capitals: tuple[bool, ...]


def read_sentence(text: str) -> Sentence:
    """Return the stems of a text with their places.

    >>> read_sentence("Both sides’ cease-fires held.").stems
    ('both', 'side', 'ceas', 'fire', 'hold')
    """
    plain = plain_text(text)
    if plain is None:
        return _read_plain(text)
    read = _read_plain(plain.text)
    return read._replace(spans=tuple(plain.offsets.span(*s) for s in read.spans))


def _read_plain(text: str) -> Sentence:
    stems, spans, words = [], [], []
    for match in _TOKEN.finditer(text.translate(APOSTROPHES)):
        word = match[0]
        if word.count(".") == 1:  # it ends the sentence; that of U.S. is its own
            word = word.removesuffix(".")
        found = stem(_ACRONYMS.sub(r"\1", word))
        if found not in _ARTICLES:
            stems.append(found)
            spans.append((match.start(), match.start() + len(word)))
            words.append(word)
    joined = (
        (left + right).lower() if behind[0] - before[1] == 1 else ""
        for (left, right), (before, behind) in zip(
            pairwise(words), pairwise(spans), strict=True
        )
    )
    pairs = (*joined, "")
    return Sentence(
        tuple(stems),
        tuple(spans),
        tuple(words),
        pairs,
        _numbers(enumerate(stems)),
        _numbers(_beginnings(pairs)),
    )


def _beginnings(pairs: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the first letters of words written together, with their numbers."""
    for number, pair in enumerate(pairs):
        for length in range(1, min(SHORT, len(pair)) + 1):
            yield number, pair[:length]


def _numbers(numbered: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    """Return where each text stands, so that no other one is looked at."""
    found: dict[str, list[int]] = {}
    for number, text in numbered:
        found.setdefault(text, []).append(number)
    return found


def find(
    sentence: Sentence, term: str, *, verb: bool = False
) -> tuple[int, int] | None:
    """Return where a text first has a term, in whatever form English gives it.

    Inflected (*ceasefires*), possessive, in another spelling (*cease-fire*), its
    plural inside the phrase (*chargés d'affaires*), or turned round (*exchange of
    prisoners* for *prisoner exchange*).

    Args:
        sentence: the text.
        term: what is looked for, in its canonical form.
        verb: it is a verb, alone or with an object or particle: adverbs may be inside
            it, and in the passive the object comes first.

    Returns:
        Half-open offsets in the text, ``None`` if the term is not there.

    >>> find(read_sentence("an exchange of prisoners"), "prisoner exchange")
    (3, 24)
    >>> find(read_sentence("Sanctions were imposed"), "impose sanctions", verb=True)
    (0, 22)
    """
    return next(find_all(sentence, term, verb=verb), None)


def find_all(
    sentence: Sentence, term: str, *, verb: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield every place of a term; see ``find``.

    >>> list(find_all(read_sentence("a truce after truces"), "truce"))
    [(2, 7), (14, 20)]
    """
    seen = set()
    for order in _orders(term, verb=verb):
        for first, last in _places(sentence, order):
            span = sentence.spans[first][0], sentence.spans[last][1]
            if span not in seen:
                seen.add(span)
                yield span
    if not seen:
        yield from _respaced(sentence, term)


@lru_cache(maxsize=65536)
def _orders(term: str, *, verb: bool) -> tuple[_Order, ...]:
    """Return the orders in which English may put the words of a term."""
    read = read_sentence(_singular(term.removeprefix("to ")))
    if not read.stems:
        return ()
    original = read_sentence(term.removeprefix("to "))
    acronyms = {
        stem
        for stem, word in zip(original.stems, original.words, strict=True)
        if len(word) > 1 and word.isupper()
    }
    return tuple(
        _Order(stems, gaps, tuple(stem in acronyms for stem in stems))
        for stems, gaps in _arranged(read.stems, term, verb=verb)
    )


def _arranged(
    stems: tuple[str, ...], term: str, *, verb: bool
) -> Iterator[tuple[tuple[str, ...], tuple[int, ...]]]:
    """Yield the arrangements of a term's words, with the gaps before each."""
    size = len(stems)
    if verb and size > 1:
        yield stems, (0, *(ASIDE,) * (size - 1))
        if stems[-1] not in _PARTICLES:
            yield (*stems[1:], stems[0]), (0,) * (size - 1) + (ASIDE,)
        return
    if stems[0] in _RANKS:
        inside = 1
    else:
        named = not (term.islower() or any(map(str.isdigit, term)))
        inside = 0 if named else -NAMES
    if "of" in stems[1:-1]:
        at = stems.index("of")
        head, rest = stems[:at], stems[at + 1 :]
        yield stems, (0,) * (at + 1) + (ASIDE,) + (0,) * (len(rest) - 1)
        yield (*rest, *head), (0,) * (size - 1)
        yield (*head, *rest), (0,) * (size - 1)
        if len(head) > 1:
            # The deputy secretary of defence is also called deputy defence secretary.
            yield (*head[:-1], *rest, head[-1]), (0,) * (size - 1)
        return
    yield stems, (0, *(inside,) * (size - 1))
    if size == 2:
        yield from _pairs(*stems)


def _pairs(
    first: str, second: str
) -> Iterator[tuple[tuple[str, ...], tuple[int, ...]]]:
    """Yield the other arrangements of two words, with the gaps before each."""
    if first in _RANKS:
        yield (first, second), (0, -NATIONS)
        for one in map(stem, _OFFICES):
            yield (first, one, second), (0, 1, 0)
            yield (first, one, second), (0, -NATIONS, 0)
    yield (second, "of", first), (0, 0, ASIDE)


def _singular(term: str) -> str:
    simple = plain(_ACRONYMS.sub(r"\1", term))
    return PHRASES.get(simple, simple)


def _places(sentence: Sentence, order: _Order) -> Iterator[tuple[int, int]]:
    """Yield the first and last index of words that stand in this order."""
    if not sentence.places.keys() >= set(order.stems):
        return
    for at in sentence.places[order.stems[0]]:
        last = _walk(sentence, order, at)
        if last is not None:
            yield at, last


def _walk(sentence: Sentence, order: _Order, first: int) -> int | None:
    at = first
    for number, (wanted, gap) in enumerate(zip(order.stems, order.gaps, strict=True)):
        if number:
            ahead = sentence.stems[at + 1 : at + 2 + abs(gap)]
            if wanted not in ahead:
                return None
            step = ahead.index(wanted)
            between = sentence.words[at + 1 : at + 1 + step]
            if gap < 0 and not _may_stand_inside(between):
                return None
            at += 1 + step
        if order.capitals[number] and not _is_acronym(sentence.words[at]):
            return None
    return at


def _may_stand_inside(words: tuple[str, ...]) -> bool:
    """Whether words do not break a compound: names, or another first part of it.

    >>> _may_stand_inside(("and", "parliamentary"))
    True
    >>> _may_stand_inside(("Indian", "and", "Pakistani"))
    True
    """
    others = ("and", "or")
    return words[:1] in (("and",), ("or",)) or all(
        _is_name(word) or word in others or word in _VEHICLES for word in words
    )


def _is_name(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def _is_acronym(word: str) -> bool:
    capitals = sum(map(str.isupper, word))
    if capitals == 1 and word[0].isupper() and len(word) >= SHORT:  # Nato, Asean
        return True
    return capitals > 1 or (capitals == 1 and any(map(str.isdigit, word)))


def _respaced(sentence: Sentence, term: str) -> Iterator[tuple[int, int]]:
    """Yield a term that is written as one word here and as two there."""
    joined = _joined(term)
    if joined is None:
        return
    for at in sentence.places.get(joined, ()):
        yield sentence.spans[at]
    # Stemming is slow, and few pairs begin like the term.
    for at in sentence.pairs.get(joined[:SHORT], ()):
        if stem(sentence.joined[at]) == joined:
            yield sentence.spans[at][0], sentence.spans[at + 1][1]


@lru_cache(maxsize=65536)
def _joined(term: str) -> str | None:
    letters = "".join(re.findall(r"[^\W_]+", plain(term)))
    # Short words and acronyms are not taken apart or joined, except G20 and G-20.
    numbered = term.isupper() and any(map(str.isdigit, term))
    able = len(letters) > SHORT and not term.isupper()
    return stem(letters) if numbered or able else None


SHORT = 4
