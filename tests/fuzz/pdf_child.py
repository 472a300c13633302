"""A process that reads many PDF files, one after another.

The product starts a process for each file, which takes a hundred times as long as
reading a small one. What is done in it is the same here, within the same memory. The
process is started anew where it dies, and the file at which it died is tried once more:
it may have died of what came before.
"""

from __future__ import annotations

import json
import os
import signal
import struct
import subprocess
import sys
from pathlib import Path
from typing import IO

from padanan.articles.pdf import child, pages
from padanan.errors import DocumentError
from padanan.files import limits

SECONDS = 3.0
"""Maximum of processor time for one file."""

_SIZE = struct.Struct(">I")
_ROOT = Path(__file__).parents[2]

_RUNNING: dict[int, subprocess.Popen[bytes]] = {}
"""Processes that are waiting for files, by the process that started them."""


def output(data: bytes, path: str) -> bytes:
    """Return what ``padanan.articles.pdf.child`` writes of a file.

    Raises:
        AssertionError: it takes too much time.
        DocumentError: the process dies of it, as the product would say.
    """
    is_fresh = os.getpid() not in _RUNNING
    answer = _asked(data)
    if answer is None and not is_fresh:
        answer = _asked(data)
    if answer is None:
        raise DocumentError(pages._CRASHED, path=path)  # noqa: SLF001 - its message
    return answer


def end() -> None:
    """End the process that this one has started."""
    if running := _RUNNING.pop(os.getpid(), None):
        running.kill()
        running.communicate()


def _asked(data: bytes) -> bytes | None:
    """Return the answer; ``None`` where the process died."""
    process = _RUNNING.get(os.getpid()) or _started()
    assert process.stdin
    assert process.stdout
    try:
        process.stdin.write(_SIZE.pack(len(data)) + data)
        process.stdin.flush()
        answer = _block(process.stdout)
    except BrokenPipeError:
        answer = None
    if answer is None:
        end()
        assert process.returncode != -signal.SIGPROF, f"more than {SECONDS} s"
    return answer


def _started() -> subprocess.Popen[bytes]:
    command = (sys.executable, "-m", "tests.fuzz.pdf_child")
    process = subprocess.Popen(
        command,
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    _RUNNING[os.getpid()] = process
    return process


def _block(stream: IO[bytes]) -> bytes | None:
    size = stream.read(_SIZE.size)
    if len(size) < _SIZE.size:
        return None
    wanted = _SIZE.unpack(size)[0]
    data = stream.read(wanted)
    return data if len(data) == wanted else None


def main() -> None:
    """Answer files until there are no more; a file that takes too long ends it."""
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, limits.PDF_MEMORY),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    while (data := _block(sys.stdin.buffer)) is not None:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        answer = json.dumps(child._answer(data)).encode()  # noqa: SLF001 - as above
        signal.setitimer(signal.ITIMER_PROF, 0)
        sys.stdout.buffer.write(_SIZE.pack(len(answer)) + answer)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
