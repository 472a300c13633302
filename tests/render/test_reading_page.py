"""The reading page in a real browser: what readers see, hear, press and print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from padanan.render.html import PageOptions, render
from padanan.render.html_index import render_index
from tests.browser import visit
from tests.clients import check_html, client, node_modules, run
from tests.pages import ARTICLE, HOSTILE, TITLES, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from tests.browser import Visit

DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}


PICTURES = {0x00: "␀", 0x1B: "␛", 0xFFFE: "\ufffd"}
"""What stands for characters that HTML cannot have."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The reading page of the article."""
    file = tmp_path / "artikel.html"
    file.write_text(render(page(), PageOptions("en", TITLES)), encoding="utf-8")
    return file


@pytest.fixture
def opened(browser: Browser, path: Path) -> Iterator[Visit]:
    """The page in a window of a desk, which must stay silent and by itself."""
    with visit(browser, path, **DESKTOP) as one:
        yield one
        assert one.complaints == []
        assert set(one.requests) == {path.as_uri()}


@pytest.fixture
def window(opened: Visit) -> Page:
    """The window."""
    return opened.page


@pytest.fixture
def phone(browser: Browser, path: Path) -> Iterator[Page]:
    """The page on a phone."""
    with visit(browser, path, **PHONE) as one:
        yield one.page
        assert one.complaints == []


def card(window: Page) -> Locator:
    """Return the card."""
    return window.locator("#card")


def term(window: Page, number: int = 0) -> Locator:
    """Return an occurrence of a term, counted from 0."""
    return window.locator("article a.t").nth(number)


def width(shown: Locator) -> float:
    """Return how wide something is, in pixels."""
    box = shown.bounding_box()
    assert box is not None
    return box["width"]


def walked(window: Page, key: str, times: int) -> list[str]:
    """Press a key several times; return what had the focus after each."""
    found = []
    for _ in range(times):
        window.keyboard.press(key)
        found.append(
            window.evaluate(
                "(document.activeElement.querySelector('[its-term]')"
                " ?? document.activeElement.firstChild)?.textContent ?? ''"
            )
        )
    return found


def test_every_term_is_marked(window: Page) -> None:
    """Each term of the article is a link with its English, marked as ITS says."""
    terms = window.locator("article [its-term=yes]")
    assert terms.all_text_contents() == [
        "Menlu", "Gencatan Senjata", "Menteri Luar Negeri", "gencatan senjata", "PBB",
        "Perundingan", "gencatan senjata", "Hubungan bilateral", "konsul",
        "Nota diplomatik", "perundingan", "PBB",
    ]  # fmt: skip


@pytest.mark.parametrize("size", [1024, 1280])
def test_the_card_leaves_the_sheet_in_view(window: Page, size: int) -> None:
    """Beside the text no card covers the list of terms."""
    window.set_viewport_size({"width": size, "height": 800})
    left = window.evaluate("document.querySelector('#sheet').getBoundingClientRect().x")
    for number in range(term(window).page.locator("article a.t").count()):
        window.keyboard.press("n")
        box = card(window).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= left, number


def test_escape_clears_the_search(window: Page) -> None:
    """Wherever the focus is: first the card is closed, then all terms are shown."""
    window.locator("#search").fill("konsul")
    window.keyboard.press("Enter")
    expect(card(window)).to_be_visible()
    window.keyboard.press("Escape")
    expect(card(window)).to_be_hidden()
    expect(window.locator("#search")).to_have_value("konsul")
    window.keyboard.press("Escape")
    expect(window.locator("#search")).to_have_value("")
    assert window.locator("#entries > [hidden]").count() == 0


def test_between_the_lines_is_ruby(window: Page) -> None:
    """The English stands over its term, in no line of its own."""
    window.keyboard.press("i")
    base, over = (
        window.locator(f"article a.t {name}").first.bounding_box()
        for name in ("[its-term]", "rt")
    )
    assert base is not None
    assert over is not None
    assert over["y"] + over["height"] <= base["y"] + base["height"] / 2
    assert abs(over["x"] + over["width"] / 2 - base["x"] - base["width"] / 2) < 40


def test_headings_stay_with_their_text_on_paper(window: Page) -> None:
    """No heading is the last line of a printed page."""
    window.emulate_media(media="print")
    assert (
        window.evaluate(
            "[...document.querySelectorAll('article :is(h1, h2)')]"
            ".map((each) => getComputedStyle(each).breakAfter)"
        )
        == ["avoid"] * window.locator("article :is(h1, h2)").count()
    )


def test_n_and_p_walk_through_the_terms(window: Page) -> None:
    """The keys n and p move the focus from term to term, around the end too."""
    assert walked(window, "n", 3) == [
        "Menlu",
        "Gencatan Senjata",
        "Menteri Luar Negeri",
    ]
    assert walked(window, "p", 3) == ["Gencatan Senjata", "Menlu", "PBB"]


def test_keyboard_focus_opens_the_card(window: Page) -> None:
    """The Tab key alone leads to a term and its card; Escape closes it."""
    term(window).focus()
    window.keyboard.press("Tab")
    expect(card(window)).to_be_visible()
    expect(card(window)).to_contain_text("ceasefire")
    window.keyboard.press("Escape")
    expect(card(window)).to_be_hidden()


def test_the_card_says_all_of_the_entry(window: Page) -> None:
    """Term, English with region and reason, phrase, definition, note, source."""
    term(window, 2).focus()
    text = card(window).inner_text()
    for part in (
        "Offices",
        "government",
        "menteri luar negeri",
        "Secretary of State",
        "US",
        "because of AS",
        "in this place US Secretary of State",
        "also foreign minister",
        "Member of a government in charge of its foreign relations.",
        "Secretary of State for the United States only.",
        "Foreign Secretary GB",
        "Vienna Convention on the Law of Treaties, 1969, art. 7.2.a",
        "3 of 12",
    ):
        assert part in text


def test_deprecated_english_is_struck_through(window: Page) -> None:
    """What must not be written is shown struck through, with the reason."""
    term(window, 1).focus()
    expect(card(window).locator("s")).to_have_text("arms stop")
    expect(card(window).locator(".avoid")).to_contain_text("(a calque)")


def test_hover_opens_the_card_and_leaving_closes_it(window: Page) -> None:
    """The pointer opens a card, may enter it, and closes it by going away."""
    term(window, 1).hover()
    expect(card(window)).to_be_visible()
    card(window).hover()
    expect(card(window)).to_be_visible()
    window.mouse.move(5, 700)
    expect(card(window)).to_be_hidden()


def test_a_click_copies_the_english(window: Page) -> None:
    """A click on a term copies its English and says so to everyone."""
    term(window, 1).click()
    expect(window.get_by_role("status")).to_have_text("ceasefire copied")
    assert window.evaluate("navigator.clipboard.readText()") == "ceasefire"


def test_enter_copies_the_english(window: Page) -> None:
    """By keyboard the same happens on Enter."""
    window.keyboard.press("n")
    window.keyboard.press("Enter")
    expect(window.get_by_role("status")).to_have_text("foreign minister copied")
    assert window.evaluate("navigator.clipboard.readText()") == "foreign minister"


def test_other_equivalents_are_copied_from_the_card(window: Page) -> None:
    """A click on another equivalent in the card copies that one."""
    term(window, 1).focus()
    card(window).get_by_role("button", name="truce").click()
    expect(window.get_by_role("status")).to_have_text("truce copied")
    assert window.evaluate("navigator.clipboard.readText()") == "truce"


def test_copying_without_the_clipboard_api(window: Page) -> None:
    """Where a page may not use the clipboard's API, a selection is copied."""
    window.evaluate(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.addEventListener('copy', () => { window.copied ="
        " document.activeElement.value })"
    )
    window.keyboard.press("n")
    window.keyboard.press("c")
    expect(window.get_by_role("status")).to_have_text("foreign minister copied")
    assert window.evaluate("window.copied") == "foreign minister"


def test_slash_searches_and_enter_goes_there(window: Page) -> None:
    """The slash leads to the search; Enter to the first term that matches."""
    window.keyboard.press("/")
    expect(window.get_by_role("searchbox")).to_be_focused()
    window.keyboard.type("CEASE")
    expect(window.locator("#entries > li:visible")).to_have_count(1)
    window.keyboard.press("Enter")
    expect(term(window, 1)).to_be_focused()


def test_a_search_without_matches_offers_the_way_back(window: Page) -> None:
    """Nothing found is said, and one button shows everything again."""
    window.get_by_role("searchbox").fill("zzz")
    expect(window.get_by_text("No term matches.")).to_be_visible()
    window.get_by_role("button", name="Show everything").click()
    expect(window.locator("#entries > li:visible")).to_have_count(8)


def test_escape_empties_the_search(window: Page) -> None:
    """Escape in the search field shows all terms again."""
    window.get_by_role("searchbox").fill("zzz")
    window.get_by_role("searchbox").press("Escape")
    expect(window.locator("#entries > li:visible")).to_have_count(8)


def test_filters_by_class(window: Page) -> None:
    """A class that is switched off is neither listed, marked nor walked through."""
    window.get_by_role("button", name="Conflict and peace").click()
    expect(window.locator("#entries > li", has_text="ceasefire")).to_be_hidden()
    assert "off" in (term(window, 1).get_attribute("class") or "")
    assert walked(window, "n", 2) == ["Menlu", "Menteri Luar Negeri"]
    window.get_by_role("button", name="Conflict and peace").click()
    assert walked(window, "p", 1) == ["Gencatan Senjata"]


def test_filters_by_domain(window: Page) -> None:
    """One domain leaves its own terms."""
    window.get_by_label("Domain").select_option("united-nations")
    expect(window.locator("#entries > li:visible")).to_have_count(1)
    assert walked(window, "n", 2) == ["PBB", "PBB"]


@pytest.mark.parametrize(
    ("order", "first"),
    [("order", "menteri"), ("alphabet", "gencatan"), ("frequency", "gencatan")],
)
def test_sorts_the_sheet(window: Page, order: str, first: str) -> None:
    """The sheet is in the order of the text, of the alphabet or of frequency."""
    window.get_by_label("Sort").select_option(order)
    expect(window.locator("#entries .term").first).to_contain_text(first)


def test_an_entry_opens_and_jumps_from_place_to_place(window: Page) -> None:
    """An entry of the sheet shows its definition, and leads to each occurrence."""
    entry = window.locator("#entries > li", has_text="ceasefire")
    expect(entry.get_by_text("Definition of ceasefire.")).to_be_hidden()
    entry.get_by_role("button", name="gencatan senjata").click()
    expect(entry.get_by_text("Definition of ceasefire.")).to_be_visible()
    for number in (1, 3, 6, 1):
        entry.get_by_role("link").click()
        expect(term(window, number)).to_be_focused()


def test_english_between_the_lines(window: Page) -> None:
    """The switch, or the key i, shows the English behind each term."""
    gloss = term(window, 1).locator(".g")
    assert width(gloss) <= 1
    window.get_by_role("button", name="Interlinear").click()
    assert width(gloss) > 40
    expect(window.locator("h1")).to_have_text(
        "Menlu ⟨foreign minister⟩ Bahas Gencatan Senjata ⟨ceasefire⟩"
    )
    window.keyboard.press("i")
    assert width(gloss) <= 1


def test_dark_and_light(window: Page) -> None:
    """The switch, or the key d, turns the page dark, and light again."""
    colour = "getComputedStyle(document.body).backgroundColor"
    light = window.evaluate(colour)
    window.get_by_role("button", name="Dark").click()
    assert window.evaluate(colour) == "rgb(23, 25, 28)"
    window.keyboard.press("d")
    assert window.evaluate(colour) == light


def test_the_page_follows_the_system(browser: Browser, path: Path) -> None:
    """Without a choice the page is as dark as the system."""
    with visit(browser, path, color_scheme="dark") as dark:
        expect(dark.page.get_by_role("button", name="Dark")).to_have_attribute(
            "aria-pressed", "true"
        )


def test_choices_are_kept(window: Page) -> None:
    """What was chosen holds when the page is opened again."""
    window.keyboard.press("d")
    window.keyboard.press("i")
    window.reload()
    expect(window.get_by_role("button", name="Dark")).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(window.locator("html")).to_have_class("interlinear js")


def test_keys_belong_to_the_fields_they_are_typed_in(window: Page) -> None:
    """Letters in the search field are letters, and browsers keep their shortcuts."""
    window.get_by_role("searchbox").press_sequentially("nid")
    expect(window.get_by_role("searchbox")).to_have_value("nid")
    expect(window.locator("html")).not_to_have_class("interlinear js")
    window.locator("h1").click(position={"x": 1, "y": 1})
    window.keyboard.press("Control+i")
    expect(window.locator("html")).not_to_have_class("interlinear js")


def test_a_tap_opens_the_card_at_the_foot(phone: Page) -> None:
    """On a phone a tap opens the card below the text and copies nothing."""
    term(phone, 2).tap()
    box = card(phone).bounding_box()
    assert box is not None
    assert (box["x"], round(box["y"] + box["height"])) == (0, 844)
    assert box["width"] == 390
    expect(phone.get_by_role("status")).to_be_empty()
    card(phone).get_by_role("button", name="Next").tap()
    expect(card(phone)).to_contain_text("4 of 12")
    phone.locator(".kicker").tap()
    expect(card(phone)).to_be_hidden()


def test_the_sheet_is_a_drawer_on_a_phone(phone: Page) -> None:
    """On a phone the terms are in a drawer that opens, jumps and closes."""
    sheet = phone.locator("#sheet")
    expect(sheet).to_be_hidden()
    phone.get_by_role("button", name="Terms").tap()
    expect(sheet).to_be_in_viewport()
    expect(phone.get_by_role("button", name="Close")).to_be_focused()
    phone.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    phone.get_by_role("button", name="Terms").tap()
    sheet.get_by_role("link").first.tap()
    expect(sheet).to_be_hidden()
    expect(term(phone)).to_be_focused()


def test_nothing_is_wider_than_a_phone(phone: Page) -> None:
    """The page never scrolls sideways."""
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_reads_without_scripts(browser: Browser, path: Path) -> None:
    """Without scripts all is there: terms lead to their entries, controls are gone."""
    with visit(browser, path, java_script_enabled=False, **DESKTOP) as plain:
        plain.page.locator("article a.t").nth(1).click()
        assert plain.page.url.endswith("#c2")
        expect(plain.page.get_by_text("Definition of ceasefire.")).to_be_visible()
        expect(plain.page.get_by_role("searchbox")).to_have_count(0)
        expect(plain.page.get_by_role("button", name="Interlinear")).to_have_count(0)


def test_screen_readers_hear_the_english(window: Page) -> None:
    """A term is heard with its English, which is marked as English."""
    expect(term(window, 1)).to_have_accessible_name("Gencatan Senjata ceasefire")
    assert term(window, 1).locator(".g").get_attribute("lang") == "en"
    assert window.locator("article").get_attribute("lang") == "id"


def test_copied_text_is_the_article(window: Page) -> None:
    """Selecting the article and copying it gives the article, without our English."""
    window.locator("h1").select_text()
    window.keyboard.press("Control+c")
    copied = window.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == "Menlu Bahas Gencatan Senjata"


@client("pdftotext")
def test_prints_numbered_notes(window: Page, tmp_path: Path) -> None:
    """On paper the terms have numbers, and the notes at the end explain them all."""
    window.get_by_label("Sort").select_option("alphabet")
    window.get_by_role("button", name="Conflict and peace").click()
    window.pdf(path=tmp_path / "artikel.pdf", format="A4")
    text = run("pdftotext", "-layout", tmp_path / "artikel.pdf", "-")
    article, notes = text.split("Notes")
    assert "Search" not in text
    assert [n for n in map(str, range(1, 9)) if n in article] == list("12345678")
    assert "Definition of ceasefire." in notes
    assert notes.index("menteri luar negeri") < notes.index("gencatan senjata")


@client("axe-core")
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("name", ["artikel", "index"])
def test_axe_finds_nothing(
    browser: Browser, path: Path, size: dict[str, object], name: str
) -> None:
    """Deque's axe-core reports no violation, with a card and an entry open."""
    axe = (node_modules() / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    index = path.with_name("index.html")
    index.write_text(render_index([(path.name, page())]), encoding="utf-8")
    with visit(browser, path.with_name(f"{name}.html"), **size) as one:
        if name == "artikel":
            one.page.keyboard.press("n")
            one.page.locator(".open").first.evaluate("button => button.click()")
        one.page.evaluate(axe)
        for scheme in ("light", "dark"):
            one.page.emulate_media(color_scheme=scheme)
            found = one.page.evaluate("axe.run()")
            assert [(each["id"], each["nodes"]) for each in found["violations"]] == []
            assert len(found["passes"]) > 10


def test_hostile_articles_are_text(browser: Browser, tmp_path: Path) -> None:
    """Whatever an article says appears as text; nothing of it runs or leaves."""
    file = tmp_path / "jahat.html"
    file.write_text(render(page(HOSTILE, "jahat.txt")), encoding="utf-8")
    with visit(browser, file, **DESKTOP) as one:
        assert one.complaints == []
        assert one.requests == [file.as_uri()]
        assert one.page.title() == HOSTILE.partition("\n")[0]
        assert one.page.locator("article script, article img, article svg").count() == 0
        one.page.evaluate(
            "document.querySelectorAll('rt, rp').forEach(g => g.remove())"
        )
        text = one.page.locator("article").text_content() or ""
        for line in HOSTILE.strip().splitlines():
            assert line.translate(PICTURES) in text


def test_hostile_file_names_are_text(browser: Browser, tmp_path: Path) -> None:
    """The name of a file is shown as it is, on the page and in the index."""
    name = "<b>&\"'"
    file = tmp_path / "x.html"
    file.write_text(render(page("PBB tiba.", f"{name}.txt")), encoding="utf-8")
    with visit(browser, file) as one:
        assert one.page.title() == name
        expect(one.page.locator("h1")).to_have_text(name)
        assert one.complaints == []


def test_the_index_leads_to_the_articles(browser: Browser, tmp_path: Path) -> None:
    """The page of several articles leads to each, and to the first place of a term."""
    names = ("a b#1.html", "dua.html")
    pages = [(names[0], page()), (names[1], page("PBB\n\nPBB tiba."))]
    for file, one in pages:
        (tmp_path / file).write_text(render(one), encoding="utf-8")
    index = tmp_path / "index.html"
    index.write_text(render_index(pages), encoding="utf-8")
    with visit(browser, index) as opened:
        opened.page.get_by_role(
            "link", name="Menlu Bahas Gencatan Senjata"
        ).first.click()
        expect(opened.page.locator("h1")).to_contain_text("Menlu")
        opened.page.go_back()
        opened.page.locator("#terms li", has_text="PBB").get_by_role("link").nth(
            1
        ).click()
        assert opened.page.url == f"{(tmp_path / names[1]).as_uri()}#o0"
        assert opened.complaints == []


@client("java", "vnu-jar")
def test_the_validator_accepts_every_page(tmp_path: Path) -> None:
    """The W3C's checker finds no error, in either language, hostile pages too."""
    pages = {
        "en.html": render(page(), PageOptions("en", TITLES)),
        "id.html": render(page(), PageOptions("id", TITLES)),
        "hostile.html": render(page(HOSTILE)),
        "markdown.html": render(page("# PBB\n\n- PBB\n\n> PBB\n\n    x\n", "a.md")),
        "empty.html": render(page("")),
        "none.html": render(page("Tidak ada apa-apa di sini.")),
        "index.html": render_index([("en.html", page()), ("a b.html", page(HOSTILE))]),
        "no-index.html": render_index([]),
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    # It knows no hashes in a content security policy and says so as information.
    check_html("--errors-only", *(tmp_path / name for name in pages))


def test_hidden_browsers_do_not_change_the_text() -> None:
    """The helper article has every class, or the tests above would prove less."""
    assert len({one.concept.domain for one in page(ARTICLE).annotations}) == 7
