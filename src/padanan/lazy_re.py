"""Regular expressions that are compiled when they are used for the first time.

Compiling the hundred of them that reading an article may need takes longer than reading
a short one, which uses half of them. What every text uses is compiled by ``re`` itself.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Lazy:
    """Stands for a pattern; what was asked of it once is an attribute from then on."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # ``re`` keeps what it has compiled, so that each method may ask for it.
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found


def compile(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:  # noqa: A001 - as re
    r"""Return a pattern as ``re.compile`` does; a mistake in it shows at the first use.

    It has all methods and attributes of a pattern, but ``re.sub`` and its like do not
    take it.

    >>> compile(r"\d+").findall("7 dari 20")
    ['7', '20']
    """
    return cast("re.Pattern[AnyStr]", _Lazy(text, flags))
