"""The protocol of LanguageTool: what is sent, what is found, what is answered."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from padanan.serve.app import create_app
from padanan.serve.language_tool_answer import Utf16, context
from padanan.serve.language_tool_request import (
    RequestError,
    base_of,
    read,
    read_data,
    read_fields,
)
from tests.serve.conftest import TOKEN

if TYPE_CHECKING:
    from padanan.serve.settings import Settings

RAW = "R&D and A+B cost 50% more; é “x” 🕊 truce."
SOURCE = "Gencatan senjata mulai berlaku."


def ask(client: TestClient, path: str = "/v2/check", **fields: str) -> Any:
    """Return the answer to a form."""
    answer = client.post(path, data=fields)
    assert answer.status_code == 200, answer.text
    return answer.json()


def found(answer: Any, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return code, words and replacements of each match."""
    wide = text.encode("utf-16-le", "surrogatepass")
    return [
        (
            match["rule"]["id"],
            wide[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode(
                "utf-16-le"
            ),
            tuple(each["value"] for each in match["replacements"]),
        )
        for match in answer["matches"]
    ]


def refused(client: TestClient, **fields: str) -> str:
    """Return what is said of a form that is refused."""
    answer = client.post("/v2/check", data=fields)
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("text/plain")
    return answer.text


# What is sent.


@given(st.text(), st.sampled_from(["en-US", "id-ID"]))
def test_what_is_encoded_comes_back(text: str, language: str) -> None:
    """An encoded body says what was encoded, whatever the text has in it."""
    text = text.encode("utf-8", "replace").decode()
    fields = {"text": text, "language": language, "srctext": "R&D"}
    assert read_fields(urlencode(fields).encode()) == fields


@given(st.text(min_size=1), st.sampled_from(["en-US", "id-ID"]))
def test_what_is_raw_comes_back(text: str, language: str) -> None:
    """A body as LibreOffice 7.4 sends it says what it says, if it has a space."""
    text = f"{text.encode('utf-8', 'replace').decode()} a"
    body = f"text={text}&language={language}".encode()
    assert read_fields(body) == {"text": text, "language": language}


@pytest.mark.parametrize(
    "text",
    [
        RAW, "R&D", "100%", "A+B & C", "text=a&language=en-US&language=id-ID b",
        "%41 and %zz", "é", "R&D\n", "Rp5.000 & 50%25",
    ],
)  # fmt: skip
def test_raw_texts(text: str) -> None:
    """Signs that mean something where a text is encoded stand for themselves."""
    body = f"text={text}&language=en-US".encode()
    assert read_fields(body) == {"text": text, "language": "en-US"}


def test_raw_text_with_a_name_and_a_key() -> None:
    """LibreOffice adds what its premium settings have behind the language."""
    body = b"text=R&D costs&language=en-US&username=a%40b&apiKey=k"
    assert read_fields(body) == {
        "text": "R&D costs", "language": "en-US", "username": "a@b", "apiKey": "k",
    }  # fmt: skip


def test_first_field_counts() -> None:
    """Of a name that is sent twice the first one counts."""
    assert read_fields(b"language=id&text=a&text=b")["text"] == "a"


@pytest.mark.parametrize(
    ("code", "base"),
    [
        ("id", "id"), ("id-ID", "id"), ("in", "id"), ("en-GB", "en"), ("EN_us", "en"),
        ("de", None), ("", None), ("x-id", None), ("eng", None),
    ],
)  # fmt: skip
def test_codes(code: str, base: str | None) -> None:
    """A language has its code, whatever the country; Java once said “in” for id."""
    assert base_of(code) == base


@pytest.mark.parametrize(
    "data",
    [
        "", "[]", "null", "{}", '{"text": 1}', '{"annotation": {}}',
        '{"annotation": ["a"]}',
        '{"annotation": [{}]}', '{"text": "", "annotation": []}',
        '{"annotation": [{"text": "a", "markup": "b"}]}',
        '{"annotation": [{"markup": "a", "interpretAs": 1}]}', "[" * 100_000,
    ],
)  # fmt: skip
def test_data_that_is_none(data: str) -> None:
    """What is not JSON, or not of the protocol, is refused."""
    with pytest.raises(RequestError, match=r"data|annotation"):
        read_data(data)


PARTS = st.one_of(
    st.fixed_dictionaries({"text": st.text()}),
    st.fixed_dictionaries({"markup": st.text()}),
    st.fixed_dictionaries({"markup": st.text(), "interpretAs": st.text()}),
)


@given(st.lists(PARTS))
def test_markup_is_passed_over(parts: list[dict[str, str]]) -> None:
    """Each character of a text is found again where it stands between the markup."""
    marked = read_data(json.dumps({"annotation": parts}))
    assert marked.original == "".join(
        part.get("text", "") + part.get("markup", "") for part in parts
    )
    assert marked.plain == "".join(
        part.get("text", "") + part.get("interpretAs", "") for part in parts
    )
    at = behind = 0
    for part in parts:
        for number, sign in enumerate(part.get("text", "")):
            start, end = marked.offsets.span(at + number, at + number + 1)
            assert (start, marked.original[start:end]) == (behind + number, sign)
        at += len(part.get("text", "") + part.get("interpretAs", ""))
        behind += len(part.get("text", "") + part.get("markup", ""))


# What is answered.


@given(st.text(), st.integers(0, 50))
def test_units(text: str, offset: int) -> None:
    """An offset is what Java and JavaScript count."""
    offset = min(offset, len(text))
    encoded = text[:offset].encode("utf-16-le", "surrogatepass")
    assert Utf16(text).at(offset) == len(encoded) // 2


@given(st.text(min_size=1), st.data())
def test_context(text: str, data: st.DataObject) -> None:
    """The context has the words of the match at its own offsets, on one line."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = context(text, start, end)
    wide = shown["text"].encode("utf-16-le", "surrogatepass")
    words = wide[2 * shown["offset"] : 2 * (shown["offset"] + shown["length"])]
    lines = str.maketrans("\n\r\t", "   ")
    assert words.decode("utf-16-le", "surrogatepass") == text[start:end].translate(
        lines
    )
    assert "\n" not in shown["text"]


def test_languages(stranger: TestClient) -> None:
    """Both languages are there with the codes that clients compare."""
    known = stranger.get("/v2/languages").json()
    assert {each["longCode"] for each in known} >= {
        "id",
        "id-ID",
        "en",
        "en-GB",
        "en-US",
    }
    assert all(set(each) == {"name", "code", "longCode"} for each in known)


def test_translation(stranger: TestClient) -> None:
    """A text with its source is checked as ``padanan check`` does."""
    text = "🕊 A weapons halt is in force."
    answer = ask(stranger, text=text, language="en", srctext=SOURCE, motherTongue="id")
    assert found(answer, text) == [("T101", "weapons halt", ("ceasefire", "truce"))]
    (match,) = answer["matches"]
    assert match["rule"]["category"]["id"] == "PADANAN_CHECK"
    assert match["message"].startswith('Write: "ceasefire" — “weapons halt” is not')
    assert match["sentence"] == text


def test_region(stranger: TestClient) -> None:
    """The office of another country is found, with what the country has."""
    text = "The Foreign Secretary arrived."
    answer = ask(
        stranger, text=text, language="en-US", srctext="Menlu AS tiba.",
        motherTongue="id-ID",
    )  # fmt: skip
    assert found(answer, text)[0] == (
        "T102",
        "Foreign Secretary",
        ("Secretary of State", "foreign minister", "FM"),
    )


def test_no_place(stranger: TestClient) -> None:
    """What has no place is told of the first word, which nothing is to replace."""
    text = " Rain stopped."
    answer = ask(stranger, text=text, language="en", srctext=SOURCE, motherTongue="id")
    assert found(answer, text) == [("T201", "Rain", ())]
    assert "ceasefire" in answer["matches"][0]["message"]


@pytest.mark.parametrize(
    ("language", "mother"), [("id", "en"), ("id-ID", "id"), ("en", "de")]
)
def test_other_pairs(stranger: TestClient, language: str, mother: str) -> None:
    """English is neither put into an Indonesian translation, nor is German checked."""
    answer = ask(
        stranger, text=SOURCE, language=language, srctext=SOURCE, motherTongue=mother
    )
    assert answer["matches"] == []


def test_indonesian(stranger: TestClient) -> None:
    """Indonesian gets its terms with their English, with a capital where one begins."""
    text = "🕊 Gencatan senjata, kata Menlu AS. Masa gencatan senjata."
    answer = ask(stranger, text=text, language="id-ID")
    assert found(answer, text) == [
        ("PADANAN_TERM", "Gencatan senjata", ("Ceasefire", "Truce")),
        ("PADANAN_TERM", "Menlu", ("Secretary of State", "foreign minister", "FM")),
        ("PADANAN_TERM", "gencatan senjata", ("lull in the fighting", "ceasefire",
                                              "truce")),
    ]  # fmt: skip
    assert {match["rule"]["category"]["id"] for match in answer["matches"]} == {
        "PADANAN_TERMS"
    }


def test_english(stranger: TestClient) -> None:
    """English by itself gets what is deprecated, in both numbers, not what is right."""
    text = "Weapons halts, an arms\nstop, a truce; no weapons haltx."
    answer = ask(stranger, text=text, language="en-GB")
    assert found(answer, text) == [
        ("T101", "Weapons halts", ("Ceasefires", "Truces")),
        ("T101", "arms\nstop", ("ceasefire", "truce")),
    ]


def test_guessed(stranger: TestClient) -> None:
    """With ``auto`` the language is guessed, and the variant is the preferred one."""
    answer = ask(stranger, text=SOURCE, language="auto")
    assert answer["language"]["detectedLanguage"]["code"] == "id"
    assert len(answer["matches"]) == 1
    answer = ask(
        stranger, text="The weapons halt of the parties.", language="auto",
        preferredVariants="de-DE,en-GB",
    )  # fmt: skip
    assert answer["language"]["code"] == "en-GB"
    assert len(answer["matches"]) == 1


def test_markup(stranger: TestClient) -> None:
    """Offsets are those of the text with its markup."""
    parts = [
        {"markup": "<p title='🕊'>"},
        {"text": "The weapons"},
        {"markup": "<br>", "interpretAs": " "},
        {"text": "halt"},
        {"markup": "</p>", "interpretAs": "\n\n"},
    ]
    answer = ask(stranger, data=json.dumps({"annotation": parts}), language="en")
    text = "<p title='🕊'>The weapons<br>halt</p>"
    assert [words for _, words, _ in found(answer, text)] == ["weapons<br>halt"]


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ({"disabledRules": "T102, T101"}, 0),
        ({"disabledRules": "T102"}, 1),
        ({"disabledCategories": "PADANAN_CHECK"}, 0),
        ({"disabledCategories": "PADANAN_TERMS,TYPOS"}, 1),
        ({"disabledCategories": "PADANAN_CHECK", "enabledRules": "T101"}, 1),
        ({"enabledOnly": "true", "enabledRules": "T101"}, 1),
        ({"enabledOnly": "true", "enabledRules": "T102"}, 0),
        ({"enabledOnly": "true", "enabledCategories": "PADANAN_CHECK"}, 1),
        ({"enabledOnly": "false", "enabledRules": "T102"}, 1),
        ({"enabledRules": ""}, 1),
    ],
)
def test_rules(stranger: TestClient, more: dict[str, str], left: int) -> None:
    """Rules and categories are switched off and on as LanguageTool does."""
    form = {"text": "A weapons halt.", "language": "en", **more}
    assert len(ask(stranger, **form)["matches"]) == left
    more = {"srctext": "Gencatan senjata.", "motherTongue": "id"}
    assert len(ask(stranger, **form, **more)["matches"]) == left


def test_terms_are_switched_off(stranger: TestClient) -> None:
    """Who wants no English in Indonesian switches its category off."""
    answer = ask(
        stranger, text=SOURCE, language="id", disabledCategories="PADANAN_TERMS"
    )
    assert answer["matches"] == []


def test_refusals(stranger: TestClient) -> None:
    """What LanguageTool refuses is refused, in its words."""
    assert refused(stranger) == "Error: Missing 'language' parameter"
    assert "'xx' is not a language code" in refused(stranger, text="a", language="xx")
    assert "Missing 'text'" in refused(stranger, language="en")
    assert "not both" in refused(stranger, language="en", text="a", data="{}")
    only = {"text": "a", "language": "en", "enabledOnly": "true"}
    assert "must specify enabled" in refused(stranger, **only)
    assert "cannot specify disabled" in refused(
        stranger, **only, enabledRules="T101", disabledRules="T102"
    )


def test_refusals_are_logged(
    stranger: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    """Clients show no errors: whoever runs the server sees them, on one line."""
    refused(stranger, text="a", language="x\n\x1b[2J")
    stranger.post("/v2/check", headers={"Origin": "https://evil.example"})
    first, second = caplog.messages
    assert "\n" not in first
    assert "\x1b" not in first
    assert "evil.example" in second


@pytest.mark.parametrize("text", ["", " \n", "🕊", "\x00", "\ud800", "&", "a" * 9_999])
@pytest.mark.parametrize("language", ["id", "en", "auto"])
def test_odd_texts(stranger: TestClient, text: str, language: str) -> None:
    """Nothing is found where nothing is."""
    data = json.dumps({"text": text})
    assert ask(stranger, data=data, language=language)["matches"] == []
    for other in (text, "Nota"):
        more = {
            "srctext": other.encode(errors="replace").decode(),
            "motherTongue": "id",
        }
        ask(stranger, data=data, language=language, **more)


def test_token_in_the_path(stranger: TestClient) -> None:
    """The same is to be had behind the token."""
    path = f"/{TOKEN}/v2/check"
    assert ask(stranger, path, text=SOURCE, language="id")["matches"]
    assert stranger.get(f"/{TOKEN}/v2/languages").status_code == 200
    for origin in ("https://evil.example", "chrome-extension://a"):
        headers = {"Origin": origin}
        answer = stranger.get(f"/{TOKEN}/v2/languages", headers=headers)
        assert answer.status_code == 200
        assert not [each for each in answer.headers if each.startswith("access-")]
        assert stranger.get("/v2/languages", headers=headers).status_code == 403


def test_elsewhere(settings: Settings) -> None:
    """A server for others has the protocol behind the token alone."""
    other = settings._replace(host="192.168.1.4")
    with TestClient(create_app(other), "http://192.168.1.4") as client:
        refused = client.get("/v2/languages")
        assert (refused.status_code, refused.text[:7]) == (401, "Error: ")
        assert client.get(f"/{TOKEN}/v2/languages").status_code == 200


def test_many_fields(stranger: TestClient) -> None:
    """A body of a million fields is refused before they are kept."""
    answer = stranger.post("/v2/check", content=b"a&" * 1_000_000)
    assert answer.text == "Error: more than 100 fields"


def test_half_a_body(stranger: TestClient) -> None:
    """A body that is no form, or none at all, is refused."""
    for body in (b"", b"\xff\xfe", b'{"text": "a"}', b"text", b"&&&=;%"):
        assert stranger.post("/v2/check", content=body).status_code == 400


OWN = """\
msgid ""
msgstr ""
"Language: en\\n"
"X-Source-Language: id\\n"

#. domain: treaties
#. pos: noun
#. avoid: access — a different word
msgid "aksesi"
msgstr "accession"
"""


def test_one_word_of_english(stranger: TestClient, settings: Settings) -> None:
    """A word that is right elsewhere is told to who asks for it, from any list."""
    text = "Access to the weapons halt."
    assert len(ask(stranger, text=text, language="en")["matches"]) == 1
    settings.own.write_text(OWN, "utf-8")
    assert len(ask(stranger, text=text, language="en")["matches"]) == 1
    answer = ask(stranger, text=text, language="en", level="picky")
    assert found(answer, text)[0] == ("T101", "Access", ("Accession",))


FORMS = st.builds(
    "text={}&language=en&data={}&level={}".format, st.text(), st.text(), st.text()
)


@given(st.binary() | FORMS.map(lambda form: form.encode(errors="replace")))
def test_any_body(body: bytes) -> None:
    """Whatever is sent is read or refused, and what is read is in a known language."""
    with suppress(RequestError):
        asked = read(body)
        assert base_of(asked.language) or asked.language == "auto"


def test_picky() -> None:
    """What is only worth a look is told to who asks for it."""
    assert read(b"text=a&language=en&level=picky").picky
    assert not read(b"text=a&language=en&level=default").picky
