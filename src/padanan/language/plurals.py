"""The plurals of English nouns and noun phrases."""

from __future__ import annotations

from padanan.start import lazy_re

PHRASES = {
    "charges d'affaires": "charge d'affaires",
    "secretaries general": "secretary general",
    "secretaries-general": "secretary-general",
    "under secretaries": "under secretary",
    "consuls general": "consul general",
    "consuls-general": "consul-general",
    "consulates general": "consulate general",
    "attorneys general": "attorney general",
    "governors general": "governor general",
    "directors general": "director general",
    "directors-general": "director-general",
    "notes verbales": "note verbale",
    "aides memoire": "aide memoire",
    "aides-memoire": "aide-memoire",
    "personae non gratae": "persona non grata",
    "coups d'etat": "coup d'etat",
    "courts martial": "court martial",
    "faits accomplis": "fait accompli",
    "agents provocateurs": "agent provocateur",
    "communiques finals": "communique final",
}
"""Plurals of phrases, with their singulars, where the words have other stems."""

_PLURALS = {singular: many for many, singular in PHRASES.items()} | {
    "person": "people", "woman": "women", "man": "men", "child": "children",
    "spokesperson": "spokespersons", "crisis": "crises", "basis": "bases",
    "analysis": "analyses", "criterion": "criteria", "means": "means",
    "series": "series", "aircraft": "aircraft",
}  # fmt: skip
_UNCOUNTED = frozenset({
    "access", "accountability", "aid", "assistance", "authority", "collaboration",
    "commerce", "conduct", "cooperation", "coordination", "defence", "development",
    "diplomacy", "enforcement", "equipment", "governance", "growth", "help", "impact",
    "independence", "influence", "infrastructure", "integration", "integrity",
    "intelligence", "law", "leadership", "news", "order", "peace", "personnel",
    "policy", "power", "pressure", "progress", "prosperity", "protection",
    "recognition", "reconstruction", "relief", "resilience", "security", "solidarity",
    "sovereignty",
    "stability", "status", "support", "terrorism", "trade", "training", "transparency",
    "trust", "unity", "unrest", "violence", "welfare",
})  # fmt: skip
"""Nouns that stay singular where one head has two modifiers."""
_BEFORE_NOUNS = lazy_re.compile(r" (?:of|for|on|to|in|against|with|between|by) ")
_Y = lazy_re.compile(r"[^aeiou]y\Z")
_HISSING = ("s", "x", "z", "ch", "sh")


def plural(english: str) -> str:
    """Return a noun or noun phrase in the plural.

    What is plural already stays: English nouns in *-s* other than *-ss* are taken so.

    >>> plural("threat"), plural("policy"), plural("head of state"), plural("talks")
    ('threats', 'policies', 'heads of state', 'talks')
    >>> plural("search and rescue operation")
    'search and rescue operations'
    """
    if english in _PLURALS:
        return _PLURALS[english]
    behind = _BEFORE_NOUNS.search(english)
    phrase, rest = (
        (english[: behind.start()], english[behind.start() :])
        if behind
        else (english, "")
    )
    before, space, noun = phrase.rpartition(" ")
    return f"{before}{space}{_plural_noun(noun)}{rest}"


def _plural_noun(noun: str) -> str:
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun
    if _Y.search(noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_HISSING) else f"{noun}s"


def is_counted(english: str) -> bool:
    """Whether a noun phrase has a plural: not *cooperation*, nor *foreign policy*.

    >>> is_counted("passport"), is_counted("security")
    (True, False)
    """
    return english.rsplit(" ", maxsplit=1)[-1] not in _UNCOUNTED
