"""Inflected and spelling forms of an Indonesian term: never a derived word.

Clitics and reduplication are not listed here: they are recognised beside a form
(``clitic_end``, ``matching.candidates``), which keeps the automaton small.

The rules follow *Tata Bahasa Baku Bahasa Indonesia* (Badan Bahasa): nasal
assimilation of meN- (chapter on the verb), and EYD V for what is joined.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from padanan.model import PartOfSpeech, TermType

_VOWELS = "aeiou"

SMALL = frozenset({
    "atas", "atau", "bagi", "dalam", "dan", "dari", "dengan", "di", "ke", "oleh",
    "pada", "serta", "tentang", "terhadap", "untuk", "yang",
})  # fmt: skip
"""Words that names and titles write with a small letter inside (EYD V, I.F)."""

JOINABLE = frozenset({
    "alih bahasa", "antar bangsa", "anti teror", "beri tahu", "bumi hangus",
    "campur tangan", "daya saing", "duta besar", "gencatan senjata", "ikut serta",
    "itikad baik", "juru bicara", "juru damai", "juru runding", "kerja sama",
    "kepala negara", "konsul jenderal", "kuasa usaha", "lintas batas",
    "nota kesepahaman", "perdana menteri", "sekretaris jenderal", "serah terima",
    "tanda tangan", "tanggung jawab", "tata krama", "tindak lanjut", "titik temu",
    "tuan rumah", "uji coba", "unjuk rasa", "wakil presiden", "warga negara",
})  # fmt: skip
"""Pairs that older newspapers join inside longer terms too (FINDINGS: 11 % in 2007)."""

BOUND_FORMS = (
    "adi", "antar", "anti", "bi", "de", "ekstra", "inter", "intra", "ko", "kontra",
    "lintas", "maha", "mono", "multi", "nir", "non", "pasca", "poli", "pra", "pro",
    "semi", "sub", "supra", "tak", "trans", "tri", "tuna", "ultra",
)  # fmt: skip
"""Bound forms (EYD V, III.C): joined by rule, often written apart or hyphened."""

SPLITTABLE = (
    "antar", "anti", "lintas", "multi", "non", "pasca", "pra", "pro", "sub", "trans",
)  # fmt: skip
"""The bound forms with which a joined word is looked for apart, too."""


KINDS = ("base", "apart", "joined", "passive", "bare")
"""How a form comes from its term, the surest first."""

VERBAL = frozenset({"passive", "bare"})
"""Kinds that only verbs have."""


class Form(NamedTuple):
    """One way in which a term appears in a text, in lower case.

    Attributes:
        text: the form; a space stands for a hyphen too.
        kind: one of ``KINDS``.
    """

    text: str
    kind: str


def forms(
    term: str, pos: PartOfSpeech | None = None, kind: TermType = TermType.FULL
) -> tuple[Form, ...]:
    """Return the forms of a term, the term itself first, each once.

    >>> [form.text for form in forms("kerja sama", PartOfSpeech.NOUN)]
    ['kerja sama', 'kerjasama']
    >>> [form.text for form in forms("menyambut baik", PartOfSpeech.VERB)]
    ['menyambut baik', 'disambut baik', 'sambut baik']
    >>> [form.text for form in forms("PBB", None, TermType.ABBREVIATION)]
    ['pbb']
    >>> [form.text for form in forms("Menko Polkam", None, TermType.ABBREVIATION)]
    ['menko polkam', 'menkopolkam']
    """
    text = " ".join(term.replace("-", " ").lower().split())
    found = {text: "base"}
    if kind is TermType.ABBREVIATION:
        # Shortened titles are joined (Menkopolhukam), acronyms are not.
        words = text.split(" ")
        if len(words) == 2 and not any(map(str.isupper, term.split())):
            found["".join(words)] = "joined"
    else:
        voiced = _voiced(text) if pos is PartOfSpeech.VERB else ()
        respelled = () if pos is PartOfSpeech.VERB else _respelled(text, term)
        for new, label in (*respelled, *voiced):
            found.setdefault(new, label)
    return tuple(Form(form, label) for form, label in found.items())


def _respelled(text: str, term: str) -> list[tuple[str, str]]:
    words = text.split(" ")
    found = [(joined, "joined") for joined in _joined(words, term)]
    found += [(apart, "apart") for apart in _apart(words)]
    return found


def _joined(words: list[str], term: str) -> list[str]:
    if len(words) == 2 and words[0] != words[1] and term == term.lower():
        return ["".join(words)]
    found = []
    for number, pair in enumerate(pairwise(words)):
        if " ".join(pair) in JOINABLE or pair[0] in BOUND_FORMS:
            rest = [*words[:number], "".join(pair), *words[number + 2 :]]
            found.append(" ".join(rest))
    return found


def _apart(words: list[str]) -> list[str]:
    found = []
    for number, word in enumerate(words):
        for bound in SPLITTABLE:
            rest = word.removeprefix(bound)
            # A shorter rest is part of another word (pranata, transit). Behind bound
            # forms that begin few other words it may have four letters: nonblok.
            least = 5 if bound in {"pra", "pro", "sub", "trans"} else 4
            if rest != word and len(rest) >= least:
                apart = [*words[:number], bound, rest, *words[number + 1 :]]
                found.append(" ".join(apart))
    return found


def _voiced(text: str) -> list[tuple[str, str]]:
    head, space, rest = text.partition(" ")
    found = []
    for stem in stems(head):
        found.append((f"di{stem}{space}{rest}", "passive"))
        # A bare stem of four letters or fewer is usually another word (tolak
        # is five, aku four); with an object it is safe.
        if len(stem) > 4 or rest:
            found.append((f"{stem}{space}{rest}", "bare"))
    return found


def stems(verb: str) -> tuple[str, ...]:
    """Return the stems that meN- may hide, as they stand after di- and alone.

    Where the nasal may or may not have replaced a consonant both are given; the wrong
    one is not a word and finds nothing.

    >>> stems("mengecam"), stems("menolak"), stems("menyambut"), stems("membahas")
    (('ecam', 'kecam'), ('nolak', 'tolak'), ('sambut',), ('bahas',))
    >>> stems("memperpanjang"), stems("melantik"), stems("memakzulkan")
    (('perpanjang',), ('lantik',), ('pakzulkan', 'makzulkan'))
    """
    for prefix, pattern, replaced in _NASALS:
        rest = verb.removeprefix(prefix)
        if rest != verb and re.match(pattern, rest):
            return tuple(letter + rest for letter in replaced)
    return ()


_NASALS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("memper", r"[a-z]{4}", ("per",)),
    ("mem", r"[bfvp]", ("",)),
    ("mem", f"[{_VOWELS}]", ("p", "m")),
    ("meny", f"[{_VOWELS}]", ("s",)),
    ("menge", r"(?:bom|cat|cek|lap|sah|tes)", ("",)),
    ("meng", r"[ghkq]", ("",)),
    ("meng", f"[{_VOWELS}]", ("", "k")),
    ("men", r"[cdjszt]", ("",)),
    ("men", f"[{_VOWELS}]", ("n", "t")),
    ("me", r"[lmnrwy]", ("",)),
)
"""Prefix, what must follow it, and what may be before that in the stem."""

THIRD_PERSON = "nya"
POSSESSIVES = (THIRD_PERSON, "ku", "mu")
PARTICLES = ("lah", "kah", "pun")
ENDINGS = (*POSSESSIVES, *PARTICLES)
"""Every clitic by itself."""
CLITICS = tuple(
    possessive + particle
    for possessive in ("", *POSSESSIVES)
    for particle in ("", *PARTICLES)
)
"""What may follow a word: nothing, a possessive, a particle, or both."""

# Behind it there is no byte of a word, as ``normalise.WORD_BYTES`` has them.
_CLITIC = re.compile(
    rf"(?:{'|'.join(POSSESSIVES)})?(?:{'|'.join(PARTICLES)})?".encode()
    + rb"(?![0-9a-z\xaa\xb2\xb3\xb5\xb9\xba\xbc-\xbe\xc0-\xd6\xd8-\xf6\xf8-\xff])"
)


def clitic_end(data: bytes, end: int) -> int:
    """Return where a word with its clitics ends; -1 where what follows is not a clitic.

    Args:
        data: the folded text (``normalise.fold``).
        end: the index after the form, where a letter is.

    >>> clitic_end(b"pernyataannya ", 10), clitic_end(b"pernyataans ", 10)
    (13, -1)
    """
    match = _CLITIC.match(data, end)
    return match.end() if match and match.end() > end else -1
