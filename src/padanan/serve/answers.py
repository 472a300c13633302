"""Answers: what a worker has made, and what is said where a request is refused.

People get a page, programs problem details.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from padanan.serve import views
from padanan.serve.problems import BUSY, MEDIA_TYPE, NO_TOKEN, Problem, short
from padanan.serve.texts import language_of
from padanan.serve.views import Frame

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from padanan.serve.tasks import Made

LANGUAGE_TOOL = ("/v2/check", "/v2/languages")
"""Ends of the addresses of LanguageTool's protocol, perhaps behind a token."""
FOR_PROGRAMS = ("/api/", "/v2/")
"""Beginnings of addresses that only programs ask for."""
NOTICES = "X-Padanan-Notices"
"""Header with what the command line says on standard error, percent-encoded."""
LONGEST = 4_000
"""Maximum number of characters of that header."""
LANGUAGE = "padanan-ui"
"""Name of the cookie that keeps the language of the interface."""


class ProblemResponse(JSONResponse):
    """A problem as RFC 9457 has it."""

    media_type = MEDIA_TYPE


def sent(made: Made) -> Response:
    """Return what a worker has made as an answer."""
    headers = {}
    if made.name:
        headers["Content-Disposition"] = f'attachment; filename="{made.name}"'
    if made.notices:
        headers[NOTICES] = quote("\n".join(made.notices))[:LONGEST]
    return Response(made.data, media_type=made.media_type, headers=headers)


def refuse(scope: MutableMapping[str, Any], problem: Problem) -> Response:
    """Return the answer to a request that the door refuses."""
    return respond(Request(scope), problem)


def respond(request: Request, problem: Problem) -> Response:
    """Return the answer to a request that cannot be answered."""
    data = problem.as_dict()
    headers = _headers(problem)
    if request.url.path.endswith(LANGUAGE_TOOL):
        return PlainTextResponse(_logged(problem), data["status"], headers)
    if not wants_page(request):
        return ProblemResponse(data, data["status"], headers)
    template = "enter.html" if problem.kind is NO_TOKEN else "problem.html"
    page = views.page(template, frame_of(request), problem=problem)
    return HTMLResponse(page, data["status"], headers)


def _logged(problem: Problem) -> str:
    """Return a problem as LanguageTool words it, and log it.

    The programs that speak its protocol show nothing of it to their users.
    """
    line = f"Error: {short(problem.detail)}"
    logging.getLogger(__name__).warning("LanguageTool's protocol: %s", line)
    return line


def wants_page(request: Request) -> bool:
    """Tell whether a person asks, with a browser."""
    path = request.url.path
    accepts = request.headers.get("accept", "")
    return not path.startswith(FOR_PROGRAMS) and "text/html" in accepts


def frame_of(request: Request) -> Frame:
    """Return what is the same for all parts of the page that is asked for."""
    query = request.query_params
    ui = language_of(
        query.get("ui", ""),
        request.cookies.get(LANGUAGE, ""),
        request.headers.get("accept-language", ""),
    )
    rest = [pair for pair in query.multi_items() if pair[0] not in {"ui", "said"}]
    path = "" if request.method == "GET" else "/"
    return Frame(ui, f"{path}?{urlencode([*rest, ('ui', '')])}", query.get("said", ""))


def _headers(problem: Problem) -> dict[str, str]:
    if problem.kind is NO_TOKEN:
        return {"WWW-Authenticate": 'Bearer realm="padanan"'}
    return {"Retry-After": "1"} if problem.kind is BUSY else {}
