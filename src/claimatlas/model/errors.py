"""What can go wrong at the border.

Tree::

    ClaimatlasError
    ├── InputError            a file or a value that the user gave cannot be used
    │   ├── UnreadableFile    the bytes are not what the file's ending says, or too many, or none
    │   ├── MissingColumn     a table lacks a column that was named
    │   └── BadKnowledge      a theatre or gazetteer file breaks its rules
    └── LedgerError           the ledger cannot be opened or is not one of ours
"""


class ClaimatlasError(Exception):
    """Base of all errors that a caller may want to catch; its text is one clear sentence."""


class InputError(ClaimatlasError):
    """A file or value given by the user cannot be used; the text names it and the mend."""


class UnreadableFile(InputError):
    """A file whose bytes cannot be read as a report."""


class MissingColumn(InputError):
    """A table without a column that the command names."""


class BadKnowledge(InputError):
    """A theatre, gazetteer or basemap file that breaks its rules."""


class LedgerError(ClaimatlasError):
    """The ledger cannot be opened, or is not a Claimatlas ledger."""
