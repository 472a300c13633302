"""What lets a short command start quickly; it imports nothing of this package."""
