"""OpenDocument texts, as LibreOffice writes them: their text, blocks and leaves."""
