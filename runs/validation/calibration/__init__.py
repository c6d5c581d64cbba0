"""The rules held against named patterns of the record."""
