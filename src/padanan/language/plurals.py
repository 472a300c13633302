"""The plurals of English nouns and noun phrases."""

from __future__ import annotations

import re

from padanan import lazy_re

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
_MASS = frozenset({
    "access", "accountability", "aggression", "aid", "assistance", "backing", "clout",
    "collaboration", "commerce", "conduct", "cooperation", "coordination", "criticism",
    "data", "decolonisation", "demilitarisation", "denuclearisation", "diplomacy",
    "dominance", "enforcement", "equipment", "funding", "geopolitics", "governance",
    "hegemony", "help", "implementation", "independence", "infrastructure",
    "integration", "integrity", "intelligence", "interference", "involvement",
    "isolation", "leadership", "legislation", "leverage", "modernisation", "news",
    "normalisation", "ostracism", "oversight", "peace", "personnel", "progress",
    "propaganda", "prosperity", "rebuilding", "reconciliation", "reconstruction",
    "recovery", "relief", "resilience", "resistance", "sabotage", "security",
    "solidarity", "sovereignty", "stability", "strengthening", "terrorism", "trade",
    "training", "transparency", "trust", "unity", "unrest", "violence", "welfare",
})  # fmt: skip
"""Nouns that have no plural."""
_UNCOUNTED = _MASS | {
    "authority", "condemnation", "defence", "denunciation", "development", "dialogue",
    "enhancement", "growth", "impact", "influence", "law", "mediation", "order",
    "policy", "power", "presence", "pressure", "protection", "recognition", "situation",
    "status", "support", "technology", "understanding",
}  # fmt: skip
"""Nouns that stay singular where one head has two modifiers."""
_BEHIND_NOUNS = lazy_re.compile(
    r" (?:of|for|on|to|in|against|with|between|by) "
    r"|[ -](?:at-large|designate|elect|in-law|plenipotentiary)(?=\Z| )",
    re.IGNORECASE,
)
"""What follows the noun that has the plural."""
_FIRST_NOUNS = lazy_re.compile(
    r"\b(?:attorney|auditor|consul|director|governor|inspector|secretary|solicitor)"
    r"(?=[ -]general\b)|\bcharg[eé](?= d['’]affaires)|\baide(?=-m[eé]moire)",
    re.IGNORECASE,
)
"""Nouns that have the plural before an adjective: *Consuls General*."""
_Y = lazy_re.compile(r"[^aeiou]y\Z")
_HISSING = ("s", "x", "z", "ch", "sh")


def plural(english: str) -> str:
    """Return a noun or noun phrase in the plural.

    What is plural already stays: English nouns in *-s* other than *-ss* are taken so.

    >>> plural("threat"), plural("policy"), plural("head of state"), plural("talks")
    ('threats', 'policies', 'heads of state', 'talks')
    >>> plural("search and rescue operation"), plural("Secretary-General")
    ('search and rescue operations', 'Secretaries-General')
    """
    if english in _PLURALS:
        return _PLURALS[english]
    first, behind = _FIRST_NOUNS.search(english), _BEHIND_NOUNS.search(english)
    end = min(
        first.end() if first else len(english),
        behind.start() if behind else len(english),
    )
    before, space, noun = english[:end].rpartition(" ")
    return f"{before}{space}{_plural_noun(noun)}{english[end:]}"


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


def has_plural(english: str) -> bool:
    """Whether a noun phrase can be in the plural at all: *policies*, not *securities*.

    >>> has_plural("foreign policy"), has_plural("collective security")
    (True, False)
    """
    return english.rsplit(" ", maxsplit=1)[-1] not in _MASS
