"""Navigation and boilerplate inside a report's text: spans that carry no claim."""

import re

from claimatlas.read.head import read_head

CLICK = re.compile(r"\bClick here (?:to|for)\b[^.\n]{0,160}(?:[.!](?=\s|$)|$)", re.MULTILINE)
SENTENCE = r"[^.\n]{0,120}(?:[.!](?=\s|$)|$)"
LINES = re.compile(
    r"^[ \t]*(?:"
    r"(?:Read more|Print(?: this page)?|Tags|Read also|Also read)\b(?:[ \t:|][^\n]{0,300})?"
    r"|(?:Read next|See also|Watch(?: also)?|Related(?: (?:articles|stories|topics|news|links))?"
    r"|RELATED|Tag|TAGS|Topics?|Keywords|Sources?|Photos?"
    r"|Image|Picture|Credit|Share(?: this)?"
    r"|Subscribe|Sign up|Advertisement|Short link|Comments?|Leave a (?:comment|reply)|Support us|Donate)"
    r"\s*(?::[^\n]{0,300}|\|[^\n]{0,300}|$)"
    r"|(?:Follow|Like|Join) us on\b[^\n]{0,200}|©[^\n]{0,200}|Copyright\b[^\n]{0,200}|All rights reserved[^\n]{0,100}"
    r")$",
    re.MULTILINE,
)
INLINE = re.compile(
    r"\)?\s?Get short URL(?:\s+\d+)*(?:\s+Topic [^\n]{3,60}?\(\d+\)(?:\s+\d+)*)?"
    rf"|\bFollow us on (?:Twitter|Facebook|Telegram|Instagram|YouTube)\b{SENTENCE}"
    r"|\bCommunity standards Discussion(?: Comment via \w+(?: Comment via \w+)*)?"
    r"|\bPrint this page\b|\bPrint Tweet Views \d+(?: Related)?|\bSEND https?\S+"
    r"|\bShort link:? ?https?\S*|\bAll rights reserved\.?"
)
FOOTER = re.compile(
    r"(?:\.\.\. )?(?:\d+ )*\b(?:Related(?: News)?|Tags) (?=[A-Z])"
    r"(?=.*?(?:Community standards|Comment via|Follow us on|Privacy Policy|Subscribe))"
    r"|\bCommunity standards ?Discussion|\bOur Standards: ?The \w+|\b(?:Reporting|Additional reporting) by [A-Z][^.]{3,120}; Editing by"
    r"|\bLast Update: \w+ \d|\bRead Also\s*\Z|\(?Source:? [A-Z][^.()]{2,80}\)?(?: Twitter| Facebook)*\s*\Z",
    re.DOTALL,
)
LONGEST_FOOTER = 3000
TAGS = re.compile(r"\bTags (?=[A-Z])")
LONGEST_TAGS = 300


def seams(text: str) -> list[tuple[int, int]]:
    """Spans (start, end) of navigation, boilerplate and stamp lines under a title, in order, none touching another."""
    spans = [m.span() for form in (CLICK, LINES, INLINE) for m in form.finditer(text)]
    below = read_head(text).below
    spans += _tag_spans(text) + _footer(text) + ([below] if below else [])
    return _joined([(a, b) for a, b in (_trimmed(text, s) for s in spans) if b > a])


def _tag_spans(text: str) -> list[tuple[int, int]]:
    """A row of tags in running text ends where the lead sentence before it is told again."""
    spans = []
    for match in TAGS.finditer(text):
        line_end = text.find("\n", match.end())
        stop = min(len(text) if line_end < 0 else line_end, match.end() + LONGEST_TAGS)
        words = re.findall(r"[A-Z][^\s]*(?:\s+[^\s]+){3}", text[max(0, match.start() - 600) : match.start()])
        again = [i for w in words if (i := text.find(w, match.end(), stop)) >= 0]
        if again:
            spans.append((match.start(), min(again)))
    return spans


def _footer(text: str) -> list[tuple[int, int]]:
    """What a web page hangs below its report runs from its first words to the text's end."""
    found = FOOTER.search(text, max(len(text) - LONGEST_FOOTER, len(text) // 5))
    return [(found.start(), len(text))] if found else []


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
