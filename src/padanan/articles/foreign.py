"""Passages in another language than Indonesian, as an article itself declares them.

In them nothing is a term: an English name is not Indonesian because a word of it is.
What a declaration is worth differs. In HTML somebody wrote it for a passage; what a
page says of itself as a whole (``<html lang="en">``) is often what its program came
with. Word writes down what the spelling check used, which follows the keyboard.

Sources: HTML Living Standard, 3.2.6.2 (``lang``); BCP 47; ECMA-376 part 1, 17.3.2.20
(``w:lang``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from padanan.model import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable

# ISO 639-2: undetermined, several, no language.
_OURS = frozenset({SOURCE_LANGUAGE, "", "und", "mul", "mis", "zxx", "x"})

_INDONESIAN = re.compile(
    r"\b(?:yang|dan|di|dengan|untuk|pada|dari|ini|itu|dalam|akan|tidak|telah|adalah|oleh"
    r"|para|atau|juga|kepada|serta|ke|sebagai)\b",
    re.IGNORECASE,
)
WORDS = 4
"""Number of words from which a passage is told of: fewer are a name or a link."""


def is_foreign(code: str, whole: str = "") -> bool:
    """Tell whether a language is another one than that of the article.

    Args:
        code: of the passage.
        whole: of the whole article, which is read as Indonesian whatever it says.

    >>> is_foreign("en"), is_foreign("id"), is_foreign("en", "en"), is_foreign("")
    (True, False, False, False)
    """
    return code not in _OURS and code != whole


def reads_indonesian(text: str) -> bool:
    """Tell whether a text has words that sentences in Indonesian have.

    >>> reads_indonesian("Menlu tiba di Jakarta"), reads_indonesian("The minister")
    (True, False)
    """
    return bool(_INDONESIAN.search(text))


def told(passages: Iterable[tuple[str, str]], whole: str = "") -> tuple[str, ...]:
    """Return what to say of passages in other languages.

    Args:
        passages: the language of each and its text.
        whole: the language that the whole article declares.

    >>> told([("en", "as the minister said today"), ("fr", "oui")])
    ('a passage in “en” has no terms: it is not Indonesian',)
    """
    codes = [code for code, text in passages if len(text.split()) >= WORDS]
    every = ", ".join(f"“{code}”" for code in sorted({*codes}))
    lines = []
    if is_foreign(whole):
        lines.append(f"it says that it is in “{whole}”; it is read as Indonesian")
    if len(codes) == 1:
        lines.append(f"a passage in {every} has no terms: it is not Indonesian")
    elif codes:
        lines.append(
            f"{len(codes):,} passages in {every} have no terms: they are not Indonesian"
        )
    return tuple(lines)
