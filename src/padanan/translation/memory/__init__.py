"""The translation memory: earlier translations, kept in one file and found again.

``database`` keeps them, ``matches`` finds what is the same or similar, ``differences``
says in what it differs, and ``prefill`` offers it in a worksheet.
"""
