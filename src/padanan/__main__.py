"""``python -m padanan`` is the command ``padanan``."""

from __future__ import annotations

from padanan.cli import main

if __name__ == "__main__":
    main(prog_name="padanan")
