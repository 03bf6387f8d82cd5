"""Comparators: each looks at one aspect of two claims and names what it finds."""
