"""Annotations out: for the terminal, as HTML, Markdown or JSON."""
