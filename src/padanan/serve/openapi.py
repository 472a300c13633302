"""The OpenAPI document: what the routes say, and what holds for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi.openapi.utils import get_openapi

from padanan import __version__
from padanan.serve.schemas import ProblemDetails

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.routing import BaseRoute

ABOUT = """\
Recognises Indonesian diplomatic terms, gives their English, and checks translations.
Offsets are in Unicode code points. Every answer is the JSON that the command line
writes; every refusal is a problem of RFC 9457.
"""


def document(routes: Iterable[BaseRoute]) -> dict[str, Any]:
    """Return the OpenAPI document of the API's routes."""
    found = get_openapi(
        title="Padanan",
        version=__version__,
        description=ABOUT,
        routes=list(routes),
    )
    parts = found.setdefault("components", {})
    schemas = parts.setdefault("schemas", {})
    schemas["ProblemDetails"] = ProblemDetails.model_json_schema()
    for name in ("HTTPValidationError", "ValidationError"):  # we say it otherwise
        schemas.pop(name, None)
    parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    found["security"] = [{"token": []}]
    return found
