"""The HTML of the reading page, and what its parts are made from."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from html import unescape
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from padanan.render.cards import cards
from padanan.render.html import PageOptions, render, writable
from padanan.render.html_index import render_index
from padanan.render.words import LANGUAGES, count
from tests.pages import ARTICLE, TITLES, page

TEMPLATES = files("padanan.render") / "templates"
PAGES = ("page.html", "index.html", "reading.html", "page.js", "base.html")


@given(st.text())
def test_any_text_makes_a_page(text: str) -> None:
    """Whatever an article says, its page can be written, and shows its words."""
    made = render(page(text.encode("utf-8", "replace")))
    assert "\x00" not in made
    made.encode()


@given(st.text(alphabet=st.characters(min_codepoint=32, codec="utf-8")))
def test_nothing_of_an_article_is_markup(text: str) -> None:
    """The page of an article has the tags of any other page of so many blocks."""
    made = render(page(f"Judul\n\n{text}x."))
    body = made[made.index("<article") : made.index("</article>")]
    tags = {tag.lower() for tag in re.findall(r"<[/!]?([a-zA-Z0-9-]*)", body)}
    assert tags <= {"article", "p", "span", "h1", "a"}


@given(st.text(alphabet=st.characters()))
def test_writable_keeps_the_length(text: str) -> None:
    """A picture stands for each character that HTML cannot have."""
    shown = writable(text)
    assert len(shown) == len(text)
    assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe]", shown)


def test_the_same_article_gives_the_same_page() -> None:
    """Nothing in a page depends on time or chance."""
    assert render(page()) == render(page())


def test_nothing_is_loaded() -> None:
    """No address of another place stands in the page."""
    made = render(page(), PageOptions("en", TITLES))
    assert not re.search(r"https?://|//[a-z]|\burl\(|@import|<link|<img|<iframe", made)
    assert set(re.findall(r'(?:href|src)="([^"]*)"', made)) <= {
        "#sheet",
        *(f"#c{n}" for n in range(1, 9)),
        *(f"#o{n}" for n in range(12)),
    }


def test_only_our_script_and_style_may_run() -> None:
    """The policy of the page names the hashes of its script and style, no more."""
    made = render(page())
    policy = unescape(re.findall(r'Policy" content="([^"]*)"', made)[0])
    for element, directive in (("style", "style-src"), ("script", "script-src")):
        text = re.findall(rf"<{element}>(.*?)</{element}>", made, re.DOTALL)[0]
        digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_the_indonesian_page() -> None:
    """With --ui id the interface is Indonesian; the English stays English."""
    made = render(page(), PageOptions("id"))
    assert '<html lang="id">' in made
    assert "Cari istilah" in made
    assert "45 kata" in made
    assert '<rt class="g" lang="en">ceasefire</rt>' in made


def test_both_languages_have_all_words() -> None:
    """Each word of the interface is in both languages, and used by a template."""
    english, indonesian = LANGUAGES["en"], LANGUAGES["id"]
    used = "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in PAGES)
    assert {n for n in english if not n.startswith("domain-")} == {
        n for n in indonesian if not n.startswith("domain-")
    }
    for name in english:
        stem = name.removesuffix("-1").removesuffix("s")
        computed = name.startswith(("class-", "domain-")) or f'"{stem}")' in used
        assert computed or f'w["{name}"]' in used, name


@pytest.mark.parametrize(
    ("number", "language", "shown"),
    [(0, "en", "0 words"), (1, "en", "1 word"), (12345, "en", "12,345 words"),
     (12345, "id", "12.345 kata")],
)  # fmt: skip
def test_counts(number: int, language: str, shown: str) -> None:
    """Numbers have the form and the word of the language."""
    assert count(number, "word", language).replace("\u00a0", " ") == shown


def test_one_card_for_each_english_of_a_concept() -> None:
    """The Secretary of State and the foreign minister have cards of their own."""
    found = [
        (card.number, card.english, card.times, card.first)
        for card in cards(page().annotations, {}).values()
    ]
    assert found[:4] == [
        (1, "foreign minister", 1, 0),
        (2, "ceasefire", 3, 1),
        (3, "Secretary of State", 1, 2),
        (4, "UN", 2, 4),
    ]


def test_what_a_card_leaves_to_other_places() -> None:
    """Equivalents of other countries stand apart from those that hold here."""
    card = list(cards(page().annotations, TITLES).values())[2]
    assert card.others == ("foreign minister", "minister for foreign affairs")
    assert card.elsewhere == (("Foreign Secretary", ("GB",)),)
    assert card.sources == (
        "Vienna Convention on the Law of Treaties, 1969, art. 7.2.a",
    )


def test_the_title_may_stand_anywhere() -> None:
    """A web page's heading is the title, though other text comes first."""
    made = render(page("<p>Beranda<h1>Menlu <b>tiba</b></h1><h1>Dua</h1>", "a.html"))
    assert "<title>Menlu tiba</title>" in made
    assert made.count("<h1>") == 1
    assert "<h2>Dua</h2>" in made


def test_the_index_lists_articles_and_terms() -> None:
    """The index counts, and links each term to its first place in each article."""
    made = render_index([("a.html", page()), ("b c.html", page("PBB tiba."))])
    assert "2 articles" in made.replace("\u00a0", " ")
    assert 'href="b%20c.html"' in made
    assert made.count('href="b%20c.html#o0"') == 1
    assert made.index("gencatan senjata") < made.index("konsul") < made.index(">PBB<")


def test_an_unknown_language_is_refused() -> None:
    """There are no pages in French."""
    with pytest.raises(KeyError):
        render(page(ARTICLE), PageOptions("fr"))
