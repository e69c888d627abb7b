"""What the slots of a claim mean where their names mislead."""

HELPED = frozenset({"air_support", "arm"})
"""Types whose target is the side that is helped, not one that is acted against."""
