"""Hostile files, requests and clients: a line for each, and the next is served."""

from __future__ import annotations

import base64
import json
import socket
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from padanan.render.sentences import told
from padanan.serve.app import create_app
from padanan.serve.settings import Settings
from tests.hardness.hostile import ROWS, SECRET
from tests.hardness.running import MEMORY
from tests.serve.conftest import HOME, MINI, TOKEN
from tests.serve.servers import TOKEN as SERVER_TOKEN
from tests.serve.servers import running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.hardness.hostile import Row

ARTICLES = (".txt", ".md", ".html", ".docx")
UPLOADED = (
    "XML bomb", "large entity, repeated", "external entity",
    "external parameter entity", "elements 100,000 levels deep",
    "HTML 100,000 levels deep", "Markdown 100,000 levels deep", "zip bomb",
    "zip bomb that lies about its size", "row 2,000,000,000 of a sheet",
    "path traversal in a package", "NULs in an article", "invalid UTF-8",
    "invalid UTF-8 in XML", "table that is not UTF-8", "line of megabytes",
    "half a file", "empty file",
)  # fmt: skip
"""Rows of the table that come as one file; the others need a disk or a command."""
ANSWERS = {200, 413, 422}


@pytest.fixture(scope="module")
def uploading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A server with one worker, which has as much memory as the command line."""
    folder = tmp_path_factory.mktemp("data")
    told = Settings(TOKEN, folder / "own.po", folder, MINI, processes=1)
    told = told._replace(limits=told.limits._replace(memory=MEMORY))
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with TestClient(create_app(told), HOME, headers=headers) as client:
        yield client


def rows() -> dict[str, Row]:
    """Return the rows that are tried, by their names."""
    found = {row.name: row for row in ROWS}
    return {name: found[name] for name in UPLOADED}


def path_of(name: str) -> str:
    """Return the part of the API that reads a file."""
    if name.startswith("sheet."):
        return "assemble"
    is_article = name.startswith("a.") and name.endswith(ARTICLES)
    return "annotate" if is_article else "check"


@pytest.mark.slow
@pytest.mark.parametrize("name", UPLOADED)
def test_hostile_files(uploading: TestClient, tmp_path: Path, name: str) -> None:
    """Each is read or refused in one line, and no file of the server is.

    The line has its Indonesian, for who uploads the file to a page.
    """
    cases = rows()[name].cases
    # It takes seconds to make a bomb, and one kind of package is read as the others.
    for file in [*cases][: 1 if "zip bomb" in name else None]:
        cases[file](tmp_path)
        data = (tmp_path / file).read_bytes()
        document = {"base64": base64.b64encode(data).decode(), "name": file}
        path = path_of(file)
        body = {"file": document} if path == "check" else document
        answer = uploading.post(f"/api/v1/{path}", json=body)
        assert answer.status_code in ANSWERS, (file, answer.text)
        assert SECRET not in answer.text
        if answer.status_code != 200:
            assert "\n" not in answer.json()["detail"]
            assert told(answer.json()["detail"], "id").language == "id"
    after = uploading.post("/api/v1/annotate", json={"text": "Menlu."})
    assert len(after.json()["annotations"]) == 1


@pytest.mark.slow
def test_slow_and_broken_clients(tmp_path: Path) -> None:
    """Clients that send a little, nothing, or rubbish keep nobody else waiting."""
    with running(tmp_path) as server:
        head = (
            f"POST /api/v1/annotate HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
            f"Authorization: Bearer {SERVER_TOKEN}\r\n"
            "Content-Type: application/json\r\n"
        )
        halves = (
            b"", b"GET", b"\x16\x03\x01\x02\x00" * 20, b"\x00" * 5_000,
            head.encode(), f"{head}Content-Length: 500\r\n\r\n{{".encode(),
            f"{head}Transfer-Encoding: chunked\r\n\r\nzz\r\n".encode(),
            b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        )  # fmt: skip
        opened = []
        for _ in range(8):
            for half in halves:
                one = socket.create_connection(("127.0.0.1", server.port), 10)
                one.sendall(half)
                opened.append(one)
        body = json.dumps({"text": "Menlu."})
        whole = f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n{body}"
        with socket.create_connection(("127.0.0.1", server.port), 30) as client:
            client.sendall(whole.encode())
            answer = b"".join(iter(lambda: client.recv(65_536), b""))
        assert answer.startswith(b"HTTP/1.1 200 OK")
        for one in opened:
            one.close()


def test_a_body_that_does_not_come(settings: Settings) -> None:
    """A client that sends its body too slowly is told so."""
    limits = settings.limits._replace(body_seconds=0)
    headers = {"Authorization": f"Bearer {TOKEN}"}
    app = create_app(settings._replace(limits=limits))
    with TestClient(app, HOME, headers=headers) as client:
        answer = client.post("/api/v1/annotate", json={"text": "Menlu."})
    assert answer.status_code == 408
    assert answer.json()["type"] == "/docs#problem-slow-client"
