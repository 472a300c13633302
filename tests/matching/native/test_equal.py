"""The compiled core finds what the readable engine finds, in all fields."""

from __future__ import annotations

import pickle
from functools import cache
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from padanan.matching import make_engine, native
from padanan.matching.compiling import compile_glossary
from padanan.matching.conditions.kinds import TESTS, Test
from padanan.matching.engine import Options
from padanan.matching.native import engine as module
from padanan.matching.native import memory
from padanan.matching.native.engine import FEW, NativeRecogniser
from padanan.matching.recogniser import Recogniser
from padanan.model import Concept, Glossary, Term
from tests.laws import examples
from tests.matching.conditions.contract import BESIDE, rows
from tests.matching.context import read_passages
from tests.matching.native.compiled import Both, both, need_compiled, shipped, small
from tests.matching.small import ODD, TERMS, texts

EVERY = tuple(
    Options(nested, context, frozenset(domains), basic)
    for nested, context, domains, basic in product(
        (False, True), (True, False), ((), ("relations", "security")), (False, True)
    )
)
"""Every combination of options."""

DAMAGE = st.tuples(
    st.floats(0, 1),
    st.integers(0, 2),
    st.sampled_from((*ODD, " ", "\n", ". ", "\u00a0\u00a0", "\n \n", "½", "×", "š")),
)
"""Where a text is damaged (a share of it), how much is lost, and what comes in."""

INSIDE = (
    "_",
    "__",
    "ğ",
    "中",
    "½",
    "µ",
    "™",
    "×",
    "\x81",
    "ª",
    "Б",
    "٣",
    "Ⅷ",
    "İ",
    " ",
)
"""What joins words, cuts them, or is replaced only beside other characters."""


@cache
def passages() -> tuple[str, ...]:
    """Return the texts with which context is tested."""
    return tuple(passage.text for passage in read_passages())


def damaged(text: str, damage: list[tuple[float, int, str]]) -> str:
    """Return a text with some characters lost and others put in.

    >>> damaged("duta besar", [(0.4, 1, "-")])
    'duta-besar'
    """
    for share, lost, new in damage:
        at = round(share * len(text))
        text = f"{text[:at]}{new}{text[at + lost :]}"
    return text


@given(texts(), st.sampled_from(EVERY))
@example("undang-undang PBB-nya, non-kuasa usaha", EVERY[0])
@example("Presiden\n\nAS kuasa  usaha", EVERY[0])
def test_a_small_glossary(text: str, options: Options) -> None:
    """On texts of terms, their pieces and odd characters, whatever is wanted."""
    small().check(text, options)


@pytest.mark.slow
def test_the_passages() -> None:
    """On every passage of the tests of context, with options in turn."""
    need_compiled()
    for number, text in enumerate(passages()):
        shipped().check(text, EVERY[0], EVERY[number % len(EVERY)])


@given(st.data(), st.lists(DAMAGE, max_size=4), st.sampled_from(EVERY))
@examples(50)
def test_damaged_passages(
    data: st.DataObject, damage: list[tuple[float, int, str]], options: Options
) -> None:
    """On passages in which characters are lost and others come in."""
    need_compiled()
    chosen = data.draw(st.lists(st.sampled_from(passages()), min_size=1, max_size=3))
    shipped().check(damaged("\n".join(chosen), damage), options)


@given(
    st.lists(
        st.tuples(
            st.sampled_from((
                "duta besar", "Menteri Luar Negeri", "menlu", "AS", "Rusia", "tahanan",
                "kota", "kunjungan", "PBB-nya", "Rubio", "di", "dan", "undang-undang",
                "Presidennya", "perundingan damai", "non-", "kerja sama",
            )),
            st.lists(st.sampled_from(INSIDE), max_size=2).map("".join),
            st.sampled_from((" ", " ", " ", "", ", ", ". ", "\n")),
        ).map("".join),
        max_size=14,
    ).map("".join),
    st.sampled_from(EVERY),
)  # fmt: skip
@example("_duta besar_ AS_x tahanan x_Rusia, menlu_", EVERY[0])
@example("lah Kementerian \nPBB di\nsanksi", EVERY[0])
@example("x ancaman nuklir dan\u00a0GENCATAN SENJATA\u00adMenlu", EVERY[0])
@example("Türkiye a b c eńi tuanrumah. Presidennya× negara_gagal ğtahanan", EVERY[0])
@examples(150)
def test_odd_characters(text: str, options: Options) -> None:
    """On words that odd characters touch, so that terms begin and end inside words."""
    need_compiled()
    shipped().check(text, options)
    small().check(text, options)


@pytest.mark.slow
@given(st.data(), st.lists(DAMAGE, min_size=1, max_size=30), st.sampled_from(EVERY))
@examples(800)
def test_much_damaged_passages(
    data: st.DataObject, damage: list[tuple[float, int, str]], options: Options
) -> None:
    """On passages of which much is damaged, several together."""
    need_compiled()
    chosen = data.draw(st.lists(st.sampled_from(passages()), min_size=1, max_size=6))
    shipped().check(damaged(" ".join(chosen), damage), options)


@given(
    st.lists(
        st.sampled_from((
            "duta besar", "kedutaan besar", "hubungan", "kunjungan", "menteri",
            "kementerian perdagangan", "gencatan senjata", "dukungan", "boikot",
            "panglima angkatan bersenjata", "perundingan perdamaian", "presiden",
            "Rusia", "AS", "Korea Utara", "Gambia", "Gedung Putih", "Washington",
            "di", "untuk", "Moskow", "ke", "terhadap", "30 hari", "selama 2 pekan",
            "Pasukan Perdamaian PBB", "Lembaran Negara", "Persemakmuran", "Senat",
            "terbatas", "mendadak", "yang", "St. Lucia", "Timor-Leste",
            "vs", "melawan", "dan", "serta", "Hamas", "Vietnam", "Selatan", "perang",
        )),
        max_size=12,
    ),
    st.lists(st.sampled_from((" ", " ", " ", " ", "  ", "\n", "-", "–", ", ", ".")),
             min_size=12, max_size=12),
)  # fmt: skip
@example(["hubungan", "Rusia", "ke", "AS"], [" "] * 12)
@example(["duta besar", "Rusia", "untuk", "AS"], [" "] * 12)
@example(["kunjungan", "Rusia", "AS"], [" ", "-", " "] * 4)
@examples(150)
def test_larger_names(words: list[str], between: list[str]) -> None:
    """On heads, places and what else may add to the English of a term."""
    need_compiled()
    text = "".join(map("".join, zip(words, between, strict=False)))
    shipped().check(text, Options())


def _conditional(condition: str, field: str) -> Glossary:
    term = Term("tahanan")
    fields = {field: (condition,)}
    bound = Concept("tahanan", "law", (term,), (Term("custody"),), **fields)  # type: ignore[arg-type]
    return Glossary((bound, BESIDE))


@pytest.mark.parametrize("field", ["when", "unless"])
@pytest.mark.parametrize("row", rows(), ids=lambda row: row.condition)
def test_every_kind_of_condition(row: tuple[str, ...], field: str) -> None:
    """On the examples of the documentation, as they are, negated and in pieces."""
    condition, _, holds, fails = row
    for stated in (condition, f"not {condition}"):
        engines = both(compile_glossary(_conditional(stated, field)))
        for text in (holds, fails):
            plain = text.replace("**", "")
            for at in range(0, len(plain), 5):
                engines.check(f"{plain[at:]} {plain[:at]}", Options())


_RANDOM_WORDS = st.lists(
    st.sampled_from((
        "tahanan", "Tahanan", "kota", "kotanya", "hak", "asasi", "AS", "PBB",
        "traktat", "dua", "3", "Rubio", ",", ".", "\n", "-", "(", "perdana",
        "menteri", "PM", "Rusia-AS", "Indonesia", "Jakarta", "perjanjiannya",
        "x" * 130, "para pihak", "pasal 1", "klub", "Liga Inggris", "konsulatnya",
    )),
    max_size=30,
).map(" ".join)  # fmt: skip
_CONDITIONS = st.sampled_from((
    "preceded by kota | PM | COUNTRY", "followed by hak asasi | NUMBER",
    "near perdana menteri | perjanjian*", "followed within 3 by NAME | kota",
    "preceded within 9 by ANY ANY | COUNTRY", "sentence has hak asasi | COUNTRY",
    "document has kota | hak NAME", "with domain treaties", "capitalised",
    "written with kota", "not written with kota",
    "with concept traktat", "near COUNTRY and not followed by kota",
    "near FOREIGN", "sentence has FOREIGN", "preceded by FOREIGN",
    "document has STATUTE", "not document has STATUTE",
    "near SPORT | kota", "not sentence has SPORT", "preceded by ABROAD",
    "not sentence has perdana menteri and preceded by hak",
))  # fmt: skip


@given(_RANDOM_WORDS, _CONDITIONS)
@examples(200)
def test_conditions_on_random_words(text: str, condition: str) -> None:
    """On words in any order, also where a window cuts one, for each kind of test."""
    _engines(condition).check(text, Options(), Options(nested=True))


@given(
    _RANDOM_WORDS,
    _RANDOM_WORDS,
    st.sampled_from((
        "document has tahanan", "document has tahanan itu | hak asasi | kota NAME",
        "document has kota | perdana menteri* | pasal 1", "document has COUNTRY",
        "not document has hak asasi | asasi manusia", "document has STATUTE | kota",
    )),
)  # fmt: skip
@example("", "hak asasi", "document has tahanan itu | hak asasi | kota NAME")
@example("", "tahanan", "document has tahanan")
@example("", "pasal 1 kotanya", "document has kotanya | perdana menteri* | pasal 1")
@examples(40)
def test_documents_of_many_words(begin: str, end: str, condition: str) -> None:
    """Where a document is long, the places of each word are known, and found alike."""
    text = f"tahanan {begin} {'lalu ada ' * 2_500}{end}"
    _engines(condition).check(text, Options())


@given(
    st.lists(_RANDOM_WORDS, min_size=1, max_size=3),
    st.lists(_CONDITIONS, max_size=4),
    st.lists(_CONDITIONS, max_size=4),
    st.sampled_from((0, 0, 0, 70)),
)
@examples(60)
def test_several_conditions_on_random_words(
    several: list[str], when: list[str], unless: list[str], more: int
) -> None:
    """Of several conditions, more than there are bits too, the same ones decide."""
    term = Term("tahanan")
    never = tuple(f"near {'u' * number} | x" for number in range(1, more))
    concept = Concept(
        "tahanan",
        "law",
        (term,),
        (Term("custody"),),
        when=tuple(when),
        unless=(*never, *unless),
    )
    engines = both(compile_glossary(Glossary((concept, BESIDE))))
    for text in several:
        engines.check(text, Options(), Options(nested=True))


@cache
def _engines(condition: str) -> Both:
    return both(compile_glossary(_conditional(condition, "when")))


@pytest.mark.parametrize("kind", TESTS)
def test_a_test_without_a_program_is_asked_itself(
    kind: type[Test], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kind of test holds in the core before anybody writes its program."""
    monkeypatch.setattr(kind, "program", Test.program)
    for condition, _, holds, fails in rows():
        engines = both(compile_glossary(_conditional(condition, "when")))
        for text in (holds, fails):
            engines.check(text.replace("**", ""), Options())


def test_words_that_are_known_before_a_condition_is_read() -> None:
    """A list of words that comes later finds the words that the core has met."""
    every = Glossary((*TERMS, *_conditional("near kota | Rubio*", "when").concepts))
    engines = both(compile_glossary(every))
    for text in ("Kotanya KOTA kota Rubios kotalah.", "Ada tahanan di Kotanya."):
        engines.check(text, Options())


def _memory_of(engine: NativeRecogniser) -> object:
    assert engine._core is not None  # noqa: SLF001 - what is kept is not to be seen
    return engine._core.memory  # noqa: SLF001


def test_a_core_that_knows_too_many_words_begins_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is kept of texts is bounded, and nothing is found otherwise after that."""
    engines = both(compile_glossary(Glossary(TERMS)))
    monkeypatch.setattr(memory, "MOST", 20)
    text = "Kuasa usaha dan duta besar bertemu. " + " ".join(map(str, range(40)))
    engines.check(text, Options())
    first = _memory_of(engines.core)
    engines.check(text, Options())
    assert first is not _memory_of(engines.core)


def test_more_words_than_the_first_tables_hold() -> None:
    """The tables of words grow while a text is read."""
    words = " ".join(f"kata{number} duta" for number in range(5_000))
    engines = both(compile_glossary(Glossary(TERMS)))
    engines.check(words, Options())


def test_the_first_texts_are_read_as_ever() -> None:
    """The core is made only where enough is read, and then is used."""
    core = NativeRecogniser(compile_glossary(Glossary(TERMS)))
    core.annotate("duta besar")
    assert core._core is None  # noqa: SLF001
    core.annotate("duta besar" + " " * FEW)
    assert core._core is not None  # noqa: SLF001


def test_patterns_that_begin_with_a_mark_are_left_to_the_readable_engine() -> None:
    """The core finds patterns by their first words."""
    marked = Concept(".org", "x", (Term(".org"),), (Term(".org"),))
    engines = both(compile_glossary(Glossary((marked, *TERMS))))
    engines.check("duta .org besar", Options())
    assert engines.core.annotate("duta .org besar")


def test_the_environment_chooses_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """``PADANAN_PLAIN`` asks for the readable engine; else the core is used."""
    compiled = compile_glossary(Glossary(TERMS))
    monkeypatch.setenv("PADANAN_PLAIN", "1")
    assert type(make_engine(compiled)) is Recogniser
    monkeypatch.delenv("PADANAN_PLAIN")
    expected = NativeRecogniser if native.COMPILED else Recogniser
    assert type(make_engine(compiled)) is expected


def test_a_pickled_core_is_a_core() -> None:
    """A process of its own gets the engine that its parent has."""
    copy = pickle.loads(pickle.dumps(small().core))  # noqa: S301 - our own bytes
    assert type(copy) is module.NativeRecogniser
    assert copy.annotate("duta besar") == small().readable.annotate("duta besar")
