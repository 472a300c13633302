"""Rich Text Format: the text of a document."""
