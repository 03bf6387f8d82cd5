"""Strings only: alignment, tokens, numerals, word lists. Knows nothing of claims."""
