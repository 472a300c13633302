"""Articles: read from text, Markdown, HTML and Word, and written back annotated."""
