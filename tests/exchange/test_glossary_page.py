"""The printable glossary: every term in its place, and text stays text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from lxml import html as lxml_html

from padanan.exchange import glossary_page
from padanan.exchange.formats import FormatOptions
from padanan.model import Concept, Glossary, Status, Term, TermType
from tests.concepts import lists_of_concepts
from tests.glossaries import hostile, mini, plain
from tests.laws import examples


def page(glossary: Glossary, *, reverse: bool = False) -> lxml_html.HtmlElement:
    """Return the page of a glossary."""
    data = glossary_page.dumps(glossary, FormatOptions(reverse=reverse)).files[0][1]
    parser = lxml_html.HTMLParser(encoding="utf-8")
    return lxml_html.document_fromstring(data, parser=parser)


def squeezed(text: str) -> str:
    """Return text without white space."""
    return re.sub(r"\s", "", text)


@examples(30)
@given(concepts=lists_of_concepts())
def test_every_text_is_on_the_page(concepts: list[Concept]) -> None:
    """Terms that are offered, definitions and notes are there, letter by letter."""
    dump = glossary_page.dumps(Glossary(tuple(concepts)), FormatOptions())
    if dump.dropped:
        return
    text = squeezed(page(Glossary(tuple(concepts))).text_content())
    for concept in concepts:
        texts = [concept.term, *(term.text for term in concept.equivalents)]
        texts += [concept.definition, *concept.notes, *concept.sources]
        assert all(squeezed(one) in text for one in texts)


def test_hostile_texts_make_no_elements() -> None:
    """The page has no script, link or picture but its own script."""
    root = page(hostile())
    assert len(root.xpath("//script")) == 1
    assert not root.xpath(
        "//link | //img | //iframe | //a[not(starts-with(@href, '#'))]"
    )
    assert len(root.xpath("//article")) == len(hostile())


def test_page_asks_for_nothing() -> None:
    """It forbids itself the network, and names no address."""
    data = glossary_page.dumps(mini(), FormatOptions()).files[0][1].decode()
    assert "default-src 'none'" in data
    assert not re.search(r"https?:|//[a-z]|url\(|@import", data)


def test_letters_in_order_without_accents() -> None:
    """É stands under E, a quotation mark is passed over, digits come first."""
    glossary = Glossary(tuple(map(plain, ("zona", "épave", "“ekor”", "2030", "eks"))))
    root = page(glossary)
    assert root.xpath("//h2/@id") == [glossary_page.OTHERS, "E", "Z"]
    assert root.xpath("//h3/span[@lang]/text()") == [
        "2030", "“ekor”", "eks", "épave", "zona",
    ]  # fmt: skip


def test_other_terms_are_sent_to_the_entry() -> None:
    """An abbreviation has a line of its own; what stands close by has none."""
    others = (
        Term("menteri LN", Status.ADMITTED, TermType.VARIANT),
        Term("Menlu", Status.ADMITTED, TermType.ABBREVIATION),
        Term("mentri", Status.ADMITTED, TermType.LOOK_UP),
    )
    concept = Concept("menlu", "", (Term("menteri luar negeri"), *others), (Term("x"),))
    root = page(Glossary((concept,)))
    (line,) = root.xpath("//p[@class='see']")
    assert line.text_content() == "Menlu → menteri luar negeri"
    assert line.xpath("a/@href") == ["#menlu"]
    assert root.xpath("//article/@data-find") == [
        "menteri luar negeri | menteri ln | menlu | mentri | x"
    ]


def test_entry_says_what_restricts_and_what_to_avoid() -> None:
    """Region and condition stand behind the equivalent, reasons behind the warning."""
    (menlu,) = page(mini()).xpath("//article[@id='menteri-luar-negeri']")
    answers = squeezed(menlu.xpath("p[@class='answers']")[0].text_content())
    assert "SecretaryofState(US)" in answers
    assert "(US;ifsentencehasWashington|GedungPutih)" in answers
    (truce,) = page(mini()).xpath("//article[@id='gencatan-senjata']")
    assert [one.text_content() for one in truce.xpath("p[@class='avoid']")] == [
        "not perletakan senjata: that is disarmament",
        "not arms stop: a calque",
        "not weapons halt",
    ]


def test_reverse_stands_under_english() -> None:
    """English–Indonesian: the headword is the preferred equivalent."""
    root = page(mini(), reverse=True)
    assert "ceasefire" in root.xpath("//h3/span[@lang='en']/text()")
    assert root.xpath("//title/text()") == [
        "Padanan: English–Indonesian diplomatic glossary"
    ]


@pytest.mark.parametrize("character", ["\0", "\x85", "\ufdd0", "\U0001ffff", "\ud800"])
def test_what_no_page_can_hold_is_reported(character: str) -> None:
    """It is replaced, in each place, and that is said."""
    dump = glossary_page.dumps(
        Glossary((plain("visa", f"x{character}"),)), FormatOptions()
    )
    assert "x\ufffd" in dump.files[0][1].decode()
    assert set(dump.dropped) == {
        f"U+{ord(character):04X} — a page cannot hold it, so U+FFFD replaces it"
    }


def test_own_domains_follow_ours() -> None:
    """The list of domains has ours in their order, then others, with their sizes."""
    terms = (Term("a"),)
    glossary = Glossary(
        tuple(
            Concept(str(number), domain, terms, terms)
            for number, domain in enumerate(("zoo", "law", "missions", "law", ""))
        )
    )
    items = page(glossary).xpath("//ul[@class='domains']/li")
    assert [item.text_content() for item in items] == ["missions 1", "law 2", "zoo 1"]
