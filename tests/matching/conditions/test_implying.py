"""A condition that adds nothing to another one is told, and can go."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.matching.conditions import Conditions, parse
from padanan.matching.conditions.gates import search_text
from padanan.matching.conditions.implying import implies, needless
from padanan.matching.conditions.kinds import TESTS
from padanan.matching.conditions.surroundings import Neighbour, Snippet, Surroundings
from padanan.matching.conditions.words import WORD
from tests.laws import examples
from tests.matching.conditions.contract import written
from tests.matching.conditions.test_gates import TERM

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMS = [form for kind in TESTS for form in kind.forms]
WORDS = (
    "hak", "hak*", "ha*", "hak asasi", "asasi", "asasi manusia", "hak* asasi",
    "hak asasi manusia", "AS", "as", "COUNTRY", "FOREIGN", "NAME", "NUMBER",
    "dua NUMBER", "ANY", "perdana menteri", "PM", "menteri", "BODY", "PBB", "tahan",
)  # fmt: skip
MEANT = {
    "COUNTRY": "RI", "FOREIGN": "Rusia", "NAME": "Rubio", "ANY": "itu", "NUMBER": "dua",
    "BODY": "PBB", "hak*": "haknya", "ha*": "hari",
}  # fmt: skip
"""What a text has for words that stand for others."""
OTHERS = ("hak", "AS", "kata Rubio", "itu", "yang akan datang itu")
JOINED = (
    lambda some: "".join(f" {one} " for one in some),
    lambda some: f", {' '.join(some)}, ",
    "-".join,
)
DOMAINS = {"hak": "law", "asasi": "treaties", "PBB": "law"}
"""Words of the texts that are terms beside the one that is tried."""


class Told(Snippet):
    """A text of which it is told what its countries and its other terms are."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.words = [(*one.span(), one.group()) for one in WORD.finditer(text)]
        self.searchable = search_text(
            text, self._named("AS", "Rusia", "RI"), self._named("AS", "Rusia")
        )

    def _named(self, *names: str) -> list[tuple[int, int]]:
        return [(start, end) for start, end, word in self.words if word in names]

    def neighbours(self, sentence: tuple[int, int]) -> tuple[Neighbour, ...]:
        """Return the words that are terms; each is a concept of its own."""
        return tuple(
            Neighbour(start, end, word, DOMAINS[word])
            for start, end, word in self.words
            if word in DOMAINS
        )

    def may_have(self, wanted: Iterable[str], near: Surroundings) -> bool:
        """Return that there may be one."""
        return True


def meant(words: str) -> str:
    """Return what a text may have for some words of a condition.

    >>> meant("hak* asasi")
    'haknya asasi'
    """
    return " ".join(MEANT.get(word, word) for word in words.split())


class Case(NamedTuple):
    """Conditions of an entry, and what stands around its term."""

    texts: list[str]
    before: str
    after: str


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Return conditions that have forms and words in common, and texts with those."""
    forms = draw(st.lists(st.sampled_from(FORMS), min_size=1, max_size=2))
    pool = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=2, unique=True))
    beside = any(form.startswith(("with domain", "with concept")) for form in forms)
    names = ["law", "treaties", *DOMAINS] if beside else []
    test = st.builds(
        lambda negation, *parts: negation + written(*parts),
        st.sampled_from(("", "", "", "not ")),
        st.sampled_from(forms),
        st.sampled_from((1, 2, 5, 6)),
        st.lists(st.sampled_from([*pool, *names]), min_size=1, max_size=2, unique=True),
    )
    condition = st.lists(test, min_size=1, max_size=2).map(" and ".join)
    texts = draw(st.lists(condition, min_size=2, max_size=3))
    around = st.lists(st.sampled_from([*map(meant, pool), *OTHERS]), max_size=3)
    joined = around.flatmap(lambda some: st.sampled_from(JOINED).map(lambda j: j(some)))
    return Case(texts, draw(joined), draw(joined))


@examples(500)
@given(cases())
def test_an_entry_holds_where_it_did_without_what_is_needless(case: Case) -> None:
    """Without its needless lines an entry is found in the same places."""
    texts, before, after = case
    gone = {number for number, _ in needless([*map(parse, texts)])}
    every = tuple(texts)
    left = tuple(text for number, text in enumerate(texts) if number not in gone)
    start = len(before)
    place = Surroundings(Told(f"{before}{TERM}{after}"), start, start + len(TERM))
    for with_all, without in (
        (Conditions(never=every), Conditions(never=left)),
        (Conditions(only=every), Conditions(only=left)),
    ):
        assert with_all.decide(place).holds is without.decide(place).holds


@given(cases())
def test_what_is_left_has_nothing_needless(case: Case) -> None:
    """All that is told can go at once; some line stays, and nothing more is told."""
    texts = case.texts
    found = [*needless([*map(parse, texts)])]
    gone = {number for number, _ in found}
    left = [text for number, text in enumerate(texts) if number not in gone]
    assert left
    assert not [*needless([*map(parse, left)])]
    assert all(implies(parse(texts[n]), parse(texts[other])) for n, other in found)


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        # A test more, or a word fewer.
        ("near perang and not near film", "near perang"),
        ("near perang and followed by atas", "followed by atas"),
        ("near film", "near film | bioskop"),
        ("not near film | bioskop", "not near film"),
        ("near klub", "near SPORT | babak kedua"),
        ("near SPORT", "near SPORT | babak kedua"),
        ("document has Pasal 1", "document has STATUTE"),
        ("near PBB", "near COUNTRY"),
        ("near PM", "near perdana menteri"),
        # It looks less far.
        ("preceded by dalam", "preceded within 2 by dalam"),
        ("preceded within 2 by dalam", "near dalam"),
        ("followed within 5 by dalam", "near dalam"),
        ("not near dalam", "not followed by dalam"),
        ("sentence has PBB", "document has PBB"),
        ("preceded within 3 by COUNTRY", "near COUNTRY | perdamaian"),
        # The words are stricter.
        ("followed by perjanjian | perjanjiannya", "followed by perjanjian*"),
        ("near AS", "near as"),
        ("followed by hak asasi", "followed by hak"),
        ("preceded by di dalam", "preceded by dalam"),
        ("followed by gencatan senjata", "followed within 3 by gencatan*"),
        ("sentence has hak asasi manusia", "sentence has asasi"),
        ("near hak asasi manusia", "near hak | manusia"),
        # Names and the term itself.
        ("with domain law", "with domain law | treaties"),
        ("with concept traktat", "with concept traktat"),
        ("capitalised and near perang", "capitalised"),
        ("written with rumah tahanan", "written with rumah"),
    ],
)
def test_needless(narrow: str, wide: str) -> None:
    """The first line of the two can go, the second one cannot."""
    first, second = parse(narrow), parse(wide)
    assert implies(first, second)
    assert [*needless((first, second))] == [(0, 1)] or narrow == wide
    assert [*needless((second, first))] == [(1, 0)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Each finds what the other one does not.
        ("near perang and not near film", "near perang and not near bioskop"),
        ("near film | bioskop", "near film | sutradara"),
        ("preceded by dalam", "followed by dalam"),
        ("near klub", "near HOME"),
        ("near perang", "not near perang"),
        ("with domain law", "with concept law"),
        # What looks farther asks for other words, or for more.
        ("near dalam | atas", "preceded by dalam"),
        ("near perang", "preceded by perang and near film"),
        # The one just beside is less than one among the next, which may follow a comma.
        ("preceded within 1 by dalam", "preceded by dalam"),
        # Near reaches five words.
        ("preceded within 6 by dalam", "near dalam"),
        # Of several words before the term, the last one must be near, not all.
        ("near hak asasi", "near hak"),
        ("followed by hak asasi", "followed by asasi"),
        ("near as", "near AS"),
        ("near AS", "near PBB"),
        ("followed by NUMBER", "followed by NAME"),
        ("followed by perjanjian*", "followed by perjanjian"),
        ("preceded by menteri", "preceded by menteri luar negeri"),
        # The name of a country is not read word by word.
        ("near COUNTRY", "near NAME"),
    ],
)
def test_not_needless(one: str, other: str) -> None:
    """The first of the two lines is needed beside the second."""
    assert not implies(parse(one), parse(other))


def test_lines_that_say_the_same() -> None:
    """One of them stays, the first."""
    same = [parse(text) for text in ("near a | b", "near b | a", "near a | b | a")]
    assert [number for number, _ in needless(same)] == [1, 2]
