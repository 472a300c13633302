"""Articles and worksheets to try formats and programs on."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from padanan import Annotator
from padanan.articles.readers import read, translatable
from padanan.language.segment import segment
from padanan.model import Concept, Glossary, Status, Term
from padanan.translation.memory.prefill import prefill
from padanan.translation.units import Unit
from padanan.translation.worksheet import Worksheet, make

ARTICLE = """\
# Gencatan Senjata Disepakati

WASHINGTON, 17 Mei 2025 — Menlu AS menyambut gencatan senjata. “Kami setuju,” katanya.

1. Pertukaran tahanan <b>dimulai</b> & "selesai"
2. Gencatan senjata

Kyiv diam. Kyiv diam. =1+1 \\n tetap teks.\r
"""

NASTY = (
    '"', "\\", "\\n", "<b>", "&amp;", "]]>", "=1+1", "@x", "_x0041_", "%s", "İ", "𐍈",
    "e\u0301", "\u00a0", "\u200b", "’", "«kata»", "fuzzy 87 %", "padanan1:x", "msgid",
    "#", "|", "a\tb", "\ufffd",
)  # fmt: skip

_GLOSSARY = Glossary(
    (
        Concept(
            "gencatan-senjata",
            "conflict",
            (Term("gencatan senjata"),),
            (
                Term("ceasefire"),
                Term("truce", Status.ADMITTED),
                Term("cessation", Status.DEPRECATED),
            ),
            definition="Halt to fighting.",
            notes=("Armistice is the formal end of fighting.",),
        ),
        Concept(
            "pertukaran-tahanan",
            "conflict",
            (Term("pertukaran tahanan"),),
            (Term("prisoner exchange"),),
        ),
    )
)


@cache
def annotator() -> Annotator:
    """Return an annotator for a glossary of two concepts."""
    return Annotator(_GLOSSARY)


def worksheet(text: str = ARTICLE, *memory: Unit) -> Worksheet:
    """Return the worksheet of an article, filled in from a memory."""
    document = translatable(read(text.encode(), "a.txt"))
    made = make(document, segment(text), annotator().annotate(text), "a.txt")
    return prefill(made, memory)


def sources(sheet: Worksheet) -> list[str]:
    """Return the sentences of a worksheet."""
    return [entry.source for entry in sheet.units]


def english(number: int) -> str:
    """Return a translation with all that programs stumble over."""
    return f"English “{number}” <b> & it’s \\n =1+1 é."


def memory(sheet: Worksheet) -> tuple[Unit, ...]:
    """Return a translation of each sentence of a worksheet."""
    return tuple(
        Unit(str(number), source, english(number))
        for number, source in enumerate(sources(sheet))
    )


def translated(sheet: Worksheet, targets: list[str]) -> str:
    """Return the article that these translations make."""
    bones = sheet.skeleton
    text = bones.article.decode()
    parts: list[str] = []
    last = 0
    for number, (start, end) in zip(bones.order, bones.segments, strict=True):
        parts += text[last:start], targets[number]
        last = end
    return "".join((*parts, text[last:]))


def lines() -> st.SearchStrategy[str]:
    """Sentences and translations, hostile strings among them."""
    words = st.sampled_from(("Rubio", "tiba", "gencatan senjata", "Kyiv.", *NASTY))
    plain = st.text(max_size=6)
    return st.lists(words | plain, min_size=1, max_size=5).map(" ".join)


def articles() -> st.SearchStrategy[str]:
    """Articles of several lines, hostile strings among them."""
    ends = st.sampled_from(("\n", "\r\n", "\n\n", " ", "\n- ", "\n# ", "\u2028"))
    return st.lists(st.tuples(lines(), ends), max_size=4).map(
        lambda parts: "".join(line + end for line, end in parts)
    )
