# cython: annotation_typing=False
"""Conditions as numbers, for the compiled core.

What a test asks for is said by its class (``conditions.kinds``); a test that does not
say it is asked itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.matching.conditions.looks import DOCUMENT, Beside, Capitals, Look
from padanan.matching.conditions.words import Words
from padanan.matching.native.vocabulary import classes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from padanan.matching.conditions import Condition, Conditions
    from padanan.matching.conditions.kinds import Test
    from padanan.matching.native.reading import Page
    from padanan.matching.native.vocabulary import Vocabulary

_LEAST = 64
"""Least number of bytes of the sieve of a list; it always is a power of two."""
_EMPTY = bytes(2 * _LEAST)
_MIX, _BITS = 0x9E3779B1, 16
"""What spreads words otherwise in the second half of a sieve."""

WORDS, BESIDE, CAPITALS, ASKED = range(4)
"""What a step may ask for; ``ASKED``: its test is asked itself."""
_WORDS, _BESIDE, _CAPITALS, _ASKED = WORDS, BESIDE, CAPITALS, ASKED


class List:
    """Single words that are looked for: a list of the vocabulary, and classes.

    The vocabulary learns of it when it is asked for a word: most lists never are.

    Args:
        several: the words, which may be those of several tests.
        words: whose numbers they get.

    Attributes:
        classes: as flags.
        members: the numbers of the words that have been met.
        sieve: bits of them, where several words share one: two for each, in its halves.
        sifted: the number up to which words are in the sieve.
        missed: the number of further words after which they are put there too.
    """

    def __init__(self, several: tuple[Words, ...], words: Vocabulary) -> None:
        self.classes = 0
        for wanted in several:
            if wanted.classes:
                self.classes |= classes_of(wanted)
        self.members: set[int] | None = None
        self.sieve = _EMPTY
        self.sifted = self.missed = 0
        # One alone is kept without its tuple, an object less for the collector.
        self._wanted = several[0] if len(several) == 1 else several
        self._words = words

    def has(self, word: int) -> bool:
        """Whether a word is in the list, by its number."""
        if word >= self.sifted:
            return self._has_new(word)
        # The bits are quick, and may be set for other words; the set is exact.
        half = len(self.sieve) >> 1
        if not self.sieve[word >> 3 & half - 1] >> (word & 7) & 1:
            return False
        other = word * _MIX >> _BITS
        if not self.sieve[half + (other >> 3 & half - 1)] >> (other & 7) & 1:
            return False
        return word in self.members  # type: ignore[operator]

    def search(self, page: Page, at: int, stop: int, by: int) -> int:
        """Return the number of the first of some words that is in the list.

        Args:
            page: whose words they are.
            at: number of the one that is looked at first.
            stop: number of the first that is not looked at any more.
            by: 1 to the right, -1 to the left.

        Returns:
            -1 where none is.
        """
        sieve, last, sifted = self.sieve, (len(self.sieve) >> 1) - 1, self.sifted
        while at != stop:
            word = page.ids[at]
            # What ``has`` says of most words, without a call.
            known = word >= sifted or sieve[word >> 3 & last] >> (word & 7) & 1
            if known and self.has(word):
                return at
            if self.classes and self.classes & self._words.flags[word]:
                return at
            at += by
        return -1

    def _listed(self) -> set[int]:
        """Return the numbers of its words, which grow as words are met."""
        wanted = self._wanted
        if isinstance(wanted, tuple):
            wanted = _union(wanted)
        number = self._words.list_of(wanted)
        return self._words.members(number) if number >= 0 else set()

    def _has_new(self, word: int) -> bool:
        """Whether a word is in the list that is not in the sieve yet."""
        if self.members is None:
            self.members = self._listed()
            self.missed = len(self.members)
        if self.missed > 0:
            self.missed -= 1
        else:
            # Only now and then: while words are new, each would be the next one.
            self._sift()
        return word in self.members

    def _sift(self) -> None:
        """Set the bits of all words that are in the list."""
        count = self._words.count
        members, size = list(self.members or ()), _LEAST
        while size < 2 * len(members):
            size *= 2
        bits = bytearray(2 * size)
        for one in members:
            bits[one >> 3 & size - 1] |= 1 << (one & 7)
            other = one * _MIX >> _BITS
            bits[size + (other >> 3 & size - 1)] |= 1 << (other & 7)
        # It is put in place whole: other threads may read it.
        self.sieve = bytes(bits)
        self.sifted = count
        # About as many look-ups as this takes.
        self.missed = len(members) // 8 + _LEAST // 4


class Step:
    """A test as numbers.

    Attributes:
        negated: whether it holds where nothing is found.
        kind: what it asks for: one of the four.
        asked: the test itself, where it does not say what it asks for.
        domains: of which another term of the sentence may be.
        concepts: likewise.
        small: words of the term that need no capital.
        before: the number of words before the term among which it looks.
        after: the number behind it.
        beside: whether they must stand just beside the term.
        within: 0 for these, 1 for the sentence, 2 for the document.
        country: whether a country will do.
        foreign: whether it must be a foreign one.
        single: the single words.
        several: whether several words are wanted too.
        begins: the words with which single and several words begin.
        ends: the words with which they end.
    """

    def __init__(self, test: Test, words: Vocabulary) -> None:
        program = test.program()
        self.negated = test.negated
        self.asked, self.kind = test, _ASKED
        self._sequences: tuple[tuple[List, ...], ...] | None = None
        if isinstance(program, Beside):
            self.kind = _BESIDE
            self.domains, self.concepts = program
        elif isinstance(program, Capitals):
            self.kind, self.small = _CAPITALS, program.small
        elif program is not None:
            self.kind = _WORDS
            self._look(program, words)

    def _look(self, look: Look, words: Vocabulary) -> None:
        self.before, self.after, self.beside = look.before, look.after, look.beside
        self.within = (2 if look.within == DOCUMENT else 1) if look.within else 0
        self.country = look.words.country
        self.foreign = look.words.only_foreign
        self.single = List((look.words,), words)
        self.begins = self.ends = self.single
        self.several = bool(look.words.sequences)
        if self.several:
            self.begins = List(_firsts(look), words)
            self.ends = List(_lasts(look), words)
            self._wanted, self._words = look.words, words

    def sequences(self) -> tuple[tuple[List, ...], ...]:
        """Return what is wanted of several words each, word by word."""
        if self._sequences is None:
            self._sequences = tuple([
                tuple([_part(part, self._words) for part in parts])
                for parts in self._wanted.sequences
            ])  # fmt: skip
        return self._sequences


def _part(part: Words, words: Vocabulary) -> List:
    """Return the list of a part of a sequence; many sequences have the same parts."""
    found = words.parts.get(id(part))
    if found is None:
        # It keeps its words, so that their identity lasts.
        found = words.parts[id(part)] = List((part,), words)
    return found


def _firsts(look: Look) -> tuple[Words, ...]:
    """Return the words with which wanted ones begin."""
    return (look.words, *[parts[0] for parts in look.words.sequences])


def _lasts(look: Look) -> tuple[Words, ...]:
    """Return the words with which wanted ones end."""
    return (look.words, *[parts[-1] for parts in look.words.sequences])


def _union(every: tuple[Words, ...]) -> Words:
    """Return the single words of several lists as those of one."""
    return Words(
        _joined([one.known for one in every]),
        _joined([one.exact for one in every]),
        tuple(dict.fromkeys([b for one in every for b in one.beginnings])),
        (),
        _NONE,
    )


_NONE: frozenset[str] = frozenset()


def _joined(several: list[frozenset[str]]) -> frozenset[str]:
    # Most are empty, and need not be so many objects.
    return _NONE.union(*several) or _NONE


class WordGate:
    """Words of which one must be near a term where any of several conditions holds.

    Args:
        looks: of each of these conditions one test that wants words.
        words: whose numbers they get.

    Attributes:
        before: the number of words before the term among which one may end them.
        after: the number behind it among which one may begin them.
        country: whether a country will do.
        ends: the words with which they end.
        begins: the words with which they begin.
    """

    def __init__(self, looks: list[Look], words: Vocabulary) -> None:
        self.before = max([one.before for one in looks])
        self.after = max([one.after for one in looks])
        self.country = any(one.words.country for one in looks)
        ends = [each for one in looks if one.before for each in _lasts(one)]
        begins = [each for one in looks if one.after for each in _firsts(one)]
        self.ends = List(tuple(ends), words)
        self.begins = List(tuple(begins), words)


class RuleSteps:
    """A condition as numbers, which most that is read never needs.

    Args:
        tests: its tests.
        words: whose numbers their words get.
        never: whether it must not hold.
    """

    def __init__(
        self,
        tests: Sequence[Test],
        words: Vocabulary,
        never: bool,  # noqa: FBT001
    ) -> None:
        self.tests = tests
        self.words = words
        self.never = never
        self._steps: list[Step] | None = None

    def steps(self) -> list[Step]:
        """Return its tests as numbers."""
        if self._steps is None:
            self._steps = [Step(test, self.words) for test in self.tests]
        return self._steps

    def needed(self) -> Look | None:
        """Return what of a test must stand near the term, if there is such a test."""
        for test in self.tests:
            if not test.negated:
                program = test.program()
                if isinstance(program, Look) and not program.within:
                    return program
        return None


class Program:
    """Conditions as numbers.

    Attributes:
        rules: for each condition what it is.
        gate: what must be near where one of those holds that need it.
        open: the rules without such a need.
        otherwise: whether it is the term where none holds.
    """

    def __init__(
        self,
        rules: Iterable[Sequence[Test]],
        words: Vocabulary,
        *,
        never: int = 0,
        otherwise: bool = False,
    ) -> None:
        self.rules = [
            RuleSteps(tests, words, number < never)
            for number, tests in enumerate(rules)
        ]
        needed = [one.needed() for one in self.rules]
        self.open = [
            rule for rule, one in zip(self.rules, needed, strict=True) if one is None
        ]
        looks = [one for one in needed if one is not None]
        self.gate = WordGate(looks, words) if looks else None
        self.otherwise = otherwise


def program_of(conditions: Conditions, words: Vocabulary) -> Program:
    """Return conditions as numbers."""
    every = (*conditions.unless, *conditions.when)
    return Program(
        [one.tests for one in every],
        words,
        never=len(conditions.never),
        otherwise=conditions.otherwise,
    )


def program_for(condition: Condition, words: Vocabulary) -> Program:
    """Return one condition, which must hold, as numbers."""
    return Program([condition.tests], words)
