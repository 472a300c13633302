"""Word documents: their text, blocks and runs, and marks put into them."""
