"""The language of conditions: read, refused, and what it holds of."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import padanan
from padanan.errors import GlossaryError
from padanan.matching.conditions import JOINING, parse
from padanan.matching.conditions.kinds import LIST, TESTS
from padanan.matching.conditions.surroundings import Snippet, Surroundings
from padanan.matching.conditions.words import CLASSES, word_lists
from tests.matching.conditions.contract import written
from tests.matching.small import annotator, concept, spans

if TYPE_CHECKING:
    from padanan.matching.conditions.kinds import Test

DOCS = Path(__file__).parents[3] / "docs" / "conditions.md"


def at(text: str, term: str = "tahanan") -> Surroundings:
    """Return what stands around a term in a sentence."""
    start = text.index(term)
    return Surroundings(Snippet(text), start, start + len(term))


@given(st.text(max_size=60))
def test_anything_is_read_or_refused(text: str) -> None:
    """A text is a condition, or one line says that it is none."""
    with suppress(GlossaryError):
        condition = parse(text)
        assert condition.text == text
        assert len(condition.tests) == text.count(" and ") + 1


WORDS = st.lists(
    st.from_regex(r"[a-z]{1,8}\*?|[A-Z]{2,5}|[a-z]{2,6} [a-z]{2,6}", fullmatch=True)
    .filter(lambda word: not JOINING & {*word.split()}),
    min_size=1,
    max_size=4,
)  # fmt: skip
FORMS = st.sampled_from([(kind, form) for kind in TESTS for form in kind.forms])


@given(
    st.lists(
        st.tuples(st.booleans(), FORMS, st.integers(1, 9), WORDS),
        min_size=1,
        max_size=3,
    )
)
def test_what_is_written_is_what_is_read(
    parts: list[tuple[bool, tuple[type[Test], str], int, list[str]]],
) -> None:
    """Each test is of its kind and has its words in order; *not* turns it round."""
    text = " and ".join(
        f"{'not ' if negated else ''}{written(form, within, words)}"
        for negated, (_, form), within, words in parts
    )
    for found, part in zip(parse(text).tests, parts, strict=True):
        negated, (kind, form), within, words = part
        has_list = not LIST.isdisjoint(form.split())
        assert type(found) is kind
        assert found.negated is negated
        assert found.words == (tuple(words) if has_list else ())
        assert found.within == (within if "N" in form.split() else None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "dalam",
        "preceded dalam",
        "preceded by",
        "followed within 0 by x",
        "followed within 10 by x",
        "near",
        "not not near x",
        " and near x",
        "capitalised x",
        "Near x",
    ],
)
def test_what_is_refused(text: str) -> None:
    """What is no condition is refused in one line that names an example."""
    with pytest.raises(GlossaryError, match=r"is not understood — see .*e\.g\. “"):
        parse(text)


@pytest.mark.parametrize("text", ["near a |", "near | a", "near a | | b"])
def test_empty_words(text: str) -> None:
    """A bar too many is named."""
    with pytest.raises(GlossaryError, match=r"empty word — remove a “\|”"):
        parse(text)


@pytest.mark.parametrize("text", ["near a and", "near a or near b", "near a | not b"])
def test_slips_in_joining(text: str) -> None:
    """A word of the language among the words that are looked for is a slip."""
    with pytest.raises(GlossaryError, match=r"join tests by “and”, words by “\|”"):
        parse(text)


@pytest.mark.parametrize(
    ("condition", "text", "found"),
    [
        ("preceded by dalam | masa", "ia berada dalam tahanan itu", "dalam"),
        ("preceded by dalam", "ia berada dalam sebuah tahanan", None),
        ("preceded by dalam", "berada di dalam, tahanan", None),
        ("preceded by dalam", "di dalam “tahanan”", "dalam"),
        ("preceded by dalam", "Dalam tahanan", "Dalam"),
        ("preceded by dalam", "tahanan dalam", None),
        ("preceded by di dalam", "di dalam tahanan", "di dalam"),
        ("preceded by di dalam", "dalam tahanan", None),
        ("followed by perang", "tahanan perang", "perang"),
        ("followed by perang", "tahanan perangnya", "perangnya"),
        ("followed by perang", "tahanan perangai", None),
        ("followed by perang*", "tahanan perangai", "perangai"),
        ("followed by AS", "tahanan AS", "AS"),
        ("followed by AS", "tahanan as", None),
        ("followed by kota", "tahanan, kota", None),
        ("followed by kota", "tahanan. Kota", None),
        ("followed by negara tetangga", "tahanan negara tetangga", "negara tetangga"),
        ("followed by negara tetangga", "tahanan negara", None),
        ("followed within 3 by Rusia", "tahanan asing asal Rusia", "Rusia"),
        ("followed within 2 by Rusia", "tahanan asing asal Rusia", None),
        ("preceded within 3 by tukar", "tukar menukar para tahanan", "tukar"),
        ("preceded within 2 by tukar", "tukar menukar para tahanan", None),
        ("near hak", "hak para tahanan", "hak"),
        ("near hak", "a b c d hak tahanan", "hak"),
        ("near hak", "hak b c d e f tahanan", None),
        ("sentence has PBB", "PBB b c d e f g h tahanan", "PBB"),
        ("sentence has Dewan Keamanan", "tahanan dan Dewan Keamanan", "Dewan Keamanan"),
        ("document has damai", "damai, lalu tahanan", "damai"),
        ("followed by NAME", "tahanan Guantanamo", "Guantanamo"),
        ("followed by NAME", "tahanan guantanamo", None),
        ("preceded by NUMBER", "30 tahanan", "30"),
        ("preceded by NUMBER", "tiga tahanan", "tiga"),
        ("preceded by NUMBER", "para tahanan", None),
        ("followed by ANY", "tahanan apa", "apa"),
        ("followed by ANY", "para tahanan", None),
        ("not followed by kota", "tahanan desa", ""),
        ("not followed by kota", "tahanan kota", None),
        ("preceded by para and followed by kota", "para tahanan kota", "para"),
        ("preceded by para and followed by kota", "para tahanan desa", None),
        ("preceded by para and not followed by kota", "para tahanan desa", "para"),
        ("capitalised", "para tahanan", None),
        ("preceded by perdana menteri", "PM tahanan", "PM"),
        ("preceded by perdana menteri", "pm tahanan", None),
        ("followed by menteri", "tahanan Menlu itu", "Menlu"),
        ("near duta besar", "tahanan itu dan Dubes", "Dubes"),
        ("near kepala menteri", "kepala Menlu tahanan", None),
        ("sentence has menteri luar negeri", "tahanan a b c d e f Menlu", "Menlu"),
        ("near COUNTRY", "tahanan di sidang ASEAN", "ASEAN"),
        ("near FOREIGN", "tahanan di sidang ASEAN", "ASEAN"),
        ("sentence has COUNTRY", "DK PBB a b c d e f tahanan", "PBB"),
        ("followed by COUNTRY", "tahanan ASEAN", None),
    ],
)
def test_what_holds(condition: str, text: str, found: str | None) -> None:
    """A condition holds for the words of the text that it names, or not at all."""
    assert parse(condition).matched_words(at(text)) == found


def test_capitals_of_the_term() -> None:
    """*capitalised* holds where every word of the term has a capital."""
    place = at("Konvensi Wina", "Konvensi Wina")
    assert parse("capitalised").matched_words(place) == ""
    place = at("Konvensi wina", "Konvensi wina")
    assert parse("capitalised").matched_words(place) is None


@pytest.mark.parametrize(
    ("condition", "term", "found"),
    [
        ("written with departemen", "Departemen Kehakiman", "departemen"),
        ("written with departemen", "Kementerian Kehakiman", None),
        ("written with Garda Revolusi", "Korps Garda Revolusi", "Garda Revolusi"),
        ("written with Garda Revolusi", "Garda, Revolusi", "Garda Revolusi"),
        ("written with Garda Revolusi", "Revolusi Garda", None),
        ("written with kor", "Korps Garda", None),
        ("written with PBB", "badan-badan PBB", "PBB"),
        ("not written with korps", "Garda Revolusi", ""),
    ],
)
def test_words_of_the_term(condition: str, term: str, found: str | None) -> None:
    """*written with* looks at the words of the term as it stands in the text."""
    assert parse(condition).matched_words(at(f"departemen {term} kor", term)) == found


@pytest.mark.parametrize(
    ("term", "holds"),
    [
        ("Menteri Komunikasi dan Digital", True),
        ("Menteri komunikasi dan digital", False),
        ("menteri Komunikasi dan Digital", False),
        ("Kesepakatan untuk Damai", True),
        ("untuk Damai", False),
        ("Untuk Damai", True),
        ("1701", True),
    ],
)
def test_small_words_in_titles(term: str, holds: bool) -> None:  # noqa: FBT001
    """Titles write *dan* and the like with a small letter (EYD V), but not first."""
    place = at(term, term)
    assert (parse("capitalised").matched_words(place) is not None) == holds


def test_the_term_itself_does_not_count() -> None:
    """A word inside the term is no word beside it."""
    place = at("Konvensi Wina", "Konvensi Wina")
    assert parse("sentence has wina").matched_words(place) is None


@pytest.mark.parametrize(
    ("condition", "text", "found"),
    [
        ("followed by COUNTRY", "tahanan Amerika Serikat", True),
        ("followed by COUNTRY", "tahanan Gedung Putih", True),
        ("followed by COUNTRY", "tahanan amerika", False),
        ("preceded by COUNTRY", "warga Rusia tahanan itu", True),
        ("preceded within 3 by COUNTRY", "Rusia dan para tahanan", True),
        ("followed within 2 by COUNTRY", "tahanan dari Sri Lanka", True),
        ("followed within 2 by COUNTRY", "tahanan di luar negeri Rusia", False),
        ("near COUNTRY", "Kabar Rusia tentang tahanan", True),
        ("near FOREIGN", "Kabar Rusia tentang tahanan", True),
        ("near FOREIGN", "Kabar Indonesia tentang tahanan", False),
        ("near FOREIGN", "Rusia kepada RI tentang tahanan", True),
        ("followed by FOREIGN", "tahanan Jakarta", False),
        ("followed within 3 by FOREIGN", "tahanan Indonesia di Rusia", True),
        ("sentence has FOREIGN", "Kabar RI dari Jakarta: tahanan", False),
        ("sentence has FOREIGN | COUNTRY", "Kabar dari Jakarta: tahanan", True),
        ("document has FOREIGN", "Rusia. Kabar tahanan tiba", True),
        ("document has STATUTE", "Para Pihak menukar tahanan", True),
        ("document has STATUTE", "Menurut Pasal 1 tahanan dibebaskan", True),
        ("document has STATUTE", "Kedua pihak menukar tahanan", False),
        ("sentence has COUNTRY", "Rusia. Kabar tahanan tiba", False),
        ("document has COUNTRY", "Rusia. Kabar tahanan tiba", True),
        ("with domain relations", "tahanan dan misi", True),
        ("with domain relations", "tahanan. Ada misi", False),
        ("with domain law", "tahanan dan misi", False),
        ("with concept misi", "misi para tahanan", True),
        ("with concept misi | kota", "tahanan kota", False),
        ("not with concept misi", "para tahanan", True),
    ],
)
def test_countries_and_neighbours(condition: str, text: str, *, found: bool) -> None:
    """Countries and other terms are those that recognition finds."""
    reader = annotator(concept("tahanan", when=(condition,)), concept("misi"))
    assert ("tahanan" in spans(reader.annotate(text))) is found


def test_a_neighbour_in_doubt_decides_nothing() -> None:
    """Two terms that wait for each other are both left out."""
    reader = annotator(
        concept("misi", when=("with concept duta",)),
        concept("duta", when=("with concept misi",)),
    )
    assert reader.annotate("misi sang duta") == ()


def test_unless_is_stronger_than_when() -> None:
    """A term that must not be where it must be is not there."""
    reader = annotator(
        concept("tahanan", when=("near hak", "near kota"), unless=("followed by kota",))
    )
    assert spans(reader.annotate("hak tahanan desa")) == ["tahanan"]
    assert reader.annotate("hak tahanan kota") == ()
    assert reader.annotate("para tahanan desa") == ()


def test_the_glossary_is_understood() -> None:
    """Every condition of the shipped glossary is one."""
    for one in padanan.load().concepts:
        conditions = (term.condition for term in one.equivalents if term.condition)
        for text in (*one.when, *one.unless, *conditions):
            assert parse(text).tests


def test_the_docs_name_every_class_and_list_of_words() -> None:
    """The page for translators has each class and list, and examples that are read."""
    page = DOCS.read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in page for name in (*CLASSES, *word_lists()))
    lines = re.findall(r"^#\. (?:when|unless): (.+)$", page, re.MULTILINE)
    lines += re.findall(r"^#\. equivalent.* if (.+?): ", page, re.MULTILINE)
    assert len(lines) >= 5
    for line in lines:
        parse(line)
