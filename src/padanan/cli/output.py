"""Where a result goes, in which format, and which files are never overwritten."""

from __future__ import annotations

import os
import sys
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from padanan.cli.input import check_names
from padanan.cli.messages import for_terminal
from padanan.cli.options import CONFIG, option, said
from padanan.errors import PadananError
from padanan.files.local import STDIN as STDOUT

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from typing import Protocol

    from padanan.files.outputs import Records

    class HasPlainForm(Protocol):
        """The result of a job."""

        def as_dict(self) -> dict[str, Any]:
            """Return it as plain values."""


ENDINGS: Mapping[str, tuple[str, ...]] = {
    "tmx": (".tmx",),
    "plain": (".txt", ".text", ".md", ".markdown"),
    "text": (".txt",),
    "terminal": (".txt",),
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv",),
    "xlsx": (".xlsx",),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "same": (".docx", ".odt", ".xhtml", ".html", ".htm", ".md", ".markdown"),
}
"""The endings of files for what ``--format`` can be, the usual one first."""

UNWRITTEN = frozenset({".doc", ".epub", ".pdf", ".rtf", ".srt", ".vtt"})
"""Endings of documents that no command writes."""

NEUTRAL = frozenset({"", ".txt", ".text"})
"""Endings that go with every format: plain text may hold any of them."""

BINARY = frozenset({"docx", "odt", "xlsx"})
"""Formats that would only confuse a terminal."""


RECORDS = "written"
"""Folder in that of the cache, with the record of what was written."""

PATHS = frozenset({"ARTICLE…", "CSV", "FILE", "FOLDER", "ID EN", "PATH", "PO"})
"""What options are called in the help that take the names of files."""

_NO_FILES = frozenset({"memory", "name", "output", "term"})
"""Parameters that name no file, or one that may be written over: what a worksheet
takes from its memory comes back in it."""

_IN_FOLDERS = frozenset({
    ".docx", ".epub", ".htm", ".html", ".jsonl", ".markdown", ".md", ".ndjson", ".odt",
    ".pdf", ".po", ".rtf", ".srt", ".text", ".txt", ".vtt", ".xhtml",
})  # fmt: skip
"""Endings of what commands read in a folder and might write there."""


class Output(NamedTuple):
    """Where a result goes.

    Attributes:
        path: a file or a folder; ``-`` is standard output.
        force: write even where something would be lost.
    """

    path: str = STDOUT
    force: bool = False

    @property
    def is_stdout(self) -> bool:
        """Whether it is standard output."""
        return self.path == STDOUT

    @property
    def ending(self) -> str:
        """The ending of a file in lower case; empty if it says nothing."""
        path = Path(self.path)
        return "" if self.is_stdout or path.is_dir() else path.suffix.lower()

    def inside(self, name: str) -> Output:
        """Return a file in the folder that this is."""
        return self._replace(path=str(Path(self.path) / name))


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options on where the result goes; the command gets ``output``.

    Nothing is read before it is sure that the result goes over none of what is named
    to be read.
    """

    @wraps(command)
    def called(*, output: str, force: bool, **rest: Any) -> Any:
        place = Output(output, force)
        named = tuple(read_files())
        check_names(named)
        spare(place, named)
        return command(output=place, **rest)

    return option("output")(option("force")(called))


def format_of(
    form: str | None, output: Output, formats: Iterable[str], default: str
) -> str:
    """Return the format in which a result is shown.

    Args:
        form: what ``--format`` or a file of settings says; ``None`` for nothing.
        output: whose ending decides where the command line has no format.
        formats: of the command; where two have one ending the first is meant.
        default: where nothing decides.

    Raises:
        PadananError: the ending is that of another format.
    """
    choices = {name: ENDINGS[name] for name in formats}
    others = UNWRITTEN.union(*ENDINGS.values())
    asked = form if said("form") else None
    return chosen(asked, output, choices, others) or form or default


def file_format_of(
    to: str | None, output: Output, formats: Mapping[str, tuple[str, ...]]
) -> str:
    """Return the format of the file that is written.

    Args:
        to: what ``--to`` or a file of settings says; ``None`` for nothing.
        output: whose ending decides where the command line has no format.
        formats: their endings by their names; of those that have one ending, the
            first is meant.

    Raises:
        PadananError: the ending is that of another format, or nothing decides.
    """
    others = {ending for endings in formats.values() for ending in endings}
    asked = to if said("to") else None
    found = chosen(asked, output, formats, others) or to
    if found is None:
        raise PadananError(f"no format — say --to with one of {', '.join(formats)}")
    return found


def chosen(
    form: str | None,
    output: Output,
    formats: Mapping[str, tuple[str, ...]],
    others: Collection[str],
) -> str | None:
    """Return the format that was asked for, or that of the ending.

    Args:
        form: that was asked for; ``None`` for none.
        output: with the ending.
        formats: the endings of those that there are.
        others: endings that go with a format, of these or of others.

    Raises:
        PadananError: the ending is that of another format.

    >>> chosen(None, Output("terms.csv"), {"csv": (".csv",)}, {".csv"})
    'csv'
    >>> chosen("csv", Output("r.html"), {"csv": (".csv",)}, {".csv", ".html"})
    Traceback (most recent call last):
    padanan.errors.PadananError: r.html: “.html” is not the ending of csv — change one
    """
    ending = output.ending
    fitting = [name for name, endings in formats.items() if ending in endings]
    if form is None and fitting:
        return fitting[0]
    if form in fitting or ending in NEUTRAL or ending not in others:
        return form
    if form:
        problem = f"“{ending}” is not the ending of {form} — change one"
    else:
        known = dict.fromkeys(e for endings in formats.values() for e in endings)
        problem = f"nothing is written as “{ending}” here — choose {', '.join(known)}"
    raise PadananError(problem, path=output.path)


def refuse_terminal(form: str, output: Output) -> None:
    """Refuse to show binary data on a terminal.

    Raises:
        PadananError: that is where it would go.
    """
    if output.is_stdout and form in BINARY and on_terminal():
        problem = f"{form} cannot be shown here — name a file with --output"
        raise PadananError(problem)


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def has_colours(output: Output) -> bool:
    """Whether a text has colours: on a terminal, unless the user says otherwise.

    ``NO_COLOR`` forbids them (no-color.org), ``FORCE_COLOR`` wants them in a pipe too
    (force-color.org): set to anything but an empty text. A file never has any.
    """
    if not output.is_stdout or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (
        on_terminal() and os.environ.get("TERM") != "dumb"
    )


def spare(output: Output, read: Iterable[str]) -> None:
    """Refuse to overwrite a file that was read.

    Args:
        output: where the result goes.
        read: names of files, folders and ``-``, as the user named them.

    Raises:
        PadananError: the output is one of the files, or one that lies in a folder.
    """
    path = Path(output.path)
    if output.is_stdout or output.force or not path.is_file():
        return
    if any(_is_read(path, Path(name)) for name in read if name != STDOUT):
        problem = "it is one of the input files — name another file, or say --force"
        raise PadananError(problem, path=output.path)


def _is_read(path: Path, other: Path) -> bool:
    """Whether a file is another one, or one that is read in a folder."""
    if not other.is_dir():
        return other.exists() and path.samefile(other)
    inside = (one for one in other.rglob("*") if one.suffix.lower() in _IN_FOLDERS)
    return any(one.exists() and path.samefile(one) for one in inside)


def read_files() -> Iterator[str]:
    """Yield the files and folders that the parameters of this command name."""
    context = click.get_current_context()
    for parameter in context.command.params:
        if parameter.name in _NO_FILES or not _names_files(parameter):
            continue
        value = context.params.get(parameter.name or "") or ()
        yield from (value,) if isinstance(value, str) else value
    if named := context.meta.get(CONFIG):
        yield named


def _names_files(parameter: click.Parameter) -> bool:
    return isinstance(parameter, click.Argument) or (
        isinstance(parameter, click.Option) and parameter.metavar in PATHS
    )


def deliver(output: Output, result: bytes | str, *, colour: bool = False) -> None:
    """Write a result that is ready; a text goes out as UTF-8.

    In files and pipes it is what it is; on a terminal it drives nothing.

    Args:
        output: where it goes.
        result: bytes of a file, or a text.
        colour: the text has colours, and what it quotes is printable.

    Raises:
        PadananError: a file would be lost.
        OSError: the file cannot be written; it is then what it was before.
    """
    from padanan.files.writing import encoded

    if output.is_stdout and (colour or on_terminal()):
        text = result if isinstance(result, str) else result.decode("utf-8")
        show(output, text, colour=colour)
        return
    data = encoded(result) if isinstance(result, str) else result
    deliver_all(output, ((output.path, data),))


def deliver_all(output: Output, files: Iterable[tuple[str, bytes]]) -> None:
    """Write the files of one result, all or none: the first is put in place last.

    Raises:
        PadananError: a file would be lost.
        OSError: a file cannot be written; all are then what they were before.
    """
    records_of(output).write(files)


def records_of(output: Output) -> Records:
    """Return the record of what Padanan wrote, with what the user allows."""
    from padanan.files.outputs import Records

    if output.is_stdout:
        return Records(None)
    from padanan.glossary import cache

    try:
        return Records(cache.folder() / RECORDS, output.force)
    except RuntimeError:  # nobody knows where the user is at home
        return Records(None, output.force)


def show(output: Output, text: str, *, colour: bool = False) -> None:
    """Write a text: on standard output in the encoding of the terminal.

    Args:
        output: where it goes.
        text: what is written.
        colour: it has colours, and what it quotes is printable.

    Raises:
        OSError: the file cannot be written; it is then what it was before.
    """
    if output.is_stdout:
        seen = colour or on_terminal()
        shown = for_terminal(text, colour=colour) if seen else text
        click.echo(shown, nl=False, color=colour or None)
    else:
        deliver(output, text)


def as_json(result: HasPlainForm) -> str:
    """Return the result of a job as JSON."""
    import json

    return json.dumps(result.as_dict(), ensure_ascii=False, indent=1) + "\n"
