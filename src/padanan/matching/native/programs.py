# cython: annotation_typing=False
"""Conditions as numbers, for the compiled core.

What a test asks for is said by its class (``conditions.kinds``); a test that does not
say it is asked itself.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from padanan.matching.conditions.looks import (
    DOCUMENT,
    Beside,
    Capitals,
    Look,
    TermWords,
)
from padanan.matching.conditions.words import Words, union
from padanan.matching.native.rows import zeros
from padanan.matching.native.vocabulary import BITS, classes_of, mixed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from padanan.matching.conditions import Condition, Conditions
    from padanan.matching.conditions.kinds import Test
    from padanan.matching.conditions.looks import Asked
    from padanan.matching.native.reading import Page
    from padanan.matching.native.vocabulary import Vocabulary

_LEAST = 64
"""Least number of bytes of the sieve of a list; it always is a power of two."""
_EMPTY = bytes(2 * _LEAST)
_MIX, _BITS = 0x9E3779B1, 16
"""What spreads words otherwise in the second half of a sieve."""

_ONE_BIT, LAST = BITS, 63
"""One bit for each condition of a term; those behind the last one share that."""
_LAST = LAST

FAR = 255
"""Maximum number of words beside a term that are looked at: more are in no window."""
AFTER, ENDED, BEGUN, COUNTRIES, OTHERWISE = 8, 16, 19, 1 << 22, 1 << 23
ENDS, BEGINS = 1, 9
"""Where the parts of the record of a ``WordGate`` stand."""
_ENDS, _BEGINS = ENDS, BEGINS
_MOST_WORDS, _LAST_KNOWN = 1 << 26, (1 << 13) - 1

WORDS, BESIDE, CAPITALS, FORM, ASKED = range(5)
"""What a step may ask for; ``ASKED``: its test is asked itself."""
_WORDS, _BESIDE, _CAPITALS, _ASKED = WORDS, BESIDE, CAPITALS, ASKED
_FORM = FORM


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

    def numbers(self) -> list[int]:
        """Return the numbers of its words that have been met, in a new list."""
        if self.members is None:
            self.members = self._listed()
        return list(self.members)

    def _number(self) -> int:
        wanted = self._wanted
        if isinstance(wanted, tuple):
            wanted = union(wanted)
        return self._words.list_of(wanted)

    def _listed(self) -> set[int]:
        """Return the numbers of its words, which grow as words are met."""
        number = self._number()
        return self._words.members(number) if number >= 0 else set()

    def mark(self, place: int) -> None:
        """Have its words marked; see ``Vocabulary.mark``."""
        number = self._number()
        if number >= 0:
            self._words.mark(number, place)

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
    """What is looked for as numbers.

    Args:
        program: what is looked for; ``None`` for a test that does not say it.
        words: the vocabulary.
        test: whose it is, if it is that of one.

    Attributes:
        negated: whether it holds where nothing is found.
        kind: what it asks for: one of the five.
        asked: the test itself, where it does not say what it asks for.
        domains: of which another term of the sentence may be.
        concepts: likewise.
        small: words of the term that need no capital.
        form: words of which the term must have one.
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

    def __init__(
        self, program: Asked | None, words: Vocabulary, test: Test | None = None
    ) -> None:
        self.negated = test is not None and test.negated
        self.asked: Any = test
        self.kind = _ASKED
        self.country = False
        if isinstance(program, Beside):
            self.kind = _BESIDE
            self.domains, self.concepts = program
        elif isinstance(program, Capitals):
            self.kind, self.small = _CAPITALS, program.small
        elif isinstance(program, TermWords):
            self.kind, self.form = _FORM, program.words
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
        self._sequences: tuple[tuple[List, ...], ...] | None = None
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


class Wants:
    """What conditions want which words, as far as that was asked lately.

    Attributes:
        known: four numbers each: the word of a gate; the bits of the conditions that
            may want it; those of the ones that hold by it alone. The last is not used.
            Two words may stand in one place, so that seldom one puts another one out.
        turn: which of these gives way next.
    """

    def __init__(self) -> None:
        self.known = zeros("Q", 8 * (_LAST_KNOWN + 1))
        self.turn = 0


class WordGate:
    """Words of which one must be near a term where some of its conditions hold.

    Args:
        rules: these conditions; bits tell them apart (``bit_of``), by their numbers.
        looks: of each of them one test that wants words, ``None`` where there is none.
        words: whose numbers they get.
        otherwise: whether it is the term where none of them holds.

    Attributes:
        before: the number of words before the term among which one may end them.
        after: the number behind it among which one may begin them.
        countries: the conditions for which a country will do.
        ends: the words with which they end.
        begins: the words with which they begin.
        back: the conditions that look so many words back and more.
        ahead: those that look so many words ahead.
        beside: those of which the word must stand just beside the term.
        place: of its record among the marks of the vocabulary, 0 until it is opened.
            First stands, from the lowest bits: ``before``, ``after``, the classes of
            ``ends``, those of ``begins``, whether a country will do, and what holds
            otherwise; then the marks of ``ends``, and ``BEGINS`` further on those of
            ``begins``.
    """

    def __init__(
        self,
        rules: list[RuleSteps],
        looks: list[Look | None],
        words: Vocabulary,
        *,
        otherwise: bool,
    ) -> None:
        every = [(bit_of(at), one) for at, one in enumerate(looks) if one is not None]
        # No more words stand in a window.
        self.before = min(max([one.before for _, one in every]), FAR)
        self.after = min(max([one.after for _, one in every]), FAR)
        self.countries = _together([bit for bit, one in every if one.words.country])
        self.back = _reaching([(bit, one.before) for bit, one in every], self.before)
        self.ahead = _reaching([(bit, one.after) for bit, one in every], self.after)
        self.beside = _together([bit for bit, one in every if one.beside])
        ends = [each for _, one in every if one.before for each in _lasts(one)]
        begins = [each for _, one in every if one.after for each in _firsts(one)]
        self.ends = List(tuple(ends), words)
        self.begins = List(tuple(begins), words)
        self.place = 0
        self._otherwise = otherwise
        self._rules = rules
        self._words = words

    def open(self) -> None:
        """Make its record, before it is asked for the first time."""
        first = self.before | self.after << AFTER
        first |= self.ends.classes << ENDED | self.begins.classes << BEGUN
        first |= COUNTRIES if self.countries else 0
        first |= OTHERWISE if self._otherwise else 0
        place = self._words.record(first)
        self.ends.mark(place + ENDS)
        self.begins.mark(place + BEGINS)
        self.place = place

    def ended(self, word: int, wants: Wants) -> int:
        """Return where the conditions that want a word before the term are known.

        Args:
            word: its number.
            wants: what is known.
        """
        return self._asked((self.place + _ENDS) * _MOST_WORDS + word, wants)

    def begun(self, word: int, wants: Wants) -> int:
        """Return where those are known that want a word behind the term."""
        return self._asked((self.place + _BEGINS) * _MOST_WORDS + word, wants)

    def _asked(self, key: int, wants: Wants) -> int:
        # What stands there is read at once: no other thread comes between, compiled.
        slot = 8 * (mixed(key) >> 32 & _LAST_KNOWN)
        if wants.known[slot] == key:
            return slot
        if wants.known[slot + 4] == key:
            return slot + 4
        found = self._wanting(key, False)  # noqa: FBT003
        sure = self._wanting(key, True)  # noqa: FBT003
        wants.turn = wants.turn ^ 4
        slot += wants.turn
        wants.known[slot + 1], wants.known[slot + 2] = found, sure
        wants.known[slot] = key
        return slot

    def _wanting(self, key: int, surely: bool) -> int:  # noqa: FBT001
        """Return the conditions that may want a word.

        Args:
            key: what stands for the word and for the side on which it is.
            surely: whether it must be enough by itself.
        """
        word, before = key % _MOST_WORDS, key // _MOST_WORDS == self.place + _ENDS
        found, flags = 0, self._words.flags[word]
        for number, rule in enumerate(self._rules):
            if rule.place < 0 or (surely and (rule.count > 1 or number >= _LAST)):
                continue
            step = rule.steps()[rule.place]
            if step.before if before else step.after:
                one = step.ends if before else step.begins
                if surely:
                    one = step.single
                if one.has(word) or one.classes & flags:
                    found |= bit_of(number)
        return found


def bit_of(number: int) -> int:
    """Return the bit by which a condition is told apart; the last are not.

    >>> bit_of(3), bit_of(70) == bit_of(63)
    (8, True)
    """
    return _ONE_BIT[min(number, _LAST)]


def _together(bits: Iterable[int]) -> int:
    found = 0
    for bit in bits:
        found |= bit
    return found


def _reaching(distances: list[tuple[int, int]], most: int) -> array[int]:
    """Return the bits of the conditions that reach so many words, by that number."""
    return array(
        "Q",
        [_together([bit for bit, far in distances if far > at]) for at in range(most)],
    )


class RuleSteps:
    """A condition as numbers, which most that is read never needs.

    Args:
        tests: its tests.
        words: whose numbers their words get.
        never: whether it must not hold.

    Attributes:
        count: the number of the tests.
        place: of the test of which something must stand near the term, -1 for none.
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
        self.count = len(tests)
        self.place = _place(tests)
        self._steps: list[Step] | None = None

    def steps(self) -> list[Step]:
        """Return its tests as numbers."""
        if self._steps is None:
            self._steps = [
                Step(test.program(), self.words, test) for test in self.tests
            ]
        return self._steps

    def needed(self) -> Look | None:
        """Return what of a test must stand near the term, if there is such a test."""
        if self.place < 0:
            return None
        return self.tests[self.place].program()  # type: ignore[return-value]


def _place(tests: Sequence[Test]) -> int:
    for at, test in enumerate(tests):
        if not test.negated:
            program = test.program()
            if isinstance(program, Look) and not program.within:
                return at
    return -1


class Program:
    """Conditions as numbers.

    Attributes:
        rules: for each condition what it is.
        count: their number.
        gate: what must be near where one of those holds that need it.
        every: the bits of them all (``bit_of``).
        open: of those without such a need.
        never: of those that must not hold.
        otherwise: whether it is the term where none holds.
    """

    def __init__(
        self, rules: list[RuleSteps], words: Vocabulary, *, otherwise: bool = False
    ) -> None:
        self.rules = rules
        self.count = len(rules)
        needed = [one.needed() for one in self.rules]
        numbers = range(self.count)
        self.every = _together([bit_of(at) for at in numbers])
        self.open = _together([bit_of(at) for at in numbers if needed[at] is None])
        self.never = _together([bit_of(at) for at in numbers if rules[at].never])
        gated = any(one is not None for one in needed)
        self.gate = (
            WordGate(self.rules, needed, words, otherwise=otherwise) if gated else None
        )
        self.otherwise = otherwise


def program_of(conditions: Conditions, words: Vocabulary) -> Program:
    """Return conditions as numbers."""
    every, never = (*conditions.unless, *conditions.when), len(conditions.never)
    rules = [RuleSteps(one.tests, words, at < never) for at, one in enumerate(every)]
    return Program(rules, words, otherwise=conditions.otherwise)


def program_for(condition: Condition, words: Vocabulary) -> Program:
    """Return one condition, which must hold, as numbers."""
    return Program([RuleSteps(condition.tests, words, never=False)], words)


def united(programs: Iterable[Program], words: Vocabulary) -> Program:
    """Return several conditions as those of one program, in their order."""
    return Program([rule for one in programs for rule in one.rules], words)
