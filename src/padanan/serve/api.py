"""The HTTP API, ``/api/v1``: what the command line does, with the same JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from padanan import jobs
from padanan.exchange.formats import FORMATS, FormatOptions
from padanan.serve import schemas, tasks
from padanan.serve.answers import sent
from padanan.serve.exports import Exports
from padanan.serve.problems import KINDS, MEDIA_TYPE, UNKNOWN, Problem, ProblemError
from padanan.translation.units import Unit, Waiver

if TYPE_CHECKING:
    from padanan.serve.problems import ProblemKind
    from padanan.serve.state import State

EXPORTS = tuple(form.name for form in FORMATS if form.writes)


def router(state: State) -> APIRouter:
    """Return what answers under ``/api/v1``."""
    made = APIRouter(prefix="/api/v1", tags=["api"], responses=_problems())
    _add_texts(made, state)
    _add_translations(made, state)
    _add_glossary(made, state)
    return made


def _add_texts(made: APIRouter, state: State) -> None:
    @made.post("/annotate", responses=_json(schemas.AnnotatedDocument))
    async def annotate(asked: schemas.AnnotateRequest) -> Response:
        """Mark the terms of an Indonesian text, each with its English."""
        options = _marking(asked)._replace(
            nested=asked.nested, fields=tuple(asked.fields)
        )
        return sent(await state.work(tasks.annotate, asked.source(), options))

    @made.get("/lookup", responses=_json(schemas.Lookup))
    async def lookup(asked: Annotated[schemas.LookupQuery, Query()]) -> Response:
        """Look a term up in either language, in any form."""
        return sent(await state.work(tasks.lookup, asked.q, asked.limit))

    @made.post("/terms", responses=_json(schemas.TermSheet, "csv", "markdown", "xlsx"))
    async def terms(asked: schemas.TermsRequest) -> Response:
        """List the terms of documents: the term sheet of a job."""
        sources = tuple(each.source() for each in asked.documents)
        options = _marking(asked)
        return sent(await state.work(tasks.terms, sources, options, asked.format))


def _add_translations(made: APIRouter, state: State) -> None:
    @made.post(
        "/worksheet",
        responses=_json(schemas.Worksheet, "po", "xliff", "docx", "xlsx"),
    )
    async def worksheet(asked: schemas.WorksheetRequest) -> Response:
        """Cut a text into sentences to be translated."""
        memory = tuple(each.source() for each in asked.memory)
        done = state.work(tasks.worksheet, asked.source(), asked.format, memory)
        return sent(await done)

    @made.post("/assemble", responses=_json(schemas.Assembled))
    async def assemble(asked: schemas.AssembleRequest) -> Response:
        """Put the translated article together out of its worksheet."""
        article = asked.article.source() if asked.article else None
        return sent(await state.work(tasks.assemble, asked.source(), article))

    @made.post("/check", responses=_json(schemas.Checked))
    async def check(asked: schemas.CheckRequest) -> Response:
        """Check whether a translation uses the terms."""
        return sent(await state.work(tasks.check, _translation(asked)))


def _add_glossary(made: APIRouter, state: State) -> None:
    exports = Exports(state)

    @made.get("/glossary", responses=_json(schemas.Formats))
    async def formats() -> Response:
        """List the formats in which the glossary is to be had."""
        return sent(await state.work(tasks.formats))

    @made.get(
        "/glossary/{format}",
        responses={
            200: {"description": "The glossary.", "content": _any_file()},
            304: {"description": "It is what the client has already."},
        },
    )
    async def glossary(
        request: Request,
        format: Annotated[  # noqa: A002 - the name in the API
            str, Path(json_schema_extra={"enum": list(EXPORTS)})
        ],
        asked: Annotated[schemas.GlossaryQuery, Query()],
    ) -> Response:
        """Get the glossary in a format of another program.

        Send the `ETag` of an earlier answer as `If-None-Match`, and nothing is sent
        again that has not changed.
        """
        if format not in EXPORTS:
            message = f"no format “{format[:80]}” — choose of {', '.join(EXPORTS)}"
            raise ProblemError(Problem(UNKNOWN, message))
        options = FormatOptions(asked.reverse, asked.include_fuzzy, bom=asked.bom)
        found = await exports.get(format, tuple(asked.domain), options)
        if found.etag in _tags(request.headers.get("if-none-match", "")):
            return Response(status_code=304, headers={"ETag": found.etag})
        answer = sent(found)
        answer.headers["ETag"] = found.etag
        answer.headers["Cache-Control"] = "private, no-cache"
        return answer


def _marking(asked: schemas.Marking) -> jobs.AnnotateOptions:
    return jobs.AnnotateOptions(
        tasks.reading(main=asked.main),
        tuple(asked.domains),
        first_only=asked.first_only,
        level=asked.level,
    )


def _translation(asked: schemas.CheckRequest) -> tasks.TranslationInput:
    units = tuple(
        Unit(unit.id or str(number), unit.source, unit.target, str(number))
        for number, unit in enumerate(asked.units, 1)
    )
    one = asked.file or asked.source
    other = None if asked.file or asked.source is None else asked.target
    if asked.source and not asked.file and other is None:
        other = schemas.Document()
    return tasks.TranslationInput(
        units,
        one.source() if one else None,
        other.source() if other else None,
        aligned=asked.aligned,
        waivers=tuple(
            Waiver(each.code, each.concept, each.reason, each.unit)
            for each in asked.waivers
        ),
        select=tuple(asked.select),
    )


def _tags(header: str) -> frozenset[str]:
    """Return the entity tags of ``If-None-Match``, compared weakly (RFC 9110, 13.1.2).

    >>> sorted(_tags('W/"a", "b"'))
    ['"a"', '"b"']
    """
    return frozenset(tag.strip().removeprefix("W/") for tag in header.split(","))


def _json(model: type[Any], *files: str) -> dict[int | str, dict[str, Any]]:
    """Return what is said of an answer: JSON, or a file in some formats."""
    content = {tasks.TYPES[form]: _BINARY for form in files}
    return {200: {"model": model, "description": "Done.", "content": content}}


def _any_file() -> dict[str, Any]:
    types = {tasks.TYPES.get(name, tasks.OTHER) for name in EXPORTS}
    files = sorted({*types, "application/zip", tasks.OTHER})
    return {**dict.fromkeys(files, _BINARY), tasks.JSON: {"schema": {"type": "object"}}}


_BINARY = {"schema": {"type": "string", "format": "binary"}}


def _problems() -> dict[int | str, dict[str, Any]]:
    """Return what every answer may be instead."""
    by_status: dict[int, list[ProblemKind]] = {}
    for kind in KINDS:
        if kind.status != 500:
            by_status.setdefault(kind.status, []).append(kind)
    reference = {"$ref": "#/components/schemas/ProblemDetails"}
    return {
        status: {
            "description": " ".join(f"{kind.title}." for kind in kinds),
            "content": {MEDIA_TYPE: {"schema": reference}},
        }
        for status, kinds in sorted(by_status.items())
    }
