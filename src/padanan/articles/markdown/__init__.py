"""Markdown: its text as it stands, its blocks and runs."""
