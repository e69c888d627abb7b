"""JSON lines that are one line for every reader."""

from typing import Any

import msgspec

BREAKS = {"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""Characters that JSON allows in a string and at which some readers split lines."""


def json_line(row: dict[str, Any]) -> str:
    """The row as one line with its line feed; dates as ISO 8601."""
    text = msgspec.json.encode(row).decode("utf-8")
    for character, escaped in BREAKS.items():
        text = text.replace(character, escaped)
    return text + "\n"
