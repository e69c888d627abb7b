"""HTML pages: the report's text and metadata, nothing fetched."""

import re
from collections.abc import Iterator
from datetime import date

import lxml.etree
import lxml.html
import trafilatura

from claimatlas.model.errors import UnreadableFile
from claimatlas.read.decode import decode
from claimatlas.read.fields import parse_date
from claimatlas.read.limits import PARSER_ERRORS
from claimatlas.read.raw import Raw

CHARSET = re.compile(rb"charset=[\"']?([\w\-]{2,30})", re.IGNORECASE)
DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul".split()  # noqa: SIM905
)
HIDDEN = frozenset(("script", "style", "noscript", "template", "head"))


def read_page(data: bytes, name: str) -> Raw:
    """The main text of a page with its title, author, date, site and address. Raises: UnreadableFile where there is none."""
    charset = CHARSET.search(data[:4096])
    text, flags = decode(data, name, charset[1].decode("ascii") if charset else None)
    try:
        found = trafilatura.bare_extraction(
            text, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=dict(DATES)
        )
    except (*PARSER_ERRORS, lxml.etree.LxmlError) as error:
        raise UnreadableFile(f"'{name}' is no HTML that can be read; save the page again or give its text.") from error
    body = found if found is None or isinstance(found, dict) else found.as_dict()
    if not body or not (body.get("text") or "").strip():
        raise UnreadableFile(f"No text of a report was found in the page '{name}'; give its text instead.")
    return Raw(
        text=str(body["text"]),
        media_type="text/html",
        title=body.get("title"),
        author=body.get("author"),
        publisher=body.get("sitename"),
        published=_plain_date(body.get("date")),
        url=body.get("url"),
        flags=flags,
    )


def _plain_date(value: object) -> date | None:
    return parse_date(value) if value else None


def fragment_text(fragment: str) -> str:
    """The text of a piece of HTML in a feed or an e-mail: one line a block, tags dropped."""
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    try:
        root = lxml.html.fromstring(f"<div>{fragment}</div>")
    except (*PARSER_ERRORS, lxml.etree.LxmlError):
        return ""
    joined = "".join(_pieces(root))
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in joined.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _pieces(root: lxml.html.HtmlElement) -> Iterator[str]:
    """Texts and line breaks in the order of the page; an open stack, as a page may be nested deeper than Python's calls."""
    for step, node in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = node.tag if isinstance(node.tag, str) else None
        shown = tag is not None and not any(a.tag in HIDDEN for a in (node, *node.iterancestors()))
        if step == "start":
            yield "\n\n" if tag in BLOCKS and tag != "br" else ""
            yield (node.text or "") if shown else ""
        else:
            yield "\n" if tag in BLOCKS else ""
            parent = node.getparent()
            yield (node.tail or "") if parent is None or parent.tag not in HIDDEN else ""
