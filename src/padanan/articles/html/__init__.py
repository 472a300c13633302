"""Web pages: their text, blocks and runs, and marks put into their source."""
