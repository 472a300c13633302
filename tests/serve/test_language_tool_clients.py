"""Programs that speak the protocol of LanguageTool, against a server that runs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import httpx2
import language_tool_python
import pytest

from tests.clients import client, uno
from tests.serve.servers import TOKEN, Server, running

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with a small glossary."""
    with running(tmp_path_factory.mktemp("server")) as found:
        yield found


@pytest.mark.parametrize("path", ["", f"/{TOKEN}/"])
def test_language_tool_python(server: Server, path: str) -> None:
    """It shows, in code points, what it finds; it corrects; categories go off."""
    address = server.address + path
    with language_tool_python.LanguageTool("id-ID", remote_server=address) as tool:
        text = "🕊 R&D: 50% + gencatan senjata."
        (match,) = tool.check(text)
        assert text[match.offset :][: match.error_length] == "gencatan senjata"
        assert (match.rule_id, match.category) == ("PADANAN_TERM", "PADANAN_TERMS")
        assert tool.correct(text) == "🕊 R&D: 50% + ceasefire."
        tool.disabled_categories = {"PADANAN_TERMS"}
        assert tool.check(text) == []
        tool.language = "en-GB"
        (match,) = tool.check("A weapons halt.")
        assert (match.rule_id, match.matched_text) == ("T101", "weapons halt")
        tool.disabled_rules = {"T101"}
        assert tool.check("A weapons halt.") == []


def test_language_tool_python_says_what_is_wrong(server: Server) -> None:
    """A refusal is an error with our words, not one about JSON."""
    address = server.address
    with language_tool_python.LanguageTool("en", remote_server=address) as tool:
        tool.enabled_rules_only = True
        with pytest.raises(
            language_tool_python.exceptions.LanguageToolError, match="must"
        ):
            tool.check("A truce.")


PAGE = (Path(__file__).parents[2] / "docs" / "languagetool.md").read_text("utf-8")


def block(kind: str) -> str:
    """Return the first block of a language on the page."""
    return PAGE.partition(f"```{kind}\n")[2].partition("```")[0]


def test_example(server: Server, tmp_path: Path) -> None:
    """The example of the page prints what the page says."""
    script = tmp_path / "example.py"
    script.write_text(block("python"), "utf-8")
    told = os.environ | {"PADANAN_SERVER": server.address}
    done = subprocess.run(
        (sys.executable, script), env=told, capture_output=True, text=True, check=True
    )
    assert done.stdout == PAGE.partition("prints\n\n```\n")[2].partition("```")[0]


def post_of_omegat(source: str, target: str, rules: tuple[str, str, str]) -> bytes:
    """Return the body that OmegaT 6 sends for a segment (LanguageToolNetworkBridge).

    Args:
        source: the segment.
        target: its translation.
        rules: disabled categories, disabled rules and enabled rules.
    """
    categories, disabled, enabled = rules
    fields = {
        "text": target,
        "language": "en-US",
        "srctext": source,
        "motherTongue": "id",
        "disabledCategories": categories,
        "disabledRules": disabled,
        "enabledRules": enabled,
    }
    return urlencode(fields).encode("ascii")


def ask(server: Server, body: bytes) -> httpx2.Response:
    """Send what OmegaT sends, as Java's ``URLConnection`` does."""
    headers = {
        "User-Agent": "OmegaT-6.0.1",
        "Accept": "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    return httpx2.post(f"{server.address}/v2/check", content=body, headers=headers)


def test_omegat(server: Server) -> None:
    """OmegaT finds the server, negotiates its languages and has a segment checked."""
    tried = ask(server, b"text=Test&language=en-US&disabledCategories=FOO")
    assert (tried.status_code, "<?xml" in tried.text) == (200, False)
    known = httpx2.get(f"{server.address}/v2/languages").json()
    codes = {each["longCode"] for each in known}
    assert {"en-US", "id"} <= codes
    target = "R&D <t0/>🕊 50% + a weapons halt."
    source = "R&D <t0/>🕊 50% + gencatan senjata."
    found = ask(server, post_of_omegat(source, target, ("TYPOS", "SAME", ""))).json()
    assert str(found["software"]["apiVersion"]) == "1"
    (match,) = found["matches"]
    begin = len(target[: target.index("weapons")].encode("utf-16-le")) // 2
    assert (match["offset"], match["length"]) == (begin, len("weapons halt"))
    assert match["rule"]["id"] == "T101"
    assert match["rule"]["description"] == "a deprecated equivalent is used"


def test_omegat_offers_the_term(server: Server) -> None:
    """What OmegaT takes for the suggestion of a message is the best equivalent."""
    body = post_of_omegat("Gencatan senjata.", "A weapons halt.", ("", "", ""))
    (match,) = ask(server, body).json()["matches"]
    # BaseLanguageToolBridge: straight quotation marks behind the first colon.
    taken = re.match(r"^([^:]+:\s?)\"([^']+)\"", match["message"])
    assert taken is not None
    assert taken[2] == "ceasefire"


def test_omegat_switches_rules_off(server: Server) -> None:
    """A rule or category that is unticked in OmegaT's settings is silent."""
    for rules in (("PADANAN_CHECK", "", ""), ("", "T101", "")):
        body = post_of_omegat("Gencatan senjata.", "A weapons halt.", rules)
        assert ask(server, body).json()["matches"] == []


PROFILE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}</oor:items>
"""


def proofread(
    base: str, folder: Path, texts: list[tuple[str, str, str]]
) -> list[list[tuple[str, str, tuple[str, ...]]]]:
    """Return what LibreOffice says of texts: the words, the comment, the suggestions.

    Its settings are those of the page.

    Args:
        base: what its settings have as the base URL.
        folder: for its profile.
        texts: language, country and text of each.
    """
    (folder / "user").mkdir(parents=True)
    settings = folder / "user" / "registrymodifications.xcu"
    items = block("xml").replace("http://127.0.0.1:7717/v2", base)
    settings.write_text(PROFILE.format(items=items), "utf-8")
    pipe = f"padanan{os.getpid()}"
    office = (
        "soffice", f"-env:UserInstallation={folder.as_uri()}", "--headless",
        "--norestore", f"--accept=pipe,name={pipe};urp",
    )  # fmt: skip
    script = Path(__file__).parents[1] / "clients" / "proofread.py"
    program = "/usr/lib/libreoffice/program"
    rest = {
        "PYTHONPATH": f"{uno()}:{program}",
        "LD_LIBRARY_PATH": program,
        "URE_BOOTSTRAP": f"vnd.sun.star.pathname:{program}/fundamentalrc",
    }
    with subprocess.Popen(office, stderr=subprocess.DEVNULL) as running_office:
        try:
            done = subprocess.run(
                ("/usr/bin/python3", script, pipe), env=os.environ | rest, text=True,
                input=json.dumps(texts), capture_output=True, check=True,
            )  # fmt: skip
        finally:
            running_office.terminate()
    return [
        [
            (wide[2 * at : 2 * (at + length)].decode("utf-16-le"), comment, tuple(some))
            for at, length, comment, some in found
        ]
        for (_, _, text), found in zip(texts, json.loads(done.stdout), strict=True)
        for wide in [text.encode("utf-16-le")]
    ]


@client("soffice", "lowriter", "uno")
@pytest.mark.parametrize("path", ["/v2", f"/{TOKEN}/v2"])
def test_libreoffice(server: Server, tmp_path: Path, path: str) -> None:
    """LibreOffice 7.4 underlines what is found where it stands, whatever stands before.

    It sends its text as it is, with ``&``, ``+`` and ``%`` in it.
    """
    english = "R&D, A+B cost 50% more&language=id; é “x” 🕊 a weapons halt 🕊."
    indonesian = "R&D, A+B %41 50% 🕊 masa gencatan senjata, kata Menlu AS."
    texts = [
        ("en", "US", english), ("id", "ID", indonesian), ("id", "ID", "Damai."),
        ("id", "ID", "Gencatan senjata & damai"),
    ]  # fmt: skip
    base = server.address + path
    first, second, none, last = proofread(base, tmp_path / "office", texts)
    ((words, comment, suggestions),) = first
    assert (words, suggestions) == ("weapons halt", ("ceasefire", "truce"))
    assert "“weapons halt” is not to be used for “gencatan senjata”" in comment
    assert [(words, some[0]) for words, _, some in second] == [
        ("gencatan senjata", "lull in the fighting"),
        ("Menlu", "Secretary of State"),
    ]
    assert none == []
    assert [(words, some[0]) for words, _, some in last] == [
        ("Gencatan senjata", "Ceasefire")
    ]
