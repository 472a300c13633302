"""The pages: what each address shows, and what its forms do."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from fastapi import APIRouter
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)

from padanan.articles.readers import READERS
from padanan.jobs.articles import Source
from padanan.serve import comparing, looking, own_list, places, reading, views
from padanan.serve.answers import frame_of, sent
from padanan.serve.comparing import WaiverRequest
from padanan.serve.own_list import Wish
from padanan.serve.problems import INVALID, Problem, ProblemError
from padanan.serve.security import is_loopback
from padanan.serve.shelf import Comparison, ShelvedText
from padanan.translation.file_kinds import FILE_KINDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from starlette.datastructures import FormData

    from padanan.serve.loaded import Loaded
    from padanan.serve.state import State
    from padanan.serve.views import Frame

    Change = Callable[[Loaded, Comparison, WaiverRequest], None]
    """What a form does to the decisions about a translation."""

ACCEPT = ",".join(ending for reader in READERS for ending in reader.endings)


def router(state: State) -> APIRouter:
    """Return what answers with pages."""
    made = APIRouter(include_in_schema=False)
    _add_reading(made, state)
    _add_changes(made, state)
    _add_looking(made, state)
    _add_comparing(made, state)
    _add_decisions(made, state)
    _add_own_list(made, state)
    _add_help(made, state)
    return made


def _add_reading(made: APIRouter, state: State) -> None:
    @made.get("/")
    async def start(request: Request) -> Response:
        return HTMLResponse(views.page("start.html", frame_of(request), accept=ACCEPT))

    @made.post("/read")
    async def read(request: Request) -> Response:
        async with _form(request, state) as form:
            source = await _given(form, "text", "file")
            document = ShelvedText(source, "all" if form.get("level") else "term")
        await state.work(reading.readable, document)
        return _to(f"/read/{state.shelf.put(document)}")

    @made.get("/read/{name}")
    async def shown(request: Request, name: str) -> Response:
        document = state.shelf.reading(name)
        frame = frame_of(request)
        stream = state.stream(reading.page, frame, document, name)
        first = await anext(stream)  # what fails at once is a page of its own
        whole = _whole(first, stream, frame)
        return StreamingResponse(whole, media_type="text/html")

    @made.get("/read/{name}/page.html")
    async def saved(request: Request, name: str) -> Response:
        document = state.shelf.reading(name)
        return sent(await state.work(reading.saved, document, frame_of(request).ui))

    @made.get("/read/{name}/terms.xlsx")
    async def sheet(name: str) -> Response:
        return sent(await state.work(reading.sheet, state.shelf.reading(name)))


async def _whole(
    first: bytes, rest: AsyncIterator[bytes], frame: Frame
) -> AsyncIterator[bytes]:
    yield first
    try:
        async for part in rest:
            yield part
    except ProblemError as error:
        # The status has been sent: the page itself has to say it.
        yield views.page("broken.html", frame, problem=error.problem)


def _add_changes(made: APIRouter, state: State) -> None:
    @made.get("/read/{name}/mend")
    async def ask_better(request: Request, name: str, n: int = 0) -> Response:
        document = state.shelf.reading(name)
        made = state.work(places.mend, frame_of(request), document, name, n)
        return HTMLResponse(await made)

    @made.get("/read/{name}/hide")
    async def ask_hide(request: Request, name: str, n: int = 0) -> Response:
        document = state.shelf.reading(name)
        made = state.work(places.hide, frame_of(request), document, name, n)
        return HTMLResponse(await made)

    @made.get("/read/{name}/missing")
    async def ask_missing(request: Request, name: str, text: str = "") -> Response:
        state.shelf.reading(name)
        back, term = f"/read/{name}", " ".join(text.split())[:200]
        frame = frame_of(request)
        return HTMLResponse(
            views.page("missing.html", frame, name=name, text=term, back=back)
        )

    @made.post("/read/{name}/mend")
    async def better(request: Request, name: str) -> Response:
        document = state.shelf.reading(name)
        async with _form(request, state) as form:
            wish, start = _wish(form), _number(form, "start")
        said, place = await state.work(own_list.better, document, start, wish)
        return _done(request, f"/read/{name}", said, f"o{place}")

    @made.post("/read/{name}/hide")
    async def hidden(request: Request, name: str) -> Response:
        document = state.shelf.reading(name)
        async with _form(request, state) as form:
            wish, start = _wish(form), _number(form, "start")
        said = await state.work(own_list.hidden, document, start, wish)
        return _done(request, f"/read/{name}", said)

    @made.post("/read/{name}/missing")
    async def missing(request: Request, name: str) -> Response:
        document = state.shelf.reading(name)
        async with _form(request, state) as form:
            wish = _wish(form)
        said, place = await state.work(own_list.missing, document, wish)
        anchor = "" if place is None else f"o{place}"
        return _done(request, f"/read/{name}", said, anchor)


def _add_looking(made: APIRouter, state: State) -> None:
    @made.get("/lookup")
    async def lookup(request: Request, q: str = "") -> Response:
        frame = frame_of(request)
        return HTMLResponse(await state.work(looking.page, frame, q[:500]))

    @made.get("/lookup/hits")
    async def hits(request: Request, q: str = "") -> Response:
        frame = frame_of(request)
        return HTMLResponse(await state.work(looking.hits, frame, q[:500]))

    @made.get("/entry/{concept}")
    async def entry(request: Request, concept: str) -> Response:
        frame = frame_of(request)
        return HTMLResponse(await state.work(looking.entry, frame, concept))


def _add_comparing(made: APIRouter, state: State) -> None:
    @made.get("/compare")
    async def start(request: Request) -> Response:
        return HTMLResponse(views.page("compare.html", frame_of(request)))

    @made.post("/compare")
    async def compare(request: Request) -> Response:
        async with _form(request, state) as form:
            comparison = await _comparison(form)
        await state.work(comparing.readable, comparison)
        return _to(f"/compare/{state.shelf.put(comparison)}")

    @made.get("/compare/{name}")
    async def compared(request: Request, name: str) -> Response:
        comparison = state.shelf.comparison(name)
        frame = frame_of(request)
        return HTMLResponse(await state.work(comparing.page, frame, comparison, name))

    @made.get("/compare/{name}/report.html")
    async def report(request: Request, name: str) -> Response:
        comparison = state.shelf.comparison(name)
        language = frame_of(request).ui
        return sent(await state.work(comparing.report, comparison, language))

    @made.get("/compare/{name}/decisions.waivers")
    async def written(name: str) -> Response:
        comparison = state.shelf.comparison(name)
        return sent(await state.work(comparing.written, comparison))


def _add_decisions(made: APIRouter, state: State) -> None:
    async def decided(request: Request, name: str, change: Change) -> Response:
        comparison = state.shelf.comparison(name)
        async with _form(request, state) as form:
            decision, at = _decision(form), _number(form, "at")
        await state.work(change, comparison, decision)
        return _to(f"/compare/{name}", place=f"u{at}")

    @made.post("/compare/{name}/waive")
    async def waive(request: Request, name: str) -> Response:
        return await decided(request, name, comparing.decide)

    @made.post("/compare/{name}/take-back")
    async def take_back(request: Request, name: str) -> Response:
        return await decided(request, name, comparing.take_back)


def _add_own_list(made: APIRouter, state: State) -> None:
    @made.get("/own")
    async def own(request: Request) -> Response:
        return HTMLResponse(await state.work(own_list.page, frame_of(request)))

    @made.get("/own/own.po")
    async def file() -> Response:
        return sent(await state.work(own_list.file))

    @made.post("/own/remove")
    async def remove(request: Request) -> Response:
        async with _form(request, state) as form:
            concept = _text(form, "concept")
        return _to("/own", await state.work(own_list.removed, concept))


def _add_help(made: APIRouter, state: State) -> None:
    @made.get("/help")
    async def help_(request: Request) -> Response:
        base = str(request.base_url).rstrip("/")
        inside = "" if is_loopback(state.settings.host) else "/TOKEN"
        return HTMLResponse(
            views.page(
                "help.html",
                frame_of(request),
                endings=ACCEPT.split(","),
                bilingual=_bilingual(),
                protocol=f"{base}{inside}/v2",
            )
        )


def _bilingual() -> tuple[str, ...]:
    endings = (ending for kind in FILE_KINDS for ending in kind.endings)
    return tuple(dict.fromkeys(endings))


def _form(request: Request, state: State) -> AbstractAsyncContextManager[FormData]:
    """Return what reads a form, whose files are closed behind it."""
    return request.form(
        max_files=4, max_fields=20, max_part_size=state.settings.limits.body
    )


def _to(path: str, said: str = "", place: str = "") -> Response:
    """Return the answer that leads to a page, which says what was done."""
    query = f"?{urlencode({'said': said})}" if said else ""
    anchor = f"#{quote(place)}" if place else ""
    return RedirectResponse(f"{path}{query}{anchor}", 303)


NEXT = "X-Padanan-Next"
"""Header of a form that a script sends from a dialog, and of the answer to it: the
address that a redirection would lead to, which scripts do not get to know."""


def _done(request: Request, path: str, said: str, place: str = "") -> Response:
    """Return the answer to a form that may stand in a dialog."""
    answer = _to(path, said, place)
    if NEXT not in request.headers:
        return answer
    return Response(status_code=204, headers={NEXT: answer.headers["location"]})


async def _given(form: FormData, text: str, file: str) -> Source:
    """Return what was pasted or chosen: a file where there is one.

    Raises:
        ProblemError: there is neither.
    """
    chosen = form.get(file)
    if isinstance(chosen, UploadFile) and chosen.filename:
        return Source(chosen.filename[:200], await chosen.read())
    pasted = _text(form, text)
    if not pasted.strip():
        raise ProblemError(Problem(INVALID, "there is no text — paste one"))
    # Browsers send the ends of lines as CR and LF (HTML, 4.10.21.4).
    return Source("-", pasted.replace("\r\n", "\n").encode(), "text")


async def _comparison(form: FormData) -> Comparison:
    """Return what is compared: two texts, or a file with both.

    Raises:
        ProblemError: something is missing.
    """
    source = await _given(form, "source", "source_file")
    if comparing.has_both(source, alone=not _has(form, "translation")):
        return Comparison(source, None)
    target = await _given(form, "translation", "translation_file")
    return Comparison(source, target, aligned=bool(form.get("aligned")))


def _has(form: FormData, name: str) -> bool:
    chosen = form.get(f"{name}_file")
    named = isinstance(chosen, UploadFile) and bool(chosen.filename)
    return named or bool(_text(form, name).strip())


def _text(form: FormData, name: str) -> str:
    found = form.get(name)
    text = found if isinstance(found, str) else ""
    # Half a character can come in no form, but in a request that somebody made.
    return text.encode("utf-8", "replace").decode()


def _number(form: FormData, name: str) -> int:
    text = _text(form, name)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0


def _wish(form: FormData) -> Wish:
    def line(name: str) -> str:
        return " ".join(_text(form, name).split())

    return Wish(
        line("english"),
        line("term"),
        line("note"),
        line("definition"),
        line("where"),
        fuzzy=bool(_text(form, "fuzzy")),
    )


def _decision(form: FormData) -> WaiverRequest:
    """Return the decision that a form states.

    Raises:
        ProblemError: it has no reason.
    """
    reason = " ".join(_text(form, "reason").split())
    code = _text(form, "code")
    if not reason or not code:
        raise ProblemError(Problem(INVALID, "a decision needs a reason — write one"))
    everywhere = form.get("scope") == "concept"
    number = None if everywhere else _number(form, "at")
    return WaiverRequest(code, _text(form, "concept"), reason, number)
