"""Programs that speak the protocol of LanguageTool, against a server that runs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import httpx2
import language_tool_python
import pytest

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
    import re

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
