"""The two actors of an ACLED event and those beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimatlas.model.actor import ActorRef
from claimatlas.model.claim import Claim
from claimatlas.publish.export.acled_codes import BATTLES, PROTESTS, REMOTE, RIOTS, VAC, Coded
from claimatlas.publish.export.parties import CIVILIANS, Cast, Party, word_lists, words_of


@dataclass(frozen=True, slots=True)
class Roles:
    """Who stands in the actor columns; the associates by name, without the main actors."""

    one: Party
    other: Party | None
    with_one: tuple[str, ...] = ()
    with_other: tuple[str, ...] = ()


def sides(claims: Sequence[Claim], cast: Cast) -> tuple[list[Party], list[Party]]:
    """Who acts and who is hit by an event's accounts, the heaviest account's first; those on both sides count where first told.

    Where nobody is told to be hit, but soldiers or civilians among the dead or wounded, it is they.
    """
    acting = _parties((a for c in claims for a in c.agent), cast)
    names = {p.name for p in acting}
    hit = [p for p in _parties((a for c in claims for a in c.target), cast) if p.name not in names]
    harmed = {w for c in claims for q in c.quantities if q.what in ("killed", "wounded") for w in words_of(q.who or "")}
    if not hit and harmed & word_lists()["military"]:
        hit = [p for p in [cast.military()] if not (acting and cast.together(acting[0], p))]
    if not hit and harmed & (word_lists()["civilians"] - word_lists()["nobody"]):
        hit = [cast.civilians()]
    return acting, hit


def _parties(refs: Iterable[ActorRef], cast: Cast) -> list[Party]:
    """The parties of actors, each once; one with a name of its own before the unnamed."""
    found = list({p.name: p for p in map(cast.party, refs)}.values())
    return sorted(found, key=lambda p: not p.known and p.type != CIVILIANS)


def roles(code: Coded, acting: Sequence[Party], hit: Sequence[Party], cast: Cast) -> Roles | None:
    """The actor columns by the codebook's rules; None where a development names nobody."""
    if code.event_type in (PROTESTS, RIOTS):
        crowd = cast.protesters(violent=code.event_type == RIOTS)
        return Roles(crowd, None, tuple(dict.fromkeys(p.name for p in acting if p.name != crowd.name)))
    armed = [p for p in acting if p.armed]
    if code.event_type == VAC:
        return _beside(armed[0] if armed else cast.unidentified(), cast.civilians(), armed, hit, cast)
    if code.event_type == BATTLES:
        return _battle(armed, [p for p in hit if p.armed], cast)
    if code.event_type == REMOTE:
        one = armed[0] if armed else cast.unidentified()
        other = next((p for p in hit if p.armed), hit[0] if hit else None)
        # one who is told to hit itself is a slip; two groups that nobody names may be two
        return _beside(one, None if armed and other and other.name == one.name else other, armed, hit, cast)
    if not (acting or hit):
        return None
    if acting and hit:
        return _beside(acting[0], hit[0], acting, hit, cast)
    return _beside((acting or hit)[0], None, acting or hit, (), cast)


def _battle(acting: Sequence[Party], hit: Sequence[Party], cast: Cast) -> Roles:
    """Two armed actors who do not stand together; one that is not told is an unidentified group."""
    one = acting[0] if acting else cast.unidentified()
    foes = [p for p in (*hit, *acting[1:]) if p.name != one.name and not cast.together(one, p)]
    other = next((p for p in foes if p.known), foes[0] if foes else cast.unidentified())
    return _beside(one, other, acting, hit, cast)


def _beside(one: Party, other: Party | None, acting: Iterable[Party], hit: Iterable[Party], cast: Cast) -> Roles:
    """The main actors with the others: each beside the one that it stands with, else where it is told; unnamed groups left out."""
    beside: tuple[list[str], list[str]] = ([], [])
    for told, parties in enumerate((acting, hit)):
        for party in parties:
            if party.name in (one.name, other.name if other else None) or party.name == cast.unidentified().name:
                continue
            with_one, with_other = cast.together(party, one), other is not None and cast.together(party, other)
            column = told if with_one == with_other else int(with_other)
            beside[column if other is not None else 0].append(party.name.replace(";", ","))
    return Roles(one, other, tuple(dict.fromkeys(beside[0])), tuple(dict.fromkeys(beside[1])))
