"""``python -m padanan`` is the command ``padanan``."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def run() -> None:
    """Run the command line; an interrupt while it is loaded is no traceback."""
    try:
        from padanan.cli import main

        main(prog_name="padanan")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    run()
