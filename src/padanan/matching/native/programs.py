# cython: annotation_typing=False
"""Conditions as numbers, for the compiled core.

What a test asks for is said by its class (``conditions.kinds``); a test that does not
say it is asked itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.matching.conditions.looks import DOCUMENT, Beside, Capitals
from padanan.matching.conditions.words import sort_words
from padanan.matching.native.vocabulary import classes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from padanan.matching.conditions import Condition, Conditions
    from padanan.matching.conditions.kinds import Test
    from padanan.matching.conditions.looks import Look
    from padanan.matching.conditions.words import Words
    from padanan.matching.native.vocabulary import Vocabulary

_LEAST = 64
"""Least number of bytes of the sieve of a list; it always is a power of two."""

WORDS, BESIDE, CAPITALS, ASKED = range(4)
"""What a step may ask for; ``ASKED``: its test is asked itself."""
_WORDS, _BESIDE, _CAPITALS, _ASKED = WORDS, BESIDE, CAPITALS, ASKED


class List:
    """Single words that are looked for: a list of the vocabulary, and classes.

    Args:
        wanted: the words.
        words: whose numbers they get.

    Attributes:
        classes: as flags.
        members: the numbers of the words that have been met.
        sieve: bits of them, where several words share one.
        sifted: the number up to which words are in the sieve.
    """

    def __init__(self, wanted: Words, words: Vocabulary) -> None:
        self.classes = classes_of(wanted)
        number = words.list_of(wanted)
        self.members: set[int] = words.members(number) if number >= 0 else set()
        self.sieve = bytes(_LEAST)
        self.sifted = 0

    def has(self, word: int) -> bool:
        """Whether a word is in the list, by its number."""
        if word >= self.sifted:
            self._sift(word)
        # The bit is quick, and may be set for another word; the set is exact.
        if not self.sieve[word >> 3 & len(self.sieve) - 1] >> (word & 7) & 1:
            return False
        return word in self.members

    def _sift(self, word: int) -> None:
        """Set the bits of all words up to a new one that are in the list."""
        members, size = list(self.members), _LEAST
        while size < 2 * len(members):
            size *= 2
        bits = bytearray(size)
        for one in members:
            bits[one >> 3 & size - 1] |= 1 << (one & 7)
        # It is put in place whole: other threads may read it.
        self.sieve = bytes(bits)
        self.sifted = word + 1


class Step:
    """A test as numbers.

    Attributes:
        negated: whether it holds where nothing is found.
        kind: what it asks for: one of the four.
        asked: the test itself, where it does not say what it asks for.
        look: where it says that words are wanted, which ones and where.
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
        sequences: several words each.
        begins: the words with which single and several words begin.
        ends: the words with which they end.
    """

    def __init__(self, test: Test, words: Vocabulary) -> None:
        program = test.program()
        self.negated = test.negated
        self.asked, self.kind = test, _ASKED
        if isinstance(program, Beside):
            self.kind = _BESIDE
            self.domains, self.concepts = program
        elif isinstance(program, Capitals):
            self.kind, self.small = _CAPITALS, program.small
        elif program is not None:
            self.kind = _WORDS
            self._look(program, words)

    def _look(self, look: Look, words: Vocabulary) -> None:
        self.look = look
        self.before, self.after, self.beside = look.before, look.after, look.beside
        self.within = (2 if look.within == DOCUMENT else 1) if look.within else 0
        self.country = look.words.country
        self.foreign = look.words.only_foreign
        self.single = List(look.words, words)
        self.sequences = [
            [List(part, words) for part in parts] for parts in look.words.sequences
        ]
        self.begins = List(_union(_firsts(look)), words)
        self.ends = List(_union(_lasts(look)), words)


def _firsts(look: Look) -> list[Words]:
    """Return the words with which wanted ones begin."""
    return [look.words, *(parts[0] for parts in look.words.sequences)]


def _lasts(look: Look) -> list[Words]:
    """Return the words with which wanted ones end."""
    return [look.words, *(parts[-1] for parts in look.words.sequences)]


def _union(every: list[Words]) -> Words:
    """Return the single words of several lists as those of one."""
    return every[0]._replace(
        known=frozenset().union(*(one.known for one in every)),
        exact=frozenset().union(*(one.exact for one in every)),
        beginnings=tuple(dict.fromkeys(b for one in every for b in one.beginnings)),
        classes=frozenset().union(*(one.classes for one in every)),
    )


_NOTHING = sort_words(())


class WordGate:
    """Words of which one must be near a term where any of several conditions holds.

    Args:
        steps: of each of these conditions one that wants words.
        words: whose numbers they get.

    Attributes:
        before: the number of words before the term among which one may end them.
        after: the number behind it among which one may begin them.
        country: whether a country will do.
        ends: the words with which they end.
        begins: the words with which they begin.
    """

    def __init__(self, steps: list[Step], words: Vocabulary) -> None:
        self.before = max(one.before for one in steps)
        self.after = max(one.after for one in steps)
        self.country = any(one.country for one in steps)
        before = [one.look for one in steps if one.before]
        after = [one.look for one in steps if one.after]
        ends = [each for look in before for each in _lasts(look)]
        begins = [each for look in after for each in _firsts(look)]
        self.ends = List(_union(ends or [_NOTHING]), words)
        self.begins = List(_union(begins or [_NOTHING]), words)


class RuleSteps:
    """A condition as numbers.

    Attributes:
        steps: its tests.
        never: whether it must not hold.
    """

    def __init__(self, steps: list[Step], *, never: bool) -> None:
        self.steps = steps
        self.never = never

    def needed(self) -> Step | None:
        """Return a step that needs certain words near the term, if there is one."""
        for step in self.steps:
            if step.kind == _WORDS and not (step.negated or step.within):
                return step
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
            RuleSteps([Step(test, words) for test in tests], never=number < never)
            for number, tests in enumerate(rules)
        ]
        needed = [one.needed() for one in self.rules]
        self.open = [
            rule for rule, one in zip(self.rules, needed, strict=True) if one is None
        ]
        steps = [one for one in needed if one is not None]
        self.gate = WordGate(steps, words) if steps else None
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
