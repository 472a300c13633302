"""TBX-Basic of ISO 30042:2019, style DCT: data categories as elements of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from padanan.exchange import tbx_2019, tbx_reading

if TYPE_CHECKING:
    from padanan.exchange.formats import Dump, Options
    from padanan.model import Glossary

LOSES = tbx_2019.LOSES

loads = tbx_reading.loads


def dumps(glossary: Glossary, options: Options) -> Dump:
    """Return the glossary as TBX of 2019, style DCT.

    >>> from padanan.exchange.formats import Options
    >>> from padanan.model import Concept, Glossary, Term
    >>> visa = Concept("visa", "consular", (Term("visa"),), (Term("visa"),))
    >>> data = dumps(Glossary((visa,)), Options()).files[0][1]
    >>> loads(data, "a.tbx")["visa"].domain
    'consular'
    """
    return tbx_2019.dump(glossary, tbx_2019.DCT)
