"""The tests of which conditions are made, a class each.

A new kind of test is a class here that is listed in ``TESTS``, and a row in
docs/conditions.md. The contract test says what a class lacks.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from padanan.language.indonesian import SMALL
from padanan.matching.conditions.gates import gate_for
from padanan.matching.conditions.looks import (
    DOCUMENT,
    SENTENCE,
    Asked,
    Beside,
    Capitals,
    Look,
    TermWords,
)
from padanan.matching.conditions.words import (
    BODY,
    COUNTRIES,
    describe_word,
    found_in,
    sort_words,
    spelt_out,
    word_lists,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Self

    from padanan.matching.conditions.gates import Gate
    from padanan.matching.conditions.surroundings import Surroundings
    from padanan.matching.conditions.words import Words

NEAR = 5
"""Number of words on either side that ``near`` reaches."""

LIST = frozenset({"WORDS", "DOMAINS", "CONCEPTS"})
"""What stands in a form for a list of words or names, separated by ``|``."""

_LETTERS = re.compile(r"[^\W\d_]+")


class Names(NamedTuple):
    """The names that a glossary has for conditions to ask for.

    Attributes:
        domains: of its concepts.
        concepts: the ids.
    """

    domains: frozenset[str]
    concepts: frozenset[str]


class Test(ABC):
    """A test: how it is written, where it holds, and what people are told of it.

    Args:
        words: the words or names that it looks for, as written.
        within: number of words among which it looks, ``None`` for the one just beside.
        negated: whether it holds where nothing is found.

    Attributes:
        forms: how it is written: ``WORDS``, ``DOMAINS`` or ``CONCEPTS`` stands for a
            list, ``N`` for a digit from 1 on.
        wording: what it says of the Indonesian term; ``{}`` stands for the list.
        needs_neighbours: whether it asks for other terms of the sentence.
        among_states: whether an organisation of states counts as a country: where the
            country is only a sign of what the text is about.
    """

    forms: ClassVar[tuple[str, ...]]
    wording: ClassVar[str]
    needs_neighbours: ClassVar[bool] = False
    among_states: ClassVar[bool] = False

    def __init__(
        self,
        words: tuple[str, ...] = (),
        within: int | None = None,
        *,
        negated: bool = False,
    ) -> None:
        self.words = words
        self.within = within
        self.negated = negated

    @classmethod
    def read(cls, text: str, *, negated: bool = False) -> Self | None:
        """Return the test that a text states, ``None`` where it is of another kind.

        >>> test = Before.read("preceded within 3 by dalam | masa")
        >>> test.words, test.within, test.negated
        (('dalam', 'masa'), 3, False)
        """
        for form in cls.forms:
            found = _read(form, text)
            if found is not None:
                listed, within = found
                words = tuple(word.strip() for word in listed.split("|"))
                return cls(words if listed else (), within, negated=negated)
        return None

    @cached_property
    def wanted(self) -> Words:
        """The words made ready for comparing."""
        countries = not COUNTRIES.isdisjoint(self.words)
        bodies = (BODY,) if self.among_states and countries else ()
        return sort_words((*self.words, *bodies))

    @abstractmethod
    def matched_words(self, place: Surroundings) -> str | None:
        """Return the words of the text that it finds, ``None`` where it finds none.

        ``negated`` does not count here.
        """

    def gate(self) -> Gate | None:
        """Return what must at least stand near, ``None`` where words do not tell."""
        return None

    def program(self) -> Asked | None:
        """Return what it asks for, as a value that the compiled core reads.

        Returns:
            ``None`` where no such value tells all: ``matched_words`` is asked then.
        """
        return None

    def describe(self) -> str:
        """Return in words for people where it holds."""
        words = " or ".join(map(describe_word, self.words))
        within = f"within {self.within} words " if self.within else ""
        negated = "not " if self.negated else ""
        return f"{negated}{within}{self.wording.format(words)}"

    def problems(self, names: Names) -> Iterator[str]:
        """Yield what is wrong with it in a glossary that has these names.

        >>> next(After(("dari COUNTRY",)).problems(Names(frozenset(), frozenset())))
        '“dari COUNTRY” is never found — ask for COUNTRY by itself'
        """
        # The countries of a text are known as a whole, not word by word; so are lists.
        lists = word_lists()
        for words in self.words:
            within = COUNTRIES.union(lists).intersection(words.split())
            for name in sorted(within - {words}):
                yield f"“{words}” is never found — ask for {name} by itself"
        for name in filter(lists.__contains__, self.words):
            for words in self.words:
                if words in lists[name].words:
                    yield f"“{words}” is in {name} already — take it out"


class Before(Test):
    """Words before the term, in its sentence."""

    forms = ("preceded by WORDS", "preceded within N by WORDS")
    wording = "after {}"

    def matched_words(self, place: Surroundings) -> str | None:
        """Return the words before the term."""
        return place.find_before(self.wanted, self.within)

    def gate(self) -> Gate | None:
        """Return what must stand before the term."""
        return gate_for(self.wanted, before=self.within or 1)

    def program(self) -> Asked | None:
        """Return that it looks before the term."""
        return Look(self.wanted, before=self.within or 1, beside=self.within is None)


class After(Test):
    """Words after the term, in its sentence."""

    forms = ("followed by WORDS", "followed within N by WORDS")
    wording = "before {}"

    def matched_words(self, place: Surroundings) -> str | None:
        """Return the words after the term."""
        return place.find_after(self.wanted, self.within)

    def gate(self) -> Gate | None:
        """Return what must stand after the term."""
        return gate_for(self.wanted, after=self.within or 1)

    def program(self) -> Asked | None:
        """Return that it looks after the term."""
        return Look(self.wanted, after=self.within or 1, beside=self.within is None)


class Near(Test):
    """Words among the few on either side of the term, in its sentence."""

    forms = ("near WORDS",)
    wording = "near {}"
    among_states = True

    def matched_words(self, place: Surroundings) -> str | None:
        """Return the words before the term, or those after it."""
        found = place.find_before(self.wanted, NEAR)
        return place.find_after(self.wanted, NEAR) if found is None else found

    def gate(self) -> Gate | None:
        """Return what must stand on one of the sides."""
        return gate_for(self.wanted, before=NEAR, after=NEAR)

    def program(self) -> Asked | None:
        """Return that it looks on both sides."""
        return Look(self.wanted, before=NEAR, after=NEAR)


class InSentence(Test):
    """Words anywhere in the sentence of the term."""

    forms = ("sentence has WORDS",)
    wording = "in a sentence with {}"
    among_states = True

    def matched_words(self, place: Surroundings) -> str | None:
        """Return the words of the sentence."""
        return place.find_within(self.wanted, place.sentence)

    def program(self) -> Asked | None:
        """Return that it looks in the sentence."""
        return Look(self.wanted, within=SENTENCE)


class InDocument(Test):
    """Words anywhere in the document."""

    forms = ("document has WORDS",)
    wording = "in a text with {}"
    among_states = True

    def matched_words(self, place: Surroundings) -> str | None:
        """Return the words of the document."""
        return place.find_within(self.wanted, place.whole)

    def program(self) -> Asked | None:
        """Return that it looks in the document."""
        return Look(self.wanted, within=DOCUMENT)


class WithDomain(Test):
    """Another recognised term in the sentence, of one of some domains."""

    forms = ("with domain DOMAINS",)
    wording = "beside another term of {}"
    needs_neighbours = True

    def matched_words(self, place: Surroundings) -> str | None:
        """Return the other term as it stands in the text."""
        if not place.document.may_have(self.words, place):
            return None
        for other in place.neighbours:
            if other.domain in self.words:
                return place.text[other.start : other.end]
        return None

    def program(self) -> Asked | None:
        """Return the domains."""
        return Beside(domains=frozenset(self.words))

    def problems(self, names: Names) -> Iterator[str]:
        """Yield the domains that the glossary does not have."""
        return _unknown("with domain", self.words, names.domains)


class WithConcept(Test):
    """Another recognised term in the sentence, of one of some concepts."""

    forms = ("with concept CONCEPTS",)
    wording = "beside the term {}"
    needs_neighbours = True

    def matched_words(self, place: Surroundings) -> str | None:
        """Return the other term as it stands in the text."""
        for other in place.neighbours:
            if other.concept in self.words:
                return place.text[other.start : other.end]
        return None

    def program(self) -> Asked | None:
        """Return the concepts."""
        return Beside(concepts=frozenset(self.words))

    def problems(self, names: Names) -> Iterator[str]:
        """Yield the concepts that the glossary does not have."""
        return _unknown("with concept", self.words, names.concepts)


class Capitalised(Test):
    """Every word of the term begins with a capital, those aside that titles keep small.

    *Menteri Komunikasi dan Digital* is written with capitals (EYD V, I.F).
    """

    forms = ("capitalised",)
    wording = "written with capitals"

    def matched_words(self, place: Surroundings) -> str | None:
        """Return an empty string where the term has its capitals."""
        words = _LETTERS.findall(place.text, place.start, place.end)
        small = {word for word in words if not word[0].isupper()}
        return "" if small.isdisjoint(words[:1]) and small <= SMALL else None

    def program(self) -> Asked | None:
        """Return the words that need no capital."""
        return Capitals(SMALL)


class WrittenWith(Test):
    """The term, as it stands in the text, has certain words.

    *Garda Revolusi* is the Revolutionary Guards, though the full name says more.
    """

    forms = ("written with WORDS",)
    wording = "written with {}"

    def matched_words(self, place: Surroundings) -> str | None:
        """Return the words of the term, as they are wanted."""
        term = place.text[place.start : place.end]
        return found_in(term, spelt_out(self.words))

    def program(self) -> Asked | None:
        """Return the words."""
        return TermWords(spelt_out(self.words))


TESTS: tuple[type[Test], ...] = (
    Before,
    After,
    Near,
    InSentence,
    InDocument,
    WithDomain,
    WithConcept,
    Capitalised,
    WrittenWith,
)
"""Every kind of test; none reads what another one reads."""


@lru_cache
def _parts(form: str) -> tuple[str, ...]:
    return tuple(form.split(" "))


def _read(form: str, text: str) -> tuple[str, int | None] | None:
    """Return the list and the number in a text of a form, ``None`` if it is another.

    >>> _read("preceded within N by WORDS", "preceded within 3 by dalam | masa")
    ('dalam | masa', 3)
    """
    parts = _parts(form)
    if not text.startswith(parts[0]):
        return None
    found = text.split(" ", len(parts) - 1)
    if len(found) != len(parts):
        return None
    listed, within = "", None
    for part, word in zip(parts, found, strict=True):
        if part in LIST:
            listed = word
        elif part == "N" and word in set("123456789"):
            within = int(word)
        elif part != word:
            return None
    return listed, within


def _unknown(test: str, asked: Collection[str], known: frozenset[str]) -> Iterator[str]:
    # Only lint needs it.
    from padanan.glossary.fields import closest

    for name in asked:
        if name not in known:
            meant = closest(name, sorted(known))
            advice = f"did you mean “{meant}”?" if meant else "mend it"
            yield f"there is no such name: “{test} {name}” — {advice}"
