"""Texts and term lists to measure on, the same each time."""

from __future__ import annotations

import os
import random
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import padanan
from padanan.matching import make_engine
from padanan.matching.compiling import compile_glossary
from padanan.model import Concept, Glossary, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.matching.compiled import Compiled
    from padanan.matching.engine import Engine

ROOT = Path(__file__).parents[1]
SENTENCES = 12
"""In an article."""

_WORDS = [
    "anggota", "daerah", "harian", "industri", "jalan", "kantor", "kawasan", "kota",
    "lembaga", "masalah", "pasar", "pekan", "pemain", "program", "rencana", "rumah",
    "sekolah", "sejarah", "tahun", "wilayah",
]  # fmt: skip


class Terms(NamedTuple):
    """A list of terms.

    Attributes:
        glossary: its concepts.
        compiled: their glossary made ready.
        engine: what reads texts with it, compiled where that is there.
        terms: the Indonesian terms, in lower case, each once.
        forms: what the automaton looks for: the folded surface forms.
    """

    glossary: Glossary
    compiled: Compiled
    engine: Engine
    terms: tuple[str, ...]
    forms: tuple[str, ...]


def sentences() -> tuple[str, ...]:
    """Return sentences of news: those of the seeds, and aligned news where it is."""
    texts = [path.read_text("utf-8") for path in sorted(ROOT.glob("seeds/0*.txt"))]
    found = [part for text in texts for part in text.replace("\n", ". ").split(". ")]
    shared = os.environ.get("PADANAN_SHARED")
    if shared:
        news = Path(shared) / "corpus" / "news-dev.id"
        found += news.read_text("utf-8").splitlines()
    return tuple(f"{part.strip(' .')}." for part in found if len(part) > 20)


def articles(megabytes: float, seed: int = 1) -> Iterator[str]:
    """Yield articles of sentences drawn from real ones, so many characters in all."""
    pool, rest = sentences(), megabytes * 1_000_000
    draw = random.Random(seed)  # noqa: S311 - no secrets
    while rest > 0:
        article = " ".join(draw.choices(pool, k=SENTENCES)) + "\n"
        rest -= len(article)
        yield article


def terms(forms: int | None = None) -> Terms:
    """Return a list with about so many surface forms; the shipped one for ``None``.

    The names of countries are always among the forms.
    """
    shipped = padanan.load()
    whole = _compiled(shipped)
    if forms is None:
        return whole
    step = len(whole.forms) / forms
    kept = {int(number * step) for number in range(len(shipped))}
    some = (c for n, c in enumerate(shipped.concepts) if n in kept)
    return _compiled(Glossary(tuple(some)))


def longer(few: Terms, forms: int) -> Terms:
    """Return a list with so many forms that finds what a shorter one does.

    What is more is made of four everyday words each.
    """
    made = _made(forms - len(few.forms))
    return _compiled(Glossary((*few.glossary.concepts, *made)))


def listed(found: Terms) -> Terms:
    """Return the terms of a list alone: no conditions, no countries' English."""
    return _compiled(
        Glossary(
            tuple(
                Concept(f"term-{number}", "relations", (Term(text),), (Term("x"),))
                for number, text in enumerate(found.terms)
            )
        )
    )


def _made(forms: int) -> Iterator[Concept]:
    for number, words in enumerate(product(_WORDS, repeat=4)):
        if number >= forms:
            return
        term = Term(" ".join(words))
        yield Concept(f"made-{number}", "development", (term,), (Term("x"),))


def _compiled(glossary: Glossary) -> Terms:
    compiled = compile_glossary(glossary)
    listed = {term.text.lower() for c in glossary.concepts for term in c.terms}
    forms = (pattern.decode("latin-1").strip() for pattern in compiled.patterns)
    return Terms(
        glossary,
        compiled,
        make_engine(compiled),
        tuple(sorted(listed)),
        tuple(dict.fromkeys(forms)),
    )
