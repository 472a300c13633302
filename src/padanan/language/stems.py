"""The stem of an English word: what its inflected and respelt forms have in common.

The Snowball stemmer for English (M. F. Porter) also removes suffixes that make other
words: it gives *official*, *officer* and *office* one stem. This module keeps the
suffixes that make other terms. Irregular forms and the differences between British and
American spelling come from lists.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Any

from padanan import lazy_re

APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})

# British and American spelling, reduced to one of them; order matters.
_SPELLINGS = tuple(
    (lazy_re.compile(pattern), new)
    for pattern, new in (
        (r"is(e|ed|es|ing|ation|ations|er|ers)$", r"iz\1"),
        (r"ys(e|ed|es|ing)$", r"yz\1"),
        (r"(?<=[bv])our", "or"),
        (r"^(lab|neighb|hon|fav|endeav|col|hum|rum)our", r"\1or"),
        (r"ence(s?)$", r"ense\1"),
        (r"ogue(s?)$", r"og\1"),
        (r"([ai])mme(s?)$", r"\1m\2"),
        (r"(cent|theat|met|lit|fib)re(s?)$", r"\1er\2"),
        (r"^cheque(s?)$", r"check\1"),
        (r"^judgement(s?)$", r"judgment\1"),
        (r"^advisor(s?)$", r"advizer\1"),
        (r"^guerilla(s?)$", r"guerrilla\1"),
        (r"(?<=.)(?:man|woman|men|women|people)(s?)$", r"person\1"),
        (r"((?:er|[^aeiou]or))(?:r?ed|r?ing)$", r"\1"),
        (r"(anc|enc|alit)ies$", r"\1y"),  # so that the plural is of one kind with it
    )
)  # fmt: skip

# Suffixes that make another term: negotiator, ministry's official, consulate,
# nationality, presidency. Without the plural.
_OTHER_TERM = lazy_re.compile(
    r"(?:[^aeiou]or|er|ist|istant|ional|icial|ical|ntial|ernal|ality|ency|ancy|sulate"
    r"|ordance)\Z"
)

_IRREGULAR = {
    form: base
    for base, forms in {
        "be": "is are was were been being am", "become": "became becoming",
        "begin": "began begun", "bind": "bound", "break": "broke broken",
        "bring": "brought", "build": "built", "child": "children", "choose":
        "chose chosen", "come": "came", "crisis": "crises", "deal": "dealt",
        "die": "dying", "draw": "drew drawn", "fall": "fell fallen", "fight": "fought",
        "find": "found", "flee": "fled", "forbid": "forbade forbidden", "forgive":
        "forgave forgiven", "freeze": "froze frozen", "get": "got gotten", "give":
        "gave given", "go": "went gone", "grow": "grew grown", "have": "has had",
        "hold": "held", "keep": "kept", "lay": "laid", "lead": "led", "leave": "left",
        "lose": "lost", "make": "made", "mean": "meant", "meet": "met", "overthrow":
        "overthrew overthrown", "pay": "paid", "rebuild": "rebuilt",
        "rise": "rose risen", "say": "said", "see": "saw seen", "seek":
        "sought", "sell": "sold", "send": "sent", "shoot": "shot", "speak":
        "spoke spoken", "stand": "stood", "steal": "stole stolen", "strike":
        "struck stricken", "swear": "swore sworn", "take": "took taken", "think":
        "thought", "throw": "threw thrown", "understand": "understood", "undertake":
        "undertook undertaken", "uphold": "upheld", "win": "won", "withdraw":
        "withdrew withdrawn", "withhold": "withheld", "write": "wrote written",
        "arise": "arose arisen", "buy": "bought", "drive": "drove driven", "hear":
        "heard", "hide": "hid hidden", "lend": "lent", "overcome": "overcame", "ride":
        "rode ridden", "run": "ran", "shake": "shook shaken", "sink": "sank sunk",
        "sit": "sat", "spend": "spent", "strive": "strove striven", "sweep": "swept",
        "teach": "taught", "tear": "tore torn", "tell": "told", "undergo":
        "underwent undergone", "withstand": "withstood",
        "tie": "tying", "lie": "lying", "oversee": "oversaw overseen",
        "memorandum": "memoranda", "referendum": "referenda", "datum": "data",
        "man": "men", "woman": "women", "person": "people persons", "ally": "allied",
        "forum": "fora", "bloc": "blocs", "september": "sept",
    }.items()
    for form in forms.split()
}  # fmt: skip

# Actions named by a noun that the stemmer does not bring back to its verb.
_ACTIONS = {
    noun: verb
    for verb, nouns in {
        "accede": "accession", "agree": "agreement", "apply": "application",
        "assert": "assertion", "concede": "concession", "conclude": "conclusion",
        "condemn": "condemnation", "decide": "decision", "defend": "defence defense",
        "deploy": "deployment", "disarm": "disarmament", "divide": "division",
        "endorse": "endorsement", "enrich": "enrichment", "expel": "expulsion",
        "extend": "extension", "include": "inclusion", "intervene": "intervention",
        "intrude": "intrusion", "invade": "invasion", "permit": "permission",
        "persuade": "persuasion", "provoke": "provocation", "recognize":
        "recognition recognisation", "reconcile": "reconciliation", "renounce":
        "renunciation", "settle": "settlement", "submit": "submission", "succeed":
        "succession", "suspend": "suspension", "transmit": "transmission",
        "violate": "violation", "withdraw": "withdrawal", "denounce": "denunciation",
        "ratify": "ratification", "verify": "verification", "unify": "unification",
        "reunify": "reunification", "assassinate": "assassination",
    }.items()
    for noun in nouns.split()
}  # fmt: skip

# Adjectives that say no more than their noun before another: presidential campaign.
_RELATIONAL = {
    "governmental": "government", "ministerial": "minister", "parliamentary":
    "parliament", "presidential": "president", "territorial": "territory",
}  # fmt: skip


def plain(text: str) -> str:
    """Return a text in lower case, without accents and typographic apostrophes.

    >>> plain("Chargé d’affaires")
    "charge d'affaires"
    """
    decomposed = unicodedata.normalize("NFKD", text.translate(APOSTROPHES).lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def stem(token: str) -> str:
    """Return the stem of a word; words with the same stem are forms of one term.

    >>> stem("organisations") == stem("organization")
    True
    >>> stem("negotiator") == stem("negotiation")
    False
    >>> stem("Invasions’") == stem("invaded")
    True
    >>> stem("agencies") == stem("agency")
    True
    >>> stem("boycotted") == stem("boycott")
    True
    """
    word, singular = _unstemmed(token)
    if _OTHER_TERM.search(singular):
        return singular
    found: str = _stemmer().stemWord(word if singular + "s" == word else singular)
    # British doubles the l of travelled, American that of fulfill. The stemmer takes
    # boycotted and rebuffed for forms like planned; off stays apart from of.
    doubled = found.endswith("ll") or (len(found) > 3 and found.endswith(("ff", "tt")))
    return found[:-1] if doubled else found


def beginnings(token: str) -> tuple[str, ...]:
    """Return what a word with the same stem may begin with; quick.

    Few letters, since a word may be spelt in several ways, and of short words still
    fewer, since a stem may be shorter (*goes*).

    >>> beginnings("people"), beginnings("negotiating"), beginnings("goes")
    (('peo', 'per'), ('nego',), ('go',))
    """
    words = plain(token).strip(".'"), _unstemmed(token)[1]
    cut = (word[: 2 + (len(word) > 4) + (len(word) > 7)] for word in words)
    return tuple(dict.fromkeys(one for one in cut if one))


def _unstemmed(token: str) -> tuple[str, str]:
    """Return a word in one spelling and without endings that lists know."""
    word = plain(token).rstrip(".").replace(".", "")
    word = word.removesuffix("'s").removesuffix("s'").rstrip("'")
    word = _RELATIONAL.get(word, _IRREGULAR.get(word, word))
    for pattern, new in _SPELLINGS:
        word = pattern.sub(new, word)
    singular = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    return word, _ACTIONS.get(singular, singular)


@cache
def _stemmer() -> Any:
    # Untyped, and slow to import: only texts in English need it.
    import snowballstemmer

    return snowballstemmer.stemmer("english")
