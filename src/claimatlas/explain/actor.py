"""Which entry of the register an actor's words stand for, by which name valid when, and what else they could name."""

from datetime import date

from claimatlas.explain.choice import Choice, Option, Words
from claimatlas.model.actor import Actor, ActorRef, DatedLink, DatedName
from claimatlas.model.claim import SourceRef
from claimatlas.model.names import fold_name
from claimatlas.model.time import in_force
from claimatlas.theatres import Theatre

DESCRIBED = {"description": "a description", "pronoun": "a pronoun"}


def entry(ref: ActorRef | SourceRef, theatre: Theatre, on: date | None, sort: str | None = None) -> Choice:
    """What the register makes of an actor's words. `on`: the report's date; `sort`: of the mention, where it is known."""
    words = (Words(ref.text, ref.start, ref.end),) if ref.start is not None and ref.end is not None else ()
    actor = theatre.actors.get(ref.id or "")
    if actor is None:
        return Choice("register", ref.name, _unknown(ref, theatre), words)
    names = matching(actor, (ref.text, ref.name))
    if matching(actor, (ref.text,)):
        by = f"the register's name {_names(matching(actor, (ref.text,)))}"
    elif sort in DESCRIBED:
        by = f"{DESCRIBED[sort]} of what the report names: {actor.name}"
    else:
        by = f"words that the reader takes for {_names(names) or actor.name}"
    options = (Option(actor.name, chosen=True, id=actor.id, note=_kind(actor)), *others(ref, actor, theatre, on))
    return Choice("register", actor.name, by, words, options, tuple(links(actor, theatre, on)))


def _unknown(ref: ActorRef | SourceRef, theatre: Theatre) -> str:
    """Why an actor has no entry."""
    if isinstance(ref, SourceRef) and ref.name != ref.text:
        side = f" of the side {theatre.side_name(ref.side)}" if ref.side else ""
        return f"a speaker without a name, in the theatre's list of such{side}"
    return "no entry of the register has this name: kept under its own words"


def matching(actor: Actor, texts: tuple[str, ...]) -> list[DatedName]:
    """The actor's names that fit one of the texts, folded."""
    folds = {fold_name(t) for t in texts}
    return [n for n in (*actor.names, DatedName(actor.name)) if fold_name(n.text) in folds][:1]


def others(ref: ActorRef | SourceRef, chosen: Actor, theatre: Theatre, on: date | None) -> list[Option]:
    """Other entries that the words name at some time, with why they lost."""
    out = {}
    for actor in (*theatre.named(ref.text, on), *theatre.named(ref.name, on)):
        if actor.id != chosen.id and actor.id not in out:
            held = any(in_force(n.valid_from, n.valid_to, on) for n in matching(actor, (ref.text, ref.name)))
            why = "a name that was valid too; listed later" if held else f"so called {_names(matching(actor, (ref.text, ref.name)))}"
            out[actor.id] = Option(actor.name, id=actor.id, note=why)
    return list(out.values())


def links(actor: Actor, theatre: Theatre, on: date | None) -> list[str]:
    """What the register says of an actor at the date: its side, whom it belongs to, what became of it."""
    told = []
    side = theatre.side_of(actor.id, actor.name, on)
    if side:
        told.append(f"side {theatre.side_name(side)}")
    for what, found in (("part of", actor.parents), ("became", actor.successors)):
        told += [f"{what} {_name(link, theatre)}{_when(link.valid_from, link.valid_to)}" for link in found if link.holds(on)]
    return told


def _name(link: DatedLink, theatre: Theatre) -> str:
    return theatre.actors[link.value].name if link.value in theatre.actors else link.value


def _kind(actor: Actor) -> str:
    return actor.kind.replace("_", " ") + (f", {actor.country}" if actor.country else "")


def _names(names: list[DatedName]) -> str:
    return ", ".join(f"«{n.text}»{_when(n.valid_from, n.valid_to)}" for n in names)


def _when(first: date | None, last: date | None) -> str:
    """« from 2016-07-28 to 2017-01-27», '' for what holds at all times."""
    since = f" from {first}" if first else ""
    return f"{since} to {last}" if last else since
