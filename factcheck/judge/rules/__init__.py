"""One rule a file: each says why it rules a case, or None."""
