"""Whether a text is Indonesian or English, by the words that every sentence has."""

from __future__ import annotations

import re

from padanan.language import ENGLISH, INDONESIAN

_INDONESIAN = re.compile(
    r"\b(?:yang|dan|di|dengan|untuk|pada|dari|ini|itu|dalam|akan|tidak|telah|adalah|oleh"
    r"|para|atau|juga|kepada|serta|ke|sebagai|sudah|bahwa|karena|antara|tersebut"
    r"|mereka|kami|kita|ia|dia|bukan|belum|agar|lebih|antar|bagi|saat|terhadap)\b",
    re.IGNORECASE,
)
# Without "as": that is the United States. Hardly an Indonesian word has these suffixes.
_ENGLISH = re.compile(
    r"\b(?:the|and|of|to|in|with|for|on|at|by|from|that|this|these|is|are|was|were|be"
    r"|been|has|have|had|will|would|not|an?|or|it|its|their|they|he|she|we|which"
    r"|who|but|after|before|between|said|all|\w{3,}(?:ed|tions?|ment|ly))\b",
    re.IGNORECASE,
)
# Prefixes and suffixes that no English word has both of, nor many have one of.
_SHAPES = re.compile(
    r"\b(?:me(?:ng|ny|m|n)|ber|ter|peng|peny|pem|ke|di)\w{3,}(?:kan|an|nya)\b"
    r"|\b\w{3,}(?:nya|kan)\b",
    re.IGNORECASE,
)


def guess(text: str) -> str:
    """Return the code of the language that a text is rather in.

    Where nothing tells, it is Indonesian: the language that has terms.

    >>> guess("Menlu tiba di Jakarta."), guess("The minister has arrived.")
    ('id', 'en')
    >>> guess("Gencatan senjata"), guess("Kedua pihak at the table diam")
    ('id', 'en')
    """
    ours = len(_INDONESIAN.findall(text)) + len(_SHAPES.findall(text))
    return ENGLISH if len(_ENGLISH.findall(text)) > ours else INDONESIAN
