"""The door of the server: every request passes here before anything reads it."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from padanan.serve import security
from padanan.serve.answers import LANGUAGE
from padanan.serve.problems import (
    FOREIGN,
    MISDIRECTED,
    NO_TOKEN,
    SLOW_CLIENT,
    TOO_LARGE,
    Problem,
    ProblemError,
)
from padanan.serve.texts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    from padanan.serve.settings import Settings

    Scope = MutableMapping[str, Any]
    Message = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]
    App = Callable[[Scope, Receive, Send], Awaitable[None]]
    Headers = tuple[tuple[bytes, bytes], ...]
    Refuse = Callable[[Scope, Problem], App]

TOKEN = "token"  # noqa: S105 - the name of a parameter
OPEN = "/static/"
"""What has no secret: the style of the page that asks for the token needs it."""
ENTER = "/enter"
"""Where the token is given by a form."""
PROTOCOL = "/v2/"
"""The protocol of LanguageTool: its clients cannot send a token in a header."""

HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
        b" connect-src 'self'; form-action 'self'; base-uri 'none';"
        b" frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    # Without a referrer browsers would send forms with the origin “null”.
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
"""Of every answer. Nothing is loaded from elsewhere, and no script stands in a page."""


class Request(NamedTuple):
    """What the door looks at.

    Attributes:
        path: what is asked for.
        host: the header ``Host``.
        origin: the header ``Origin``; empty without one.
        token: what was given as the token, in a header or a cookie.
        length: the size of the body as far as the client says, in bytes.
    """

    path: str
    host: str
    origin: str
    token: str
    length: int


class Guard:
    """Refuses what comes from elsewhere, without the token, too large or too slow.

    Args:
        app: what answers the rest.
        settings: of the server.
        refuse: makes the answer that tells of a problem.
    """

    def __init__(self, app: App, settings: Settings, refuse: Refuse) -> None:
        self._app = app
        self._settings = settings
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope, inside = _without_token(scope, self._settings.token)
        request = read(scope, cookie_name(self._settings.port))
        answer = self._answer(scope, request, inside=inside)
        bounded = _bounded(receive, self._settings)
        await answer(scope, bounded, _with_headers(send, _kept_language(scope)))

    def _answer(self, scope: Scope, request: Request, *, inside: bool) -> App:
        problem = refusal(request, self._settings, inside=inside)
        if problem is None or problem.kind is NO_TOKEN:
            # Also for who is known already: the token is not to stay in the address.
            entered = entry(scope, self._settings)
            if entered is not None:
                return entered
        return self._app if problem is None else self._refuse(scope, problem)


def refusal(request: Request, settings: Settings, *, inside: bool) -> Problem | None:
    """Return why a request is refused; ``None`` where it is not.

    Args:
        request: what is asked.
        settings: of the server.
        inside: the token stood in the path.
    """
    loopback = security.is_loopback(settings.host)
    if not security.is_our_host(request.host, loopback=loopback, names=settings.names):
        message = f"“{request.host[:80]}” is not this server — check the address"
        return Problem(MISDIRECTED, message)
    if request.length > settings.limits.body:
        return too_large(settings)
    if inside:
        return None
    if request.origin and not security.is_our_origin(request.origin, request.host):
        message = f"a page of {request.origin[:80]} may not ask — open our own page"
        return Problem(FOREIGN, message)
    return None if _may_pass(request, settings, loopback=loopback) else MISSING


MISSING = Problem(
    NO_TOKEN,
    "open the address that “padanan serve” has shown, or send its token as"
    " “Authorization: Bearer …”",
)


def _may_pass(request: Request, settings: Settings, *, loopback: bool) -> bool:
    if request.path.startswith(OPEN) or request.path == ENTER:
        return True
    if request.path.startswith(PROTOCOL) and loopback and not request.origin:
        return True
    return security.same(request.token, settings.token)


def too_large(settings: Settings) -> Problem:
    """Return what is said of a body that is too large."""
    from padanan.files.limits import shown

    return Problem(TOO_LARGE, f"larger than {shown(settings.limits.body)} — split it")


def cookie_name(port: int) -> str:
    """Return the name of the cookie: servers of one machine share their cookies.

    >>> cookie_name(7717)
    'padanan-7717'
    """
    return f"padanan-{port}"


def cookie(settings: Settings, *, secure: bool) -> str:
    """Return the header that has a browser keep the token until it is closed."""
    name = cookie_name(settings.port)
    kept = f"{name}={settings.token}; Path=/; HttpOnly; SameSite=Strict"
    return f"{kept}; Secure" if secure else kept


def read(scope: Scope, cookie: str) -> Request:
    """Return what the door looks at."""
    headers = {name.decode("latin-1"): value for name, value in scope["headers"]}

    def header(name: str) -> str:
        value: bytes = headers.get(name, b"")
        return value.decode("latin-1")

    token = security.bearer(header("authorization"))
    length = header("content-length")
    return Request(
        scope["path"],
        header("host"),
        header("origin"),
        token or _cookies(header("cookie")).get(cookie, ""),
        int(length) if length.isdecimal() else 0,
    )


def _cookies(header: str) -> dict[str, str]:
    pairs = (part.strip().partition("=") for part in header.split(";"))
    return {name: value for name, _, value in pairs}


def entry(scope: Scope, settings: Settings) -> App | None:
    """Return the answer to an address with the right token: the same without it.

    ``None`` where it has none, or a wrong one.
    """
    from starlette.responses import RedirectResponse

    query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    given = next((value for name, value in query if name == TOKEN), "")
    is_get = scope["method"] in {"GET", "HEAD"}
    if not is_get or not security.same(given, settings.token):
        return None
    rest = urlencode([pair for pair in query if pair[0] != TOKEN])
    # Two slashes at the beginning would lead to another host.
    path = "/" + scope["path"].lstrip("/\\")
    answer = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
    secure = scope.get("scheme") == "https"
    answer.headers["set-cookie"] = cookie(settings, secure=secure)
    return answer


def _without_token(scope: Scope, token: str) -> tuple[Scope, bool]:
    """Take the token off a path ``/TOKEN/v2/…``; tell whether it stood there."""
    _, first, rest = [*scope["path"].split("/", 2), "", ""][:3]
    path = f"/{rest}"
    if not path.startswith(PROTOCOL) or not security.same(first, token):
        return scope, False
    return {**scope, "path": path, "raw_path": path.encode()}, True


def _bounded(receive: Receive, settings: Settings) -> Receive:
    """Return what receives a body that is neither too large nor too slow."""
    limits = settings.limits
    size = 0
    began = monotonic()
    done = False

    async def bounded() -> Message:
        nonlocal size, done
        if done:  # only that the client has gone is still to come
            return await receive()
        left = limits.body_seconds - (monotonic() - began)
        try:
            message = await asyncio.wait_for(receive(), max(left, 0))
        except TimeoutError:
            seconds = f"{limits.body_seconds:g}"
            told = f"the body took more than {seconds} seconds — send it again"
            raise ProblemError(Problem(SLOW_CLIENT, told)) from None
        size += len(message.get("body", b""))
        done = not message.get("more_body", False)
        if size > limits.body:
            raise ProblemError(too_large(settings))
        return message

    return bounded


def _kept_language(scope: Scope) -> Headers:
    """Return the header that keeps the language which an address asks for."""
    query = parse_qsl(scope["query_string"].decode("latin-1"))
    asked = next((value for name, value in query if name == "ui"), "")
    if asked not in LANGUAGES:
        return ()
    kept = f"{LANGUAGE}={asked}; Path=/; Max-Age=31536000; SameSite=Strict"
    return ((b"set-cookie", kept.encode()),)


def _with_headers(send: Send, others: Headers) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            named = {name for name, _ in message["headers"]}
            more = [pair for pair in HEADERS if pair[0] not in named]
            more += others
            if b"cache-control" not in named:
                more.append((b"cache-control", b"no-store"))
            message = {**message, "headers": [*message["headers"], *more]}
        await send(message)

    return sending
