"""Short forms that the article itself introduces: ``Pajak Bumi dan Bangunan (PBB)``."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from padanan import lazy_re
from padanan.model import TermType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from padanan.matching.candidates import Candidate
    from padanan.matching.senses import Sense
    from padanan.model import Concept

_MOST_MARKS = 4
_MARKS = rf"[\s_*\"'“”‘’,]{{0,{_MOST_MARKS}}}"
CLOSING = frozenset(" _*\"'“”‘’,")
"""What may stand between a short form and the end of its bracket; so may any space."""
_SAID = (
    r"(?:(?:(?:yang|untuk|dan)\s{1,2})?"
    r"(?:(?:selanjutnya|biasa|sering|lebih)\s{1,2})?(?:disebut|disingkat|dikenal)"
    r"(?:\s{1,2}(?:sebagai|dengan|menjadi))?|atau|alias)"
)
_LONGEST_SHORT = 17
_SHORT = lazy_re.compile(
    rf"(?:\({_MARKS}|[/,–-]{_MARKS}|\b(?=(?:atau|alias)\s))"
    rf"(?:{_SAID}{_MARKS})?"
    rf"(?P<short>[A-Z][\w-]{{0,{_LONGEST_SHORT - 2}}}[A-Z]){_MARKS}\Z"
)
"""A short form at the end of a bracket. The long one stands before the bracket, or in
it before a stroke, a comma or *atau*."""
_BETWEEN = lazy_re.compile(rf"{_MARKS}(?:\b{_SAID})?{_MARKS}\Z")
"""What may stand between the long form and the short one."""
_LAST_SAID = (
    "disebut", "disingkat", "dikenal", "sebagai", "dengan", "menjadi", "atau", "alias",
)  # fmt: skip
"""The words with which that may end."""
_LONGEST = 80
"""Maximum number of characters of a bracket in which its short form is looked for."""
_SAYING = 60
"""Maximum number of characters of what stands between the long form and the short."""
_REACH = 120
"""Maximum number of characters before the bracket that the full form takes."""
FUNCTION_WORDS = frozenset({
    "a", "an", "and", "atas", "bagi", "dalam", "dan", "dari", "di", "for", "in", "ke",
    "of", "on", "pada", "serta", "tentang", "terhadap", "the", "to", "untuk", "yang",
})  # fmt: skip
_ENOUGH = 5
"""Number of letters by which a word of a name is known: *Indonesia*, *Indonesian*."""
_ALIKE = 90
"""Percentage of letters by which a misspelt name is known."""
_UN = lazy_re.compile(r"\bUN\b")
_WORD = lazy_re.compile(r"[^\W_]+")


class Foreign(NamedTuple):
    """A short form that the text itself introduces for something else than our term.

    Attributes:
        start: offset in the text.
        end: offset behind it.
        sense: what it would otherwise be.
        full_form: what the text uses it for.
    """

    start: int
    end: int
    sense: Sense
    full_form: str


def without_foreign(
    text: str, candidates: list[Candidate]
) -> tuple[list[Candidate], tuple[Foreign, ...]]:
    """Separate the candidates from short forms that the text uses for something else.

    Args:
        text: the document.
        candidates: every span that may be a term.
    """
    full_forms = introduced(text) if ")" in text else None
    banned = foreign(text, candidates, full_forms) if full_forms else None
    if not full_forms or not banned:
        return candidates, ()
    return separated(text, candidates, full_forms, banned)


def separated(
    text: str,
    candidates: list[Candidate],
    full_forms: Mapping[str, tuple[int, int]],
    banned: frozenset[tuple[str, int]],
) -> tuple[list[Candidate], tuple[Foreign, ...]]:
    """Separate the candidates from what short forms do not mean here.

    Args:
        text: the document.
        candidates: every span that may be a term.
        full_forms: what ``introduced`` found.
        banned: what ``foreign`` found.
    """
    kept, dropped = [], []
    names = {name for name, _ in banned}
    for candidate in candidates:
        start, minus_end, number, senses = candidate
        if names.isdisjoint([one.term.text for one in senses]):
            kept.append(candidate)
            continue
        ours = tuple(one for one in senses if (one.text, one.number) not in banned)
        if ours:
            kept.append((start, minus_end, number, ours))
        for sense in senses:
            if sense not in ours:
                full = text[slice(*full_forms[sense.text])]
                dropped.append(Foreign(start, -minus_end, sense, full))
    return kept, tuple(dropped)


def introduced(
    text: str, closings: Iterable[int] | None = None
) -> Mapping[str, tuple[int, int]]:
    """Return for each short form in brackets the span of the words it stands for.

    Only words whose initials spell the short form count; the first place wins.

    Args:
        text: the document.
        closings: the offsets of the closing brackets to look at, in order; ``None``
            for all.

    >>> text = "Warga membayar Pajak Bumi dan Bangunan (PBB) di bank."
    >>> {k: text[slice(*v)] for k, v in introduced(text).items()}
    {'PBB': 'Pajak Bumi dan Bangunan'}
    >>> introduced("kata Menteri Luar Negeri (AS)")
    {}
    """
    found: dict[str, tuple[int, int]] = {}
    for closing in _closings(text) if closings is None else closings:
        last = text[closing - 1 : closing]
        if last.isupper() or last in CLOSING:
            first = max(0, closing - _LONGEST)
            # Nothing before the bracket is looked at, so the search begins there.
            begin = max(first, text.rfind("(", first, closing))
            if is_short(text[begin + 1 : closing]) and text[begin] == "(":
                _introduce(text, begin, text[begin + 1 : closing], found)
            elif match := _SHORT.search(text[begin:closing]):
                _introduce(text, begin + match.start(), match["short"], found)
    return found


def is_short(text: str) -> bool:
    """Whether a text is a short form as the pattern has it, and is plain; quick.

    >>> is_short("PBB"), is_short("Menlu")
    (True, False)
    """
    plain = text.isascii() and text.isalnum() and 2 <= len(text) <= _LONGEST_SHORT
    return plain and text[0].isupper() and text[-1].isupper()


def _closings(text: str) -> Iterator[int]:
    closing = text.find(")")
    while closing >= 0:
        yield closing
        closing = text.find(")", closing + 1)


def _introduce(
    text: str, end: int, short: str, found: dict[str, tuple[int, int]]
) -> None:
    """Add the long form that ends at an offset, where there is one.

    Args:
        text: the document.
        end: offset behind the long form.
        short: the short form.
        found: what was introduced before.
    """
    begin = max(0, end - _REACH)
    words = _before_marks(text[begin:end])
    start = _start_of_full_form(words, short)
    if start is not None:
        found.setdefault(short, (begin + start, begin + len(words)))


def _before_marks(words: str) -> str:
    """Return some words without what stands between a long form and a short one.

    >>> _before_marks("Badan Atom, yang disingkat "), _before_marks("Badan Atom (")
    ('Badan Atom', 'Badan Atom (')
    """
    end = len(words)
    while end and (words[end - 1].isspace() or words[end - 1] in CLOSING):
        end -= 1
    if words.endswith(_LAST_SAID, 0, end):
        between = _BETWEEN.search(words, max(0, len(words) - _SAYING))
        return words[: between.start()] if between else words
    # Most have a space there, or a few marks: that is told quickly.
    return words[: max(end, len(words) - 2 * _MOST_MARKS)]


def _start_of_full_form(words: str, short: str) -> int | None:
    """Return where the words begin whose initials spell a short form."""
    letters = [letter for letter in reversed(short.lower()) if letter.isalnum()]
    for start, spelling in _from_behind(words):
        word = spelling.lower()
        if not letters:
            return None
        if word in FUNCTION_WORDS and word[0] != letters[0]:
            continue
        if word[0] != letters.pop(0):
            return None
        if not letters:
            return start
    return None


def _from_behind(text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of a text and where they begin, the last one first.

    >>> list(_from_behind("Kerja-sama Islam"))
    [(11, 'Islam'), (6, 'sama'), (0, 'Kerja')]
    """
    end = len(text)
    while end > 0:
        begin = text.rfind(" ", 0, end) + 1
        if text[begin:end].isalnum():
            yield begin, text[begin:end]
        else:
            for match in reversed(list(_WORD.finditer(text, begin, end))):
                yield match.start(), match[0]
        end = begin - 1


def foreign(
    text: str,
    candidates: Iterable[Candidate],
    full_forms: Mapping[str, tuple[int, int]],
) -> frozenset[tuple[str, int]]:
    """Return the short forms that this document uses for something else.

    ``native.pages`` tells beforehand where there are surely none.

    Args:
        text: the document.
        candidates: everything that may be a term.
        full_forms: what ``introduced`` found.

    Returns:
        Pairs of a short form and the number of a concept that it does not mean
        here, since its full form is a term of another concept that it means, or no
        term and no English name of that concept.
    """
    wanted = set(full_forms.values())
    starts = {start for start, _ in wanted}
    ours: set[tuple[tuple[int, int], int]] = set()
    short: dict[tuple[str, int], Concept] = {}
    for start, minus_end, _, senses in candidates:
        if start in starts and (span := (start, -minus_end)) in wanted:
            ours.update((span, sense.number) for sense in senses)
        elif text[start].isupper():
            for sense in senses:
                term = sense.term
                if term.type is TermType.ABBREVIATION and term.text in full_forms:
                    short[term.text, sense.number] = sense.concept
    told = {name for name, number in short if (full_forms[name], number) in ours}
    return frozenset(
        (name, number)
        for (name, number), concept in short.items()
        if (full_forms[name], number) not in ours
        and (
            name in told or not _names(_texts(concept), text[slice(*full_forms[name])])
        )
    )


def _texts(concept: Concept) -> tuple[str, ...]:
    return tuple([term.text for term in (*concept.equivalents, *concept.terms)])


# Many articles of an archive introduce the same bodies.
@lru_cache(maxsize=2048)
def _names(texts: tuple[str, ...], full: str) -> bool:
    """Whether a long form is a name of a concept, or stands in one, in any language.

    Args:
        texts: the terms and equivalents of the concept.
        full: the long form.
    """
    shares = {text: _share(full, text) for text in texts}
    likely = [text for text in texts if shares[text] > 0.5]
    if not likely:
        return False
    wanted, names = _cut(full), list(map(_cut, likely))
    if any(wanted in name for name in names) or _is_slip(wanted, names):
        return True
    return any(shares[text] == 1 and _plain(full) in _plain(text) for text in likely)


def _share(full: str, name: str) -> float:
    """Return the share of words whose first letters a name has; quick.

    >>> _share("Angkatan Udara", "African Union")
    0.5
    >>> _share("Inter Continental Missile", "intercontinental missile")
    1.0
    """
    words = _WORD.findall(_spelt(full).lower())
    letters = "".join(_WORD.findall(_spelt(name).lower()))
    known = [word[:2] in letters for word in words if word not in FUNCTION_WORDS]
    return sum(known) / len(known) if known else 0.0


def _spelt(name: str) -> str:
    return _UN.sub("United Nations", name)


def _is_slip(wanted: str, names: Iterable[str]) -> bool:
    """Whether a name differs by a slip: *Inter Continental Balistic Missile*."""
    joined = wanted.replace(" ", "")
    return any(_are_alike(joined, name.replace(" ", "")) for name in names)


def _are_alike(one: str, other: str) -> bool:
    """Whether two words have nearly all their letters in common, in one order.

    >>> _are_alike("perserikatan", "perserikatn"), _are_alike("udara", "union")
    (True, False)
    """
    least = _ALIKE * (len(one) + len(other)) / 200
    return min(len(one), len(other)) >= least and _in_common(one, other) >= least


def _in_common(one: str, other: str) -> int:
    """Return the length of the longest common subsequence of two words."""
    # A library for this takes longer to import than a few names to compare.
    last = [0] * (len(other) + 1)
    for letter in one:
        row = [0]
        for at, known in enumerate(other):
            row.append(last[at] + 1 if letter == known else max(row[at], last[at + 1]))
        last = row
    return last[-1]


def _cut(name: str, stem: Callable[[str], str] = str) -> str:
    """Return the beginnings of the words of a name, with a space on either side.

    >>> _cut("the Indonesia Center") == _cut("Indonesian Center")
    True
    """
    words = (match[0].lower() for match in _WORD.finditer(_spelt(name)))
    kept = (stem(word)[:_ENOUGH] for word in words if word not in FUNCTION_WORDS)
    return f" {' '.join(kept)} "


def _plain(name: str) -> str:
    """Return the beginnings of the stems of the words of a name.

    >>> _plain("the World Health Organisation") == _plain("World Health Organization")
    True
    """
    from padanan.language.stems import stem  # few documents need it

    return _cut(name, stem)
