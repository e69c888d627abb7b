"""What the name of a publisher looks like, so that no headline and no sentence is taken for one."""

import re

from claimatlas.read.dateline import known_place
from claimatlas.theatres.in_force import with_own

MOST_WORDS = 6
LONGEST_NAME = 60
SMALL = frozenset("of for the and de la al el in on".split())  # noqa: SIM905
WORD = re.compile(r"[^\W_](?:[\w'’&.\-]*[\w'’&])?|&")
LAST = frozenset(
    """
    wire monitor observer tribune post times news newspaper daily weekly bulletin gazette herald press agency network media journal
    chronicle review telegraph dispatch courier sentinel examiner newsletter radio tv television channel broadcasting observatory
    newswire ministry today online magazine newsroom broadcaster service
    """.split()  # noqa: SIM905
)
OFFICE = re.compile(r"\b(?:ministry|observatory|agency|network|voice|times|directorate|radio|journal|news)\s+(?:of|for)\s", re.IGNORECASE)
FIRST = frozenset("radio tv agence television".split())  # noqa: SIM905
DEPARTMENT = re.compile(
    r"(?:[A-Z][\w\-]+ )?(?:press|media|news|information|foreign|military)?\s?(?:service|office|desk|department|bureau|newsroom|staff)",
    re.IGNORECASE,
)
GENERIC = frozenset(
    """
    daily weekly monthly bulletin news update updates report reports note statement press release digest briefing summary breaking
    latest special edition issue communique situation sitrep maps war exclusive live world politics region regional international
    local home top story stories opinion analysis middle east article articles headlines rss feed atom all media newsletter alerts
    english online the of and for service today
    photo photos picture pictures video videos map updated archive
    """.split()  # noqa: SIM905
)
TOLD = frozenset(
    """
    army rebel rebels militant militants gunmen terrorists fighters troops soldiers regime jets forces
    civilians warplanes opposition coalition militia dead killed injured wounded government attack attacks attacked
    kill kills strike strikes struck hit hits say says said tell tells told claim claims claimed deny denies denied take takes took
    taken capture captures captured seize seizes seized storm storms stormed shell shells shelled bomb bombs bombed bombing clash
    clashes fall falls fell enter enters entered advance advances advanced retake retakes recapture recaptures withdraw withdraws
    repel repels repelled launch launches launched arrest arrests arrested release releases released announce announces announced
    confirm confirms confirmed accuse accuses accused warn warns warned urge urges urged call calls called seek seeks leave leaves
    left move moves hold holds held is are was were has have had be been will may not against after amid as at by from into near over
    to with
    """.split()  # noqa: SIM905
)
"""Words of headlines that stand in no publisher's name; a theatre adds its own (words.yaml)."""
NO_OUTLET = frozenset(
    """
    twitter facebook telegram youtube google instagram whatsapp wikipedia unknown anonymous agencies
    """.split()  # noqa: SIM905
)
SITES = re.compile(r"\s*(?:[|»:·]|\s[-–—])\s*")


def is_name(text: str) -> bool:
    """Whether words look like a name: few, each with a capital or in capitals, none that only headlines have, no mark of a sentence."""
    words = WORD.findall(text)
    if not 0 < len(words) <= MOST_WORDS or len(text) > LONGEST_NAME or not re.fullmatch(r"[\w'’&.\- ]+", text):
        return False
    if re.search(r"\.(?:\s|$)|\d{3}", text) or not words[0][0].isupper() or not words[-1][0].isupper():
        return False
    folded = [w.lower() for w in words]
    large = all(w[0].isupper() or w.lower() in SMALL or w.startswith(("al-", "el-")) or w == "&" for w in words)
    return large and not with_own(TOLD, "headlines") & set(folded) and not NO_OUTLET & set(folded)


def large_words(name: str) -> int:
    """How many words a name has, `of`, `the` and the like left out."""
    return sum(w.lower() not in SMALL for w in WORD.findall(name))


def is_outlet(text: str) -> bool:
    """Whether a name says of itself that it is a publisher's: it ends in a word such as Wire or Tribune, or opens as a ministry's."""
    if not is_name(text) or is_generic(text):
        return False
    words = [w.lower() for w in WORD.findall(text)]
    return len(words) > 1 and (words[-1] in LAST or words[0] in FIRST or OFFICE.search(text + " ") is not None)


def is_short_name(text: str) -> bool:
    """Whether a name of one or two words, that does not say what it is, may be a publisher's: no place, no verb at its end."""
    words = WORD.findall(text)
    if not is_name(text) or len(words) > 2 or is_generic(text) or known_place(text):
        return False
    return len(words) == 1 or not (known_place(words[0]) or words[1].lower().endswith(("s", "ed", "ing")))


def is_generic(text: str) -> bool:
    """Whether words name a section or a kind of text, not a publisher: `Latest news`, `Daily bulletin`."""
    words = [w.lower() for w in WORD.findall(text)]
    return bool(words) and all(w in GENERIC for w in words)


def is_department(text: str) -> bool:
    """Whether words name a part of a house: `Press Service`, `Military Desk`."""
    return DEPARTMENT.fullmatch(text.strip()) is not None


def cased(name: str, text: str) -> str:
    """A name in capitals as the text writes it elsewhere, else each word but abbreviations in small letters behind its first."""
    if not name.isupper() or " " not in name:
        return name
    for match in re.finditer(re.escape(name), text, re.IGNORECASE):
        if match.group() != name and is_name(match.group()):
            return match.group()
    words = (w.lower() if w.lower() in SMALL else w if len(w) <= 3 and w != "THE" else w.capitalize() for w in name.split())
    joined = " ".join(words)
    return joined[0].upper() + joined[1:]


def site_name(title: str | None) -> str | None:
    """A feed's title without what only says that it is a feed: `Levant Wire - Latest news` is Levant Wire; None where nothing is left."""
    parts = [p.strip() for p in SITES.split(title or "") if p.strip()]
    kept = [p for p in parts if not is_generic(p)]
    if not kept:
        return None
    return title if len(kept) == len(parts) else kept[0]
