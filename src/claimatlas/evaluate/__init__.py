"""Evaluate: how well and how fast the reading does, on material that is not part of the project."""
