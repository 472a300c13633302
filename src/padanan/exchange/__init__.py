"""The glossary in the formats of other programs; ``formats.FORMATS`` lists them."""
