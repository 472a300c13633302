"""The API against its own description: schemathesis makes up requests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from starlette.testclient import TestClient

from padanan.serve.app import create_app
from padanan.serve.settings import Settings
from tests.serve.conftest import HOME, MINI, TOKEN

if TYPE_CHECKING:
    from schemathesis import Case

HEADERS = {"Authorization": f"Bearer {TOKEN}"}
OPERATIONS = (
    ("/api/v1/annotate", "POST"),
    ("/api/v1/lookup", "GET"),
    ("/api/v1/terms", "POST"),
    ("/api/v1/worksheet", "POST"),
    ("/api/v1/assemble", "POST"),
    ("/api/v1/check", "POST"),
    ("/api/v1/glossary", "GET"),
    ("/api/v1/glossary/{format}", "GET"),
)
NOT_HELD = frozenset({
    # A file may be damaged whatever a schema says of its bytes.
    "positive_data_acceptance",
    # They ask for answers that HTTP allows and nobody needs, such as TRACE.
    "unsupported_method",
})  # fmt: skip


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The API as its description has it."""
    import schemathesis  # takes a second, which only slow tests may

    folder = tmp_path_factory.mktemp("data")
    told = Settings(TOKEN, folder / "own.po", folder, MINI, processes=0)
    app = create_app(told)
    document = TestClient(app, HOME, headers=HEADERS).get("/api/v1/openapi.json").json()
    found = schemathesis.openapi.from_dict(_without_token(document))
    found.app = app
    found.config.update(base_url=HOME)
    return found


def _without_token(document: dict[str, Any]) -> dict[str, Any]:
    """Return the description as if no token were needed.

    Each request here has it: one that is made up without it, and is right otherwise,
    is answered, though it counts as one to be refused. ``test_guard`` tries the token.
    """
    document.pop("security", None)
    for path in document["paths"].values():
        for operation in path.values():
            operation.pop("security", None)
    return document


@pytest.mark.slow
def test_every_operation_is_tried(described: Any) -> None:
    """The list of the tests is that of the description."""
    found = {(each.ok().path, each.ok().method.upper())
             for each in described.get_all_operations()}  # fmt: skip
    assert found == set(OPERATIONS)


MODES = tuple(
    (path, method, mode)
    for path, method in OPERATIONS
    for mode in ("positive", "negative")
    # The list of formats is asked for with nothing that could be wrong.
    if (path, mode) != ("/api/v1/glossary", "negative")
)


@pytest.mark.slow
@pytest.mark.parametrize(("path", "method", "mode"), MODES)
def test_the_api_is_as_described(
    described: Any, path: str, method: str, mode: str
) -> None:
    """No answer is a 500, or another than the description allows."""
    from schemathesis import GenerationMode
    from schemathesis.checks import CHECKS, load_all_checks

    load_all_checks()
    held = [CHECKS.get_one(name) for name in CHECKS.get_all_names()]
    wanted: list[Any] = [check for check in held if check.__name__ not in NOT_HELD]
    strategy = described[path][method].as_strategy(generation_mode=GenerationMode(mode))
    settled = settings(suppress_health_check=list(HealthCheck), deadline=None)

    @settled
    @given(strategy)
    def asked(case: Case[Any]) -> None:
        case.call_and_validate(headers=HEADERS, checks=wanted)

    asked()


@pytest.mark.slow
def test_what_may_be_null_is_described_so(described: Any) -> None:
    """A field that takes null has no list of names beside it that leaves null out."""
    models = described.raw_schema["components"]["schemas"]
    fields = [f for m in models.values() for f in m.get("properties", {}).values()]
    nullable = [f for f in fields if {"type": "null"} in f.get("anyOf", ())]
    assert nullable
    assert not [field for field in nullable if "enum" in field or "pattern" in field]
