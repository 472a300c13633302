"""JSON: the text is given where the file is not the text; any words are kept."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from padanan.articles.annotated import AnnotatedArticle
from padanan.articles.article import Article
from padanan.files.writing import encoded
from padanan.matching.annotation import FIELDS, Annotation
from padanan.matching.notation import written as notation_written
from padanan.model import Concept, Level, Term
from padanan.render.json import (
    Record,
    array,
    document,
    line,
    notation,
    render,
    render_line,
    written,
)
from tests.pages import page

SAID = st.none() | st.text(max_size=5)
WORDS = st.text(st.characters(), max_size=5)
"""Lone surrogates, controls and quotation marks among them."""


@st.composite
def occurrences(draw: st.DrawFn, *, deep: bool = True) -> Annotation:
    """Draw an annotation with any words in it."""
    term = Term(draw(WORDS))
    level = draw(st.sampled_from(Level))
    concept = Concept(draw(WORDS), draw(WORDS), (term,), (Term("x"),), level=level)
    nested = draw(st.lists(occurrences(deep=False), max_size=1)) if deep else []
    few = st.lists(WORDS, max_size=2).map(tuple)
    return Annotation(
        draw(st.integers()), draw(st.integers()), draw(WORDS), concept, term,
        draw(few), draw(SAID), draw(SAID), draw(SAID), tuple(nested), draw(few),
    )  # fmt: skip


@given(occurrences(), st.lists(st.sampled_from(FIELDS), max_size=2))
def test_written_is_what_the_encoder_writes(
    found: Annotation, fields: list[str]
) -> None:
    """The quick way gives the same bytes as the encoder of Python, whatever is said."""
    plain = json.dumps(found.as_dict(fields), ensure_ascii=False)
    assert written(found, fields) == plain
    assert array([found, found], fields) == f"[{plain}, {plain}]"
    form = notation(tuple(fields))
    assert notation_written([found, found], form) == encoded(f"{plain}, {plain}")


def test_a_line_is_what_the_encoder_writes() -> None:
    """A line of JSON lines and an array are the document as Python encodes it."""
    found = page("<p>Menlu AS di kantor PBB.", "a.html")
    assert len(found.annotations) == 2
    assert render_line(found) == json.dumps(document(found), ensure_ascii=False) + "\n"
    rows = notation_written(found.annotations, notation())
    assert line(found.article, rows) == render_line(found).encode()
    assert json.loads(render([found, found])) == [document(found)] * 2
    none = AnnotatedArticle(found.article, ())
    assert render_line(none) == json.dumps(document(none), ensure_ascii=False) + "\n"


@given(WORDS, WORDS, st.none() | WORDS | st.integers() | st.floats(-9, 9))
def test_the_head_of_a_record_is_what_the_encoder_writes(
    name: str, path: str, own: str | float | None
) -> None:
    """A record is named as Python's encoder names it, whatever its own name is."""
    found = AnnotatedArticle(Article(name, "", "text"), ())
    record = Record(path, own)
    plain = json.dumps(document(found, (), record), ensure_ascii=False)
    assert render_line(found, (), record) == plain + "\n"


def test_extracted_text_is_given() -> None:
    """Offsets into a web page's text come with that text; a text file is its own."""
    found = document(page("<p>Kata&nbsp;<b>PBB</b>", "a.html"))
    assert found["text"] == "Kata\u00a0PBB"
    assert found["annotations"][0]["start"] == 5
    assert "text" not in document(page("Kata PBB"))
