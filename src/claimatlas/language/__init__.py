"""Report -> passages: sentences, tokens and syntax with offsets into the report."""

from claimatlas.language.parse import Parser, load_parser

__all__ = ["Parser", "load_parser"]
