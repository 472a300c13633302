"""Whether an English sentence has a term: inflected, respelled or turned round.

Words are compared by their Snowball stems (the English stemmer, M. F. Porter),
after possessives, accents, articles and the differences between British and
American spelling are taken away. Irregular forms and plurals inside a phrase
(*chargés d'affaires*) come from lists.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})
_TOKEN = re.compile(
    # Undersecretary and vicepresident are read as two words, as others write them.
    r"(?<![^\W_])(?:vice|deputy|under)(?=chair|president|secretar)"
    r"|[^\W_]+(?:\.(?=[^\W_])[^\W_]+)*(?:'[^\W_]+)?\.?",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"the", "a", "an"})

# British and American spelling, reduced to one of them; order matters.
_SPELLINGS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"is(e|ed|es|ing|ation|ations|er|ers)$", r"iz\1"),
        (r"ys(e|ed|es|ing)$", r"yz\1"),
        (r"(?<=[bv])our", "or"),
        (r"^(lab|neighb|hon|fav|endeav|col|hum|rum)our", r"\1or"),
        (r"ence(s?)$", r"ense\1"),
        (r"ogue(s?)$", r"og\1"),
        (r"([ai])mme(s?)$", r"\1m\2"),
        (r"(cent|theat|met|lit|fib)re(s?)$", r"\1er\2"),
        (r"([^aeiou])ll(ed|ing|er|ers)$", r"\1l\2"),
        (r"(?<=[aeiou])ll(ed|ing|er|ers)$", r"l\1"),
        (r"^cheque(s?)$", r"check\1"),
        (r"^judgement(s?)$", r"judgment\1"),
        (r"^(spokes|chair|business|congress)(?:man|woman|men|women|people)(s?)$",
         r"\1person"),
    )
)  # fmt: skip

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
        "overthrew overthrown", "pay": "paid", "person": "people persons", "rebuild":
        "rebuilt", "rise": "rose risen", "say": "said", "see": "saw seen", "seek":
        "sought", "sell": "sold", "send": "sent", "shoot": "shot", "speak":
        "spoke spoken", "stand": "stood", "steal": "stole stolen", "strike":
        "struck stricken", "swear": "swore sworn", "take": "took taken", "think":
        "thought", "throw": "threw thrown", "understand": "understood", "undertake":
        "undertook undertaken", "uphold": "upheld", "win": "won", "withdraw":
        "withdrew withdrawn", "withhold": "withheld", "write": "wrote written",
        "tie": "tying", "lie": "lying", "oversee": "oversaw overseen",
        "memorandum": "memoranda", "referendum": "referenda", "datum": "data",
        "man": "men", "woman": "women", "ally": "allied",
    }.items()
    for form in forms.split()
}  # fmt: skip

_PLURAL_PHRASES = {
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
    "heads of state": "head of state",
    "heads of government": "head of government",
    "heads of mission": "head of mission",
    "chiefs of staff": "chief of staff",
    "ministers plenipotentiary": "minister plenipotentiary",
    "letters of credence": "letter of credence",
    "rules of procedure": "rule of procedure",
    "coups d'etat": "coup d'etat",
    "prisoners of war": "prisoner of war",
    "prime ministers": "prime minister",
    "courts martial": "court martial",
    "men of war": "man of war",
    "memoranda of understanding": "memorandum of understanding",
}


class Sentence(NamedTuple):
    """An English text made ready for looking terms up in it.

    Attributes:
        stems: of its words in order, articles left out.
        spans: their half-open offsets in the text as given (code points).
        words: the words themselves, as they stand there.
    """

    stems: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


def read_sentence(text: str) -> Sentence:
    """Return the stems of a text with their places.

    >>> read_sentence("Both sides’ cease-fires held.").stems
    ('both', 'side', 'ceas', 'fire', 'hold')
    """
    stems, spans, words = [], [], []
    for match in _TOKEN.finditer(text.translate(_APOSTROPHES)):
        stem = _stem(match[0])
        if stem not in _ARTICLES:
            stems.append(stem)
            spans.append(match.span())
            words.append(match[0])
    return Sentence(tuple(stems), tuple(spans), tuple(words))


def find(sentence: Sentence, term: str) -> tuple[int, int] | None:
    """Return where a text first has a term, in whatever form English gives it.

    Inflected (*ceasefires*), possessive, in another spelling (*cease-fire*), its
    plural inside the phrase (*chargés d'affaires*), or turned round (*exchange of
    prisoners* for *prisoner exchange*).

    Returns:
        Half-open offsets in the text, ``None`` where the term is not there.

    >>> find(read_sentence("an exchange of prisoners"), "prisoner exchange")
    (3, 24)
    >>> find(read_sentence("They condemned it"), "condemn")
    (5, 14)
    """
    for stems in _orders(term):
        place = _place(sentence.stems, stems)
        if place:
            first, last = place
            return sentence.spans[first][0], sentence.spans[last][1]
    return _respaced(sentence, term)


@lru_cache(maxsize=65536)
def _orders(term: str) -> tuple[tuple[str, ...], ...]:
    """Return the orders in which English may put the words of a term."""
    stems = read_sentence(_singular(term.removeprefix("to "))).stems
    if len(stems) == 2:
        return stems, (stems[1], "of", stems[0])
    if "of" in stems[1:-1]:
        at = stems.index("of")
        head, rest = stems[:at], stems[at + 1 :]
        # The deputy secretary of defence is the deputy defence secretary as well.
        return stems, (*rest, *head), (*head[:-1], *rest, head[-1])
    return (stems,)


def _singular(term: str) -> str:
    plain = _plain(term)
    return _PLURAL_PHRASES.get(plain, plain)


def _place(stems: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[int, int] | None:
    """Return the first and last index of words that stand in this order."""
    if not wanted:
        return None
    size = len(wanted)
    for at, stem in enumerate(stems):
        if stem == wanted[0] and stems[at : at + size] == wanted:
            return at, at + size - 1
    # Between “of” and its noun a determiner or adjective may stand.
    if size == 3 and wanted[1] == "of":
        for at, stem in enumerate(stems[:-3]):
            near = stems[at + 2 : at + 5]
            if stem == wanted[0] and stems[at + 1] == "of" and wanted[2] in near:
                return at, at + 2 + near.index(wanted[2])
    return None


def _respaced(sentence: Sentence, term: str) -> tuple[int, int] | None:
    """Find a term that is written as one word here and as two there."""
    wanted = "".join(re.findall(r"[^\W_]+", _plain(term)))
    joined = _stem(wanted)
    if joined in sentence.stems:
        return sentence.spans[sentence.stems.index(joined)]
    for at, (left, right) in enumerate(pairwise(sentence.spans)):
        pair = "".join(sentence.words[at : at + 2])
        if right[0] - left[1] == 1 and _stem(pair) == joined:
            return left[0], right[1]
    return None


def _plain(text: str) -> str:
    """Return a text in lower case, without accents and typographic apostrophes."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).lower())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def _stem(token: str) -> str:
    word = _plain(token).rstrip(".").replace(".", "")
    word = word.removesuffix("'s").removesuffix("s'").rstrip("'")
    word = _IRREGULAR.get(word, word)
    for pattern, new in _SPELLINGS:
        word = pattern.sub(new, word)
    stem: str = _stemmer().stemWord(word)
    return stem


@cache
def _stemmer() -> Any:
    # Untyped, and slow to import: only texts in English need it.
    import snowballstemmer

    return snowballstemmer.stemmer("english")
