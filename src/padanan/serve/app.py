"""The application: what is put together out of settings."""

from __future__ import annotations

from contextlib import asynccontextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from padanan import __version__
from padanan.serve import api, entrance, language_tool, manual, pages, tasks
from padanan.serve.answers import refuse, respond
from padanan.serve.guard import Guard
from padanan.serve.openapi import document
from padanan.serve.problems import (
    BROKEN,
    INVALID,
    MALFORMED,
    METHOD,
    UNKNOWN,
    Problem,
    ProblemError,
    short,
)
from padanan.serve.state import State

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from padanan.serve.settings import Settings


def create_app(settings: Settings) -> FastAPI:
    """Return the application of a server.

    Its workers are started with it, and end with it.
    """
    state = State(settings)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        state.open()
        yield
        state.close()

    app = FastAPI(
        title="Padanan",
        version=__version__,
        # Our own pages take their place: they need no network.
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=lifespan,
    )
    app.state.padanan = state
    _add_problems(app)
    _add_routes(app, state)
    app.add_middleware(Guard, settings=settings, refuse=refuse)
    return app


def _add_routes(app: FastAPI, state: State) -> None:
    """Put together what answers: each router is made by a function of the state."""
    interface = api.router(state)
    # Made when somebody asks for it: it takes longer than all the rest of the start.
    described = lru_cache(maxsize=1)(lambda: document(interface.routes))
    app.include_router(interface)
    app.include_router(language_tool.router(state))

    @app.get("/api/v1/openapi.json", include_in_schema=False)
    async def openapi() -> Response:
        return Response(tasks.as_json(described()), media_type=tasks.JSON)

    app.include_router(pages.router(state))
    app.include_router(entrance.router(state))
    app.include_router(manual.router(described))


def _add_problems(app: FastAPI) -> None:
    app.add_exception_handler(ProblemError, _problem)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _mistake)


async def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)  # noqa: S101 - as it was registered
    return respond(request, error.problem)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    # What the door says of a body comes wrapped, since it was being parsed.
    if isinstance(error.__cause__, ProblemError):
        return respond(request, error.__cause__.problem)
    kinds = {404: UNKNOWN, 405: METHOD}
    kind = kinds.get(error.status_code, MALFORMED)
    answer = respond(request, Problem(kind, _detail(error), status=error.status_code))
    answer.headers.update(error.headers or {})
    return answer


def _detail(error: HTTPException) -> str:
    if error.status_code == UNKNOWN.status:
        return "no such address — see /docs"
    if error.status_code == METHOD.status:
        return "another method is meant — see /docs"
    return f"{short(str(error.detail))} — see /docs"


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    errors = tuple(short(_said(each)) for each in error.errors())
    detail = errors[0] if errors else "something is missing — see /docs"
    return respond(request, Problem(INVALID, detail, errors))


def _said(error: Any) -> str:
    place = ".".join(str(part) for part in error["loc"])
    return f"{place}: {error['msg']}"


async def _mistake(request: Request, _error: Exception) -> Response:
    message = "it has said more on standard error — please report it"
    return respond(request, Problem(BROKEN, message))
