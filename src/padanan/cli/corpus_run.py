"""``padanan annotate`` for corpora: JSON lines in order, with bounded memory."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli import one_line
from padanan.corpus.parts import ENDING, Parts, lines_of, remove
from padanan.corpus.sources import items, total
from padanan.corpus.work import chunks
from padanan.corpus.workers import in_order
from padanan.corpus.workers import workers as local_crew
from padanan.errors import PadananError
from padanan.files.writing import STDOUT, write_chunks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from click._termui_impl import ProgressBar

    from padanan.cli.corpus import Corpus
    from padanan.corpus.work import Chunk, Job, Result
    from padanan.corpus.workers import Workers

BAD_DOCUMENTS = 1


class _Report:
    """Tells what could not be read, and counts it."""

    def __init__(self, progress: Callable[[Chunk, Result], None]) -> None:
        self.bad = 0
        self._progress = progress

    def __call__(self, chunk: Chunk, result: Result) -> None:
        """Take note of a chunk that is finished."""
        for problem in result.problems:
            click.echo(f"padanan: {one_line(PadananError(problem))}", err=True)
        self.bad += len(result.problems)
        self._progress(chunk, result)


def run(job: Job, corpus: Corpus) -> int:
    """Annotate a corpus; return the exit status.

    Documents that cannot be read are told on stderr, each in a line.

    Raises:
        PadananError: a folder is empty, or no worker can be reached.
        OSError: the output cannot be written; finished parts are then kept.
    """
    path = Path(corpus.output)
    with _progress(corpus) as progress, _crew(job, corpus) as workers:
        report = _Report(progress)
        if corpus.output == STDOUT or (path.exists() and not path.is_file()):
            write_chunks(corpus.output, _streamed(corpus, workers, report))
        else:
            _through_parts(Parts(_parts_folder(path), job), corpus, workers, report)
    return BAD_DOCUMENTS if report.bad else 0


def _crew(job: Job, corpus: Corpus) -> AbstractContextManager[Workers]:
    if corpus.dask is None:
        return local_crew(job, corpus.jobs or 1)
    from padanan.corpus.cluster import on_dask

    return on_dask(job, corpus.dask)


def _cut(corpus: Corpus) -> Iterator[Chunk]:
    lines = corpus.text_field is not None
    return chunks(items(corpus.paths, stdin_lines=lines))


def _streamed(corpus: Corpus, workers: Workers, report: _Report) -> Iterator[bytes]:
    for chunk, result in in_order(workers.start, _cut(corpus), workers.most):
        yield result.lines
        report(chunk, result)


def _parts_folder(path: Path) -> Path:
    """Make the folder of finished parts beside the output, and return it."""
    path = path.resolve()
    folder = path.with_name(path.name + ENDING)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    return folder


def _through_parts(
    parts: Parts, corpus: Corpus, workers: Workers, report: _Report
) -> None:
    kept = []
    rest = parts.resumed(workers)
    for chunk, result in in_order(rest.start, _cut(corpus), rest.most):
        kept.append(parts.keep(chunk, result))
        report(chunk, result)
    write_chunks(corpus.output, lines_of(kept))
    remove(parts.folder)


@contextmanager
def _progress(corpus: Corpus) -> Iterator[Callable[[Chunk, Result], None]]:
    """Give what is told of finished chunks: a bar with rate and time left."""
    if not sys.stderr.isatty():
        yield lambda _chunk, _result: None
        return
    named = [path for path in corpus.paths if path != STDOUT]
    begin, documents = time.monotonic(), 0

    def speed(_chunk: Chunk | None) -> str:
        return rate(bar.pos, documents, time.monotonic() - begin)

    bar: ProgressBar[Chunk] = click.progressbar(
        None, total(named), "Annotating", item_show_func=speed, file=sys.stderr
    )

    def tell(chunk: Chunk, result: Result) -> None:
        nonlocal documents
        documents += result.documents
        bar.update(chunk.taken, chunk)

    with bar:
        yield tell


def rate(taken: int, documents: int, seconds: float) -> str:
    """Return how fast it goes, in megabytes of the input a second.

    >>> rate(44_000_000, 2_000, 4.0)
    '2,000 documents, 11.0 MB/s'
    """
    speed = taken / 1_000_000 / seconds if seconds else 0.0
    return f"{documents:,} documents, {speed:.1f} MB/s"
