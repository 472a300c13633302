"""Gates refuse only what does not hold."""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import padanan
from padanan.language.normalise import plain_words
from padanan.matching.conditions import Conditions, parse
from padanan.matching.conditions.gates import SearchText, Sieve, search_text
from padanan.matching.conditions.kinds import TESTS
from padanan.matching.conditions.surroundings import Snippet, Surroundings
from padanan.matching.conditions.words import without_clitics
from tests.matching.conditions.contract import written
from tests.matching.small import ODD, texts

TERM = "tahanan"
LOOKED_FOR = (
    "perang", "masalah", "ilmu", "pun", "AS", "PBB", "damai*", "sekolah*", "hak asasi",
    "di dalam", "Konferensi Asia*", "NAME", "NUMBER", "dua NUMBER", "café",
    "kereta-api", "ğ",
)  # fmt: skip
OTHERS = ("itu", "yang", "Rubio", "30", "tiga")
CLITICS = ("", "", "", "nya", "ku", "lah", "kah", "pun", "nyalah", "mupun", "i", "an")
SEPARATING = (*" " * 30, "  ", ", ", ". ", "-", "“", "\n", "_", *ODD)
FORMS = [form for kind in TESTS for form in kind.forms]


def words(listed: list[str]) -> st.SearchStrategy[str]:
    """Return words, listed and others, in any case with clitics and separators."""
    cased = st.builds(
        lambda text, change: change(text.removesuffix("*")),
        st.sampled_from((*listed, *OTHERS)),
        st.sampled_from((str, str, str.lower, str.title, str.upper)),
    )
    piece = st.tuples(cased, st.sampled_from(CLITICS), st.sampled_from(SEPARATING))
    return st.lists(piece, max_size=7).map(
        lambda pieces: "".join(part for three in pieces for part in three)
    )


class Case(NamedTuple):
    """Words that are looked for, and what stands around the term."""

    listed: list[str]
    before: str
    after: str


def cases() -> st.SearchStrategy[Case]:
    """Return cases in which some of the words are there, near the term or far."""
    listed = st.lists(st.sampled_from(LOOKED_FOR), min_size=1, max_size=3)
    return listed.flatmap(
        lambda some: st.builds(Case, st.just(some), words(some), words(some))
    )


@pytest.mark.parametrize("form", FORMS)
@given(cases(), st.integers(1, 4))
@example(Case(["masalah"], "masalahnya ", ""), 1)
@example(Case(["sekolah*"], "", " sekolah"), 1)
@example(Case(["pun"], "", " lah pun"), 3)
@example(Case(["di dalam"], "di dalamnya ", ""), 1)
@example(Case(["masalah"], "masalah itu yang ", " itu yang masalah"), 3)
def test_what_holds_is_never_refused(form: str, case: Case, within: int) -> None:
    """Where a condition of any kind holds its gate is open: a sieve passes it."""
    condition = parse(written(form, within, case.listed))
    other = parse("followed by zzz")
    text = f"{case.before}{TERM}{case.after}"
    start = len(case.before)
    place = Surroundings(Snippet(text), start, start + len(TERM))
    if condition.tests[0].matched_words(place) is not None:
        sieve = Sieve((other, condition))
        assert 1 in sieve.passing(place.searchable, place.start, place.end)
        assert condition.matched_words(place) is not None


@given(
    st.lists(st.tuples(st.sampled_from(FORMS), cases()), min_size=1, max_size=4),
    st.integers(1, 4),
)
def test_a_kept_sieve_is_the_same(
    conditions: list[tuple[str, Case]], within: int
) -> None:
    """What a sieve knows passes the same conditions after it was written and read."""
    read = [parse(written(form, within, case.listed)) for form, case in conditions]
    case = conditions[0][1]
    text, start = f"{case.before}{TERM}{case.after} Rusia", len(case.before)
    end = start + len(TERM)
    space = text.rfind(" ")
    found = search_text(text, ((space + 1, len(text)),))
    kept = Sieve.of(json.loads(json.dumps(Sieve(read).plain())))
    assert kept.passing(found, start, end) == Sieve(read).passing(found, start, end)


@given(
    forms=st.lists(st.sampled_from(FORMS), min_size=1, max_size=3),
    never=st.booleans(),
)
def test_kept_conditions_are_the_same(forms: list[str], *, never: bool) -> None:
    """Conditions of which only what is known was kept decide the same."""
    written_down = tuple(written(form, 2, ["perang", "COUNTRY"]) for form in forms)
    first, last = (written_down, ()) if never else ((), written_down)
    whole = Conditions(first, last)
    known = json.loads(json.dumps(whole.known()))
    kept = Conditions(first, last, kept=lambda: known)
    assert kept.needs_neighbours is whole.needs_neighbours
    for text in ("tahanan perang", "tahanan kota", "Perang dan tahanan"):
        start = text.index(TERM)
        place = Surroundings(Snippet(text), start, start + len(TERM))
        assert kept.decide(place) == whole.decide(place)
        passing = whole.sieve.passing(place.searchable, place.start, place.end)
        assert kept.forbids(passing, place) is whole.forbids(passing, place)


@pytest.mark.parametrize(
    ("condition", "text", "is_open"),
    [
        ("followed by perang", "tahanan perang", True),
        ("followed by perang", "tahanan perangnya", True),
        ("followed by perang", "tahanan kota, lalu perang", False),
        ("followed by perang", "perang tahanan", False),
        ("preceded within 2 by hak", "hak para tahanan", True),
        ("preceded within 2 by hak", "hak para dan semua tahanan", False),
        ("near damai*", "tahanan dan perdamaian", False),
        ("near damai*", "tahanan dan mendamaikan, damaikan", True),
        ("followed by AS", "tahanan as", True),
    ],
)
def test_gates(condition: str, text: str, *, is_open: bool) -> None:
    """A gate asks whether a word stands near; its capitals are not asked for."""
    assert passes(condition, search_text(text), text.index(TERM)) is is_open


def passes(condition: str, text: SearchText, start: int) -> bool:
    """Return whether the gate of a condition is open for the term at an offset."""
    read = parse(condition)
    assert read.gate is not None
    return Sieve((read,)).passing(text, start, start + len(TERM)) == (0,)


def test_a_country_opens() -> None:
    """A country near enough opens a gate that waits for one."""
    text = "tahanan dari Rusia, tahanan itu"
    seen = search_text(text, ((13, 18),))
    assert passes("followed within 2 by COUNTRY", seen, 0)
    assert not passes("followed within 2 by COUNTRY", seen, 20)


@pytest.mark.parametrize("text", ["tahanan abcğdeğf Rusia", "Rusia abcğdeğf tahanan"])
def test_a_country_opens_behind_words_that_are_cut(text: str) -> None:
    """Words that are cut at letters outside Latin-1 do not count as several."""
    at, start = text.index("Rusia"), text.index("tahanan")
    seen = search_text(text, ((at, at + 5),))
    way = "followed" if at else "preceded"
    assert passes(f"{way} within 2 by COUNTRY", seen, start)


@pytest.mark.parametrize(
    "condition",
    ["not near hak", "sentence has hak", "with domain law", "followed by NAME",
     "followed by pun", "preceded by ğ", "capitalised"],
)  # fmt: skip
def test_what_single_words_do_not_tell(condition: str) -> None:
    """Other conditions have no gate, and are always tried."""
    assert parse(condition).gate is None
    sieve = Sieve((parse("near hak"), parse(condition)))
    assert sieve.passing(search_text(TERM), 0, len(TERM)) == (1,)


def test_most_of_the_shipped_conditions_have_one() -> None:
    """The gates are worth having."""
    every = [
        parse(text)
        for one in padanan.load().concepts
        for text in (*one.when, *one.unless)
    ]
    assert sum(one.gate is not None for one in every) > len(every) / 2


@given(texts())
def test_plain_words_keep_their_places(text: str) -> None:
    """What gates see is as long as the text, and lacks only the ends of words."""
    assert len(plain_words(text)) == len(text)
    seen = search_text(text)
    assert len(seen.without_clitics) == len(seen.words) == len(text) + 1
    for whole, part in zip(seen.words, seen.without_clitics, strict=True):
        assert part in (whole, " ")
    assert all(seen.words.find(word) >= 0 for word in seen.without_clitics.split())


@given(st.sampled_from(LOOKED_FOR).map(str.lower), st.sampled_from(CLITICS[:9]))
def test_clitics_go_wherever_a_word_stands(word: str, clitic: str) -> None:
    """A word loses its clitics alike at the end of a text and among others."""
    alone = without_clitics(f"{word}{clitic} ").split()
    assert without_clitics(f"kata {word}{clitic} kata ").split()[1:-1] == alone


@pytest.mark.parametrize(
    ("text", "is_cut"),
    [("tahanan “kota” – itu", False), ("tahanan di Niš", True), ("Erdoğan", True)],
)
def test_only_letters_outside_latin_1_cut_words(text: str, *, is_cut: bool) -> None:
    """Typographic marks do no harm: the word beside a term is known to be beside it."""
    assert search_text(text).cut is is_cut
