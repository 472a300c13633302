"""English words of one family: *weapon*, *weaponry*; *insurgent*, *insurgency*.

A stem (``stems``) joins the inflected forms of a word. A family also joins words that
are derived from one another and that a translator uses for the same notion. Derivation
that makes another notion joins nothing: *negotiator* and *negotiation*, *minister* and
*ministry*, *official* and *office*.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from padanan.language.stems import plain, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

_TO_BASE = ("ional", "ial", "al", "arian", "ary", "ry", "ship", "istic", "ist", "ism")
"""Endings before which the whole word stands: *congress-ional*, *weapon-ry*."""
_KINDS = (
    ("nt", ("ent", "ency", "ence", "ense")),
    ("nt", ("ant", "ancy", "ance", "anse")),
    ("e", ("e", "ity")),
)
"""Endings that stand for one another: *captiv-e*, *captiv-ity*."""
_DONE = frozenset({
    "bomb", "kidnapp", "peacebuild", "peacekeep", "peacemak", "smuggl", "traffick",
})  # fmt: skip
"""Actions of which agent and action stand for one another: *peacekeep-er*, *-ing*."""
_COMPARED = frozenset({
    "broad", "close", "deep", "great", "high", "large", "low", "new", "poor", "rich",
    "small", "strong", "tough", "wide", "young",
})  # fmt: skip
_PAIRS = {
    word: row.split()[0]
    for row in (
        "resolve resolution resolving resolved", "rebel rebellion", "tense tension",
        "sentence sentenced sentencing", "regret regrettably regrettable",
        "oppose opposition", "agree agreement", "relation relationship",
        "criticise criticism", "pirate piracy", "migrate migrant migration",
    )
    for word in row.split()
}  # fmt: skip
"""Relatives that no ending tells."""
_ALONE = frozenset({
    "actor", "agency", "agent", "assistance", "assistant", "author", "authority",
    "capital", "charity", "city", "commercial", "community", "content", "corporal",
    "correspondence", "correspondent", "country", "county", "dual", "entry", "equal",
    "formal", "general", "intelligent", "journal", "journalist", "legal", "loyal",
    "material", "medal", "member", "membership", "mineral", "ministry", "moral",
    "nation", "national", "nationality", "party", "personal", "present", "principal",
    "rational", "real", "secretary", "serial", "special", "summary", "terminal",
    "trial", "universe", "university", "warship",
})  # fmt: skip
"""Words that are no family of what they look like: *author* and *authority*."""
_ALIKE = tuple(
    row.split()
    for row in (
        "troops forces soldiers", "talks negotiations discussions",
        "agreement accord pact deal treaty", "ties relations links relationship",
        "aid assistance relief", "attack strike raid assault offensive",
        "rebel insurgent guerrilla", "top senior high leading chief ranking",
        "nuclear atomic", "ministry department", "election poll vote ballot",
        "programme plan project", "envoy representative emissary delegate",
        "visit trip tour", "crisis emergency", "region area territory zone",
        "state country nation", "leader chief head", "issue problem question matter",
        "effort drive bid", "weapon arms", "plant station", "army military",
        "group organisation", "foreign overseas",
    )
)  # fmt: skip
"""Groups of words that may replace one another inside a longer term."""
_SHORTEST = 4
"""Minimum number of letters before an ending."""
_PERSONS = ("ist", "arian")
_STATES = ("ism", "ship")
_PERSON_NOUNS = frozenset({
    "combatant", "commandant", "correspondent", "defendant", "dissident", "immigrant",
    "insurgent", "lieutenant", "militant", "occupant", "president", "regent",
    "resident", "superintendent",
})  # fmt: skip
"""Persons whose name another ending makes a state or an office: *president-cy*."""


@lru_cache(maxsize=65536)
def family(word: str) -> frozenset[str]:
    """Return names of the families that a word is of; relatives have one in common.

    >>> bool(family("peacekeepers") & family("peacekeeping"))
    True
    >>> bool(family("negotiator") & family("negotiation"))
    False
    """
    single = _singular(word)
    if single in _ALONE:
        return frozenset({stem(word)})
    return frozenset({stem(word), *_names(single)})


def _singular(word: str) -> str:
    simple = plain(word).strip(".'").removesuffix("'s")
    if simple.endswith("ies"):
        return f"{simple[:-3]}y"
    return simple[:-1] if simple.endswith("s") and simple[-2:] != "ss" else simple


def _names(word: str) -> Iterator[str]:
    if word in _PAIRS:
        yield f"{_PAIRS[word]}-"
    yield from _bases(word)
    for name, endings in _KINDS:
        base = next((b for e in endings if (b := word.removesuffix(e)) != word), "")
        if len(base) >= _SHORTEST:
            yield f"{base}-{name}"
    if (doer := word.removesuffix("er").removesuffix("ing")) in _DONE:
        yield f"{doer}-er"


def _bases(word: str) -> Iterator[str]:
    """Yield the stem of the word from which a word comes: congress, high."""
    for ending in _TO_BASE:
        base = word.removesuffix(ending)
        if base != word and len(base) > _SHORTEST and base not in _ALONE:
            yield stem(base)
            break
    compared = word.removesuffix("er").removesuffix("est")
    if compared != word and {compared, f"{compared}e"} & _COMPARED:
        yield stem(compared)


def are_related(word: str, other: str) -> bool:
    """Whether two words are forms or relatives of one another.

    >>> are_related("weaponry", "weapons"), are_related("ministry", "minister")
    (True, False)
    """
    return not family(word).isdisjoint(family(other))


@lru_cache(maxsize=65536)
def compound_family(word: str) -> frozenset[str]:
    """Return the families of a word that is part of a longer term.

    Words of like meaning are relatives there: *army base*, *atomic test*.

    >>> bool(compound_family("army") & compound_family("military"))
    True
    >>> bool(family("army") & family("military"))
    False
    """
    alike = _alike().get(stem(word))
    return family(word) if alike is None else family(word) | alike


@cache
def _alike() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in _ALIKE:
        for word in row:
            found[stem(word)] = found.get(stem(word), frozenset()) | {f"{row[0]}+"}
    return found


def are_alike(word: str, other: str) -> bool:
    """Whether two words may stand for one another inside a longer term.

    >>> are_alike("troops", "forces"), are_alike("troops", "police")
    (True, False)
    """
    return not compound_family(word).isdisjoint(compound_family(other))


def name_the_same(word: str, other: str) -> bool:
    """Whether relatives may stand for one another as nouns.

    A person is no state or office, however close the words. Before another noun both
    say the same: *terrorist attacks*, *terrorism attacks*.

    >>> name_the_same("weaponry", "weapons"), name_the_same("presidency", "president")
    (True, False)
    >>> are_related("terrorists", "terrorism"), name_the_same("terrorists", "terrorism")
    (True, False)
    """
    if _kind(word) != _kind(other):
        return False
    return are_related(word, other)


@lru_cache(maxsize=65536)
def _kind(word: str) -> str:
    """Return whether a noun names a person, a state or neither, as its ending says."""
    single = _singular(word)
    if single.endswith(_PERSONS) or single in _PERSON_NOUNS:
        return "person"
    named = f"{single[:-2]}t" if single.endswith(("ncy", "nce")) else ""
    return "state" if single.endswith(_STATES) or named in _PERSON_NOUNS else ""
