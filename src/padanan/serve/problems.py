"""What is said where a request cannot be answered: problem details of RFC 9457."""

from __future__ import annotations

from typing import Any, NamedTuple

from padanan.errors import MistakesError, PadananError

MEDIA_TYPE = "application/problem+json"
MOST = 50
"""Maximum number of mistakes of a file that are told."""
LONGEST = 600
"""Maximum number of characters of a sentence: it may quote what a file has."""


class ProblemKind(NamedTuple):
    """A kind of problem.

    Attributes:
        name: of its section at ``/docs``, to which ``type`` leads.
        status: of HTTP.
        title: the same for every problem of the kind.
    """

    name: str
    status: int
    title: str


INVALID = ProblemKind("invalid", 422, "The request is not as the API wants it")
UNREADABLE = ProblemKind("unreadable", 422, "The input cannot be read")
MALFORMED = ProblemKind("malformed", 400, "The request cannot be parsed")
UNKNOWN = ProblemKind("unknown", 404, "There is nothing here")
METHOD = ProblemKind("method", 405, "This method does nothing here")
CONFLICT = ProblemKind("conflict", 409, "The list says something else")
NO_TOKEN = ProblemKind("no-token", 401, "The token is missing or wrong")
FOREIGN = ProblemKind("foreign", 403, "The request comes from another site")
MISDIRECTED = ProblemKind("misdirected", 421, "This is another host")
TOO_LARGE = ProblemKind("too-large", 413, "The input is too large")
SLOW_CLIENT = ProblemKind("slow-client", 408, "The request did not arrive in time")
TOO_LONG = ProblemKind("too-long", 503, "The work took too long")
BUSY = ProblemKind("busy", 503, "The server is busy")
BROKEN = ProblemKind("broken", 500, "The server made a mistake")

KINDS = (
    INVALID, UNREADABLE, MALFORMED, UNKNOWN, METHOD, CONFLICT, NO_TOKEN, FOREIGN,
    MISDIRECTED, TOO_LARGE, SLOW_CLIENT, TOO_LONG, BUSY, BROKEN,
)  # fmt: skip
"""THE table of problems; ``/docs`` shows it."""


class Problem(NamedTuple):
    """A problem of one request.

    Attributes:
        kind: what kind.
        detail: what is wrong here and, after a dash, what to do.
        errors: where several things are wrong, each of them.
        status: of HTTP, where it is not that of the kind.
    """

    kind: ProblemKind
    detail: str
    errors: tuple[str, ...] = ()
    status: int | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the problem as RFC 9457, 3 has it.

        >>> Problem(BUSY, "try again").as_dict()["status"]
        503
        """
        more = {"errors": list(self.errors)} if self.errors else {}
        return {
            "type": f"/docs#problem-{self.kind.name}",
            "title": self.kind.title,
            "status": self.status or self.kind.status,
            "detail": self.detail,
            **more,
        }


class ProblemError(Exception):
    """Ends the work on a request: a problem is its answer."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def of_error(error: PadananError | OSError | MemoryError) -> Problem:
    """Return what to say of an error that a user can mend.

    >>> of_error(PadananError("no table — name one", path="a.txt")).detail
    'a.txt: no table — name one'
    """
    if isinstance(error, MemoryError):
        return Problem(TOO_LARGE, "not enough memory — split the input")
    if isinstance(error, MistakesError):
        lines = tuple(map(short, error.lines[:MOST]))
        return Problem(UNREADABLE, short(str(error)), lines)
    if isinstance(error, PadananError):
        return Problem(UNREADABLE, short(str(error)))
    parts = (str(error.filename or ""), error.strerror or str(error))
    return Problem(UNREADABLE, short(": ".join(part for part in parts if part)))


def short(text: str) -> str:
    r"""Return a message as one line of bounded length that steers no terminal.

    >>> short("a\n\x1b[2J")
    'a \\x1b[2J'
    """
    line = " ".join(text.splitlines())
    cut = line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in cut)
