"""Fits what the tool ships as weights; nothing of it is needed in a run."""
