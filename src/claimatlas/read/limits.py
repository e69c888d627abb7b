"""How much one file may hold, and the errors that parsers of other people's formats raise on broken bytes."""

import struct
import zlib

MB = 1024 * 1024
TEXT = 20 * MB
"""Longest text of one report, in bytes on disk or in code points once read."""
TABLE = 512 * MB
"""Largest table on disk; each of its texts is held to TEXT."""
DOCUMENT = 100 * MB
"""Largest PDF, DOCX or e-mail on disk, and the most that a DOCX may unpack to."""
RATIO = 200
"""How many times its packed size one large part of a DOCX may have."""
PAGES = 5000
"""Most pages of a PDF."""
PIECE = 120
"""Fewest characters that stand as a report of their own in a digest."""

PARSER_ERRORS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What parsers have been seen to raise on broken input: named one by one, as a catch-all would hide our own mistakes."""
