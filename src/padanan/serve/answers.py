"""Answers that tell of a problem: a page for people, problem details for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from padanan.serve.problems import BUSY, MEDIA_TYPE, NO_TOKEN, Problem

if TYPE_CHECKING:
    from collections.abc import MutableMapping

FOR_PROGRAMS = ("/api/", "/v2/")
"""Beginnings of addresses that only programs ask for."""


class ProblemResponse(JSONResponse):
    """A problem as RFC 9457 has it."""

    media_type = MEDIA_TYPE


def refuse(scope: MutableMapping[str, Any], problem: Problem) -> Response:
    """Return the answer to a request that the door refuses."""
    return respond(Request(scope), problem)


def respond(request: Request, problem: Problem) -> Response:
    """Return the answer to a request that cannot be answered."""
    data = problem.as_dict()
    return ProblemResponse(data, data["status"], _headers(problem))


def wants_page(request: Request) -> bool:
    """Tell whether a person asks, with a browser."""
    path = request.url.path
    accepts = request.headers.get("accept", "")
    return not path.startswith(FOR_PROGRAMS) and "text/html" in accepts


def _headers(problem: Problem) -> dict[str, str]:
    if problem.kind is NO_TOKEN:
        return {"WWW-Authenticate": 'Bearer realm="padanan"'}
    return {"Retry-After": "1"} if problem.kind is BUSY else {}
