"""Which Indonesian terms name an office: a title of a person, or a body."""

from __future__ import annotations

TITLES = frozenset({
    "asisten", "atase", "deputi", "direktur", "dirjen", "dubes", "duta", "emir",
    "jaksa", "jubir", "juru", "kaisar", "kanselir", "kepala", "ketua", "komisaris",
    "konjen", "konselor", "konsul", "kuasa", "mendag", "mendagri", "menhan", "menkeu",
    "menko", "menlu", "mensesneg", "menteri", "negosiator", "panglima", "pejabat",
    "pemimpin", "penasihat", "penjabat", "perdana", "pm", "premier", "presiden",
    "putra", "raja", "ratu", "sekjen", "sekretaris", "sultan", "utusan", "wakil",
    "wamenlu", "wapres",
})  # fmt: skip
"""First words of terms that are titles; what follows in capitals is a name."""

BODIES = frozenset({
    "departemen", "deplu", "dephan", "kantor", "kedubes", "kedutaan", "kejaksaan",
    "kemhan", "kemlu", "kementerian", "konsulat", "kongres", "pemerintah",
    "pemerintahan", "parlemen", "senat",
})  # fmt: skip
"""First words of terms that are bodies of a state."""


def is_title(term: str) -> bool:
    """Whether a term is a title that a person bears.

    >>> is_title("menteri luar negeri"), is_title("kementerian luar negeri")
    (True, False)
    """
    return term.lower().split(" ")[0] in TITLES


def is_office(term: str) -> bool:
    """Whether a term is a title or a body of a state.

    >>> is_office("kementerian luar negeri"), is_office("gencatan senjata")
    (True, False)
    """
    return is_title(term) or term.lower().split(" ")[0] in BODIES
