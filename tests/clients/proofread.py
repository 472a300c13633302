"""Have LibreOffice check texts, and print what it says: run by Debian's own Python.

Argument: the name of the pipe that LibreOffice listens on. Standard input: a JSON
array of arrays of a language, a country and a text. Standard output: for each text an
array of what is found: offset, length (UTF-16 code units), comment, suggestions.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from time import sleep
from typing import Any

CONTEXT = "urp;StarOffice.ComponentContext"
CHECKER = "org.openoffice.lingu.LanguageToolGrammarChecker"


def connected(uno: Any, pipe: str) -> Any:
    """Return the context of LibreOffice, once it has started."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};{CONTEXT}")
        except Exception:  # noqa: BLE001 -- com.sun.star.connection.NoConnectException
            sleep(0.2)
    return sys.exit("LibreOffice did not start")


def main() -> None:
    """Check the texts, and end LibreOffice."""
    uno = import_module("uno")
    context = connected(uno, sys.argv[1])
    service = context.ServiceManager.createInstanceWithContext
    checker = service(CHECKER, context)
    found = []
    for language, country, text in json.load(sys.stdin):
        locale = uno.createUnoStruct("com.sun.star.lang.Locale", language, country, "")
        length = len(text.encode("utf-16-le")) // 2
        said = checker.doProofreading("1", text, locale, 0, length, ()).aErrors
        found.append(
            [
                (one.nErrorStart, one.nErrorLength, one.aShortComment,
                 list(one.aSuggestions))
                for one in said
            ]
        )  # fmt: skip
    sys.stdout.write(json.dumps(found))
    service("com.sun.star.frame.Desktop", context).terminate()


if __name__ == "__main__":
    main()
