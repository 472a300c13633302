"""Offices: the terms that name one, and the persons who bear it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from padanan import lazy_re
from padanan.language.indonesian import SMALL
from padanan.language.tables import table
from padanan.matching.conditions.gates import WINDOW

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLES = frozenset({
    "asisten", "atase", "deputi", "direktur", "dirjen", "dubes", "duta", "emir",
    "jaksa", "jubir", "juru", "kaisar", "kanselir", "kepala", "ketua", "komisaris",
    "konjen", "konselor", "konsul", "kuasa", "mendag", "mendagri", "menhan", "menkeu",
    "menko", "menlu", "mensesneg", "menteri", "negosiator", "panglima", "pejabat",
    "pemimpin", "penasihat", "penjabat", "perdana", "pm", "premier", "presiden",
    "putra", "raja", "ratu", "sekjen", "sekretaris", "sultan", "utusan", "wakil",
    "wamenlu", "wapres",
})  # fmt: skip
"""First words of terms that are titles; what follows in capitals is a name."""

BODIES = frozenset({
    "departemen", "deplu", "dephan", "kantor", "kedubes", "kedutaan", "kejaksaan",
    "kemhan", "kemlu", "kementerian", "konsulat", "kongres", "pemerintah",
    "pemerintahan", "parlemen", "senat",
})  # fmt: skip
"""First words of terms that are bodies of a state."""


def is_title(term: str) -> bool:
    """Whether a term is a title that a person bears.

    >>> is_title("menteri luar negeri"), is_title("kementerian luar negeri")
    (True, False)
    """
    return term.lower().split(" ")[0] in TITLES


def is_office(term: str) -> bool:
    """Whether a term is a title or a body of a state.

    >>> is_office("kementerian luar negeri"), is_office("gencatan senjata")
    (True, False)
    """
    return is_title(term) or term.lower().split(" ")[0] in BODIES


BARE_NAME = (
    r"(?:[A-ZÀ-ÖØ-Þ][\w'’-]+|[A-Z]\.)(?:\s+(?:(?:[A-ZÀ-ÖØ-Þ][\w'’-]+|[A-Z]\.)"
    r"|bin|binti|al|van|von|de|da|der)){0,15}"
)
"""Pattern of a name: capitalised words, initials, and what joins them.

Sixteen words hold any name; in a line of capitals alone there is no end of them.
``native.placing`` reads names likewise.
"""

_AFTER = lazy_re.compile(rf"(?:\s*+\([^()]{{1,40}}\))?\s*+(?:,\s*+)?({BARE_NAME})")
_BEFORE = (
    r"((?:[A-ZÀ-ÖØ-Þ][\w'’-]+)(?:\s+[A-ZÀ-ÖØ-Þ][\w'’-]+){0,3})"
    r"(?:,\s*|\s+(?:sebagai|selaku|,?\s*yang\s+(?:adalah|menjabat))\s+)\Z"
)
LEADS_IN = (",", "sebagai", "selaku", "adalah", "menjabat")
"""What ends the words between a name and the office behind it: cheap to look for."""
_OTHER = rf"(?!(?:{'|'.join(sorted(SMALL))})\b)"
_LONG_WORD = lazy_re.compile(rf"(?<![^\W\d_]){_OTHER}[^\W\d_]{{4,}}")
_LOWER_WORD = re.compile(rf"(?<![^\W\d_]){_OTHER}[a-z][^\W\d_]{{3,}}")
"""One of these is in nearly every sentence, and soon found."""


class Bearer(NamedTuple):
    """A person who bore an office: of which country, the words of the name."""

    code: str
    words: tuple[str, ...]


MOST_BEARERS = 32
"""Maximum number of different persons that are remembered by one word of a name."""

Memory = dict[str, dict[Bearer, list[int]]]
"""Who bore an office, by each word of the name, and where, in the order of the text."""


def remember(memory: Memory, bearer: Bearer, start: int) -> None:
    """Put into the memory that a person bears an office at an offset.

    >>> memory: Memory = {}
    >>> remember(memory, Bearer("US", ("Rubio", "Marco")), 7)
    >>> memory["Marco"]
    {Bearer(code='US', words=('Rubio', 'Marco')): [7]}
    """
    for word in dict.fromkeys(bearer.words):
        known = memory.setdefault(word, {})
        if bearer in known or len(known) < MOST_BEARERS:
            known.setdefault(bearer, []).append(start)


def name_beside(
    text: str, start: int, end: int, sentence: tuple[int, int]
) -> tuple[int, int] | None:
    """Return the span of the name after an office, or else before it.

    Args:
        text: the document.
        start: offset of the office.
        end: offset behind it, and behind its country.
        sentence: half-open offsets of its sentence.

    >>> text = "Sergei Lavrov, menlu Rusia"
    >>> text[slice(*name_beside(text, 15, 26, (0, 26)))]
    'Sergei Lavrov'
    """
    if not is_lower_behind(text, end):
        after = _AFTER.match(text, end, sentence[1])
        if after:
            return after.span(1)
    begin = max(sentence[0], start - WINDOW)
    if not text[begin:start].rstrip().endswith(LEADS_IN):
        return None
    before = re.compile(_BEFORE).search(text, begin, start)  # few texts need it
    return before.span(1) if before else None


def is_lower_behind(text: str, end: int) -> bool:
    """Whether a word in lower case follows, as nearly always: it is no name.

    >>> is_lower_behind("Menlu tiba", 5), is_lower_behind("Menlu Rubio", 5)
    (True, False)
    """
    return text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def is_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, last words first, may be one person's.

    >>> is_same(("Retno",), ("Marsudi", "Retno"))
    True
    >>> is_same(("Kerry", "John"), ("Howard", "John"))
    False
    """
    fewer, more = sorted((one, other), key=len)
    return one[0] == other[0] or set(fewer) <= set(more)


def holder(words: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the country of a well-known holder of an office, and the full name.

    Args:
        words: of the name, the last one first.

    >>> holder(("Rubio", "Marco"))
    ('US', 'Marco Rubio')
    """
    holders = table("office_holders.tsv")
    for last, first in pairwise(words):
        name = f"{first} {last}"
        if name.lower() in holders:
            return holders[name.lower()][0], name
    return None


@cache
def last_names() -> frozenset[str]:
    """Return the last words of the names of well-known holders, in lower case."""
    return frozenset(name.rpartition(" ")[2] for name in table("office_holders.tsv"))


def is_title_case(text: str) -> bool:
    """Whether every longer word has a capital, so that verbs look like names.

    >>> is_title_case("Menlu AS Bahas Gencatan Senjata"), is_title_case("Menlu AS tiba")
    (True, False)
    >>> is_title_case("Iran Lanjutkan Perundingan dengan AS untuk Damai")
    True
    """
    if _LOWER_WORD.search(text):
        return False
    words = _LONG_WORD.findall(text)
    return len(words) > 3 and all(word[0].isupper() for word in words)


def unique_or_nearest(
    bearers: Sequence[tuple[Bearer, list[int]]], before: int
) -> str | None:
    """Return the only region of a name, or the nearest one that came before.

    Args:
        bearers: who bore the name, and at which offsets, in rising order.
        before: offset in the text.

    >>> found = [(Bearer("US", ("Kerry",)), [0, 9]), (Bearer("GB", ("Kerry",)), [5])]
    >>> unique_or_nearest(found, 7)
    'GB'
    """
    if len({one.code for one, _ in bearers}) == 1:
        return bearers[0][0].code
    last = [
        (starts[index - 1], one.code)
        for one, starts in bearers
        if (index := bisect_left(starts, before))
    ]
    return max(last)[1] if last else None
