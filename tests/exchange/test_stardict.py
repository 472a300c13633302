"""StarDict's files agree with each other, whatever the terms are."""

from __future__ import annotations

import struct
from itertools import pairwise

from hypothesis import given

from padanan.exchange import stardict
from padanan.exchange.formats import FormatOptions
from padanan.model import Concept, Glossary, Status, Term, TermType
from tests.concepts import lists_of_concepts
from tests.glossaries import mini
from tests.laws import examples

MENLU = Concept(
    "menteri-luar-negeri",
    "government",
    (
        Term("menteri luar negeri"),
        Term("Menlu", Status.ADMITTED, TermType.ABBREVIATION),
        Term("mentri luar negeri", Status.ADMITTED, TermType.LOOK_UP),
    ),
    (
        Term("foreign minister"),
        Term("Secretary of State", Status.ADMITTED, region="US"),
        Term("lull", Status.ADMITTED, region="GB", condition="near 1918"),
        Term("minister of the exterior", Status.DEPRECATED, reason="a calque"),
        Term("exterior minister", Status.DEPRECATED),
    ),
    sources=("VCDR:41",),
)


def articles(glossary: Glossary, *, reverse: bool = False) -> dict[str, str]:
    """Return the article of each headword, read as the format prescribes."""
    files = dict(stardict.dumps(glossary, FormatOptions(reverse=reverse)).files)
    index, data = files[".idx"], files[".dict"]
    about = dict(
        line.split("=", 1) for line in files[".ifo"].decode().split("\n")[1:-1]
    )
    assert int(about["idxfilesize"]) == len(index)
    found: dict[str, str] = {}
    while index:
        word, _, rest = index.partition(b"\0")
        start, size = struct.unpack(">II", rest[:8])
        found[word.decode()] = data[start : start + size].decode()
        index = rest[8:]
    assert int(about["wordcount"]) == len(found)
    return found


@examples(40)
@given(concepts=lists_of_concepts())
def test_every_headword_has_its_article(concepts: list[Concept]) -> None:
    """Each Indonesian term leads to its concepts; headwords stand in order."""
    glossary = Glossary(tuple(concepts))
    found = articles(glossary)
    kept = {
        term.text: concept
        for concept in concepts
        for term in concept.terms
        if len(term.text.encode()) <= stardict.MAX_BYTES
    }
    assert found.keys() == kept.keys()
    assert all(concept.equivalent in found[word] for word, concept in kept.items())
    words = [(word.encode().lower(), word.encode()) for word in found]
    assert all(one < other for one, other in pairwise(words))


def test_an_article_reads_like_an_entry() -> None:
    """Terms, equivalents with what restricts them, warnings, domain and sources."""
    assert articles(Glossary((MENLU,)))["mentri luar negeri"].split("\n") == [
        "menteri luar negeri",
        "= Menlu",
        "• foreign minister",
        "• Secretary of State (US)",
        "• lull (GB; if near 1918)",
        "not: minister of the exterior — a calque",
        "not: exterior minister",
        "[government; VCDR:41]",
    ]


def test_homonyms_share_an_article() -> None:
    """Two senses of a word stand one below the other."""
    first, second = articles(mini())["misi"].split("\n\n")
    assert first.startswith("misi (noun; perwakilan diplomatik)\n• mission\n")
    assert second == "misi (tugas)\n• task\n[organisations]"


def test_reverse_has_english_headwords() -> None:
    """The other way round, every English term leads to the Indonesian one."""
    found = articles(Glossary((MENLU,)), reverse=True)
    assert found["Secretary of State"].startswith(
        "foreign minister\n= Secretary of State, lull\n• menteri luar negeri\n• Menlu"
    )


def test_headwords_that_do_not_fit_are_reported() -> None:
    """A headword has at most 255 bytes, and no line break."""
    long = Concept("a", "", (Term("é" * 128),), (Term("x"),))
    broken = Concept("b", "", (Term("a\nb"),), (Term("x"),))
    dump = stardict.dumps(Glossary((long, broken)), FormatOptions())
    assert dump.files[1][1] == b""
    assert [line.split(" — ")[1] for line in dump.dropped] == [
        "over 255 bytes, or with control characters"
    ] * 2
