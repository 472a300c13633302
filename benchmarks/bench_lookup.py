"""Look-up: 200 corrupted or inflected queries, and whether the term is in the top five.

The queries are made from the glossary with a fixed seed, as many by each rule, from
terms (Indonesian for the first four rules, English for the last two) of at least six
letters that are no abbreviation:

- typing: two neighbouring letters change places, or one is lost or doubled; twice in
  terms of fourteen letters and more;
- old spelling: u → oe, j → dj, y → j, c → tj;
- clitic: -nya, and on nouns a reduplicated first word;
- spacing: two words joined, or a hyphen between them;
- English inflected: plural, -ed, or in the other country's spelling;
- English mistyped, as above.

A query counts as answered where the concept is among the first five.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from small import sized, status

import padanan
from padanan.matching.cached import compile_files
from padanan.model import PartOfSpeech, TermType
from padanan.search.index import index_of
from padanan.search.search import search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from padanan.model import Concept, Term

SEED = 2025
QUERIES = sized(200, 12)
TOP = 5
TARGET = 0.95
LONG = 6
VERY_LONG = 14


def main() -> int:
    """Print the figures and the failures; 1 where the target is missed."""
    index = index_of(compile_files())
    chance = random.Random(SEED)  # noqa: S311 -- repeatable, nothing secret
    asked, answered = Counter[str](), Counter[str]()
    made = queries(padanan.load().concepts, chance)
    for rule, query, concept in islice(made, QUERIES):
        hits = search(index, query, TOP)[:TOP]
        found = any(hit.concept.id == concept for hit in hits)
        asked[rule] += 1
        answered[rule] += found
        if not found:
            offered = ", ".join(hit.concept.id for hit in hits)
            sys.stdout.write(f"missed: {query} ({concept}) → {offered}\n")
    for rule, number in asked.items():
        sys.stdout.write(f"{rule:16} {answered[rule]} of {number}\n")
    share = answered.total() / asked.total()
    sys.stdout.write(
        f"{'together':16} {answered.total()} of {asked.total()}"
        f" = {share:.1%} (≥ {TARGET:.0%})\n"
    )
    return status(share < TARGET)


def queries(
    concepts: Iterable[Concept], chance: random.Random
) -> Iterator[tuple[str, str, str]]:
    """Yield the rule, the query and the id of the concept that is meant."""
    source = [(c, term) for c in concepts for term in c.terms if is_long(term)]
    target = [(c, term) for c in concepts for term in c.equivalents if is_long(term)]
    for rule, (make, indonesian) in RULES.items():
        listed = source if indonesian else target
        made = 0
        while made < -(-QUERIES // len(RULES)):
            concept, term = chance.choice(listed)
            query = make(concept, term.text, chance)
            if query and query != term.text:
                made += 1
                yield rule, query, concept.id


def is_long(term: Term) -> bool:
    """Whether a term is long enough to be misspelt and still be one."""
    return len(term.text) >= LONG and term.type is not TermType.ABBREVIATION


def mistyped(_concept: Concept, text: str, chance: random.Random) -> str:
    """Return a term with a typing error, a long one with two."""
    once = with_error(text, chance)
    return with_error(once, chance) if len(text) >= VERY_LONG else once


def with_error(text: str, chance: random.Random) -> str:
    """Return a text with one typing error, not at its first letter."""
    at = chance.randrange(1, len(text) - 1)
    kind = chance.randrange(3)
    if kind == 0:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + (text[at] * 2 if kind == 1 else "") + text[at + 1 :]


def old_spelling(_concept: Concept, text: str, _chance: random.Random) -> str:
    """Return a term as it was spelt before 1947, as far as the letters go."""
    # y → j must not meet the j of dj.
    old = text.replace("j", "dj").replace("y", "j").replace("c", "tj")
    return old.replace("u", "oe") if old != text or "u" in text else ""


def with_clitic(concept: Concept, text: str, chance: random.Random) -> str:
    """Return a term with -nya, a noun reduplicated as well now and then."""
    head, space, rest = text.partition(" ")
    noun = concept.pos is PartOfSpeech.NOUN and "-" not in head
    if noun and chance.random() < 0.5:
        return f"{head}-{head}{space}{rest}"
    return f"{text}nya"


def respaced(_concept: Concept, text: str, chance: random.Random) -> str:
    """Return a term with two of its words joined or hyphened."""
    words = text.split(" ")
    if len(words) < 2:
        return ""
    at = chance.randrange(len(words) - 1)
    joined = chance.choice(("", "-")).join(words[at : at + 2])
    return " ".join((*words[:at], joined, *words[at + 2 :]))


def inflected(concept: Concept, text: str, chance: random.Random) -> str:
    """Return an English term inflected, or in the other spelling."""
    american = text.replace("isation", "ization").replace("our", "or")
    if american != text and chance.random() < 0.5:
        return american
    if concept.pos is PartOfSpeech.VERB:
        head, space, rest = text.partition(" ")
        return f"{head.removesuffix('e')}ed{space}{rest}"
    if text.endswith("y") and text[-2] not in "aeiou":
        return f"{text[:-1]}ies"
    return "" if text.endswith("s") else f"{text}s"


Rule = tuple["Callable[[Concept, str, random.Random], str]", bool]

RULES: dict[str, Rule] = {
    "typing": (mistyped, True),
    "old spelling": (old_spelling, True),
    "clitic": (with_clitic, True),
    "spacing": (respaced, True),
    "inflected": (inflected, False),
    "mistyped": (mistyped, False),
}
"""Names of rules, what makes the queries, and whether from Indonesian terms."""


if __name__ == "__main__":
    sys.exit(main())
