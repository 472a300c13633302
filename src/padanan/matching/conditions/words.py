"""The words that tests look for, and how they are compared with those of a text.

Words ignore case unless they are all capitals, match with clitics too, and with
``*`` at the end match any continuation.
"""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from padanan.language.indonesian import CLITICS, ENDINGS, PARTICLES, POSSESSIVES
from padanan.language.tables import rows, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

COUNTRY, FOREIGN = "COUNTRY", "FOREIGN"
CLASSES = {
    COUNTRY: "the name of a country",
    FOREIGN: "the name of a foreign country",
    "NAME": "a name",
    "NUMBER": "a number",
    "ANY": "any word",
}
"""Names that stand for any word of a kind, and what they are called for people."""
COUNTRIES = frozenset({COUNTRY, FOREIGN})
"""Those among them that stand for a country, whose name may have several words."""
BODY = "BODY"
"""The list of organisations, which show that states deal with each other."""


class WordList(NamedTuple):
    """Words that conditions ask for by one name.

    Attributes:
        meaning: what one of them is, for people.
        words: the words as written.
    """

    meaning: str
    words: tuple[str, ...]


@cache
def word_lists() -> dict[str, WordList]:
    """Return the lists by their names.

    >>> word_lists()["SPORT"].meaning
    'a word of sport'
    """
    return {
        name: WordList(meaning, tuple(words.split(" | ")))
        for name, meaning, words in rows("word_lists.tsv")
    }


def spelt_out(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words with those of a list in the place of its name, each once.

    >>> spelt_out(("WARTORN", "Kongo", "Sudan"))[-3:]
    ('Haiti', 'Somalia', 'Kongo')
    """
    lists = word_lists()
    if lists.keys().isdisjoint(words):
        return words
    every = [lists[word].words if word in lists else (word,) for word in words]
    return tuple(dict.fromkeys(chain.from_iterable(every)))


WORD = re.compile(r"\w+")
"""A word, as conditions count them."""

_NUMBERS = frozenset({
    "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "puluhan", "ratusan", "ribuan",
})  # fmt: skip
_BETWEEN = re.compile(r"[\s-]+")


def without_clitics(words: str) -> str:
    """Return a text of the same length, with blanks for what may be clitics.

    The ends of some other words go too (*masalah*, *ilmu*). That does no harm where
    the words that are looked for have been treated alike.

    Args:
        words: in lower case, a space behind each.

    >>> without_clitics("pernyataannyalah masalah itu ")
    'pernyataan       masa    itu '
    """
    for ending in (*PARTICLES, *POSSESSIVES):
        words = words.replace(f"{ending} ", " " * (len(ending) + 1))
    return words


Ranked: TypeAlias = "tuple[int, tuple[Words, ...]]"
"""Several words, and their place in a list."""

ALONE: Ranked = (-1, ())
"""A single word: it comes before all sequences, and has no more words."""


class Edge(NamedTuple):
    """The words with which wanted words may begin, or with which they may end.

    Attributes:
        words: in lower case, each with every clitic, then without clitics.
        beginnings: the beginnings of further words, in lower case.
        any: whether it may be some other word too.
    """

    words: frozenset[str]
    beginnings: tuple[str, ...] = ()
    any: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it may be a word at all, not only the name of a country."""
        return bool(self.words or self.beginnings or self.any)

    def may_be_among(self, words: frozenset[str]) -> bool:
        """Whether one of its words may be among those of a text without clitics."""
        return self.any or bool(self.beginnings) or not self.words.isdisjoint(words)


class Words:
    """The words that a test looks for, sorted by how they are compared.

    Args:
        known: single words in lower case, without clitics.
        exact: single words all in capitals.
        beginnings: of words, in lower case.
        sequences: several words each.
        classes: names of classes of words.
    """

    def __init__(
        self,
        known: frozenset[str],
        exact: frozenset[str],
        beginnings: tuple[str, ...],
        sequences: tuple[tuple[Words, ...], ...],
        classes: frozenset[str],
    ) -> None:
        self.known = known
        self.exact = exact
        self.beginnings = beginnings
        self.sequences = sequences
        self.classes = classes

    # The compiled core asks for nothing of what follows.
    @cached_property
    def single(self) -> frozenset[str]:
        """The single words of both kinds."""
        return self.known | self.exact if self.exact else self.known

    @cached_property
    def by_first(self) -> Sequences:
        """All of these, by the word with which they begin."""
        return Sequences(self, [parts[0] for parts in self.sequences])

    @cached_property
    def by_last(self) -> Sequences:
        """All of these, by the word with which they end."""
        return Sequences(self, [parts[-1] for parts in self.sequences])

    @cached_property
    def first(self) -> Edge:
        """The words with which all of these begin."""
        return join((self._own, *[parts[0].first for parts in self.sequences]))

    @cached_property
    def last(self) -> Edge:
        """The words with which all of these end."""
        return join((self._own, *[parts[-1].last for parts in self.sequences]))

    @cached_property
    def _own(self) -> Edge:
        bare = _bare(self.known, self.exact)
        return Edge(bare, self.beginnings, _is_odd(self))

    def may_begin(self, word: str, there: frozenset[str]) -> bool:
        """Whether wanted words that a word begins may stand in a text.

        Args:
            word: without clitics, one of ``first``.
            there: the words of the text without clitics, that word among them.

        >>> wanted = sort_words(("negara pihak", "negara ini"))
        >>> wanted.may_begin("negara", frozenset(("negara", "pihak")))
        True
        >>> wanted.may_begin("negara", frozenset(("negara",)))
        False
        """
        return word in self._own.words or any(
            word in parts[0].first.words
            and all(part.first.may_be_among(there) for part in parts[1:])
            for parts in self.sequences
        )

    @property
    def is_loose(self) -> bool:
        """Whether a word may be one of these that is not among ``single``."""
        return bool(self.beginnings) or not self.classes <= COUNTRIES

    @property
    def country(self) -> bool:
        """Whether the name of a country will do."""
        return not self.classes.isdisjoint(COUNTRIES)

    @property
    def only_foreign(self) -> bool:
        """Whether a country must be a foreign one."""
        return COUNTRY not in self.classes


class Sequences:
    """Wanted words by one word of each: nearly every word of a text has none of them.

    Args:
        wanted: the words.
        words: of each sequence of them the word by which it is found.
    """

    def __init__(self, wanted: Words, words: Sequence[Words]) -> None:
        self._wanted = wanted
        self._by_word: dict[str, list[Ranked]] = {}
        self._loose: list[tuple[Words, Ranked]] = []
        for rank, (word, parts) in enumerate(zip(words, wanted.sequences, strict=True)):
            for single in word.single:
                self._by_word.setdefault(single, []).append((rank, parts))
            if word.is_loose:
                self._loose.append((word, (rank, parts)))
        self._words = wanted.single.union(self._by_word)
        self._is_loose = wanted.is_loose or bool(self._loose)

    def has(self, word: str) -> bool:
        """Whether a word of the text may be one of these.

        >>> sequences = sort_words(("hak asasi",)).by_first
        >>> sequences.has("Haknya"), sequences.has("asasi")
        (True, False)
        """
        return self._is_loose or not self._words.isdisjoint(spellings(word))

    def of(self, word: str) -> Sequence[Ranked]:
        """Return what has a word of the text, in order, ``ALONE`` for the word itself.

        >>> wanted = sort_words(("hak asasi", "negara pihak", "hak* asasi", "hak"))
        >>> [rank for rank, _ in wanted.by_first.of("Haknya")]
        [-1, 0, 2]
        """
        if not self.has(word):
            return ()
        known = self._by_word
        found = [one for s in spellings(word) for one in known.get(s, ())]
        found += [one for wanted, one in self._loose if matches(word, wanted)]
        if matches(word, self._wanted):
            found.append(ALONE)
        return sorted(found)


def union(every: Sequence[Words]) -> Words:
    """Return the single words of several lists as those of one.

    >>> both = union([sort_words(("atas",)), sort_words(("NAME", "hak*", "a b"))])
    >>> [matches(word, both) for word in ("atasnya", "Rubio", "haknya", "a")]
    [True, True, True, False]
    """
    return Words(
        _together([one.known for one in every]),
        _together([one.exact for one in every]),
        tuple(dict.fromkeys([b for one in every for b in one.beginnings])),
        (),
        _together([one.classes for one in every]),
    )


def _together(several: list[frozenset[str]]) -> frozenset[str]:
    # Most are empty, and need not be so many objects.
    return _NONE.union(*several) or _NONE


def join(edges: tuple[Edge, ...]) -> Edge:
    """Return the words of one or more edges as one.

    >>> join((Edge(frozenset({"a"})), Edge(frozenset(), ("b",)))).beginnings
    ('b',)
    """
    if len(edges) == 1:
        return edges[0]
    return Edge(
        frozenset().union(*(edge.words for edge in edges)),
        tuple(dict.fromkeys(one for edge in edges for one in edge.beginnings)),
        any(edge.any for edge in edges),
    )


def sort_words(words: tuple[str, ...]) -> Words:
    """Sort the words of a test, and what stands for them, by how they are compared.

    >>> sort_words(("AS", "perjanjian*", "Amerika Serikat")).beginnings
    ('perjanjian',)
    >>> matches("PM", sort_words(("raja", "perdana menteri")))
    True
    """
    short = table("short_forms.tsv")
    every = spelt_out(words)
    named = [word for word in every if word.lower() in short]
    return _sort((*every, *chain.from_iterable(map(short_forms, named))))


def short_forms(words: str) -> tuple[str, ...]:
    """Return what news writes for some words, or for a longer name that begins so.

    >>> short_forms("perdana menteri"), short_forms("warga negara")
    (('PM',), ('WNI', 'WNA'))
    """
    short = table("short_forms.tsv").get(words.lower())
    return tuple(short[0].split(" | ")) if short else ()


@lru_cache(maxsize=4096)
def _sort(words: tuple[str, ...]) -> Words:
    known, exact, classes = set(), set(), set()
    beginnings, sequences = [], []
    for word in words:
        if " " in word or "-" in word:
            sequences.append(tuple([_sort((part,)) for part in _BETWEEN.split(word)]))
        elif word in CLASSES:
            classes.add(word)
        elif word.endswith("*"):
            beginnings.append(word[:-1].lower())
        elif word.isupper():
            exact.add(word)
        else:
            known.add(word.lower())
    return Words(
        _frozen(known),
        _frozen(exact),
        tuple(beginnings),
        tuple(sequences),
        _frozen(classes),
    )


_NONE: frozenset[str] = frozenset()


def _frozen(words: set[str]) -> frozenset[str]:
    # Most of these sets are empty, and need not be so many objects.
    return frozenset(words) if words else _NONE


def _bare(known: Iterable[str], exact: Iterable[str]) -> frozenset[str]:
    alone = without_clitics(f"{' '.join(map(str.lower, exact))} ").split()
    return frozenset(chain(alone, *map(_without_any_clitic, known)))


@lru_cache(maxsize=4096)
def _without_any_clitic(word: str) -> tuple[str, ...]:
    """Return what is left of a word with every clitic."""
    if not word.endswith(ENDINGS):
        return (word,)
    every = " ".join([word + clitic for clitic in CLITICS])
    return tuple(dict.fromkeys(without_clitics(f"{every} ").split()))


def _is_odd(words: Words) -> bool:
    """Whether some words are classes, clitics or words of another script."""
    # A country is not compared as a word: the countries of a text are known already.
    if words.classes - COUNTRIES:
        return True
    single = [*words.known, *words.exact]
    if any(
        max(word.upper(), default="") > "ÿ" for word in (*single, *words.beginnings)
    ):
        return True
    return any(word.lower() in CLITICS for word in single)


def starting_at(found: Sequence[str], at: int, wanted: Words) -> int:
    """Return how many words from an index on are wanted, 0 where they are not.

    >>> starting_at(("Amerika", "Serikat"), 0, sort_words(("Amerika Serikat",)))
    2
    """
    for _, parts in wanted.by_first.of(found[at]):
        if _is_sequence(found, at, parts):
            return len(parts) or 1
    return 0


def ending_at(found: Sequence[str], at: int, wanted: Words) -> int:
    """Return how many words up to an index are wanted, 0 where they are not.

    >>> ending_at(("dari", "Amerika", "Serikat"), 2, sort_words(("Amerika Serikat",)))
    2
    """
    for _, parts in wanted.by_last.of(found[at]):
        begin = at - len(parts) + 1
        if begin >= 0 and _is_sequence(found, begin, parts):
            return len(parts) or 1
    return 0


def alternatives_at(found: Sequence[str], wanted: Words) -> Iterator[tuple[int, int]]:
    """Yield which wanted words some words begin with: a rank, and how many they are.

    >>> list(alternatives_at(("hak", "anak"), sort_words(("hak anak", "hak"))))
    [(-1, 1), (0, 2)]
    """
    for rank, parts in wanted.by_first.of(found[0]):
        if _is_sequence(found, 0, parts):
            yield rank, len(parts) or 1


def _is_sequence(found: Sequence[str], at: int, parts: tuple[Words, ...]) -> bool:
    if at + len(parts) > len(found):
        return False
    # Most end with the first of them: a generator would cost more than that.
    for part in parts:
        if not matches(found[at], part):
            return False
        at += 1
    return True


def matches(word: str, wanted: Words) -> bool:
    """Whether a single word of the text is one that is wanted.

    >>> matches("Pernyataannya", sort_words(("pernyataan",)))
    True
    """
    if not wanted.single.isdisjoint(spellings(word)):
        return True
    if wanted.beginnings and word.lower().startswith(wanted.beginnings):
        return True
    return bool(wanted.classes) and in_class(word, wanted.classes)


@lru_cache(maxsize=4096)
def found_in(term: str, wanted: tuple[str, ...]) -> str | None:
    """Return the first of some words that stand in a term, whatever their capitals.

    >>> found_in("Korps Garda Revolusi", ("garda revolusi", "korps"))
    'garda revolusi'
    """
    within = _spaced(term)
    return next((words for words in wanted if _spaced(words) in within), None)


def _spaced(words: str) -> str:
    return f" {' '.join(WORD.findall(words.lower()))} "


def with_meanings(text: str) -> str:
    """Return a text of conditions with what a list is behind its name.

    >>> with_meanings("unless near SPORT | pemain")
    'unless near SPORT (a word of sport) | pemain'
    """
    lists = word_lists()
    return WORD.sub(
        lambda name: (
            f"{name[0]} ({lists[name[0]].meaning})" if name[0] in lists else name[0]
        ),
        text,
    )


def describe_word(word: str) -> str:
    """Return a word of a test as people read it.

    >>> describe_word("perjanjian*"), describe_word("SPORT")
    ('“perjanjian…”', 'a word of sport')
    """
    if word in CLASSES:
        return CLASSES[word]
    if word in word_lists():
        return word_lists()[word].meaning
    return f"“{word[:-1]}…”" if word.endswith("*") else f"“{word}”"


@lru_cache(maxsize=4096)
def spellings(word: str) -> frozenset[str]:
    """Return what a word of the text may be in a list: as it is, or in lower case.

    Of a word with clitics what it is without them comes too.

    >>> sorted(spellings("Haknya"))
    ['Haknya', 'hak', 'haknya']
    """
    lower = word.lower()
    return frozenset((word, lower, *(_stems(lower) if lower.endswith(ENDINGS) else ())))


def _stems(word: str) -> Iterator[str]:
    """Yield what a word may be without its clitics: a possessive, then a particle."""
    rests = [word, *(word[:-3] for one in PARTICLES if word.endswith(one))]
    for rest in rests:
        yield rest
        for ending in POSSESSIVES:
            if rest.endswith(ending):
                yield rest.removesuffix(ending)


def in_class(word: str, classes: frozenset[str]) -> bool:
    """Whether a single word of the text is of one of some classes.

    >>> in_class("Rubio", frozenset({"NAME"})), in_class("dua", frozenset({"NAME"}))
    (True, False)
    """
    return (
        "ANY" in classes
        or ("NAME" in classes and is_name(word))
        or ("NUMBER" in classes and is_number(word))
    )


def is_name(word: str) -> bool:
    """Whether a single word of the text may be a name."""
    return word[0].isupper()


def is_number(word: str) -> bool:
    """Whether a single word of the text is a number, in figures or in letters.

    >>> is_number("3,5"), is_number("Tiga"), is_number("tigaan")
    (True, True, False)
    """
    return word[0].isdigit() or word.lower() in _NUMBERS
