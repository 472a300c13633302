"""Texts at random, and the laws that annotation keeps for any text."""

# ruff: noqa: E501 -- tables of words and characters

from __future__ import annotations

import json
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from tests.fuzz import bases
from tests.fuzz import mutations as m
from tests.fuzz.readers import Target

if TYPE_CHECKING:
    from random import Random

    from padanan import Annotator
    from padanan.matching.annotation import Annotation
    from padanan.matching.recogniser import Recogniser

WORDS = (
    "gencatan senjata", "Gencatan Senjata", "GENCATAN SENJATA", "duta-duta besar", "Menlu",
    "Menteri Luar Negeri", "menteri", "luar", "negeri", "AS", "Amerika Serikat", "Rusia", "RI",
    "Indonesia", "PBB", "Perserikatan Bangsa-Bangsa", "(PBB)", "DK PBB", "Presiden", "Putin",
    "Marco Rubio", "Retno Marsudi", "Perdana Menteri", "Inggris", "Kedutaan Besar", "Dubes",
    "perjanjian", "perdamaian", "ancaman nuklir", "ancaman", "nuklir", "sanksi ekonomi", "Uni Eropa",
    "juru bicara", "Kementerian Luar Negeri", "Kemlu", "hubungan bilateral", "nota diplomatik",
    "visa", "konsul", "persona non grata", "kerja sama", "kerjasama", "dan", "di", "yang", "itu",
    "kata", "kepada", "dari", "dengan", "nya", "-nya", "lah", "ber", "tidak", "anti-", "pasca",
    "12", "2025", "2,5 juta", "17/5/2025", "Senin", "Mei", "https://a.b/c", "a@b.c", "#x", "@y",
)  # fmt: skip

GLUE = (" ", " ", " ", " ", " ", "", "", ", ", ". ", ".", ",", "-", "–", "/", "\n", "\n\n", "\u00a0", "\t",
        "“", "”", "(", ")", ": ", "; ", "\u00ad", "\u200b", "'", "’", "\r\n", "  ", "…")  # fmt: skip

ODD = (
    "\u0301", "\u200d", "\u202e", "\ufeff", "\u2028", "\x85", "\x00", "\x1b", "İ", "ß", "ﬁ", "Ａ", "𝐀", "ª", "²",
    "\U0001f1ee\U0001f1e9", "\ud800", "\udfff", "\ufffc", "\u0600", "\u3164", "\U000e0041", "\u0345", "Ǆ",
    "\u1e9e", "ŉ", "\u034f", "\ufe0f", "\u2060", "\x1c", "\x0b", "\u180e", "é", "e\u0301", "\u0149", "\u01f0",
)  # fmt: skip


def text(chance: Random) -> str:
    """Return a text: terms and words, glued in all ways, with odd characters between."""
    oddness = chance.choice((0, 0, 0.02, 0.1, 0.4))
    parts: list[str] = []
    for _ in range(int(2 ** chance.uniform(0, 6))):
        word = chance.choice(WORDS)
        parts += (
            _spelt(chance, word) if chance.random() < oddness else word,
            chance.choice(GLUE),
        )
        if chance.random() < oddness:
            parts.append(chance.choice(ODD))
    return "".join(parts)


def _spelt(chance: Random, word: str) -> str:
    at = chance.randrange(len(word) + 1)
    return chance.choice((
        word.upper(), word.lower(), word.title(), word[:at] + chance.choice(ODD) + word[at:],
        unicodedata.normalize("NFD", word), word.replace(" ", "  "), word.replace(" ", "\n"),
        word.replace(" ", "\u00a0"), word[:at], word[at:], word + word, f"{word}-{word}",
        "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in word),
        chr(chance.randrange(0x110000)) + word,
    ))  # fmt: skip


@cache
def annotator() -> Annotator:
    """Return an annotator with the shipped glossary."""
    import padanan

    return padanan.Annotator()


def keeps_the_laws(data: bytes) -> None:
    """Check what holds of every text."""
    # Two halves of a character side by side are that character, as JSON reads them.
    halves = data.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass")
    written = halves.decode("utf-16", "surrogatepass")
    found = annotator().annotate(written)
    _check_spans(written, found)
    assert annotator().annotate(written) == found, "a second time"
    _check_nested(written, found)
    _check_json(written, found)
    _check_edit(written)
    _check_explained(written, found)


def _check_spans(written: str, found: tuple[Annotation, ...]) -> None:
    last = 0
    for one in found:
        assert last <= one.start < one.end <= len(written), "order"
        assert written[one.start : one.end] == one.text, "offsets"
        assert all(one.equivalents), "English"
        assert not _cuts(written, one.start), "begins inside a character"
        assert not _cuts(written, one.end), "ends inside a character"
        last = one.end


def _cuts(written: str, at: int) -> bool:
    """Whether an accent stands behind an offset, which belongs to what is before it."""
    return 0 < at < len(written) and unicodedata.combining(written[at]) > 0


def _check_nested(written: str, found: tuple[Annotation, ...]) -> None:
    nested = annotator().annotate(written, nested=True)
    assert [one._replace(nested=()) for one in nested] == list(found), "nested: others"
    for one in nested:
        _check_spans(written, one.nested)
        for inner in one.nested:
            assert one.start <= inner.start < inner.end <= one.end, "nested: outside"
            assert (inner.start, inner.end) != (one.start, one.end), "nested: the same"


def _check_json(written: str, found: tuple[Annotation, ...]) -> None:
    from padanan.articles.annotated import AnnotatedArticle
    from padanan.articles.article import Article
    from padanan.render.json import document, render, render_line

    page = AnnotatedArticle(Article("a.txt", written, "plain"), found)
    made = document(page)
    line = render_line(page).encode("utf-8", "backslashreplace")
    assert line.count(b"\n") == 1, "JSON lines: two lines"
    assert json.loads(line) == made, "JSON line"
    assert json.loads(render([page])) == [made], "JSON"
    for one, shown in zip(found, made["annotations"], strict=True):
        assert made["text"][shown["start"] : shown["end"]] == one.text, "JSON: offsets"


def _check_edit(written: str) -> None:
    at = len(written) // 3
    end = len(written) // 2
    engine = annotator().engine
    edited = engine.reading(written).edit(at, end, "Menlu AS ")
    fresh = engine.reading(written[:at] + "Menlu AS " + written[end:])
    assert edited.text == fresh.text, "edit: text"
    assert edited.annotations == fresh.annotations, "edit"


def _check_explained(written: str, found: tuple[Annotation, ...]) -> None:
    explained = annotator().explain(written)
    assert tuple(one.annotation for one in explained if one.annotation) == found, (
        "explain"
    )
    for one in explained:
        for loser in one.losers:
            assert written[loser.start : loser.end] == loser.text, "explain: loser"


class Texts(Target):
    """The laws of annotation as something that is given inputs."""

    __slots__ = ()

    def input(self, chance: Random) -> bytes:
        """Return a text in UTF-8; half characters are kept."""
        return text(chance).encode("utf-8", "surrogatepass")


@cache
def engines() -> tuple[Recogniser, Recogniser]:
    """Return the readable engine, and that with the core from the first text on."""
    from padanan.matching.cached import compile_files
    from padanan.matching.native.engine import NativeRecogniser
    from padanan.matching.recogniser import Recogniser

    compiled = compile_files()
    return Recogniser(compiled), NativeRecogniser(compiled, few=0)


def finds_the_same(data: bytes) -> None:
    """Check that the compiled core finds what the readable engine finds."""
    from padanan.matching.engine import Options

    written = data.decode("utf-8", "surrogatepass")
    readable, core = engines()
    for options in (Options(), Options(context=False), Options(basic=True)):
        found = core.annotate(written, options)
        assert found == readable.annotate(written, options), f"others: {options}"


LAWS = Texts("laws", (lambda: bases.TEXT.encode(),), m.TEXT, keeps_the_laws)

ENGINES = Texts("engines", (lambda: bases.TEXT.encode(),), m.TEXT, finds_the_same)
