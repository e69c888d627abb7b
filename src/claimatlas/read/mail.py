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
from claimatlas.read.outlet import is_department, is_generic, is_name, is_outlet
from claimatlas.read.page import fragment_text
from claimatlas.read.raw import Raw

HEADERS = re.compile(rb"\A(?:Return-Path|Received|From|Date|Subject|Message-ID|MIME-Version|Delivered-To): ", re.IGNORECASE)
BOXES = frozenset(
    """
    desk news newsroom newsdesk editor editors editorial press info media bulletin newsletter alerts updates noreply no-reply contact
    """.split()  # noqa: SIM905
)
OFFICE = re.compile(
    r"(?:\s+[-–|]\s*|\s+)(?:(?:News|Press|Media) )?(?:Desk|Newsroom|Editors?|Team|Office|Service|Newsletter|Alerts?|Updates?|Staff)$"
)
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
    name_of_sender = " ".join(sender.split())
    return Raw(
        text=text,
        media_type="message/rfc822",
        title=headers["Subject"].strip() or None,
        author=name_of_sender or address or None,
        publisher=newsroom(name_of_sender, address),
        published=parse_date(headers["Date"]),
        host=address.rpartition("@")[2].lower() or None,
    )


def newsroom(sender: str, address: str) -> str | None:
    """The publisher whose newsroom an e-mail comes from: the sender's name without `Desk`; None where a person or a stranger sent it.

    A newsroom's address has a box such as `desk@` or the publisher's name for its domain.
    """
    box, _, host = address.lower().partition("@")
    name = OFFICE.sub("", sender.strip(" \"'"))
    if not host or not is_name(name) or is_generic(name) or is_department(name):
        return None
    joined = "".join(c for c in name.lower() if c.isalnum())
    own = len(joined) > 3 and joined.removeprefix("the") in (label.replace("-", "") for label in host.split("."))
    return name if own or (box in BOXES and (is_outlet(name) or name != sender)) else None
