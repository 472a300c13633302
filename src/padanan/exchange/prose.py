"""Regions and conditions in words, for people and for language models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.errors import GlossaryError
from padanan.language.countries import region_name
from padanan.matching.conditions import ConditionTest, Where, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from padanan.exchange.pairs import Pair
    from padanan.model import Concept, Term

_CLASSES = {
    "COUNTRY": "the name of a country",
    "NAME": "a name",
    "NUMBER": "a number",
    "ANY": "any word",
}
# What a test says of the Indonesian term; {} stands for the words.
_SAYINGS = {
    Where.BEFORE: "after {}",
    Where.AFTER: "before {}",
    Where.NEAR: "near {}",
    Where.SENTENCE: "in a sentence with {}",
    Where.DOCUMENT: "in a text with {}",
    Where.DOMAIN: "beside another term of {}",
    Where.CONCEPT: "beside the term {}",
}


def condition(text: str) -> str:
    """Return a condition in words; as it is where it is not understood.

    >>> condition("preceded within 3 by dalam | masa and not near hak*")
    'within 3 words after “dalam” or “masa”, and not near “hak…”'
    """
    try:
        tests = parse(text).tests
    except GlossaryError:
        return text
    return ", and ".join(map(_test, tests))


def binding(term: Term) -> str:
    """Say where alone a term holds; empty where it holds everywhere.

    >>> from padanan.model import Term
    >>> binding(Term("Secretary of State", region="US"))
    'for the United States'
    """
    region = f"for {region_name(term.region)}" if term.region else ""
    where = condition(term.condition) if term.condition else ""
    return ", ".join(filter(None, (region, where)))


def recognition(concept: Concept) -> str:
    """Say where alone the terms are the concept; empty where they always are.

    >>> from padanan.model import Concept, Term
    >>> recognition(Concept("misi", "missions", (Term("misi"),), (Term("mission"),),
    ...                     when=("followed by diplomatik",), unless=("near visi",)))
    'only before “diplomatik”; not near “visi”'
    """
    only = "; or ".join(map(condition, concept.when))
    never = "; nor ".join(map(condition, concept.unless))
    parts = (f"only {only}" if only else "", f"not {never}" if never else "")
    return "; ".join(filter(None, parts))


def remarks(pair: Pair) -> str:
    """Return what a translator should know of a pair, in one line."""
    return " · ".join(_one_line(_remarks(pair)))


def _remarks(pair: Pair) -> Iterator[str]:
    yield binding(pair.equivalent)
    yield recognition(pair.concept)
    yield pair.concept.definition
    yield from pair.concept.notes


def _one_line(parts: Iterable[str]) -> Iterator[str]:
    return (" ".join(part.split()) for part in parts if part.strip())


def _test(test: ConditionTest) -> str:
    negated = "not " if test.negated else ""
    if test.kind is Where.CAPITALISED:
        return f"{negated}written with capitals"
    words = " or ".join(map(_word, test.words))
    within = f"within {test.within} words " if test.within else ""
    return f"{negated}{within}{_SAYINGS[test.kind].format(words)}"


def _word(word: str) -> str:
    if word in _CLASSES:
        return _CLASSES[word]
    return f"“{word[:-1]}…”" if word.endswith("*") else f"“{word}”"
