"""What workers do for the API: a job each, its result as bytes.

Each takes the loaded glossary first; arguments and results are values that can be
pickled. The page of a result is made where the result is, so that nothing large
travels twice.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from padanan import jobs
from padanan.language import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from padanan.exchange.formats import FormatOptions
    from padanan.jobs.articles import ReadingOptions, Source
    from padanan.serve.loaded import Loaded
    from padanan.translation.units import Unit, UnitsRead, Waiver

JSON = "application/json"
TYPES = {
    "json": JSON,
    "csv": "text/csv; charset=utf-8",
    "markdown": "text/markdown; charset=utf-8",
    "po": "text/x-gettext-translation; charset=utf-8",
    "xliff": "application/xliff+xml",
    "xliff2": "application/xliff+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
}
"""Media types of what is made, by the names of formats."""
OTHER = "application/octet-stream"


class Made(NamedTuple):
    """A file that was made.

    Attributes:
        data: its bytes.
        media_type: what it is.
        name: what a browser calls it; empty for what is no file.
        notices: what was passed over or is to be known, a line each.
    """

    data: bytes
    media_type: str = JSON
    name: str = ""
    notices: tuple[str, ...] = ()

    @property
    def etag(self) -> str:
        """A strong validator (RFC 9110, 8.8.3): the same bytes, the same tag."""
        return f'"{sha256(self.data).hexdigest()[:32]}"'


def as_json(value: Any) -> bytes:
    r"""Return a value as JSON in UTF-8.

    >>> as_json({"term": "nota é"})
    b'{"term": "nota \xc3\xa9"}'
    """
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half a character, out of some file
        return json.dumps(value).encode()


def annotate(loaded: Loaded, source: Source, options: jobs.AnnotateOptions) -> Made:
    """Annotate a document."""
    (found,) = jobs.annotate([source], loaded.annotator, options)
    return Made(as_json(found.as_dict()), notices=found.notices)


def lookup(loaded: Loaded, query: str, limit: int) -> Made:
    """Look a term up."""
    return Made(as_json(jobs.lookup(query, loaded.compiled, limit).as_dict()))


def terms(
    loaded: Loaded,
    sources: tuple[Source, ...],
    options: jobs.AnnotateOptions,
    form: str,
) -> Made:
    """Make a term sheet."""
    from padanan.render import term_sheet as views

    found = jobs.terms(sources, loaded.annotator, options)
    name = f"terms.{'md' if form == 'markdown' else form}"
    if form == "csv":
        data = views.as_csv(found.entries)
    elif form == "xlsx":
        data = views.as_xlsx(found.entries)
    elif form == "markdown":
        data = views.as_markdown(found.entries).encode()
    else:
        return Made(as_json(found.as_dict()), notices=found.notices)
    return Made(data, TYPES[form], name, found.notices)


def worksheet(
    loaded: Loaded, source: Source, form: str, memory: tuple[Source, ...]
) -> Made:
    """Make a worksheet."""
    written = "po" if form == "json" else form
    options = jobs.WorksheetOptions(written, memory=memory or None)
    found = jobs.worksheet(source, loaded.annotator, options)
    if form == "json":
        return Made(as_json(found.as_dict()), notices=found.notices)
    ending = {"xliff": "xlf", "xliff2": "xlf"}.get(form, form)
    return Made(found.data, TYPES[form], f"worksheet.{ending}", found.notices)


def assemble(_loaded: Loaded, source: Source, article: Source | None) -> Made:
    """Put a translated article together."""
    found = jobs.assemble(source, article=article)
    return Made(as_json(found.as_dict()), notices=found.notices)


class TranslationInput(NamedTuple):
    """What is checked: units, or a file with both languages, or two texts.

    Attributes:
        units: where there are some, nothing else counts.
        source: the file, or the Indonesian text.
        target: the English text; ``None`` for a file with both.
        aligned: line against line.
        waivers: decisions about findings.
        select: codes, or their beginnings.
    """

    units: tuple[Unit, ...] = ()
    source: Source | None = None
    target: Source | None = None
    aligned: bool = False
    waivers: tuple[Waiver, ...] = ()
    select: tuple[str, ...] = ()


def check(loaded: Loaded, translation: TranslationInput) -> Made:
    """Check a translation."""
    return Made(as_json(checked(loaded, translation).as_dict()))


def checked(
    loaded: Loaded, translation: TranslationInput, language: str = ENGLISH
) -> jobs.CheckResult:
    """Return what was found in a translation, in a language of the interface."""
    read = _units(translation)
    named = translation.target or translation.source
    return jobs.check(
        read.units,
        loaded.annotator,
        path=named.name if named else "-",
        waivers=translation.waivers,
        select=translation.select,
        unread=read.unread,
        language=language,
    )


def _units(translation: TranslationInput) -> UnitsRead:
    from padanan.translation.units import UnitsRead

    source, target = translation.source, translation.target
    if translation.units or source is None:
        return UnitsRead(translation.units)
    if target is None:
        return jobs.read_units(source)
    options = jobs.PairOptions(aligned=translation.aligned)
    return jobs.read_pair(source, target, options)


def formats(_loaded: Loaded) -> Made:
    """List the formats that the glossary is to be had in."""
    return Made(as_json(jobs.formats().as_dict()))


def export(
    loaded: Loaded, form: str, domains: tuple[str, ...], options: FormatOptions
) -> Made:
    """Write the glossary in a format; what is several files comes as a ZIP archive."""
    wanted = jobs.ExportOptions(form, domains, format=options)
    found = jobs.export(loaded.known, wanted)
    files = found.dump.files
    if len(files) > 1:
        named = ((f"padanan{ending}", data) for ending, data in files)
        return Made(_zipped(named), "application/zip", "padanan.zip", found.notices)
    ending = found.form.endings[0] if found.form.endings else ""
    media_type = TYPES.get(form, OTHER)
    return Made(files[0][1], media_type, f"padanan{ending}", found.notices)


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return an archive of files, the same bytes for the same files."""
    import io
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            # Without a time of its own: the earliest that the format can say.
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
    return stream.getvalue()


def reading(*, main: bool) -> ReadingOptions:
    """Return how articles are read."""
    return jobs.ReadingOptions(main=main)
