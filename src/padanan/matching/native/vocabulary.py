# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""The words met so far, as numbers: what is asked of a word is worked out once.

A word is a spelling, capitals included. What conditions look for are lists of words,
numbered too; which words are in which lists is kept as bits, so that a test asks for a
bit and not for the letters.
"""

from __future__ import annotations

from array import array
from sys import intern
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

from padanan.language.indonesian import CLITICS, ENDINGS
from padanan.matching.conditions.words import Words, is_name, is_number
from padanan.matching.native.rows import doubled, zeros
from padanan.matching.phrases import (
    POSTINGS,
    first_words,
    words_before_portfolios,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


ANY = 1
NAME = 2
NUMBER = 4
ANY_CLASS = ANY | NAME | NUMBER
ADDS = 8
"""The word may add to the English of any term before it; see ``phrases``."""
FIELD = 16
"""It may add a portfolio."""
POSTING = 32
"""It may add the place of a mission."""

MOST = 250_000
"""Number of words at which a new vocabulary is begun, before the next text.

Six megabytes of news and laws have 39,000. Behind this everything is learnt anew, while
the old one is still in the memory: so a low number costs time, and memory too.
"""

_FIRST = 4096
MIX, LOW = 0x9E3779B97F4A7C15, 0xFFFFFFFFFFFFFFFF
"""What spreads keys: the golden ratio of 64 bits (D. Knuth, TAOCP 3, 6.4)."""
_MIX, _LOW = MIX, LOW
SLOT = 4
"""Numbers of a slot: the key and the tail of a word, and what the word is."""
TAIL, WORD = 1, 2
"""Their places in the slot; the key is the first, and the last is not used."""
_SLOT = SLOT
STARTED, LONG, BITS_OF_WORD = 1, 2, 2
"""Of what a word is: a bit if something begins with it, and one if only its letters
tell it from others; above these two there is one more than its number."""
_ROOM = 2
"""Number of slots for each word."""
_TAIL, _WORD = TAIL, WORD
_STARTED, _LONG, _BITS_OF_WORD = STARTED, LONG, BITS_OF_WORD
SHORT, LENGTHY = 8, 16
"""Numbers of letters from which a key is no longer the letters, and from which key and
tail may be those of several words."""
CLASS = 56
"""In a tail: the bit from which it is marked how long the word is."""
MORE = 1 << 32
"""In ``Vocabulary.links``: a word begins more than one pattern, or with a mark."""
SIMPLE, NAMED = 4, 5
"""In ``Vocabulary.links``: where it is what the word stands for."""
BITS = array("Q", [1 << bit for bit in range(64)])
"""One bit each."""
_BITS = BITS
_RECORD, _RECORDS = 16, 256
"""How many numbers a record in ``Vocabulary.marks`` has, and for how many records there
is room at first."""
_MARKS, _HALF = 7 * 64, 0xFFFFFFFF
"""The number of bits in which the words of a list are marked."""
_CLITICS = tuple(filter(None, CLITICS))
_HEAD = 3
"""Number of letters by which words are grouped, for lists of beginnings."""
_CLASSES = (("ANY", ANY), ("NAME", NAME), ("NUMBER", NUMBER))


def code_of(word: str) -> int:
    """Return one bit of 64 for a word, the same in one process.

    >>> code_of("visa").bit_count()
    1
    """
    return _BITS[hash(word) & 63]


def stems(word: str) -> tuple[str, ...]:
    """Return what a word may be without its clitics.

    >>> stems("pernyataannyalah"), stems("visa")
    (('pernyataannya', 'pernyataan'), ())
    """
    if not word.endswith(ENDINGS):
        return ()
    return tuple(
        [
            word[: -len(clitic)]
            for clitic in _CLITICS
            if word.endswith(clitic) and len(word) > len(clitic)
        ]
    )


def mixed(key: int) -> int:
    """Return a key with its bits spread.

    >>> mixed(1) >> 56, mixed(2) >> 56
    (158, 60)
    """
    return (key * _MIX) & _LOW


def key_of(word: str) -> tuple[int, int]:
    """Return the key and the tail of a word of Latin-1, as ``Page`` works them out.

    The letters of a word of up to seven are its key, and it has no tail. The tail of a
    longer one is the letters behind the last group of eight, and a mark of its length
    above them: no two words of up to fifteen letters have the same key and tail, since
    ``mixed`` gives different keys for different numbers.

    >>> key_of("visa") == (int.from_bytes(b"visa", "little"), 0)
    True
    """
    key = shift = part = 0
    for letter in word:
        part |= ord(letter) << shift
        shift += 8
        if shift == 64:
            key = mixed(key ^ part)
            part = shift = 0
    if len(word) < SHORT:
        return part, 0
    return mixed(key ^ part), part | (2 if len(word) >= LENGTHY else 1) << CLASS


def _additions(lower: str) -> int:
    """Return what a word may add to the English of a term before it, as flags."""
    flags = ADDS if lower in first_words() or lower[0].isdigit() else 0
    flags |= FIELD if lower in words_before_portfolios() else 0
    return flags | (POSTING if lower in POSTINGS else 0)


class Started(Protocol):
    """What begins with a word.

    Attributes:
        pattern: the number of the pattern that the word is, -1 where it is none.
        behind: the bits of the words that may stand behind it, by ``code_of``.
        more: whether anything else may begin with it.
    """

    pattern: int
    behind: int
    more: bool


class Starts(Protocol):
    """Tells what begins with a word."""

    def of(self, word: str, stems: tuple[str, ...], /) -> Started | None:
        """Return what begins with a word, ``None`` where nothing does.

        Args:
            word: in lower case.
            stems: what it may be without clitics.
        """


class Vocabulary:
    """Words and lists of words, by their numbers.

    It is filled as texts are read. Threads may share it: it never forgets, and what is
    known of a word or a list is complete before its number is given away.

    Attributes:
        ids: number of a word by its spelling.
        count: the number of words.
        flags: for each word what classes it is in.
        codes: for each word the bits of the same word in lower case and of what it may
            be without clitics, by ``code_of``. It is asked of every word, and so stands
            close together.
        links: for each word eight numbers, since what is asked of it together had
            better stand together: one bit of 64, by the same word in lower case; the
            bits of what it may be without clitics; the bits of the words that may go
            on with what it begins; one more than the pattern that it is, with ``MORE``
            where it begins something else; what senses it has, and what country it
            names, where these are simple (``spotting``). The others are not used.
        slots: where words are found by their keys (``SLOT``).
        marks: records, in which whoever has one may have the words in a list marked.
        lower: for each word the same in lower case.
        stems: for each word what it may be without clitics.
        starts: for each word what begins with it, ``None`` where nothing does.
        spelt: for each word what it may stand for, where that is known.
        parts: what ``programs`` makes of the parts of sequences, by identity.
    """

    def __init__(self, beginnings: Starts) -> None:
        self.ids: dict[str, int] = {}
        self.count = 0
        self.flags = array("i", bytes(4 * _FIRST))
        self.codes = array("Q", bytes(8 * _FIRST))
        self.links = zeros("Q", 8 * _FIRST)
        self.at = array("i", bytes(4 * _FIRST))
        self.letters = array("B", bytes(16 * _FIRST))
        self.used = 0
        self.slots = zeros("Q", SLOT * _ROOM * _FIRST)
        self.lower: list[str] = []
        self.stems: list[tuple[str, ...]] = []
        self.starts: list[Any] = []
        self.spelt: list[Any] = []
        self._beginnings = beginnings
        self._lock = Lock()
        self._of_list: list[set[int]] = []
        self.marks = array("Q", bytes(8 * _RECORD * _RECORDS))
        self._marked: dict[int, tuple[int, ...]] = {}
        self._records = 0
        # Most are of one word or two, of which tuples take less room.
        self._spelt: dict[str, tuple[int, ...]] = {}
        self._stemmed: dict[str, tuple[int, ...]] = {}
        self._grouped: dict[str, list[str]] = {}
        self._lists: dict[object, int] = {}
        self.parts: dict[int, Any] = {}
        # Some words are in hundreds of lists.
        self._known: dict[str, list[int]] = {}
        self._exact: dict[str, list[int]] = {}
        self._begun: dict[str, list[int]] = {}
        self._lengths: tuple[int, ...] = ()

    def learn(self, word: str) -> int:
        """Return the number of a word that may be new."""
        with self._lock:
            found = self.ids.get(word)
            return self._learnt(word) if found is None else found

    def _learnt(self, word: str) -> int:
        number, lower = self.count, intern(word.lower())
        if number == len(self.flags):
            self._grow()
        bare = stems(lower)
        starts = self._beginnings.of(lower, bare)
        self.links[8 * number] = code_of(lower)
        for stem in bare:
            self.links[8 * number + 1] |= code_of(stem)
            _add(self._stemmed, stem, number)
        self.codes[number] = self.links[8 * number] | self.links[8 * number + 1]
        if starts:
            self.links[8 * number + 2] = starts.behind
            more = MORE if starts.more else 0
            self.links[8 * number + 3] = starts.pattern + 1 | more
        flags = ANY
        flags |= NAME if is_name(word) else 0
        flags |= NUMBER if is_number(word) else 0
        flags |= _additions(lower)
        self.flags[number] = flags
        self.lower.append(lower)
        self.stems.append(bare)
        self.starts.append(starts)
        self.spelt.append(None)
        for one in self._lists_with(word, lower, bare):
            self._of_list[one].add(number)
            for place in self._marked.get(one, ()):
                self._set_marks(number, place)
        if lower not in self._spelt:
            self._grouped.setdefault(lower[:_HEAD], []).append(lower)
        _add(self._spelt, lower, number)
        self.ids[word] = number
        self._keep(word, number)
        self.count = number + 1
        return number

    def _keep(self, word: str, number: int) -> None:
        """Let a word be found by its letters; one outside Latin-1 is not looked for."""
        for letter in word:
            if ord(letter) > 255:
                return
        value = number + 1 << _BITS_OF_WORD
        if self.starts[number] is not None:
            value |= _STARTED
        if len(word) >= LENGTHY:
            value |= _LONG
            while self.used + len(word) >= len(self.letters):
                self.letters = doubled("B", self.letters)
            self.at[number] = self.used
            for letter in word:
                self.letters[self.used] = ord(letter)
                self.used += 1
            self.used += 1  # a zero is where the word ends
        key, tail = key_of(word)
        _put_into(self.slots, key, tail, value)

    def is_at(self, number: int, codes: bytes, begin: int, end: int) -> bool:
        """Whether a word of many letters stands at half-open offsets.

        Args:
            number: of the word.
            codes: the text in Latin-1.
            begin: where it begins.
            end: where it ends.
        """
        at, letters = self.at[number], self.letters
        while begin < end:
            if letters[at] != codes[begin]:
                return False
            begin += 1
            at += 1
        return letters[at] == 0

    def _grow(self) -> None:
        self.flags = doubled("i", self.flags)
        self.codes = doubled("Q", self.codes)
        self.links = doubled("Q", self.links)
        self.at = doubled("i", self.at)
        slots = zeros("Q", 2 * len(self.slots))
        for at in range(0, len(self.slots), SLOT):
            key, tail, value = (
                self.slots[at],
                self.slots[at + _TAIL],
                self.slots[at + _WORD],
            )
            if value:
                _put_into(slots, key, tail, value)
        self.slots = slots

    def _lists_with(
        self, word: str, lower: str, bare: tuple[str, ...]
    ) -> Iterable[int]:
        found = list(self._exact.get(word, ()))
        for one in (lower, *bare):
            found += self._known.get(one, ())
        for length in self._lengths:
            if length <= len(lower):
                found += self._begun.get(lower[:length], ())
        return found

    def list_of(self, wanted: Words) -> int:
        """Return the number of the list of the single words among wanted ones.

        Returns:
            -1 where there are none.
        """
        key = wanted.known, wanted.exact, wanted.beginnings
        if not any(key):
            return -1
        with self._lock:
            found = self._lists.get(key)
            return self._listed(key, wanted) if found is None else found

    def _listed(self, key: object, wanted: Words) -> int:
        number, members = len(self._lists), set[int]()
        for word in wanted.known:
            _put(self._known, word, number)
            for numbers in (self._spelt, self._stemmed):
                if word in numbers:
                    members.update(numbers[word])
        for word in wanted.exact:
            _put(self._exact, word, number)
            if word in self.ids:
                members.add(self.ids[word])
        if wanted.beginnings:
            self._begin(number, members, wanted.beginnings)
        self._of_list.append(members)
        self._lists[key] = number
        return number

    def _begin(
        self, number: int, members: set[int], beginnings: tuple[str, ...]
    ) -> None:
        for beginning in beginnings:
            _put(self._begun, beginning, number)
        self._lengths = tuple({*self._lengths, *map(len, beginnings)})
        for beginning in beginnings:
            for lower in self._words_like(beginning):
                if lower.startswith(beginning):
                    members.update(self._spelt[lower])

    def _words_like(self, beginning: str) -> Iterable[str]:
        """Return the words among which are those with a beginning."""
        if len(beginning) < _HEAD:
            return self._spelt
        return self._grouped.get(beginning[:_HEAD], ())

    def record(self, first: int) -> int:
        """Return where in ``marks`` a new record begins, of 16 numbers; never 0.

        Args:
            first: the first of these.
        """
        with self._lock:
            self._records += 1
            place = self._records * _RECORD
            if place + _RECORD > len(self.marks):
                self.marks = doubled("Q", self.marks)
            self.marks[place] = first
            return place

    def mark(self, one: int, place: int) -> None:
        """Mark the words in a list, those that are met later too.

        Args:
            one: its number.
            place: where in ``marks`` its bits begin, of which each word has two; other
                words may have the same ones (B. Bloom, CACM 13, 1970).
        """
        with self._lock:
            self._marked[one] = (*self._marked.get(one, ()), place)
            for number in self._of_list[one]:
                self._set_marks(number, place)

    def _set_marks(self, number: int, place: int) -> None:
        spread = mixed(number + 1)
        self._set_mark(spread >> 32, place)
        self._set_mark(spread & _HALF, place)

    def _set_mark(self, half: int, place: int) -> None:
        mark = half * _MARKS >> 32
        self.marks[place + (mark >> 6)] |= _BITS[mark & 63]

    def is_marked(self, number: int, place: int) -> bool:
        """Whether a word may be in the list that is marked at some place."""
        spread = mixed(number + 1)
        mark = (spread >> 32) * _MARKS >> 32
        if not self.marks[place + (mark >> 6)] >> (mark & 63) & 1:
            return False
        mark = (spread & _HALF) * _MARKS >> 32
        return self.marks[place + (mark >> 6)] >> (mark & 63) & 1 != 0

    def members(self, one: int) -> set[int]:
        """Return the numbers of the words in a list; it grows as words are met."""
        return self._of_list[one]


def _add(numbers: dict[str, tuple[int, ...]], word: str, number: int) -> None:
    found = numbers.get(word)
    # Many times as quick as to unpack the numbers that there are.
    numbers[word] = (number,) if found is None else found + (number,)  # noqa: RUF005


def _put(numbers: dict[str, list[int]], word: str, number: int) -> None:
    found = numbers.get(word)
    if found is None:
        numbers[word] = [number]
    else:
        found.append(number)


def _put_into(slots: array[int], key: int, tail: int, value: int) -> None:
    """Put a word into the first free slot for its key; only then is it found."""
    last = len(slots) - 1
    at = first_slot(key, last)
    while slots[at + _WORD]:
        at = at + _SLOT & last
    slots[at], slots[at + _TAIL] = key, tail
    slots[at + _WORD] = value


def first_slot(key: int, last: int) -> int:
    """Return where the first slot for a key begins.

    Args:
        key: the key.
        last: one less than the length of the slots.
    """
    return ((mixed(key) >> 32) * _SLOT) & last


def classes_of(wanted: Words) -> int:
    """Return the classes among wanted words as flags.

    >>> from padanan.matching.conditions.words import sort_words
    >>> classes_of(sort_words(("NAME", "atas"))) == NAME
    True
    """
    return sum(flag for name, flag in _CLASSES if name in wanted.classes)
