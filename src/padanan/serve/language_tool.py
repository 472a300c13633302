"""The protocol of LanguageTool, ``/v2``: for programs that speak it already.

OmegaT, LibreOffice and others show our findings with nothing installed; what each sends
is told in ``docs/languagetool.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from padanan.serve import language_tool_check, tasks
from padanan.serve.answers import sent
from padanan.serve.language_tool_request import LANGUAGES

if TYPE_CHECKING:
    from padanan.serve.state import State


def router(state: State) -> APIRouter:
    """Return what answers under ``/v2``.

    It is not in the OpenAPI document: the protocol is LanguageTool's, which describes
    it, and what LibreOffice 7.4 sends is no form that OpenAPI could describe.
    """
    made = APIRouter(prefix="/v2", tags=["LanguageTool"], include_in_schema=False)

    @made.get("/languages")
    async def languages() -> Response:
        """List the languages that texts may be in."""
        known = [language.as_dict() for language in LANGUAGES]
        return Response(tasks.as_json(known), media_type=tasks.JSON)

    @made.post("/check")
    async def check(request: Request) -> Response:
        """Check a text as LanguageTool does."""
        # A worker reads it too: its time and its memory have limits.
        return sent(await state.work(language_tool_check.check, await request.body()))

    return made
