"""The two sides of an event of UCDP GED, its type of violence, and names and numbers of dyad and conflict."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from claimatlas.model.codebook import codebook
from claimatlas.model.event import Event
from claimatlas.publish.export.acled_roles import sides
from claimatlas.publish.export.countries import countries
from claimatlas.publish.export.data import ExportData
from claimatlas.publish.export.deaths import Dead, accounts
from claimatlas.publish.export.parties import CIVILIANS, Cast, Party, word_lists, words_of

STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
OWN = 10**9
"""Numbers of our own begin here: UCDP's are far below."""


@dataclass(frozen=True, slots=True)
class Side:
    """A side: `name` as UCDP names it ("Government of Syria"), the Gleditsch-Ward number of a government, the register's ids.

    `state`: whether it is a government, or a coalition of states, which has no number of its own.
    """

    name: str
    gw: int | None = None
    ids: frozenset[str] = frozenset()
    known: bool = True
    state: bool = False

    @property
    def number(self) -> int:
        """A number of our own, by the name alone."""
        return own_number(self.name)


@dataclass(frozen=True, slots=True)
class Dyad:
    """Who fights whom, in the order of UCDP: the government, else by the alphabet; who kills before civilians."""

    a: Side
    b: Side
    type: int
    conflict: str

    @property
    def name(self) -> str:
        """The dyad's name."""
        return f"{self.a.name} - {self.b.name}"


def own_number(text: str) -> int:
    """A number from a text, the same everywhere, of ten digits that begin with 1."""
    return OWN + int(hashlib.sha256(text.encode()).hexdigest()[:12], 16) % OWN


def dyad(data: ExportData, event: Event, cast: Cast) -> Dyad | None:
    """The dyad of an event; None where its type is none that kills, or civilians would stand on both sides."""
    allowed = codebook().types[event.type].ucdp
    acting, hit = sides(accounts(data, event), cast)
    armed = [p for p in acting if p.armed]
    killer = _side(armed[0] if armed else cast.unidentified(), cast)
    foes = [p for p in (*hit, *acting[1:]) if p.armed and not (armed and cast.together(armed[0], p))]
    foe = next((p for p in foes if p.known), foes[0] if foes else None)
    civil = bool(hit) and not any(p.armed for p in hit)
    if ONE_SIDED in allowed and (civil or allowed == (ONE_SIDED,)):
        return Dyad(killer, Side("Civilians"), ONE_SIDED, f"{killer.name} - Civilians")
    if NON_STATE not in allowed:
        return None
    return _armed(killer, _side(foe if foe else cast.unidentified(), cast), cast.where)


def _armed(one: Side, other: Side, where: str) -> Dyad:
    a, b = sorted((one, other), key=lambda s: (not s.state, s.name.lower()))
    if not a.state:
        return Dyad(a, b, NON_STATE, f"{a.name} - {b.name}")
    if b.state:
        return Dyad(a, b, STATE_BASED, f"{a.name} - {b.name}")
    country = next((c.name for c in countries().values() if c.gw == a.gw), where) if a.gw else where
    return Dyad(a, b, STATE_BASED, f"{country}: {'Islamic State' if 'islamic_state' in b.ids else 'Government'}")


def _side(party: Party, cast: Cast) -> Side:
    """A party as a side: forces of a state, and unnamed ones who stand with them, are its government."""
    country = countries().get(party.country or "")
    ids = frozenset({party.id} if party.id else ())
    if country is not None and country.gw is not None and party.state:
        return Side(f"Government of {country.name}", country.gw, ids, state=True)
    return Side(party.name, None, ids, party.known, party.state and country is None)


def killed(parts: Sequence[Dead], told: Dyad, cast: Cast) -> tuple[int, int, int, int]:
    """The best count by whom it is of: side a, side b, civilians, unknown."""
    sums = [0, 0, 0, 0]
    for part in parts:
        sums[_column(part, told, cast)] += part.best
    return sums[0], sums[1], sums[2], sums[3]


def _column(part: Dead, told: Dyad, cast: Cast) -> int:
    if told.type == ONE_SIDED:
        return 2
    words = words_of(part.who)
    if words & (word_lists()["civilians"] - word_lists()["nobody"]) and not words & word_lists()["fighters"]:
        return 2
    for column, side in enumerate((told.a, told.b)):
        if any(cast.names(i, part.who) for i in side.ids) or (side.state and words & word_lists()["military"]):
            return column
    hit = [cast.party(t) for t in part.claim.target]
    if words and not words <= word_lists()["nobody"] and not words & word_lists()["fighters"]:
        return 3
    if len(hit) == 1:
        of = _side(hit[0], cast).name
        return 0 if of == told.a.name else 1 if of == told.b.name else 2 if hit[0].type == CIVILIANS else 3
    return 3
