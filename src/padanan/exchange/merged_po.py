"""gettext PO: the whole glossary merged into one file.

Each entry has its domain as a field, since the name of the file is not a domain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.exchange.formats import Dump
from padanan.files.text import encode
from padanan.glossary import po

if TYPE_CHECKING:
    from padanan.exchange.formats import FormatOptions
    from padanan.model import Glossary


def dumps(glossary: Glossary, options: FormatOptions) -> Dump:
    """Return the glossary as one PO file.

    Raises:
        GlossaryError: a concept cannot be written so that it is read back the same.
    """
    text = po.dumps(glossary.concepts, domain="")
    return Dump((("", encode(text)),))


def loads(data: bytes, path: str) -> Glossary:
    """Return the glossary of a PO file; entries without the field have no domain.

    Raises:
        GlossaryError: the file is not a glossary, with the line of its first problem.
    """
    return po.loads(po.decode(data, path=path), path=path, domain="")
