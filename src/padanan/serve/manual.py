"""The API's own page: its OpenAPI document, to be read without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from padanan.serve import views
from padanan.serve.answers import frame_of
from padanan.serve.problems import KINDS

ASKED = "Request"
"""Ending of the names of what requests say."""


class Value(NamedTuple):
    """A value of a request or of an answer.

    Attributes:
        name: of the value.
        type: as people say it: ``list of text``.
        model: what it links to; empty for what is plain.
        about: what it means.
        required: whether a request must have it.
    """

    name: str
    type: str
    model: str
    about: str
    required: bool


class Route(NamedTuple):
    """What an address does.

    Attributes:
        method: of HTTP.
        path: the address.
        about: what it does.
        parameters: in the address.
        body: name of the model of the body; empty without one.
        answer: name of the model of the answer; empty for a file.
        types: media types of the answer.
    """

    method: str
    path: str
    about: str
    parameters: tuple[Value, ...]
    body: str
    answer: str
    types: tuple[str, ...]


def router(described: Callable[[], Mapping[str, Any]]) -> APIRouter:
    """Return what answers at ``/docs``."""
    made = APIRouter(include_in_schema=False)

    @made.get("/docs")
    async def docs(request: Request) -> Response:
        document = described()
        page = views.page(
            "docs.html",
            frame_of(request),
            about=document["info"]["description"],
            version=document["info"]["version"],
            routes=tuple(routes(document)),
            models=tuple(models(document)),
            kinds=KINDS,
            base=str(request.base_url).rstrip("/"),
        )
        return HTMLResponse(page)

    return made


def routes(document: Mapping[str, Any]) -> Iterator[Route]:
    """Yield what the addresses do, in their order."""
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            done = operation["responses"]["200"]["content"]
            body = operation.get("requestBody", {}).get("content", {})
            yield Route(
                method.upper(),
                path,
                operation["description"],
                tuple(map(_parameter, operation.get("parameters", ()))),
                _model(body.get("application/json", {}).get("schema", {})),
                _model(done.get("application/json", {}).get("schema", {})),
                tuple(done),
            )


def models(document: Mapping[str, Any]) -> Iterator[tuple[str, str, tuple[Value, ...]]]:
    """Yield the models with their values, those of requests first."""
    found = document["components"]["schemas"]
    for name in sorted(found, key=lambda name: (not name.endswith(ASKED), name)):
        model = found[name]
        needed = frozenset(model.get("required", ()) if _is_asked(model) else ())
        values = (
            _value(key, value, required=key in needed)
            for key, value in model.get("properties", {}).items()
        )
        yield name, model.get("description", ""), tuple(values)


def _is_asked(model: Mapping[str, Any]) -> bool:
    return model.get("additionalProperties") is False


def _parameter(parameter: Mapping[str, Any]) -> Value:
    schema = {"description": parameter.get("description", ""), **parameter["schema"]}
    return _value(parameter["name"], schema, required=parameter["required"])


def _value(name: str, schema: Mapping[str, Any], *, required: bool) -> Value:
    about = schema.get("description", "")
    return Value(name, type_of(schema), _model(schema), about, required)


TYPES = {
    "string": "text",
    "integer": "number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
}


def type_of(schema: Mapping[str, Any]) -> str:
    """Return the type of a value as people say it.

    >>> type_of({"anyOf": [{"type": "string"}, {"type": "null"}]})
    'text or null'
    >>> type_of({"type": "array", "items": {"$ref": "#/components/schemas/Hit"}})
    'list of Hit'
    """
    if "anyOf" in schema:
        return " or ".join(type_of(each) for each in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(schema["enum"])
    if schema.get("type") == "array":
        return f"list of {type_of(schema['items'])}"
    return _model(schema) or TYPES.get(schema.get("type", ""), "any")


def _model(schema: Mapping[str, Any]) -> str:
    """Return the name of the model that a schema refers to; empty without one."""
    for each in (schema, *schema.get("anyOf", ()), schema.get("items", {})):
        if "$ref" in each:
            name: str = each["$ref"].rpartition("/")[2]
            return name
    return ""
