"""The API: what the command line says, over HTTP, and true to its description."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from padanan.cli import main
from padanan.serve.app import create_app
from padanan.serve.problems import KINDS
from padanan.serve.settings import Settings
from tests.serve.conftest import HOME, MINI, TOKEN

if TYPE_CHECKING:
    from starlette.responses import Response

TEXT = "Menlu AS menyambut gencatan senjatanya. Nota diplomatik dikirim."
PAGE = Path(__file__).parents[2] / "docs" / "json.md"
SECTIONS = {
    "annotate": "AnnotatedDocument",
    "terms": "TermSheet",
    "lookup": "Lookup",
    "worksheet": "Worksheet",
    "assemble": "Assembled",
    "check": "Checked",
    "formats": "Formats",
}
"""Sections of the page, and the models that are to say the same."""


def of_command(*arguments: str, given: str = "") -> Any:
    """Return the JSON that a command writes."""
    known = ("--glossary", str(MINI.paths[0]), "--no-shipped")
    called = [*arguments, "--format", "json", *known]
    return json.loads(CliRunner().invoke(main, called, given).stdout)


def post(client: TestClient, path: str, **body: Any) -> Any:
    """Return the JSON of an answer, which is one."""
    answer = client.post(f"/api/v1/{path}", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_annotate(client: TestClient) -> None:
    """The answer is what the command line writes."""
    (expected,) = of_command("annotate", "-", "--nested", given=TEXT)
    assert post(client, "annotate", text=TEXT, nested=True) == expected
    assert expected["annotations"]


def test_annotate_a_file(client: TestClient) -> None:
    """A file comes as base64, and its name says what it is."""
    data = base64.b64encode(f"<p>{TEXT}</p>".encode()).decode()
    found = post(client, "annotate", base64=data, name="a.html", fields=["note"])
    assert found["text"] == TEXT
    assert "note" in found["annotations"][0]


def test_a_name_opens_no_file(client: TestClient) -> None:
    """A name is what messages call a document, and nothing is read from there."""
    found = post(client, "annotate", text="Nota.", name="/etc/passwd", kind="text")
    assert found["path"] == "/etc/passwd"
    assert found["annotations"] == post(client, "annotate", text="Nota.")["annotations"]


def test_lookup(client: TestClient) -> None:
    """The answer is what the command line writes, in both directions."""
    for query in ("gencatan senjatanya", "ceasefires"):
        answer = client.get("/api/v1/lookup", params={"q": query})
        assert answer.json() == of_command("lookup", query)


def test_terms(client: TestClient) -> None:
    """The term sheet is what the command line writes, or a file."""
    documents = [{"text": TEXT}]
    assert post(client, "terms", documents=documents) == of_command(
        "terms", "-", given=TEXT
    )
    body = {"documents": documents, "format": "xlsx"}
    answer = client.post("/api/v1/terms", json=body)
    assert answer.headers["content-disposition"] == 'attachment; filename="terms.xlsx"'
    assert zipfile.is_zipfile(io.BytesIO(answer.content))


def test_worksheet_and_back(client: TestClient) -> None:
    """A worksheet is cut and put together again."""
    assert post(client, "worksheet", text=TEXT)["sentences"] == 2
    body = {"text": TEXT, "format": "po"}
    sheet = client.post("/api/v1/worksheet", json=body)
    found = post(
        client,
        "assemble",
        base64=base64.b64encode(sheet.content).decode(),
        name="worksheet.po",
    )
    assert found["text"] == TEXT
    assert len(found["missing"]) == 2


def test_a_worksheet_is_nowhere(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is read beside the name of a worksheet; its article is sent."""
    monkeypatch.setattr("padanan.files.limits.TRAVELLING", 0)
    page = f"<p>{TEXT}</p>".encode()
    document = {"base64": base64.b64encode(page).decode(), "name": "a.html"}
    sheet = client.post("/api/v1/worksheet", json={**document, "format": "po"})
    (tmp_path / "a.padanan").write_bytes(page)
    named = {
        "base64": base64.b64encode(sheet.content).decode(),
        "name": str(tmp_path / "a.po"),
    }
    refused = client.post("/api/v1/assemble", json=named)
    assert refused.status_code == 422
    assert "not in this worksheet" in refused.json()["detail"]
    whole = post(client, "assemble", **named, article=document)
    assert TEXT in whole["text"]


def test_check_in_three_ways(client: TestClient) -> None:
    """Units, two texts and a file with both are the same translation."""
    ours, theirs = "Gencatan senjata berlaku.", "A weapons halt is in force."
    table = base64.b64encode(f'"{ours}","{theirs}"\n'.encode()).decode()
    ways: tuple[dict[str, Any], ...] = (
        {"units": [{"source": ours, "target": theirs}]},
        {"source": {"text": ours}, "target": {"text": theirs}},
        {"file": {"base64": table, "name": "a.csv"}},
    )
    for way in ways:
        codes = [one["code"] for one in post(client, "check", **way)["findings"]]
        assert codes == ["T101"], way
    waiver = {"code": "T1", "reason": "house style"}
    found = post(client, "check", **ways[0], waivers=[waiver])
    assert [one["reason"] for one in found["waived"]] == ["house style"]
    assert found["findings"] == []


def test_a_source_without_a_translation(client: TestClient) -> None:
    """A source alone is one whose translation is empty."""
    assert post(client, "check", source={"text": "Nota."})["units"] == 1


def test_glossary(client: TestClient) -> None:
    """The glossary comes in every format, and not again while it is the same."""
    formats = client.get("/api/v1/glossary").json()["formats"]
    for form in formats:
        if form["writes"]:
            first = client.get(f"/api/v1/glossary/{form['name']}")
            assert first.status_code == 200, form
            tag = first.headers["etag"]
            known = {"If-None-Match": f'"x", W/{tag}'}
            again = client.get(f"/api/v1/glossary/{form['name']}", headers=known)
            assert (again.status_code, again.content) == (304, b""), form


def test_glossary_changes(client: TestClient, settings: Settings) -> None:
    """A list of one's own that changes is another glossary, with another tag."""
    before = client.get("/api/v1/glossary/deepl")
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    entry = 'msgid "uji coba"\nmsgstr "trial"\n'
    settings.own.write_text(header + entry, "utf-8")
    after = client.get("/api/v1/glossary/deepl")
    assert "uji coba\ttrial" in after.text
    assert after.headers["etag"] != before.headers["etag"]
    settings.own.write_text("no list", "utf-8")
    broken = client.get("/api/v1/glossary/deepl")
    assert broken.status_code == 422
    assert "own.po:1: " in broken.json()["detail"]


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("annotate", b"{", 422),
        ("annotate", b"\xff", 400),
        ("annotate", b'{"text": "\\ud800"}', 422),
        ("annotate", b'{"text": 1}', 422),
        ("annotate", b'{"nothing": 1}', 422),
        ("annotate", b'{"base64": "@@"}', 422),
        ("annotate", b'{"base64": "/w==", "name": "a.docx"}', 422),
        ("annotate", b'{"base64": "/w=="}', 422),
        ("annotate", b'{"text": "", "name": "a.exe"}', 422),
        ("annotate", b"[" * 100_000, 400),
        ("terms", b'{"documents": []}', 422),
        ("check", b'{"select": ["X9"]}', 422),
        ("assemble", b'{"text": "nota"}', 422),
        ("nothing", b"{}", 404),
    ],
)
def test_problems(client: TestClient, path: str, body: bytes, status: int) -> None:
    """Whatever is wrong is a problem of RFC 9457, with the status in it."""
    headers = {"Content-Type": "application/json"}
    answer = client.post(f"/api/v1/{path}", content=body, headers=headers)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert problem["type"].removeprefix("/docs#problem-") in {k.name for k in KINDS}
    assert problem["detail"]
    assert "\n" not in problem["detail"]


def test_a_streamed_body(settings: Settings) -> None:
    """A body whose size nobody said is refused once it is over the limit."""
    small = settings._replace(limits=settings.limits._replace(body=1_000))
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    with TestClient(create_app(small), HOME, headers=headers) as client:
        pieces = iter([b'{"text": "', *[b"x" * 100] * 20, b'"}'])
        answer = client.post("/api/v1/annotate", content=pieces)
        assert answer.json()["detail"] == "larger than 1,000 bytes — split it"
        assert answer.status_code == 413


def test_methods(client: TestClient) -> None:
    """A method that does nothing is refused with those that do."""
    answer: Response = client.get("/api/v1/annotate")  # type: ignore[assignment]
    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST"


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The OpenAPI document."""
    folder = tmp_path_factory.mktemp("data")
    told = Settings(TOKEN, folder / "own.po", folder, MINI, processes=0)
    headers = {"Authorization": f"Bearer {TOKEN}"}
    client = TestClient(create_app(told), HOME, headers=headers)
    found: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    return found


def keys(schemas: dict[str, Any], model: dict[str, Any], depth: int = 3) -> set[str]:
    """Return the places of all keys of a model, as ``docs/json.md`` writes them."""
    found = set()
    for name, value in model.get("properties", {}).items():
        found.add(name)
        options = [value, *value.get("anyOf", ())]
        inner = [(each, "") for each in options]
        inner += [(each["items"], "[]") for each in options if "items" in each]
        for each, sign in inner:
            if "$ref" in each and depth:
                below = schemas[each["$ref"].rpartition("/")[2]]
                found |= {
                    f"{name}{sign}.{key}" for key in keys(schemas, below, depth - 1)
                }
    return found


@pytest.mark.parametrize(("section", "model"), SECTIONS.items())
def test_the_description_is_that_of_the_json(
    described: dict[str, Any], section: str, model: str
) -> None:
    """The models of answers have the keys of ``docs/json.md``, and no others."""
    schemas = described["components"]["schemas"]
    page = PAGE.read_text("utf-8").partition(f"\n## {section}\n")[2].partition("\n## ")
    documented = set(re.findall(r"^\| `([^`]+)` \|", page[0], re.MULTILINE))
    found = keys(schemas, schemas[model])
    nested = {key for key in found if ".nested[]." in key or key.endswith("].parts")}
    spare = nested | {key for key in found if key.startswith("waived[].")}
    assert documented <= found
    assert found - spare <= documented


def test_every_route_is_described(described: dict[str, Any]) -> None:
    """The document names every address, and what each answers to a problem."""
    paths = described["paths"]
    assert {path.removeprefix("/api/v1/") for path in paths} == {
        "annotate", "lookup", "terms", "worksheet", "assemble", "check", "glossary",
        "glossary/{format}",
    }  # fmt: skip
    for path in paths.values():
        for operation in path.values():
            assert {"401", "422", "413", "503"} <= operation["responses"].keys()


@pytest.mark.parametrize("value", [0, 1, "yes", "true", None])
def test_only_true_and_false_are_flags(client: TestClient, value: object) -> None:
    """What the description calls a boolean is one: nothing else is taken for it."""
    for path, field in (
        ("annotate", "nested"),
        ("terms", "main"),
        ("check", "aligned"),
    ):
        answer = client.post(f"/api/v1/{path}", json={field: value})
        assert answer.status_code == 422
        assert field in answer.json()["detail"]
