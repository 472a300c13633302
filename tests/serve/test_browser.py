"""The pages in a real browser: what people type, press, drop and hear."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from padanan import jobs
from tests.clients import client, node_modules
from tests.serve.servers import TOKEN, Server, running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Page

DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True}
TEXT = """\
Menlu menyambut gencatan senjata

Menteri luar negeri tiba. Gencatan senjata kota itu berlaku sejak Senin.
"""
PASTE = """text => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { clipboardData: data, cancelable: true });
  document.activeElement.dispatchEvent(event);
}"""
DROP = """([selector, name, text]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  const settings = { dataTransfer, bubbles: true, cancelable: true };
  document.querySelector(selector).dispatchEvent(new DragEvent("drop", settings));
}"""
SELECT = """word => {
  const walker = document.createTreeWalker(
    document.querySelector("article"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(word);
    if (at < 0) continue;
    getSelection().setBaseAndExtent(
      walker.currentNode, at, walker.currentNode, at + word.length);
    return;
  }
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the server."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    """A server for the tests of this module."""
    with running(folder) as started:
        yield started


@contextmanager
def opened(
    browser: Browser, server: Server, *, refused: str = "", **settings: Any
) -> Iterator[Page]:
    """Open the first page by the address with the token; nothing may complain.

    Args:
        browser: what opens it.
        server: whose page.
        refused: what alone it must complain of, a number of times.
        settings: of the window.
    """
    with browser.new_context(base_url=server.address, **settings) as context:
        page = context.new_page()
        complaints: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: complaints.append(_said(message)))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"/?token={TOKEN}")
        yield page
        assert [one for one in complaints if not refused or refused not in one] == []
        assert bool(complaints) is bool(refused)
        assert {url for url in asked if not url.startswith(server.address)} == set()


def _said(message: ConsoleMessage) -> str:
    """Return what the console says, and about which address."""
    return f"{message.text} ({message.location['url']})"


@pytest.fixture(autouse=True)
def _no_list(folder: Path) -> None:
    """Have each test begin without what others wrote into the list they share.

    A term that is hidden or replaced there has neither its mark nor its entry.
    """
    (folder / "own.po").unlink(missing_ok=True)


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    """The first page, in a window of a desk."""
    with opened(browser, server, **DESK) as one:
        yield one


def read(page: Page) -> None:
    """Paste the text into the first page, which reads it at once.

    The page comes in parts: its keys answer once its scripts are there, behind its end.
    """
    expect(page.locator("#text")).to_be_focused()
    page.evaluate(PASTE, TEXT)
    page.wait_for_url("**/read/*")
    expect(page.locator("#entries")).to_be_visible()


def marks(page: Page) -> list[str]:
    """Return the marks with their English."""
    found = page.locator("article a.t").all_text_contents()
    return [" ".join(text.split()) for text in found]


def test_the_token_leaves_the_address(page: Page) -> None:
    """The address that opens is not kept in the history, and the cookie is hidden."""
    assert "token" not in page.url
    assert page.evaluate("document.cookie") == ""


def test_read_better_shown(page: Page, folder: Path) -> None:
    """By keyboard alone: read, give better English for a term, see it in the text."""
    read(page)
    assert marks(page)[1] == "gencatan senjata ⟨ceasefire⟩"
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.keyboard.press("b")
    field = page.locator("dialog #english")
    expect(field).to_be_focused()
    page.keyboard.type("halt to fighting")
    page.keyboard.press("Enter")
    expect(page.locator("#done")).to_contain_text("Written to your list.")
    expect(page.locator("#done")).to_be_in_viewport(ratio=1)
    expect(page.locator("#o1")).to_be_focused()
    assert [m for m in marks(page) if "halt to fighting" in m] == [
        "gencatan senjata ⟨halt to fighting⟩",
        "Gencatan senjata ⟨halt to fighting⟩",
    ]
    (entry,) = jobs.entries(folder / "own.po")
    assert entry.equivalent == "halt to fighting"


def test_another_text(page: Page) -> None:
    """Behind a text that was read another one is pasted, and the last one is kept."""
    read(page)
    page.get_by_role("link", name="Another text").click()
    expect(page.locator("#text")).to_have_value("")
    page.get_by_role("button", name="Bring back the last text").click()
    expect(page.locator("#text")).to_have_value(TEXT)
    page.locator("#text").fill("")
    page.evaluate(PASTE, "Menlu tiba.")
    expect(page.locator("article")).to_contain_text("⟨foreign minister⟩")


def test_not_here(page: Page) -> None:
    """The place that is looked at is hidden beside its word, the other one stays."""
    read(page)
    for _ in range(4):
        page.keyboard.press("n")
    page.keyboard.press("x")
    expect(page.locator("dialog mark")).to_have_text("Gencatan senjata")
    page.get_by_label("before “kota”").check()
    page.keyboard.press("Enter")
    expect(page.locator("#done")).to_contain_text("Written to your list.")
    assert [mark.partition(" ⟨")[0] for mark in marks(page)] == [
        "Menlu", "gencatan senjata", "Menteri luar negeri",
    ]  # fmt: skip


def test_why_a_form_is_refused(browser: Browser, server: Server, folder: Path) -> None:
    """What is refused is said in the form, where it can be mended and sent again."""
    with opened(browser, server, refused="409 (Conflict)", **DESK) as page:
        read(page)
        page.keyboard.press("n")
        page.keyboard.press("n")
        page.keyboard.press("b")
        field = page.locator("dialog #english")
        field.fill(" ")
        page.keyboard.press("Enter")
        refused = page.locator("dialog .refused")
        expect(refused).to_have_text("A term or its English is empty — write both")
        assert not (folder / "own.po").exists()
        field.fill("halt")
        page.keyboard.press("Enter")
        expect(page.locator("#done")).to_contain_text("Written to your list.")
        again = page.evaluate("performance.timeOrigin")
        page.keyboard.press("b")
        page.locator("dialog #english").fill("stop")
        page.keyboard.press("Enter")
        page.wait_for_function("before => performance.timeOrigin > before", arg=again)
        expect(page.locator("#o1")).to_contain_text("stop")


def test_a_card_leaves_the_bars_free(browser: Browser, server: Server) -> None:
    """In a low window, too, a card covers neither the pages' bar nor the text's."""
    low: dict[str, Any] = {"viewport": {"width": 1280, "height": 480}}
    with opened(browser, server, **low) as page:
        page.locator("#text").fill("Gencatan senjata berlaku.\n\n" * 12)
        page.get_by_role("button", name="Read").click()
        page.wait_for_load_state("load")
        for _ in range(12):
            page.keyboard.press("n")
            card, bar = (
                page.locator(each).bounding_box() for each in ("#card", ".bar")
            )
            assert card is not None
            assert bar is not None
            assert card["y"] >= bar["y"] + bar["height"]


def test_a_selected_word_is_a_missing_term(page: Page) -> None:
    """A word that is selected is proposed as a term, and marked once it is written."""
    read(page)
    page.evaluate(SELECT, "Senin")
    expect(page.locator("#selected")).to_have_text("“Senin”")
    page.keyboard.press("a")
    expect(page.locator("dialog #term")).to_have_value("Senin")
    page.locator("dialog #english").fill("Monday")
    page.keyboard.press("Enter")
    expect(page.locator("article")).to_contain_text("⟨Monday⟩")


def test_a_dialog_is_left(page: Page) -> None:
    """Escape and Cancel close the form, and nothing is written."""
    read(page)
    for leave in ("Escape", "Cancel"):
        page.keyboard.press("n")
        page.keyboard.press("b")
        expect(page.locator("dialog")).to_be_visible()
        if leave == "Escape":
            page.keyboard.press("Escape")
        else:
            page.locator("dialog .cancel").click()
        expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("#done")).to_be_empty()


def test_a_dropped_file(page: Page) -> None:
    """A file that is dropped is read at once."""
    page.evaluate(DROP, ["[data-drop]", "artikel.md", "# Berita\n\nNota dan Menlu."])
    expect(page.locator("h1")).to_have_text("Berita")
    assert marks(page)[-1].startswith("Menlu")


def test_lookup_as_one_types(page: Page) -> None:
    """What one types is looked up; arrows and Enter lead to the entry."""
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Look up").click()
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("genc")
    expect(page.locator("#found h2").first).to_contain_text("gencatan senjata")
    page.wait_for_url("**/lookup?q=genc")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/entry/gencatan-senjata")
    expect(page.locator("h1")).to_have_text("gencatan senjata")
    page.go_back()
    expect(page.locator("#found h2").first).to_contain_text("gencatan senjata")


def test_compare_waive_report(page: Page) -> None:
    """A translation is compared, a finding waived with a reason, a report saved."""
    page.goto("/compare")
    page.get_by_label("Indonesian", exact=True).fill("Gencatan senjata berlaku.")
    page.get_by_label("English translation").fill("A weapons halt is in force.")
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".side[lang=en] mark")).to_have_text("weapons halt")
    page.get_by_text("Waive", exact=True).click()
    page.get_by_label("Why does it not count?").fill("house style")
    page.keyboard.press("Enter")
    expect(page.locator(".waived q")).to_have_text("house style")
    expect(page.locator("mark.error")).to_have_count(0)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Report").click()
    assert "[house style]" in saved.value.path().read_text("utf-8")


def test_files_are_dropped_on_either_side(page: Page) -> None:
    """Each side takes the file that is dropped on it."""
    page.goto("/compare")
    page.evaluate(DROP, ["[data-drop=source-file]", "a.txt", "Gencatan senjata."])
    page.evaluate(DROP, ["[data-drop=translation-file]", "b.txt", "A weapons halt."])
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".side[lang=en] mark")).to_have_text("weapons halt")


def test_help_is_a_key_away(page: Page) -> None:
    """A question mark leads to the help from the first page and from a text."""
    expect(page.locator("#text")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    page.wait_for_url("**/help")
    page.goto("/")
    read(page)
    page.keyboard.press("?")
    page.wait_for_url("**/help")
    expect(page.get_by_text("/v2", exact=False).first).to_be_visible()


def test_theme_and_language_are_kept(page: Page) -> None:
    """What is chosen on one page holds on the others."""
    page.keyboard.press("Escape")
    page.locator("#dark").click()
    page.get_by_role("link", name="Bahasa Indonesia").click()
    page.goto("/lookup")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.locator("html")).to_have_attribute("lang", "id")


def test_without_a_script(browser: Browser, server: Server) -> None:
    """Every step is there without a script: forms on pages of their own."""
    with opened(browser, server, **DESK, java_script_enabled=False) as page:
        page.locator("#text").fill(TEXT)
        page.get_by_role("button", name="Read").click()
        expect(page.locator("#waiting")).to_be_hidden()
        page.locator("#c1").get_by_role("link", name="Better English").click()
        page.locator("#english").fill("envoy")
        page.get_by_role("button", name="Write to my list").click()
        expect(page.locator("#done")).to_contain_text("Written to your list.")
        assert "Menlu ⟨envoy⟩" in marks(page)


def address_of_all(page: Page) -> list[str]:
    """Return the addresses of all pages, those of a text and a translation included."""
    page.locator("#text").fill(TEXT)
    page.get_by_role("button", name="Read").click()
    expect(page.locator("#entries")).to_be_attached()
    text = page.url
    page.goto("/compare")
    page.locator("#source").fill("Gencatan senjata berlaku. Menlu tiba.")
    page.locator("#translation").fill("A weapons halt is in force. He came.")
    page.locator("form.give .primary").click()
    expect(page.locator(".findings").first).to_be_visible()
    return [
        "/", text, f"{text}/mend?n=1", f"{text}/hide?n=3", f"{text}/missing?text=kota",
        "/lookup?q=genc", "/lookup?q=xyzzy", "/entry/gencatan-senjata", "/compare",
        page.url, "/own", "/docs", "/enter", "/help", f"{text}?said=written",
    ]  # fmt: skip


@client("axe-core")
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing(
    browser: Browser, server: Server, size: dict[str, Any], folder: Path
) -> None:
    """Deque's axe-core reports no violation on any page, light and dark."""
    axe = (node_modules() / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    jobs.add(folder / "own.po", jobs.Addition("nota", "note", fuzzy=True))
    with opened(browser, server, **size) as page:
        for address in address_of_all(page):
            page.goto(address)
            if "/read/" in address and "?" not in address:
                page.keyboard.press("n")
            for summary in page.locator("summary").all():
                summary.click()
            page.evaluate(axe)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                found = page.evaluate("axe.run()")
                told = [
                    (each["id"], [node["target"] for node in each["nodes"]])
                    for each in found["violations"]
                ]
                assert told == [], (address, scheme)
                assert len(found["passes"]) > 8, address


def test_nothing_is_wider_than_a_phone(browser: Browser, server: Server) -> None:
    """At 390 pixels no page moves sideways, in either language."""
    with opened(browser, server, **PHONE) as page:
        for address in address_of_all(page):
            for language in ("en", "id"):
                mark = "&" if "?" in address else "?"
                page.goto(f"{address}{mark}ui={language}")
                width = page.evaluate("document.documentElement.scrollWidth")
                assert width <= 390, (address, language)


def test_a_server_that_is_killed(browser: Browser, tmp_path: Path) -> None:
    """What is typed outlives the server, and what it has acknowledged is written."""
    port = 0
    written: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    for number in range(3):
        with running(tmp_path, port) as server:
            port = server.port
            page.goto(f"{server.address}/?token={TOKEN}")
            if number:
                expect(page.locator("#text")).to_have_value(f"Teks {number - 1}")
            page.locator("#text").fill(TEXT)
            page.locator("form.give .primary").click()
            expect(page.locator("#entries")).to_be_attached()
            page.goto(f"{page.url}/missing?text=kata {number}")
            page.locator("#english").fill(f"word {number}")
            page.locator("form.asked .primary").click()
            expect(page.locator("#done")).to_contain_text("Written")
            written.append(f"word {number}")
            page.goto(f"{server.address}/")
            page.locator("#text").fill(f"Teks {number}")
            server.kill()
        expect(page.locator("#text")).to_have_value(f"Teks {number}")
        entries = jobs.entries(tmp_path / "own.po")
        assert {entry.equivalent for entry in entries} == set(written)
    context.close()
