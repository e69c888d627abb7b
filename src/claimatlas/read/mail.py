"""E-mails (.eml): subject, sender, date and the plain body, else the HTML one."""

import email
import email.policy
import re
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr

from claimatlas.model.errors import UnreadableFile
from claimatlas.read.fields import parse_date
from claimatlas.read.limits import PARSER_ERRORS
from claimatlas.read.page import fragment_text
from claimatlas.read.raw import Raw

HEADERS = re.compile(rb"\A(?:Return-Path|Received|From|Date|Subject|Message-ID|MIME-Version|Delivered-To): ", re.IGNORECASE)
MARKS = re.compile(rb"^(?:MIME-Version|Message-ID): ", re.MULTILINE | re.IGNORECASE)


def is_mail(data: bytes) -> bool:
    """Whether bytes begin with the headers of an e-mail."""
    return HEADERS.match(data) is not None and MARKS.search(data[:8192]) is not None


def read_mail(data: bytes, name: str) -> Raw:
    """The e-mail's body as a text. Raises: UnreadableFile where it has none, or its parts cannot be decoded."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        body = message.get_body(("plain", "html"))
        text = str(body.get_content()) if body is not None else ""
        if isinstance(body, EmailMessage) and body.get_content_type() == "text/html":
            text = fragment_text(text)
        headers = {field: str(message.get(field) or "") for field in ("Subject", "From", "Date")}
    except (*PARSER_ERRORS, MessageError) as error:
        raise UnreadableFile(f"'{name}' is no e-mail that can be read; save it again as .eml or give its text.") from error
    if not text.strip():
        raise UnreadableFile(f"The e-mail '{name}' has no text in its body; give the report's text instead.")
    sender, address = parseaddr(headers["From"])
    return Raw(
        text=text,
        media_type="message/rfc822",
        title=headers["Subject"].strip() or None,
        author=sender.strip() or address or None,
        published=parse_date(headers["Date"]),
    )
