"""Markdown to plain text, with the title that its first heading gives and what a front matter says."""

import re
from itertools import pairwise
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimatlas.read.fields import parse_date
from claimatlas.read.raw import Raw

FRONT = re.compile(r"\A---\n(?P<yaml>.{0,4000}?)\n---[ \t]*\n", re.DOTALL)
NEST = 50


def read_markdown(text: str) -> Raw:
    """The words without their marks, an empty line between two blocks."""
    front = FRONT.match(text)
    about = _front(front["yaml"]) if front else {}
    tokens = MarkdownIt("commonmark", {"maxNesting": NEST}).parse(text[front.end() :] if front else text)
    blocks = [(token, block) for token in tokens if (block := _block(token).strip("\n"))]
    heading = next((block for i, (token, block) in enumerate(blocks) if i == 0 and token.level == 1 and _is_heading(tokens, token)), None)
    return Raw(
        text="\n\n".join(block for _, block in blocks),
        media_type="text/markdown",
        title=_word(about, "title") or heading,
        author=_word(about, "author"),
        publisher=_word(about, "publisher") or _word(about, "source"),
        published=parse_date(about.get("date")) if about.get("date") else None,
        url=_word(about, "url"),
    )


def _is_heading(tokens: list[Token], token: Token) -> bool:
    return any(a.type == "heading_open" and b is token for a, b in pairwise(tokens))


def _front(text: str) -> dict[str, Any]:
    try:
        about = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return about if isinstance(about, dict) else {}


def _word(about: dict[str, Any], name: str) -> str | None:
    value = about.get(name)
    return str(value).strip() or None if isinstance(value, str) else None


def _block(token: Token) -> str:
    if token.type == "inline":
        return "".join(_inline(child) for child in token.children or ())
    return token.content if token.type in ("code_block", "fence") else ""


def _inline(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return token.content if token.type in ("text", "code_inline", "image") else ""
