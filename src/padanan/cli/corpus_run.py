"""``padanan annotate`` for corpora: JSON lines, reports of bad documents, progress."""

from __future__ import annotations

import logging
import sys
import time
from collections import Counter
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from padanan.cli.messages import say, say_error
from padanan.cli.output import on_terminal, records_of, show
from padanan.errors import PadananError
from padanan.files.counts import counted
from padanan.files.writing import write_chunks
from padanan.jobs.corpus_run import (
    CorpusOptions,
    annotate_corpus,
    annotate_corpus_to,
    size_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from click._termui_impl import ProgressBar

    from padanan import Annotator
    from padanan.cli.corpus import Corpus
    from padanan.cli.output import Output
    from padanan.corpus.work import Chunk, Result
    from padanan.jobs.annotations import AnnotateOptions

BAD_DOCUMENTS = 1
GOES_ON = "interrupted — run the same command again to continue"


class _Report:
    """Tells what could not be read or was passed over, and counts it."""

    def __init__(self, progress: Callable[[Chunk, Result], None]) -> None:
        self.bad = self.documents = 0
        self.unread: Counter[str] = Counter()
        self._progress = progress

    def __call__(self, chunk: Chunk, result: Result) -> None:
        """Take note of a chunk that is finished."""
        for problem in result.problems:
            say_error(PadananError(problem))
        for name, sentence in result.unread:
            # A corpus may have a thousand documents of one kind: the first is told.
            if not self.unread[sentence]:
                say(f"{name}: {sentence}")
            self.unread[sentence] += 1
        self.bad += len(result.problems)
        self.documents += result.documents
        self._progress(chunk, result)


def run(
    paths: tuple[str, ...],
    corpus: Corpus,
    terms: Annotator,
    options: AnnotateOptions,
    output: Output,
) -> int:
    """Annotate a corpus; return the exit status.

    Documents that cannot be read are reported on stderr, one per line.

    Raises:
        PadananError: a folder is empty, or no worker can be reached.
        OSError: the output cannot be written; finished parts are then kept.
    """
    processes = corpus.processes or 1
    wanted = CorpusOptions(paths, processes, corpus.dask, corpus.text_field, options)
    # Dask reports a connection that is lost in tracebacks; we do in a line.
    logs = nullcontext() if corpus.dask is None else without_logging()
    with logs, progress(wanted) as shown:
        report = _Report(shown)
        path = Path(output.path)
        if output.is_stdout and on_terminal():
            for lines in annotate_corpus(terms, wanted, report):
                show(output, lines.decode("utf-8"))
        elif output.is_stdout or (path.exists() and not path.is_file()):
            write_chunks(output.path, annotate_corpus(terms, wanted, report))
        else:
            records = records_of(output)
            records.guard(path)
            try:
                annotate_corpus_to(output.path, terms, wanted, report)
            except KeyboardInterrupt:
                say(GOES_ON)
                raise
            records.record(path)
    say(*more(report.unread), summary(report.documents, report.bad))
    return BAD_DOCUMENTS if report.bad else 0


@contextmanager
def without_logging() -> Iterator[None]:
    """Log nothing while this is open; afterwards what was logged before.

    >>> with without_logging():
    ...     logging.getLogger("any").isEnabledFor(logging.ERROR)
    False
    >>> logging.getLogger("any").isEnabledFor(logging.ERROR)
    True
    """
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def more(unread: Mapping[str, int]) -> Iterator[str]:
    """Yield how many more documents have what was told of the first one.

    >>> list(more({"its headers were not read": 3, "its headings were cut": 1}))
    ['and 2 documents more: its headers were not read']
    """
    for sentence, count in unread.items():
        if count > 1:
            yield f"and {counted(count - 1, 'document')} more: {sentence}"


def summary(documents: int, bad: int) -> str:
    """Return how many documents were read, and how many could not be.

    >>> summary(1_998, 2), summary(1, 0)
    ('1,998 documents, 2 passed over', '1 document')
    """
    passed = f", {bad:,} passed over" if bad else ""
    return f"{counted(documents, 'document')}{passed}"


@contextmanager
def progress(options: CorpusOptions) -> Iterator[Callable[[Chunk, Result], None]]:
    """Give a function to be called for each finished chunk, which updates a bar."""
    if not sys.stderr.isatty():
        yield lambda _chunk, _result: None
        return
    begin, documents = time.monotonic(), 0

    def speed(_chunk: Chunk | None) -> str:
        return rate(bar.pos, documents, time.monotonic() - begin)

    bar: ProgressBar[Chunk] = click.progressbar(
        None, size_of(options), "Annotating", item_show_func=speed, file=sys.stderr
    )

    def tell(chunk: Chunk, result: Result) -> None:
        nonlocal documents
        documents += result.documents
        bar.update(chunk.taken, chunk)

    with bar:
        yield tell


def rate(taken: int, documents: int, seconds: float) -> str:
    """Return the speed in megabytes of the input per second.

    >>> rate(44_000_000, 2_000, 4.0)
    '2,000 documents, 11.0 MB/s'
    """
    speed = taken / 1_000_000 / seconds if seconds else 0.0
    return f"{documents:,} documents, {speed:.1f} MB/s"
