"""What all files of TMX 1.4b that we write begin with."""

from __future__ import annotations

from padanan.files.xml import Element


def header(source: str, segments: str) -> Element:
    """Return the header of a memory of ours.

    Args:
        source: the language of the source.
        segments: what its segments are, ``phrase`` or ``sentence``.

    >>> dict(header("id", "phrase").attributes)["srclang"]
    'id'
    """
    return Element(
        "header",
        (
            ("creationtool", "padanan"),
            ("creationtoolversion", "1"),
            ("segtype", segments),
            ("o-tmf", "padanan"),
            ("adminlang", "en"),
            ("srclang", source),
            ("datatype", "plaintext"),
        ),
    )
