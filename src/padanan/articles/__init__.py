"""Articles in: text, Markdown … → text with its places, and back, annotated."""
