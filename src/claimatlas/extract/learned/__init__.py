"""The learned reader: which words tell an event, of which type, and which mentions of the report fill its slots."""
