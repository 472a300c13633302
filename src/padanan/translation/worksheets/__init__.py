"""Worksheets: an article as translation units, to be filled in and put together."""
