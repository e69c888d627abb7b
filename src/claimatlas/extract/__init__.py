"""Passage -> Claim: copies the report's words; what they mean in the world is chosen in `resolve`."""
