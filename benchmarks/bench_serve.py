"""The server under load: 32 clients that annotate an article, beside an empty handler.

Each client keeps its connection and asks again as soon as it is answered. The article
has 4,000 characters of ``seeds/``. The empty handler is one of the same framework that
reads the body and answers two bytes. Then requests go on until 10,000 were answered,
and memory is that of the server with its workers: what is resident, less what they
share. Before all that the command is typed: how long until its first page is there, and
from then until 4,000 characters that are pasted at once are annotated.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from small import sized, status

if TYPE_CHECKING:
    from collections.abc import Iterator

CLIENTS = 32
LOAD = sized(2_000, 64)
FIRST, LAST = sized((1_000, 10_000), (64, 128))
RATE, P95, GROWTH = 60, 0.6, 0.10
"""Targets: requests a second, seconds, share of the memory after FIRST."""
PAGE, TEXT = 2.0, 1.0
"""Targets: seconds until the first page, and until the first annotated text."""

SEEDS = Path(__file__).parents[1] / "seeds"
TOKEN = "token-of-the-benchmark"  # noqa: S105 - of no server that others reach

SERVER = """
import sys
from pathlib import Path
from padanan.serve.server import run
from padanan.serve.settings import Settings

def main():
    data = Path(sys.argv[1])
    settings = Settings({token!r}, data / "own.po", data, port=0)
    run(settings, lambda address: print(address, flush=True))

if __name__ == "__main__":
    main()
"""
EMPTY = """
import sys
import uvicorn
from fastapi import FastAPI, Request, Response
from padanan.serve.server import listen

app = FastAPI()

@app.post("/api/v1/annotate")
async def nothing(request: Request):
    await request.body()
    return Response(b"{}")

listening = listen("127.0.0.1", 0)
print(f"http://127.0.0.1:{listening.getsockname()[1]}/?token=", flush=True)
uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[listening])
"""


class Load(NamedTuple):
    """What clients have measured.

    Attributes:
        rate: answers a second.
        p50: seconds within which half of the answers came.
        p95: seconds within which nineteen of twenty came.
    """

    rate: float
    p50: float
    p95: float


class Start(NamedTuple):
    """How long the start takes, in seconds.

    Attributes:
        page: until the first page is there.
        text: from then until a pasted text is annotated.
        page_used: processor time until the first page, of all processes.
        text_used: from then on.
    """

    page: float
    text: float
    page_used: float
    text_used: float


def main() -> int:
    """Print the figures; 1 where a target is missed."""
    with TemporaryDirectory() as folder:
        start(folder)  # the glossary is compiled and kept
        first_page, first_text, page_used, text_used = start(folder)
    sys.stdout.write(
        f"first page after {first_page:.2f} s (≤ {PAGE:.0f} s; processor"
        f" {page_used:.2f} s), its text after {first_text:.2f} s (≤ {TEXT:.0f} s;"
        f" processor {text_used:.2f} s)\n"
    )
    with TemporaryDirectory() as folder, running(EMPTY, folder) as (process, port):
        asyncio.run(load(port, CLIENTS))
        empty = processor(process.pid)
        show("empty handler", asyncio.run(load(port, LOAD)))
        empty = (processor(process.pid) - empty) / LOAD
    with TemporaryDirectory() as folder:
        code = SERVER.replace("{token!r}", repr(TOKEN))
        with running(code, folder) as (process, port):
            asyncio.run(load(port, CLIENTS))  # the workers load the glossary
            first = asyncio.run(load(port, FIRST))
            before = memory(process.pid)
            used = processor(process.pid)
            found = asyncio.run(load(port, LOAD))
            used = (processor(process.pid) - used) / LOAD
            asyncio.run(load(port, max(0, LAST - FIRST - LOAD)))
            after = memory(process.pid)
    show(f"annotate, the first {FIRST:,}", first)
    show("annotate", found)
    growth = after / before - 1
    sys.stdout.write(
        f"targets: ≥ {RATE}/s, p95 ≤ {P95 * 1000:.0f} ms\n"
        f"processor time a request: {used * 1000:.1f} ms of server and workers,"
        f" {empty * 1000:.1f} ms of the empty handler\n"
        f"memory after {FIRST:,} requests {before / 1e6:.1f} MB, after {LAST:,}"
        f" {after / 1e6:.1f} MB: {growth:+.1%} (≤ {GROWTH:+.0%})\n"
    )
    slow = first_page > PAGE or first_text > TEXT
    return status(slow or found.rate < RATE or found.p95 > P95 or growth > GROWTH)


def start(folder: str) -> Start:
    """Type the command, ask for the first page, and paste a text into it."""
    began = time.perf_counter()
    command = (sys.executable, "-m", "padanan", "serve", "--no-browser", "--port", "0")
    arguments = (*command, "--data", folder)
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stderr is not None  # noqa: S101
        line = process.stderr.readline()
        base, _, token = line.split()[-1].partition("/?token=")
        headers = {"Authorization": f"Bearer {token}", "Accept": "text/html"}
        _read(Request(base, headers=headers))  # noqa: S310 - our own server
        shown, used = time.perf_counter(), processor(process.pid)
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        form = urlencode({"text": article()}).encode()
        page = _read(Request(f"{base}/read", form, headers))  # noqa: S310
        done, after = time.perf_counter(), processor(process.pid)
        process.terminate()
    assert page.count(b'<a class="t ') > 10  # noqa: S101
    return Start(shown - began, done - shown, used, after - used)


def _read(asked: Request) -> bytes:
    with urlopen(asked) as answer:  # noqa: S310 - our own server
        data: bytes = answer.read()
        return data


def show(name: str, found: Load) -> None:
    """Print what clients have measured."""
    sys.stdout.write(
        f"{name:26} {found.rate:7.1f}/s, p50 {found.p50 * 1000:6.1f} ms,"
        f" p95 {found.p95 * 1000:6.1f} ms\n"
    )


@contextmanager
def running(code: str, folder: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Run a server; give its process and its port."""
    script = Path(folder) / "server.py"
    script.write_text(code, "utf-8")
    arguments = (sys.executable, str(script), folder)
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout is not None  # noqa: S101
        address = process.stdout.readline().partition("/?token=")[0]
        try:
            yield process, int(address.rpartition(":")[2])
        finally:
            process.kill()


async def load(port: int, requests: int) -> Load:
    """Ask a number of times, with all clients at once."""
    left = iter(range(requests))
    taken: list[float] = []
    began = time.perf_counter()
    clients = (client(port, left, taken) for _ in range(CLIENTS))
    await asyncio.gather(*clients)
    rate = len(taken) / (time.perf_counter() - began)
    taken.sort()
    if not taken:
        return Load(0, 0, 0)
    return Load(rate, taken[len(taken) // 2], taken[int(len(taken) * 0.95)])


async def client(port: int, left: Iterator[int], taken: list[float]) -> None:
    """Ask again and again over one connection, as long as something is left."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in left:
        began = time.perf_counter()
        writer.write(REQUEST)
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200"), head  # noqa: S101
        length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
        await reader.readexactly(int(length))
        taken.append(time.perf_counter() - began)
    writer.close()


def article() -> str:
    """Return 4,000 characters of articles."""
    articles = sorted(SEEDS.glob("*.txt"))
    return "\n\n".join(path.read_text("utf-8") for path in articles)[:4_000]


def request() -> bytes:
    """Return the request of all clients."""
    body = json.dumps({"text": article()}).encode()
    head = (
        "POST /api/v1/annotate HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Authorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


REQUEST = request()


def memory(pid: int) -> int:
    """Return what a process and its children have in memory, in bytes (Linux)."""
    total = 0
    for one in family(pid):
        lines = Path(f"/proc/{one}/smaps_rollup").read_text("ascii").splitlines()
        share = next(line for line in lines if line.startswith("Pss:"))
        total += int(share.split()[1]) * 1024
    return total


def processor(pid: int) -> float:
    """Return the processor time that a process and its children took, in seconds."""
    ticks = 0
    for one in family(pid):
        fields = Path(f"/proc/{one}/stat").read_text("utf-8").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def family(pid: int) -> Iterator[int]:
    """Yield a process and its children."""
    waiting = [pid]
    while waiting:
        one = waiting.pop()
        yield one
        for task in Path(f"/proc/{one}/task").iterdir():
            waiting.extend(map(int, (task / "children").read_text("ascii").split()))


if __name__ == "__main__":
    sys.exit(main())
