"""PDF: the text of pages, in the order in which people read it."""
