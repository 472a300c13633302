"""What Padanan knows of Indonesian and English, apart from any glossary."""
