"""A cheap look before the costly one: whether a text can tell of the theatre at all."""

import re
from collections.abc import Callable

from claimatlas.model.names import fold_name
from claimatlas.theatres import Theatre

WORD = re.compile(r"[^\W\d_][\w'’-]*")
SHORT = 4


def screen(theatre: Theatre) -> Callable[[str], bool]:
    """A test of texts: False where none of the theatre's names of places, provinces, countries or actors stands in it.

    Names of one word count, and the first words of longer ones; short and lower-case words do not.
    """
    names = {n for p in (*theatre.places, *theatre.provinces) for n in (p.name, *p.names)}
    names |= {n.text for a in theatre.actors.values() for n in (*a.names,)} | {a.name for a in theatre.actors.values()}
    telling = {words[0] for n in names if n[:1].isupper() and (words := fold_name(n).split()) and len(words[0]) >= SHORT}

    def may_tell(text: str) -> bool:
        found = {w for w in WORD.findall(text) if not w.islower()}
        return any(fold_name(w) in telling for w in found)

    return may_tell
