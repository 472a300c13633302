"""The door: who may ask, from where, and how much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from padanan.serve import security
from padanan.serve.app import create_app
from padanan.serve.guard import Request, cookie_name, refusal
from padanan.serve.settings import Settings
from tests.serve.conftest import HOME, TOKEN

if TYPE_CHECKING:
    from pathlib import Path

LOOPBACK = ("127.0.0.1", "127.0.0.1:7717", "localhost:7717", "LOCALHOST", "[::1]:7717")
ELSEWHERE = (
    "evil.example", "127.0.0.1.evil.example:7717", "192.168.1.4:7717", "", "a b",
    "127.0.0.1@evil.example", "evil.example#127.0.0.1", "127.0.0.1:x", "[::1",
)  # fmt: skip


@pytest.mark.parametrize("host", LOOPBACK)
def test_our_hosts(host: str) -> None:
    """The machine itself is asked by any of its names, through any port."""
    assert security.is_our_host(host, loopback=True, names=())


@pytest.mark.parametrize("host", ELSEWHERE)
def test_rebound_hosts(host: str) -> None:
    """A name that somebody made point here is not ours."""
    assert not security.is_our_host(host, loopback=True, names=())


def test_hosts_of_a_server_for_others() -> None:
    """Addresses and the names that were told are ours, other names are not."""
    names = ("Istilah.example",)
    for host in ("192.168.1.4:7717", "istilah.example", "[2001:db8::1]"):
        assert security.is_our_host(host, loopback=False, names=names)
    assert not security.is_our_host("evil.example", loopback=False, names=names)


@given(st.text(), st.text(max_size=80))
def test_any_headers(origin: str, host: str) -> None:
    """No header breaks the door; an origin is ours only where it ends in the host."""
    security.is_our_host(host, loopback=True, names=())
    security.same(origin, host)
    security.bearer(origin)
    assert not security.is_our_origin(origin, host) or origin.lower().endswith(
        host.lower()
    )


def test_without_a_token(stranger: TestClient) -> None:
    """Neither a page nor the API says anything but that the token is missing."""
    for path in ("/", "/api/v1/lookup?q=nota", "/docs", "/no/such/page"):
        answer = stranger.get(path)
        assert answer.status_code == 401, path
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert answer.headers["content-type"] == "application/problem+json"


def test_with_a_wrong_token(stranger: TestClient) -> None:
    """A wrong token is none, wherever it stands."""
    wrong = {"Authorization": "Bearer token-of-the-test"}
    assert stranger.get("/", headers=wrong).status_code == 401
    assert stranger.get("/?token=x").status_code == 401
    assert stranger.get("/x/v2/languages").status_code == 401


def test_the_address_that_opens(stranger: TestClient) -> None:
    """The token in the address becomes a cookie, and the address is rid of it."""
    answer = stranger.get(f"/entry/nota?token={TOKEN}&ui=id")
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/entry/nota?ui=id",
    )
    kept = answer.headers.get_list("set-cookie")[0]
    assert kept == f"padanan-7717={TOKEN}; Path=/; HttpOnly; SameSite=Strict"
    headers = {"Cookie": f"other=1; {cookie_name(7717)}={TOKEN}"}
    assert stranger.get("/", headers=headers).status_code == 200
    again = stranger.get(f"/own?token={TOKEN}", headers=headers)
    assert (again.status_code, again.headers["location"]) == (303, "/own")


def test_the_address_leads_nowhere_else(stranger: TestClient) -> None:
    """An address with two slashes at its beginning does not lead to another host."""
    answer = stranger.get(f"http://127.0.0.1//evil.example/?token={TOKEN}")
    assert answer.headers["location"] == "/evil.example/"


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:1"]
)
@pytest.mark.parametrize("path", ["/", "/api/v1/annotate", "/v2/check"])
def test_other_origins(client: TestClient, origin: str, path: str) -> None:
    """A page elsewhere may not ask, not even with the token."""
    answer = client.post(path, headers={"Origin": origin})
    assert answer.status_code == 403
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_a_rebound_name(client: TestClient) -> None:
    """A request for another host is refused before the token is looked at."""
    answer = client.get("/", headers={"Host": "evil.example"})
    assert (answer.status_code, answer.json()["type"]) == (
        421,
        "/docs#problem-misdirected",
    )


def test_headers_of_every_answer(client: TestClient) -> None:
    """No answer may be framed, sniffed, kept, or load what is not ours."""
    for path in ("/", "/no/such/page"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


def door(settings: Settings, path: str, **more: Any) -> int | None:
    """Return the status with which a request is refused; ``None`` where it passes."""
    asked = Request(path, "127.0.0.1", "", "", 0)._replace(**more)
    problem = refusal(asked, settings, inside=False)
    return problem.kind.status if problem else None


def test_the_protocol_of_languagetool(settings: Settings) -> None:
    """On the machine itself it needs no token, but no page may ask."""
    assert door(settings, "/v2/check") is None
    assert door(settings, "/v2/check", origin="https://evil.example") == 403
    assert door(settings, "/v2/check", origin="http://127.0.0.1") == 401
    elsewhere = settings._replace(host="192.168.1.4")
    assert door(elsewhere, "/v2/check") == 401
    assert door(elsewhere, "/v2/check", host="192.168.1.4") == 401


def test_the_token_in_the_path(stranger: TestClient) -> None:
    """The protocol is reached behind the token, and nothing else is."""
    assert stranger.get(f"/{TOKEN}/v2/no-such").status_code == 404
    assert stranger.get(f"/{TOKEN}/api/v1/lookup").status_code == 401


def test_a_large_body(settings: Settings) -> None:
    """A body over the limit is refused."""
    small = settings._replace(limits=settings.limits._replace(body=1_000))
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with TestClient(create_app(small), HOME, headers=headers) as client:
        said = client.post("/api/v1/annotate", content=b"x" * 1_001)
        assert said.json()["type"] == "/docs#problem-too-large"


def test_data_folder_needs_not_be_there(tmp_path: Path) -> None:
    """A server starts with no list of one's own; it is made when it is written."""
    settings = Settings(TOKEN, tmp_path / "new" / "own.po", tmp_path / "new")
    assert settings.glossary.paths == ()
