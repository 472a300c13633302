"""Translation units: source texts with their translations, read and written."""
