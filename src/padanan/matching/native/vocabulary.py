# cython: annotation_typing=False, wraparound=False, initializedcheck=False
"""The words met so far, as numbers: what is asked of a word is worked out once.

A word is a spelling, capitals included. What conditions look for are lists of words,
numbered too; which words are in which lists is kept as bits, so that a test asks for a
bit and not for the letters.
"""

from __future__ import annotations

from array import array
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol

from padanan.language.indonesian import CLITICS, ENDINGS
from padanan.matching.conditions.words import Words, in_class

if TYPE_CHECKING:
    from collections.abc import Iterable


ANY = 1
NAME = 2
NUMBER = 4
STARTS = 8
"""Some pattern begins with the word."""
STEMMED = 16
"""The word may end with a clitic."""

MOST = 60_000
"""Number of words at which a new vocabulary is begun, before the next text."""

_FIRST = 4096
BASIS, PRIME, LOW = 0xCBF29CE484222325, 0x100000001B3, 0xFFFFFFFFFFFFFFFF
"""Of the hash of the letters of a word: FNV-1a (G. Fowler, L. Noll, K.-P. Vo)."""
_BASIS, _PRIME, _LOW = BASIS, PRIME, LOW
BITS = array("Q", [1 << bit for bit in range(64)])
"""One bit each."""
_BITS = BITS
_CLITICS = tuple(filter(None, CLITICS))
_NAMES, _NUMBERS = frozenset(("NAME",)), frozenset(("NUMBER",))
_HEAD = 2
"""Number of letters by which words are grouped, for lists of beginnings."""
_CLASSES = (("ANY", ANY), ("NAME", NAME), ("NUMBER", NUMBER))


def _doubled(code: str, numbers: array[int]) -> array[int]:
    found = array(code, numbers)
    found.frombytes(bytes(len(found) * found.itemsize))
    return found


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


class Starts(Protocol):
    """Tells what begins with a word."""

    def of(self, word: str, stems: tuple[str, ...], /) -> object | None:
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
        flags: for each word what classes it is in, and what it may begin.
        codes: for each word one bit of 64, by the same word in lower case.
        stem_codes: for each word the bits of what it may be without clitics.
        lower: for each word the same in lower case.
        stems: for each word what it may be without clitics.
        starts: for each word with ``STARTS`` what begins with it.
        spelt: for each word what it may stand for, where that is known.
    """

    def __init__(self, beginnings: Starts) -> None:
        self.ids: dict[str, int] = {}
        self.count = 0
        self.flags = array("i", bytes(4 * _FIRST))
        self.masks = array("Q", bytes(8 * _FIRST))
        self.hashes = array("Q", bytes(8 * _FIRST))
        self.codes = array("Q", bytes(8 * _FIRST))
        self.stem_codes = array("Q", bytes(8 * _FIRST))
        self.at = array("i", bytes(4 * _FIRST))
        self.letters = array("B", bytes(16 * _FIRST))
        self.used = 0
        self.slots = array("i", bytes(4 * 4 * _FIRST))
        self.lower: list[str] = []
        self.stems: list[tuple[str, ...]] = []
        self.starts: list[Any] = []
        self.spelt: list[Any] = []
        self._beginnings = beginnings
        self._lock = Lock()
        self._members: set[int] = set()
        self._of_list: dict[int, set[int]] = {}
        self._spelt: dict[str, list[int]] = {}
        self._stemmed: dict[str, list[int]] = {}
        self._grouped: dict[str, list[str]] = {}
        self._lists: dict[object, int] = {}
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
        number, lower = self.count, word.lower()
        if number == len(self.flags):
            self._grow()
        bare = stems(lower)
        starts = self._beginnings.of(lower, bare)
        self.codes[number] = code_of(lower)
        for stem in bare:
            self.stem_codes[number] |= code_of(stem)
            self._stemmed.setdefault(stem, []).append(number)
        flags = ANY | (STARTS if starts else 0) | (STEMMED if bare else 0)
        flags |= NAME if in_class(word, _NAMES) else 0
        flags |= NUMBER if in_class(word, _NUMBERS) else 0
        self.flags[number] = flags
        self.lower.append(lower)
        self.stems.append(bare)
        self.starts.append(starts)
        self.spelt.append(None)
        for one in self._lists_with(word, lower, bare):
            self._put(one, number)
        if lower not in self._spelt:
            self._spelt[lower] = []
            self._grouped.setdefault(lower[:_HEAD], []).append(lower)
        self._spelt[lower].append(number)
        self.ids[word] = number
        self._keep(word, number)
        self.count = number + 1
        return number

    def _keep(self, word: str, number: int) -> None:
        """Let a word be found by its letters; one outside Latin-1 is not looked for."""
        length, hashed = len(word), _BASIS
        for letter in word:
            code = ord(letter)
            if code > 255:
                return
            hashed = ((hashed ^ code) * _PRIME) & _LOW
        if self.used + length > len(self.letters):
            self.letters = _doubled("B", self.letters)
        for letter in word:
            self.letters[self.used] = ord(letter)
            self.used += 1
        self.at[number] = self.used - length
        self.hashes[number] = hashed
        slot = hashed & (len(self.slots) - 1)
        while self.slots[slot]:
            slot = (slot + 1) & (len(self.slots) - 1)
        # Only now is it found.
        self.slots[slot] = number + 1

    def find(self, text: str, begin: int, end: int, hashed: int) -> int:
        """Return the number of the word at half-open offsets, -1 if it is not known.

        Args:
            text: where it stands, in letters of Latin-1.
            begin: where it begins.
            end: where it ends.
            hashed: of its letters, by FNV-1a.
        """
        last = len(self.slots) - 1
        slot = hashed & last
        number = self.slots[slot] - 1
        while number >= 0:
            if self.hashes[number] == hashed and self._is_at(number, text, begin, end):
                return number
            slot = (slot + 1) & last
            number = self.slots[slot] - 1
        return -1

    def _is_at(self, number: int, text: str, begin: int, end: int) -> bool:
        at = self.at[number]
        while begin < end:
            if self.letters[at] != ord(text[begin]):
                return False
            begin += 1
            at += 1
        return True

    def _grow(self) -> None:
        self.flags = _doubled("i", self.flags)
        self.masks = _doubled("Q", self.masks)
        self.hashes = _doubled("Q", self.hashes)
        self.codes = _doubled("Q", self.codes)
        self.stem_codes = _doubled("Q", self.stem_codes)
        self.at = _doubled("i", self.at)
        slots = array("i", bytes(8 * len(self.slots)))
        last = len(slots) - 1
        for taken in self.slots:
            if taken:
                slot = self.hashes[taken - 1] & last
                while slots[slot]:
                    slot = (slot + 1) & last
                slots[slot] = taken
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

    def _put(self, one: int, word: int) -> None:
        self.masks[word] |= _BITS[one & 63]
        self._members.add(one << 32 | word)
        self._of_list.setdefault(one, set()).add(word)

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
        number = len(self._lists)
        for word in wanted.known:
            self._known.setdefault(word, []).append(number)
            for one in (*self._spelt.get(word, ()), *self._stemmed.get(word, ())):
                self._put(number, one)
        for word in wanted.exact:
            self._exact.setdefault(word, []).append(number)
            if word in self.ids:
                self._put(number, self.ids[word])
        if wanted.beginnings:
            self._begin(number, wanted.beginnings)
        self._lists[key] = number
        return number

    def _begin(self, number: int, beginnings: tuple[str, ...]) -> None:
        for beginning in beginnings:
            self._begun.setdefault(beginning, []).append(number)
        self._lengths = tuple({*self._lengths, *map(len, beginnings)})
        for lower in self._words_like(beginnings):
            if lower.startswith(beginnings):
                for one in self._spelt[lower]:
                    self._put(number, one)

    def _words_like(self, beginnings: tuple[str, ...]) -> Iterable[str]:
        """Return the words among which are those with some beginnings."""
        if min(map(len, beginnings)) < _HEAD:
            return self._spelt
        heads = {beginning[:_HEAD] for beginning in beginnings}
        return [word for head in heads for word in self._grouped.get(head, ())]

    def members(self, one: int) -> set[int]:
        """Return the numbers of the words in a list; it grows as words are met."""
        return self._of_list.setdefault(one, set())

    def has(self, one: int, word: int) -> bool:
        """Whether a word is in a list, by their numbers."""
        # The bit is quick, and may be set for another list; the set is exact.
        if not self.masks[word] >> (one & 63) & 1:
            return False
        return (one << 32 | word) in self._members


def classes_of(wanted: Words) -> int:
    """Return the classes among wanted words as flags.

    >>> from padanan.matching.conditions.words import sort_words
    >>> classes_of(sort_words(("NAME", "atas"))) == NAME
    True
    """
    return sum(flag for name, flag in _CLASSES if name in wanted.classes)
