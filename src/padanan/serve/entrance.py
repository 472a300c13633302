"""What answers without the token: the form that asks for it, and what pages load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from padanan.serve import security, views
from padanan.serve.answers import frame_of, respond
from padanan.serve.guard import ENTER, MISSING, OPEN, cookie
from padanan.serve.problems import UNKNOWN, Problem, ProblemError

if TYPE_CHECKING:
    from padanan.serve.state import State

FOR_EVER = "private, max-age=31536000, immutable"
"""The address of what is loaded says what is in it."""


def router(state: State) -> APIRouter:
    """Return what answers everybody."""
    made = APIRouter(include_in_schema=False)

    @made.get(ENTER)
    async def ask(request: Request) -> Response:
        return HTMLResponse(views.page("enter.html", frame_of(request)))

    @made.post(ENTER)
    async def enter(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=2) as form:
            given = str(form.get("token", "")).strip()
        if not security.same(given, state.settings.token):
            return respond(request, MISSING)
        answer = RedirectResponse("/", 303)
        secure = request.url.scheme == "https"
        answer.headers["set-cookie"] = cookie(state.settings, secure=secure)
        return answer

    @made.get(f"{OPEN}{{name}}")
    async def static(name: str) -> Response:
        if name not in views.STATIC:
            raise ProblemError(Problem(UNKNOWN, "no such file — see /"))
        headers = {"Cache-Control": FOR_EVER}
        media_type = views.STATIC[name][2]
        return Response(views.static(name), media_type=media_type, headers=headers)

    return made
