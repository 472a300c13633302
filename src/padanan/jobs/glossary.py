"""The glossary that a job works with: which files, compiled or as concepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from padanan.errors import GlossaryError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from padanan import Annotator
    from padanan.glossary.library import GlossaryFile
    from padanan.matching.compiled import Compiled
    from padanan.model import Glossary


class GlossaryOptions(NamedTuple):
    """Which glossary a job works with.

    Attributes:
        paths: PO files or folders of the user's own, or such files read already, laid
            over the shipped glossary; the first one comes first.
        shipped: whether the shipped glossary is used too.
        cache: whether the compiled form is kept in the user's cache folder.
    """

    paths: tuple[str | GlossaryFile, ...] = ()
    shipped: bool = True
    cache: bool = True


SHIPPED = GlossaryOptions()
"""The shipped glossary alone."""


def annotator(options: GlossaryOptions = SHIPPED) -> Annotator:
    """Return what finds the terms of the glossary.

    Raises:
        GlossaryError: a file is not a glossary.
        OSError: a file cannot be read.
    """
    from padanan import Annotator

    return Annotator.from_files(
        *options.paths, shipped=options.shipped, cache=options.cache
    )


def compiled(options: GlossaryOptions = SHIPPED) -> Compiled:
    """Return the compiled glossary, for jobs that read no text.

    Raises:
        GlossaryError: a file is not a glossary.
        OSError: a file cannot be read.
    """
    from padanan.matching.cached import compile_files

    return compile_files(*options.paths, shipped=options.shipped, cache=options.cache)


def load(
    options: GlossaryOptions = SHIPPED, *, include_fuzzy: bool = False
) -> Glossary:
    """Return the glossary itself, with all that its concepts have.

    Args:
        options: which glossary.
        include_fuzzy: whether entries of the user's own that are not reviewed change
            others.

    Raises:
        GlossaryError: a file is not a glossary.
        OSError: a file cannot be read.
    """
    from padanan.glossary import library

    return library.load(
        *options.paths, shipped=options.shipped, include_fuzzy=include_fuzzy
    )


def domains_of(found: Annotator) -> frozenset[str]:
    """Return the domains of the concepts that an annotator knows."""
    return found.engine.domains()


def check_domains(wanted: Iterable[str], known: Collection[str]) -> frozenset[str]:
    """Return domains that were asked for, all of which the glossary has.

    Raises:
        GlossaryError: it has no concept of one; the message names the closest one.

    >>> check_domains(["laws"], ["law", "trade"])
    Traceback (most recent call last):
    padanan.errors.GlossaryError: there is no domain “laws” — did you mean “law”?
    """
    asked = frozenset(wanted)
    for name in sorted(asked - frozenset(known)):
        from difflib import get_close_matches

        close = get_close_matches(name, sorted(known), 1)
        advice = f"did you mean “{close[0]}”?" if close else _listed(known)
        raise GlossaryError(f"there is no domain “{name}” — {advice}")
    return asked


def _listed(known: Collection[str]) -> str:
    return f"known are {', '.join(sorted(known))}" if known else "there is no concept"
