"""Corpora annotated as JSON lines: in order, in bounded memory, by many processes."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from padanan.corpus.parts import ENDING, Parts, keep, lines_of, remove, resumed
from padanan.corpus.sources import items, total
from padanan.corpus.work import Task, chunks
from padanan.corpus.workers import in_order
from padanan.corpus.workers import workers as local_workers
from padanan.files.local import STDIN
from padanan.files.writing import write_chunks
from padanan.jobs.annotations import ALL_TERMS, AnnotateOptions, check_fields
from padanan.jobs.glossary import check_domains, domains_of
from padanan.matching.engine import Options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from padanan import Annotator
    from padanan.corpus.work import Chunk, Result
    from padanan.corpus.workers import Workers

    Tell = Callable[[Chunk, Result], None]

TEXT_FIELD = "text"
"""The field of JSON lines that holds the text, where nobody names another."""


class CorpusOptions(NamedTuple):
    """How a corpus is worked off.

    Attributes:
        paths: files, folders, archives or ``-``.
        processes: how many annotate.
        dask: address of a Dask scheduler whose workers take their place.
        text_field: the field of JSON lines that holds the text; ``None`` if nobody
            named one: then ``TEXT_FIELD``, and standard input is one article.
        annotate: what is wanted of the annotations.
    """

    paths: tuple[str, ...]
    processes: int = 1
    dask: str | None = None
    text_field: str | None = None
    annotate: AnnotateOptions = ALL_TERMS


def annotate_corpus(
    annotator: Annotator, options: CorpusOptions, tell: Tell
) -> Iterator[bytes]:
    """Yield the JSON lines of a corpus, chunk by chunk, as they are ready.

    Args:
        annotator: what finds the terms.
        options: which corpus, and who works.
        tell: is called with each finished chunk; what could not be read is in it.

    Raises:
        GlossaryError: there is no such domain.
        PadananError: a folder is empty, or no worker can be reached.
    """
    task = task_of(annotator, options)
    with _workers(task, options) as workers:
        for chunk, result in in_order(workers.start, _cut(options), workers.most):
            yield result.lines
            tell(chunk, result)


def annotate_corpus_to(
    output: str, annotator: Annotator, options: CorpusOptions, tell: Tell
) -> None:
    """Write the JSON lines of a corpus to a file; a run that broke off continues.

    Finished chunks are kept beside the file until all are done.

    Args:
        output: the file.
        annotator: what finds the terms.
        options: which corpus, and who works.
        tell: is called with each finished chunk; what could not be read is in it.

    Raises:
        GlossaryError: there is no such domain.
        PadananError: a folder is empty, or no worker can be reached.
        OSError: the output cannot be written; finished chunks are then kept.
    """
    task = task_of(annotator, options)
    with _workers(task, options) as workers:
        parts = Parts(_parts_folder(Path(output)), task)
        kept = []
        placed = parts.placed(_cut(options))
        for one, result in in_order(resumed(workers), placed, workers.most):
            keep(one.path, result)
            kept.append(one.path)
            tell(one.chunk, result)
        write_chunks(output, lines_of(kept))
        remove(parts.folder)


def task_of(annotator: Annotator, options: CorpusOptions) -> Task:
    """Return what every process does with each document.

    Raises:
        GlossaryError: there is no such domain.
        DocumentError: there is no such field.
    """
    wanted = options.annotate
    check_fields(wanted.fields)
    domains = frozenset[str]()
    if wanted.domains:
        domains = check_domains(wanted.domains, domains_of(annotator))
    return Task(
        annotator.engine,
        Options(nested=wanted.nested, domains=domains, basic=wanted.level == "all"),
        wanted.first_only,
        wanted.reading.encoding,
        options.text_field or TEXT_FIELD,
        wanted.fields,
        wanted.reading.main,
    )


def size_of(options: CorpusOptions) -> int:
    """Return the bytes of the corpus as it lies on disk, without standard input."""
    return total([path for path in options.paths if path != STDIN])


@contextmanager
def _workers(task: Task, options: CorpusOptions) -> Iterator[Workers]:
    if options.dask is None:
        with local_workers(task, options.processes) as workers:
            yield workers
        return
    from padanan.corpus.cluster import on_dask

    with on_dask(task, options.dask) as workers:
        yield workers


def _cut(options: CorpusOptions) -> Iterator[Chunk]:
    lines = options.text_field is not None
    return chunks(items(options.paths, stdin_lines=lines))


def _parts_folder(path: Path) -> Path:
    """Make the folder of finished parts beside the output, and return it."""
    path = path.resolve()
    folder = path.with_name(path.name + ENDING)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
    return folder
