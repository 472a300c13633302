"""The language of conditions: what must stand around a term.

A condition is one or more tests joined by `` and ``; ``not`` before a test turns
it round. The tests (``WORDS`` are separated by ``|``)::

    preceded by WORDS             just before the term, nothing but spaces between
    preceded within N by WORDS    among the N words before it, in the sentence
    followed by WORDS             just after it
    followed within N by WORDS    among the N words after it
    near WORDS                    within five words on either side
    sentence has WORDS            anywhere in the sentence
    document has WORDS            anywhere in the document
    with domain NAMES             another recognised term of such a domain
    with concept IDS              another recognised term of such a concept
    capitalised                   every word of the term begins with a capital

Words ignore case unless they are all capitals, match with clitics too, and with
``*`` at the end match any continuation. ``COUNTRY``, ``NAME``, ``NUMBER`` and
``ANY`` stand for a country's name, a capitalised word, a number and any word.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from padanan.errors import GlossaryError

CLASSES = frozenset({"COUNTRY", "NAME", "NUMBER", "ANY"})
"""Names that stand for any word of a kind."""


class Where(StrEnum):
    """Where a test looks."""

    BEFORE = "preceded"
    AFTER = "followed"
    NEAR = "near"
    SENTENCE = "sentence has"
    DOCUMENT = "document has"
    DOMAIN = "with domain"
    CONCEPT = "with concept"
    CAPITALISED = "capitalised"


class ConditionTest(NamedTuple):
    """One test of a condition.

    Attributes:
        kind: where it looks.
        words: what it looks for, as written; names for domains and concepts.
        within: how many words it may look past, ``None`` for those just beside.
        negated: whether it holds where nothing is found.
    """

    kind: Where
    words: tuple[str, ...] = ()
    within: int | None = None
    negated: bool = False


class Condition(NamedTuple):
    """Tests that must all hold.

    Attributes:
        text: the condition as written.
        tests: its tests in order.
    """

    text: str
    tests: tuple[ConditionTest, ...]

    @property
    def needs_neighbours(self) -> bool:
        """Whether it depends on the other terms of the sentence."""
        return any(test.kind in (Where.DOMAIN, Where.CONCEPT) for test in self.tests)


_TEST = re.compile(
    r"(?P<negated>not )?(?:"
    r"(?P<beside>preceded|followed)(?: within (?P<within>[1-9]))? by (?P<a>.+)"
    r"|(?P<region>near|sentence has|document has) (?P<b>.+)"
    r"|(?P<other>with domain|with concept) (?P<c>.+)"
    r"|(?P<capital>capitalised))"
)


JOINING = frozenset({"and", "or", "not", "by", "near", "followed", "preceded"})
"""Words of this language and of no Indonesian term: a slip, if looked for."""


@lru_cache(maxsize=4096)
def parse(text: str) -> Condition:
    """Return the condition that a text states.

    Raises:
        GlossaryError: a test is none of those above, or has no words.

    >>> [test.words for test in parse("followed by atas | dari and not near hak").tests]
    [('atas', 'dari'), ('hak',)]
    """
    return Condition(text, tuple(_test(part) for part in text.split(" and ")))


def _test(text: str) -> ConditionTest:
    match = _TEST.fullmatch(text.strip())
    if match is None:
        raise GlossaryError(
            f"condition “{text}” is not understood — see the tests in"
            " docs/conditions.md, e.g. “followed by atas | terhadap”"
        )
    kind = next(
        Where(match[name])
        for name in ("beside", "region", "other", "capital")
        if match[name]
    )
    listed = match["a"] or match["b"] or match["c"] or ""
    words = tuple(word.strip() for word in listed.split("|")) if listed else ()
    if not all(words):
        raise GlossaryError(f"condition “{text}” has an empty word — remove a “|”")
    joining = next((part for word in words for part in JOINING & {*word.split()}), "")
    if joining:
        raise GlossaryError(
            f"condition “{text}” has “{joining}” among its words — join tests by"
            " “and”, words by “|”"
        )
    within = int(match["within"]) if match["within"] else None
    return ConditionTest(kind, words, within, bool(match["negated"]))
