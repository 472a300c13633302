"""Pages as they are asked for: what they show, and what their forms do."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from padanan import jobs
from padanan.files.text import decode
from padanan.jobs.exchange import import_file
from padanan.serve import reading as reading_tasks
from padanan.serve import views
from padanan.serve.app import create_app
from padanan.serve.loaded import Loader
from padanan.serve.shelf import ShelvedText
from padanan.serve.texts import LANGUAGES, TEXTS
from padanan.serve.views import Frame
from tests.serve.conftest import HOME, TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from padanan.serve.settings import Settings

TEXT = "Menlu menyambut gencatan senjata.\n\nGencatan senjata kota itu berlaku."
PAIR = {
    "source": "Gencatan senjata berlaku.",
    "translation": "A weapons halt is in force.",
}
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


@pytest.fixture
def browser(settings: Settings) -> Iterator[TestClient]:
    """What a browser sends: the cookie, and what it takes."""
    app = create_app(settings)
    headers = {"Accept": "text/html", "Origin": HOME}
    with TestClient(app, HOME, headers=headers) as client:
        assert client.get(f"/?token={TOKEN}").status_code == 200
        client.follow_redirects = False
        yield client


def text(client: TestClient, path: str, status: int = 200) -> str:
    """Return a page."""
    answer = client.get(path)
    assert answer.status_code == status, path
    assert answer.headers["content-type"].startswith("text/html")
    return answer.text


def leads_to(client: TestClient, path: str, **form: str) -> str:
    """Send a form; return the address that it leads to."""
    answer = client.post(path, data=form)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def reading(client: TestClient, given: str = TEXT) -> str:
    """Return the address of a text that was pasted."""
    return leads_to(client, "/read", text=given)


def english(page: str) -> list[str]:
    """Return the English of each mark of a page."""
    return re.findall(r'<rt class="g" lang="en">([^<]*)<', page)


def test_both_languages_say_everything() -> None:
    """No text is empty, and each page is in the language that was asked for."""
    for language in LANGUAGES:
        assert all(TEXTS[language].values())
    assert TEXTS["en"].keys() == TEXTS["id"].keys()


def test_every_text_is_used() -> None:
    """No text is kept that no page shows; some names are put together."""
    package = Path(views.__file__).parent
    files = [*package.glob("*.py"), *(package / "templates").glob("*.html")]
    said = "".join(path.read_text("utf-8") for path in files if path.name != "texts.py")
    together = ("hide-", "pos-")
    unused = {name for name in TEXTS["en"] if f'"{name}"' not in said}
    sides = {f"{side}-file" for side in ("source", "translation")}
    assert {n for n in unused if not n.startswith(together)} == sides


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("/", "Baca teks"),
        ("/lookup", "Cari istilah"),
        ("/compare", "Bandingkan terjemahan"),
        ("/own", "Daftar saya"),
        ("/docs", "API"),
        ("/enter", "Halaman ini memerlukan token"),
        ("/help", "Bantuan"),
    ],
)
def test_the_language_is_kept(browser: TestClient, path: str, heading: str) -> None:
    """The language of an address stays that of the pages behind it."""
    assert f"<h1>{heading}</h1>" in text(browser, f"{path}?ui=id")
    again = text(browser, path)
    assert '<html lang="id">' in again
    assert f"<h1>{heading}</h1>" in again


def test_the_language_of_the_browser(browser: TestClient) -> None:
    """Without a choice the browser's language counts."""
    headers = {"Accept-Language": "id-ID,id;q=0.9,en;q=0.5"}
    assert '<html lang="id">' in browser.get("/", headers=headers).text


def test_read(browser: TestClient) -> None:
    """A pasted text is a page with its terms, each with the English."""
    page = text(browser, reading(browser))
    assert english(page) == ["foreign minister", "ceasefire", "ceasefire"]
    assert "<title>Menlu menyambut gencatan senjata. – Padanan</title>" in page


def test_read_a_file(browser: TestClient) -> None:
    """A file is read by the ending of its name."""
    files = {"file": ("artikel.html", f"<h1>Berita</h1><p>{TEXT}".encode())}
    answer = browser.post("/read", files=files, data={"level": "all"})
    page = text(browser, answer.headers["location"])
    assert "Berita</h1>" in page
    assert len(english(page)) == 3


def test_ends_of_lines(browser: TestClient) -> None:
    """What browsers send at the end of a line is no character of the text."""
    page = text(browser, reading(browser, TEXT.replace("\n", "\r\n")))
    assert "\r" not in page
    assert len(english(page)) == 3


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"text": " "}, "There is no text — paste one"),
        ({}, "There is no text — paste one"),
    ],
)
def test_nothing_to_read(browser: TestClient, form: dict[str, str], said: str) -> None:
    """Where there is no text, a page says so."""
    answer = browser.post("/read", data=form)
    assert answer.status_code == 422
    assert said in answer.text


def test_an_unreadable_file(browser: TestClient) -> None:
    """What cannot be read is told on a page, in a line."""
    for name, said in (
        ("a.docx", "a.docx: "),
        ("a.exe", "a.exe: no reader for “.exe”"),
    ):
        answer = browser.post("/read", files={"file": (name, b"\xff\x00")})
        assert answer.status_code == 422
        assert said in answer.text


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (("a.docx", b"\xff\x00"), "bukan dokumen Word, atau berkasnya rusak — buka"),
        (("a.exe", b"x"), "berkas “.exe” tidak dapat dibaca — simpan"),
        (("a.xls", b"x"), "“.xls” adalah tabel, bukan artikel — simpan"),
        (("a.txt", b"\xff"), "bukan UTF-8 — simpan sebagai UTF-8"),
    ],
)
def test_refused_in_indonesian(
    browser: TestClient, file: tuple[str, bytes], said: str
) -> None:
    """Why a file is not read is told in the language of the page."""
    browser.cookies.set("padanan-ui", "id")
    page = browser.post("/read", files={"file": file}).text
    assert f'<span lang="id">{file[0]}: {said}' in page
    assert "<h1>Tidak berhasil</h1>" in page


def test_what_names_an_option_elsewhere(browser: TestClient) -> None:
    """A page does not advise options of the command line."""
    page = browser.post("/read", files={"file": ("a.txt", b"\xff")}).text
    assert "a.txt: not UTF-8 — save it as UTF-8" in page


def test_what_is_not_read(browser: TestClient) -> None:
    """What a reader passes over is told on the page, in its language."""
    page = f'<html lang="en"><p>{TEXT}</p><p lang="fr">le ministre est là hier</p>'
    files = {"file": ("a.html", page.encode())}
    address = browser.post("/read", files=files).headers["location"]
    for language, said in (
        ("en", ("It says that it is in “en”", "a passage in “fr” has no terms")),
        ("id", ("Berkas ini menyatakan bahasanya “en”", "bagian dalam “fr” tidak")),
    ):
        found = text(browser, f"{address}?ui={language}")
        notices = found.partition('<ul class="notices">')[2].partition("</ul>")[0]
        assert notices.count(f'<span lang="{language}">') == 2
        for each in said:
            assert each.casefold() in notices.casefold()


def test_saved(browser: TestClient, settings: Settings) -> None:
    """The saved page is that of the command line, and needs no server."""
    answer = browser.get(f"{reading(browser)}/page.html")
    named = "menlu-menyambut-gencatan-senjata.html"
    assert answer.headers["content-disposition"] == f'attachment; filename="{named}"'
    source = jobs.Source("Menlu menyambut gencatan senjata.", TEXT.encode(), "text")
    (found,) = jobs.annotate([source], jobs.annotator(settings.glossary))
    expected = jobs.page_of(found.annotated, jobs.PagesOptions("html", "en"))
    assert answer.content == expected


def test_term_sheet(browser: TestClient) -> None:
    """The term sheet is a workbook."""
    answer = browser.get(f"{reading(browser)}/terms.xlsx")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as package:
        assert b"ceasefire" in package.read("xl/worksheets/sheet1.xml")


def test_a_text_that_is_gone(browser: TestClient) -> None:
    """An address that nothing is kept for any more says so."""
    for path in ("/read/nothing", "/compare/nothing", "/read/nothing/mend?n=0"):
        assert "is not here any more" in text(browser, path, 404)


def test_better_english(browser: TestClient, settings: Settings) -> None:
    """Better English for a mark is written, and the page has it at once."""
    address = reading(browser)
    form = unescape(text(browser, f"{address}/mend?n=1"))
    assert "Menlu menyambut <mark>gencatan senjata</mark>." in form
    back = leads_to(
        browser, f"{address}/mend", start="16", english="halt", note="Short."
    )
    assert back == f"{address}?said=written#o1"
    assert english(text(browser, address)) == ["foreign minister", "halt", "halt"]
    (entry,) = jobs.entries(settings.own)
    assert (entry.term, entry.notes, entry.fuzzy) == (
        "gencatan senjata",
        ("Short.",),
        False,
    )


def test_a_proposal(browser: TestClient, settings: Settings, tmp_path: Path) -> None:
    """A proposal is fuzzy, shown beside what holds, and can be imported."""
    address = reading(browser)
    leads_to(browser, f"{address}/mend", start="16", english="halt", fuzzy="yes")
    page = text(browser, address)
    assert english(page)[1:] == ["ceasefire", "ceasefire"]
    assert re.search(r'class="proposed">.*?halt', page)
    (entry,) = jobs.entries(settings.own)
    assert entry.fuzzy
    into = str(tmp_path / "review.po")
    source = jobs.Source("own.po", settings.own.read_bytes())
    assert [change.kind.value for change in import_file(source, into).changes] == [
        "added"
    ]


def test_not_here(browser: TestClient) -> None:
    """A mark is hidden beside a word, or everywhere."""
    address = reading(browser)
    form = unescape(text(browser, f"{address}/hide?n=2"))
    assert 'before “<span lang="id">kota</span>”' in form
    leads_to(browser, f"{address}/hide", start="35", where="before")
    assert english(text(browser, address)) == ["foreign minister", "ceasefire"]
    leads_to(browser, f"{address}/hide", start="0", where="never")
    assert english(text(browser, address)) == ["ceasefire"]


def test_a_form_in_a_dialog(browser: TestClient) -> None:
    """A script learns where a form leads to, and why it is refused."""
    address = reading(browser)
    form = {"start": "16", "english": "halt"}
    headers = {"X-Padanan-Next": ""}
    answer = browser.post(f"{address}/mend", data=form, headers=headers)
    assert answer.status_code == 204
    assert answer.headers["X-Padanan-Next"] == f"{address}?said=written#o1"
    form["english"] = " "
    answer = browser.post(f"{address}/mend", data=form, headers=headers)
    assert answer.status_code == 409
    assert "A term or its English is empty — write both" in unescape(answer.text)


SENSES = """\
#. when: followed by DPR
msgctxt "approval"
msgid "persetujuan"
msgstr "approval"

msgctxt "instrument"
msgid "persetujuan"
msgstr "agreement"

#. when: near IAEA
msgctxt "iaea"
msgid "protokol tambahan"
msgstr "Additional Protocol"

#. variant: protokol tambahan
msgid "protokol kedua"
msgstr "second protocol"

#. pos: noun
#. heads: adjectives
msgid "ancaman"
msgstr "threat"

#. pos: adjective
#. match: off
#. modifier: nuclear
msgid "nuklir"
msgstr "nuclear"
"""
"""Terms of several senses, and one that is put together."""
MANY = "Persetujuan DPR tiba. Isi persetujuan itu. Ancaman nuklir kota. Ancaman nuklir."


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "where", "left"),
    [
        (0, "before", ["agreement", "nuclear threat", "nuclear threat"]),
        (0, "never", ["nuclear threat", "nuclear threat"]),
        (1, "after", ["approval", "nuclear threat", "nuclear threat"]),
        (1, "never", ["nuclear threat", "nuclear threat"]),
        (2, "before", ["approval", "agreement", "nuclear threat"]),
        (2, "never", ["approval", "agreement"]),
    ],
)
def test_not_here_for_any_term(
    browser: TestClient, settings: Settings, number: int, where: str, left: list[str]
) -> None:
    """A term of several senses is hidden as one, a composed one by its head."""
    settings.own.write_text(SENSES, "utf-8")
    address = reading(browser, MANY)
    assert len(english(text(browser, address))) == 4
    form = text(browser, f"{address}/hide?n={number}")
    (start,) = re.findall(r'name="start" value="(\d+)"', form)
    assert f'value="{where}"' in form
    leads_to(browser, f"{address}/hide", start=start, where=where)
    assert english(text(browser, address)) == left


def test_the_list_shows_what_was_added(browser: TestClient, settings: Settings) -> None:
    """My list names the condition that was added, and takes all senses out at once."""
    settings.own.write_text(SENSES, "utf-8")
    address = reading(browser, MANY)
    leads_to(browser, f"{address}/hide", start="0", where="before")
    page = text(browser, "/own")
    assert page.count('not marked before “<span lang="id">DPR</span>”') == 2
    assert page.count("never marked") == 1  # of what only belongs to other terms
    to = leads_to(browser, "/own/remove", concept="persetujuan.approval")
    assert "with what was written with it" in text(browser, to)
    assert "persetujuan" not in text(browser, "/own")


def test_what_no_condition_can_say(browser: TestClient, settings: Settings) -> None:
    """Of a prefixed term only a proposal is kept, as the page says."""
    entry = '#. pos: noun\nmsgid "apartheid"\nmsgstr "apartheid"\n'
    settings.own.write_text(entry, "utf-8")
    address = reading(browser, "Gerakan anti-apartheid menang.")
    page = text(browser, f"{address}/hide?n=0")
    assert "no condition can say that it is none here" in page
    assert 'name="where"' not in page
    to = leads_to(browser, f"{address}/hide", start="8")
    assert to == f"{address}?said=written-proposal"
    assert english(text(browser, address)) == ["anti-apartheid"]
    kept = next(one for one in jobs.entries(settings.own) if one.fuzzy)
    assert kept.notes == ("Not the term in “Gerakan anti-apartheid menang.”.",)


def test_a_listed_term_that_is_composed_too(
    browser: TestClient, settings: Settings
) -> None:
    """Hidden as an entry, it is not marked as a composed term either."""
    listed = 'msgid "ancaman nuklir"\nmsgstr "nuclear menace"\n'
    settings.own.write_text(f"{SENSES}\n{listed}", "utf-8")
    address = reading(browser, "Ancaman nuklir kota. Ancaman nuklir.")
    assert english(text(browser, address)) == ["nuclear menace", "nuclear menace"]
    leads_to(browser, f"{address}/hide", start="0", where="before")
    assert english(text(browser, address)) == ["nuclear menace"]


def test_the_list_has_changed_meanwhile(
    browser: TestClient, settings: Settings
) -> None:
    """A form is about its place, whatever has been hidden before it since."""
    address = reading(browser)
    form = text(browser, f"{address}/mend?n=2")
    (start,) = re.findall(r'name="start" value="(\d+)"', form)
    leads_to(browser, f"{address}/hide", start="0", where="never")
    back = leads_to(browser, f"{address}/mend", start=start, english="halt")
    assert back == f"{address}?said=written#o1"
    assert [e.term for e in jobs.entries(settings.own)] == [
        "gencatan senjata",
        "menteri luar negeri",
    ]


def test_a_missing_term(browser: TestClient) -> None:
    """A term that was not marked is marked at once."""
    address = reading(browser)
    assert 'value="kota itu"' in text(browser, f"{address}/missing?text=kota%20%20itu")
    back = leads_to(browser, f"{address}/missing", term="kota itu", english="that city")
    assert back == f"{address}?said=written#o3"
    assert english(text(browser, address))[-1] == "that city"


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("mend", {"start": "99", "english": "x"}),
        ("mend", {"start": "16", "english": " "}),
        ("mend", {"start": "x", "english": "a\x00b"}),
        ("hide", {"start": "16", "where": "beside kota"}),
        ("missing", {"term": "", "english": "x"}),
        ("missing", {"term": "nota", "english": ""}),
        ("missing", {"term": "gencatan senjata", "english": "arms\x1bstop"}),
    ],
)
def test_what_cannot_be_written(
    browser: TestClient, settings: Settings, path: str, form: dict[str, str]
) -> None:
    """What no list can have is told, and nothing is written."""
    answer = browser.post(f"{reading(browser)}/{path}", data=form)
    assert answer.status_code in (404, 409, 422)
    assert "<h1>That did not work</h1>" in answer.text
    assert not settings.own.exists()


def test_own_list(browser: TestClient, settings: Settings) -> None:
    """One's own list is shown, downloaded, and an entry is taken out of it."""
    assert "Nothing yet" in text(browser, "/own")
    address = reading(browser)
    leads_to(browser, f"{address}/mend", start="16", english="halt")
    assert '<span lang="en">halt</span>' in text(browser, "/own")
    file = browser.get("/own/own.po")
    assert decode(file.content, "own.po") == settings.own.read_text("utf-8")
    to = leads_to(browser, "/own/remove", concept="gencatan-senjata")
    assert "Taken out of your list." in text(browser, to)
    assert english(text(browser, address))[1] == "ceasefire"
    gone = browser.post("/own/remove", data={"concept": "gencatan-senjata"})
    assert gone.status_code == 422


def test_a_list_that_somebody_breaks(browser: TestClient, settings: Settings) -> None:
    """A list that is no PO any more is told with its line, and works once mended."""
    address = reading(browser)
    settings.own.write_text("no list", "utf-8")
    assert "own.po:1: " in text(browser, address, 422)
    settings.own.unlink()
    assert len(english(text(browser, address))) == 3


def test_lookup(browser: TestClient) -> None:
    """A query in either language finds the entry, whole or begun."""
    for query in ("gencatan senjatanya", "ceasefires", "genc"):
        page = text(browser, f"/lookup?q={query}")
        assert "/entry/gencatan-senjata" in page
        part = text(browser, f"/lookup/hits?q={query}")
        assert part.strip() in page
    assert "/entry/" not in text(browser, "/lookup?q=")
    assert "Nothing found for “xyzzy”" in text(browser, "/lookup?q=xyzzy")


def test_entry(browser: TestClient) -> None:
    """An entry has an address of its own, with all that the glossary says."""
    page = text(browser, "/entry/gencatan-senjata")
    for said in ("ceasefire", "truce", '<s lang="en">arms stop</s>', "a calque"):
        assert said in page
    assert "No entry “no-such”" in text(browser, "/entry/no-such", 404)


def test_compare_waive_report(browser: TestClient) -> None:
    """A finding is shown in place, waived with a reason, and the report says so."""
    address = leads_to(browser, "/compare", **PAIR)
    page = text(browser, address)
    assert '<mark class="error">weapons halt</mark>' in page
    form = {"code": "T101", "concept": "gencatan-senjata", "at": "1"}
    for reason in ("", "  "):
        refused = browser.post(f"{address}/waive", data={**form, "reason": reason})
        assert refused.status_code == 422
    leads_to(browser, f"{address}/waive", **form, reason="house style")
    page = text(browser, address)
    assert "<q>house style</q>" in page
    assert '<mark class="error">' not in page
    report = browser.get(f"{address}/report.html").text
    assert "[house style]" in report
    lines = browser.get(f"{address}/decisions.waivers").text
    assert lines == "1 ignore T101 [gencatan-senjata] house style\n"
    leads_to(browser, f"{address}/take-back", **form, reason="house style")
    assert '<mark class="error">' in text(browser, address)


def test_compare_in_indonesian(browser: TestClient) -> None:
    """Findings, places and the report are in the language of the page."""
    address = leads_to(browser, "/compare", **PAIR, aligned="yes")
    page = text(browser, f"{address}?ui=id")
    assert "“weapons halt” jangan dipakai untuk “Gencatan senjata”" in page
    assert '<p class="place">baris 1</p>' in page
    assert "is not to be used" not in page
    report = browser.get(f"{address}/report.html").text
    assert '<html lang="id">' in report
    assert "1 satuan, 1 istilah: 1 kesalahan, 0 peringatan, 0 catatan" in report
    assert "T101 kesalahan</span> “weapons halt” jangan dipakai" in report
    assert "keyakinan 0,75" in report


def test_decisions_are_found_again(browser: TestClient) -> None:
    """Who compares the same texts again finds what was decided about them."""
    address = leads_to(browser, "/compare", **PAIR)
    form = {"code": "T101", "concept": "gencatan-senjata", "at": "1"}
    form |= {"scope": "concept"}
    leads_to(browser, f"{address}/waive", **form, reason="so")
    again = leads_to(browser, "/compare", **PAIR)
    assert again != address
    assert "<q>so</q>" in text(browser, again)
    other = leads_to(browser, "/compare", **{**PAIR, "source": "Gencatan senjata."})
    assert "<q>so</q>" not in text(browser, other)


def test_an_id_of_several_lines(browser: TestClient) -> None:
    """A unit whose id no waivers file can have is waived all the same."""
    unit = 'msgid "Gencatan senjata\\nignore ini."\nmsgstr "A weapons halt."\n'
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    files = {"source_file": ("job.po", (head + unit).encode())}
    answer = browser.post("/compare", files=files)
    address = answer.headers["location"]
    form = {"code": "T101", "concept": "", "at": "1", "reason": "so"}
    leads_to(browser, f"{address}/waive", **form)
    assert "<q>so</q>" in text(browser, address)
    assert browser.get(f"{address}/decisions.waivers").text.startswith("# ")


def test_compare_files(browser: TestClient) -> None:
    """Two files are compared, and one with both languages."""
    two = {
        "source_file": ("a.txt", PAIR["source"].encode()),
        "translation_file": ("b.txt", PAIR["translation"].encode()),
    }
    table = ",".join(f'"{side}"' for side in PAIR.values()).encode()
    for files in (two, {"source_file": ("a.csv", table)}):
        answer = browser.post("/compare", files=files)
        page = text(browser, answer.headers["location"])
        assert '<mark class="error">weapons halt</mark>' in page
    only = browser.post("/compare", data={"source": "Nota."})
    assert only.status_code == 422


def test_hostile_text_in_every_field(browser: TestClient) -> None:
    """Whatever is typed or sent is shown as text, wherever it is shown."""
    address = reading(browser, f"Menlu {HOSTILE} gencatan senjata.")
    leads_to(browser, f"{address}/mend", start="0", english=HOSTILE, note=HOSTILE)
    leads_to(browser, f"{address}/missing", term=HOSTILE, english=HOSTILE)
    leads_to(browser, f"{address}/missing", term="kata", english=HOSTILE,
             definition=HOSTILE, fuzzy="yes")  # fmt: skip
    compared = leads_to(
        browser, "/compare", source=f"Gencatan senjata {HOSTILE}", translation=HOSTILE
    )
    form = {"code": "T201", "concept": HOSTILE, "at": "1", "reason": HOSTILE}
    leads_to(browser, f"{compared}/waive", **form)
    form |= {"concept": ""}
    leads_to(browser, f"{compared}/waive", **form)
    quoted = "%3Cscript%3Ealert(1)%3C/script%3E%22'%3E%3Cimg%20src=x%20onerror=alert(1)"
    pages = [
        address, f"{address}/mend?n=0", f"{address}/hide?n=0", "/own", compared,
        f"{address}/missing?text={quoted}", f"/lookup?q={quoted}", "/entry/kata",
        f"/lookup/hits?q={quoted}", f"/?said={quoted}", f"/?ui={quoted}",
        f"{address}/page.html", f"{compared}/report.html",
    ]  # fmt: skip
    for path in pages:
        page = text(browser, path)
        assert "<script>alert" not in page, path
        assert "<img" not in page, path
    for path in (f"/entry/{quoted}", f"/{quoted}", f"/read/{quoted}"):
        assert "<script>alert" not in text(browser, path, 404)
    file = {"file": (HOSTILE, b"x")}
    assert "<img" not in browser.post("/read", files=file).text


def test_path_traversal(browser: TestClient) -> None:
    """No address leads to a file that is not a page's own."""
    for name in ("..%2f..%2fpyproject.toml", "%2e%2e/app.py", "/etc/passwd", "x.css"):
        assert browser.get(f"/static/{name}").status_code == 404
    for name in ("../../etc/passwd", "/etc/passwd", "..\\..\\x.txt"):
        answer = browser.post("/read", files={"file": (name, b"Nota.")})
        assert answer.status_code in (303, 422)


def test_what_pages_load(browser: TestClient) -> None:
    """A page loads what it names, from here alone, and browsers may keep that."""
    for path in ("/", reading(browser), "/lookup", "/compare", "/docs"):
        page = text(browser, path)
        named = re.findall(r'(?:src|href)="(/static/[^"]*)"', page)
        assert len(named) >= 4
        for one in named:
            answer = browser.get(unescape(one))
            assert answer.status_code == 200
            assert "immutable" in answer.headers["cache-control"]
        assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
        assert "<style" not in page
        assert " style=" not in page
        assert "<script>" not in page


def test_entering(settings: Settings) -> None:
    """Who has no cookie is asked for the token, and comes in with it."""
    headers = {"Accept": "text/html", "Origin": HOME}
    app = create_app(settings)
    with TestClient(app, HOME, headers=headers, follow_redirects=False) as client:
        page = client.get("/own")
        assert page.status_code == 401
        assert 'action="/enter"' in page.text
        assert client.post("/enter", data={"token": "wrong"}).status_code == 401
        answer = client.post("/enter", data={"token": f" {TOKEN} "})
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        assert client.get("/own").status_code == 200


def test_the_manual(browser: TestClient) -> None:
    """The API's page describes every address, model and problem of the document."""
    page = text(browser, "/docs")
    document = browser.get("/api/v1/openapi.json").json()
    for path in document["paths"]:
        assert f" {path}</h2>" in page
    for name in document["components"]["schemas"]:
        assert f'id="{name}"' in page
    for name in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{name}"' in page


def test_a_long_text_streams_in(settings: Settings) -> None:
    """The head of a page is sent before the text is read, the text in parts."""
    long = "\n\n".join(f"Menlu ke-{number} tiba." for number in range(2_000))
    source = ShelvedText(jobs.Source("-", long.encode(), "text"))
    loaded = Loader(settings).loaded()
    parts = list(reading_tasks.page(loaded, Frame(), source, "x"))
    assert b"Reading the text" in parts[0]
    assert b"<article" not in parts[0]
    assert len(parts) > 10
    assert b"".join(parts).count(b"its-term") == 2_000
