"""Words about which the rules of form make exceptions."""

from __future__ import annotations

_INDONESIAN = frozenset({
    "antara", "atas", "bagi", "dalam", "dan", "dari", "dengan", "di", "hingga", "ke",
    "kepada", "melalui", "mengenai", "oleh", "pada", "para", "sang", "sebagai",
    "sejak", "serta", "si", "tentang", "terhadap", "untuk", "yang",
})  # fmt: skip
_FOREIGN = frozenset({
    "a", "against", "al", "an", "and", "as", "at", "between", "by", "concerning", "d",
    "da", "de", "del", "des", "du", "e", "el", "en", "et", "for", "from", "in",
    "into", "its", "la", "le", "les", "nor", "of", "on", "or", "over", "per", "pour",
    "relating", "relative", "respect", "sans", "sur", "the", "their", "to", "under",
    "upon", "versus", "via", "with", "within",
})  # fmt: skip
LOWER_IN_NAMES = _INDONESIAN | _FOREIGN
"""Words that stay in lower case inside a name.

Prepositions, conjunctions and articles: Indonesian (EYD V, I.A), and those of English,
French, Latin and Spanish names.
"""

REDUPLICATED = frozenset({
    "agar-agar", "anak-anak", "baik-baik", "cita-cita", "gara-gara", "hati-hati",
    "kira-kira", "kisi-kisi", "kupu-kupu", "kura-kura", "lain-lain", "laki-laki",
    "langit-langit", "masing-masing", "mata-mata", "oleh-oleh", "paru-paru",
    "pura-pura", "rata-rata", "sama-sama", "sapu-sapu", "semata-mata",
    "sungguh-sungguh", "tiba-tiba", "ubur-ubur", "undang-undang",
})  # fmt: skip
"""Words that are reduplicated by themselves (KBBI)."""

ENDING_IN_NYA = frozenset({
    "bertanya", "hanya", "punya", "tanya",
})  # fmt: skip
"""Words whose *-nya* is no clitic; adverbs (*sepenuhnya*) are not looked at."""

NAMES_IN_CAPITALS = frozenset({
    "BRICS", "G20", "G7", "G77", "G8",
})  # fmt: skip
"""Names that look like abbreviations and have no full form."""

FROM_NAMES = frozenset({
    "Balkanisation", "Christianisation", "Finlandisation", "Holocaust",
    "Islamisation", "Islamist", "Islamophobia", "Islamophobic", "Latinisation",
    "Zionism", "Zionist",
})  # fmt: skip
"""English common nouns with a capital, since they come from a name."""

OWN_TITLES = frozenset({
    "Day", "Department", "Secretary",
})  # fmt: skip
"""English words that are capitalised with their term: offices by a country's own name
(*Secretary of Defense*, *State Department*), days (*National Day*).
"""
