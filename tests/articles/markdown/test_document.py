"""Markdown: what is prose and what is not, and where the English goes."""

from __future__ import annotations

import pytest

import padanan
from padanan.articles.annotated import AnnotatedArticle
from padanan.articles.markdown.document import KIND, masked, read, write
from padanan.articles.marks import BRACKETED, Mark
from padanan.matching import make_engine
from padanan.matching.compiling import compile_glossary
from padanan.model import Concept, Glossary, Term
from padanan.render import markdown

NOTA = Concept("nota", "law", (Term("nota"),), (Term("note"),))
ENGINE = make_engine(compile_glossary(Glossary((NOTA,))))


def annotated(text: str) -> AnnotatedArticle:
    """Return a Markdown article with each *nota* in its prose."""
    article = read(text.encode(), "a.md")
    return AnnotatedArticle(article, tuple(ENGINE.annotate(article.readable)))


def same(text: str) -> str:
    """Return the article with the English in brackets."""
    found = annotated(text)
    marks = [Mark(a.start, a.end, "note", "law") for a in found.annotations]
    return write(found.article, marks).decode()


@pytest.mark.parametrize(
    "text",
    [
        '+++\ntitle = "nota"\n+++\n',
        "+++\n+++\n",
        "---\nslug: nota\n---\n",
        "---\nslug: nota\n...\n",
        "---\nslug: nota\n---",
        '{\n "slug": "nota"\n}\n',
        "[[nota]]",
        "![[nota|nota]]",
        '{{< ref "nota" >}}',
        "{{% nota %}}",
        "{% include nota.html %}",
        "## Judul {#nota .nota}",
        "{: .nota}",
        "![](x){lang=nota}",
        "<!-- nota > nota\n\nnota -->",
        "<script>nota < nota</script>",
        "<style>.nota{}</style>",
        "kata[^nota]",
        "<https://nota.example/nota>",
        "lihat nota.example.com/nota",
        '[x]: <a nota> "nota"',
        "[nota]: https://id.example",
        "<a title='nota'>",
        "``nota``",
    ],
)
def test_what_is_no_prose_stays(text: str) -> None:
    """Front matter, comments, shortcodes, attributes, labels and addresses are kept."""
    assert same(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "[^1]: Sebuah nota.",
        "[Jenewa]: nota tiba",
        "kata[^1] nota",
        "[nota](x)",
        "![nota](x)",
        "[nota][un]\n\n[un]: x",
        "+++\n\nnota",
        "{nota}",
        "<b>nota</b>",
    ],
)
def test_what_is_prose_is_read(text: str) -> None:
    """A note's text, a link's text and a line like a definition are prose."""
    assert " ⟨note⟩" in same(text)


@pytest.mark.parametrize(
    "link", ["[nota]", "[nota][]", "![nota]", "[**nota**]", "> [nota]"]
)
def test_a_link_keeps_the_label_that_it_is_known_by(link: str) -> None:
    """The English stands behind a link whose text says where it leads."""
    label = "**nota**" if "**" in link else "nota"
    text = f"{link} tiba.\n\n[{label}]: https://id.example\n"
    found = same(text)
    assert found == text.replace(link, f"{link} ⟨note⟩", 1)
    assert BRACKETED.sub("", found) == text


def test_two_terms_in_one_label_stand_behind_it_in_order() -> None:
    """Nothing is written twice where a label has two terms."""
    text = "[nota dan nota] tiba.\n\n[nota dan nota]: https://id.example\n"
    assert same(text).startswith("[nota dan nota] ⟨note⟩ ⟨note⟩ tiba.")


def test_a_footnote_in_a_label_leaves_the_link() -> None:
    """With footnotes the link says its label in a bracket of its own."""
    text = "[nota] tiba.\n\n[nota]: https://id.example\n"
    assert markdown.render(annotated(text)).startswith("[**nota**[^1]][nota] tiba.")


def test_our_notes_take_labels_that_the_article_does_not_use() -> None:
    """The article's own notes keep their labels, ours have other numbers."""
    text = "nota[^1] lama[^2] dan[^b].\n\n[^1]: Satu.\n[^2]: Dua.\n[^b]: Tiga.\n"
    found = markdown.render(annotated(text))
    assert found.startswith("**nota**[^3][^1] lama[^2]")
    assert found.count("[^1]:") == found.count("[^3]:") == 1


@pytest.mark.parametrize(
    "part",
    [
        "<!--",
        "{{",
        "{%",
        "{#",
        "{a=",
        "[[",
        "[^a",
        "<pre>",
        "+++\n",
        "[a]: ",
        "[a]: x  ",
    ],
)
def test_marks_of_markdown_take_time_in_proportion(part: str) -> None:
    """Twenty thousand of what a pattern begins with are read."""
    assert all(start < end for start, end in masked(part * 20_000))
    assert KIND == "markdown"


def test_a_term_in_a_quotation_of_several_lines() -> None:
    """The mark of a quotation at the beginning of a line parts no term."""
    text = "> Menurut duta\n> besar, nota\n>diplomatik > lain\n"
    article = read(text.encode(), "a.md")
    assert article.text == text
    assert article.readable == "> Menurut duta\n  besar, nota\n diplomatik > lain\n"
    found = padanan.Annotator().annotate(article.readable)
    assert [each.term.text for each in found] == ["duta besar", "nota diplomatik"]
