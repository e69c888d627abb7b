"""Decisions into drafts: words and spans copied, what the rules know of a place, a time and a speaker kept."""

from dataclasses import replace

from claimatlas.extract.draft import Draft
from claimatlas.extract.drafting import denial_flags
from claimatlas.extract.held import held_place
from claimatlas.extract.leaf import Leaf
from claimatlas.extract.learned.candidates import speaker_key
from claimatlas.extract.learned.decision import Decision
from claimatlas.extract.learned.noun_phrases import NOUN
from claimatlas.extract.mention import ActorMention, PlaceMention
from claimatlas.extract.names import actor_refs, place_ref, quantity, source_ref
from claimatlas.extract.source_speaker import Speaker
from claimatlas.extract.syntax import clause_of
from claimatlas.extract.timing import role_of, tense_of
from claimatlas.extract.told import Told
from claimatlas.model.claim import STANCES, Claim, Quote, ReaderInfo
from claimatlas.model.names import fold_name
from claimatlas.model.passage import Passage
from claimatlas.model.report import Report
from claimatlas.theatres import Theatre

OF = {"of", "from"}


def drafts_of(report: Report, leaves: list[Leaf], d: Decision, theatre: Theatre, reader: ReaderInfo) -> list[Draft]:
    """The drafts of one decision, one for each of its places."""
    leaf = leaves[d.leaf]
    p = leaf.scene.passage
    told = _told(leaf, d)
    d = replace(d, stance=_stance(d.stance, told), places=_places(leaf, d))
    tense = told.tense if told else tense_of(p, clause_of(p, d.token))
    role = role_of(p, d.token, d.time)
    claim = _claim(report, leaf, d, _chain(leaves, d), theatre, reader, told)
    claim = replace(claim, flags=denial_flags(p, d.token, d.stance, tense))
    places = [place_ref(_as_the_rules_have_it(leaf, told, m)) for m in d.places] or [None]
    return [Draft(replace(claim, place=ref), d.time, tense, role, p.number, p.kind == "headline", True) for ref in places]


def _told(leaf: Leaf, d: Decision) -> Told | None:
    """The rules' event at the same word, the one of the same type first."""
    here = [e for e in leaf.told if e.trigger.token == d.token]
    return next((e for e in here if e.type == d.type), here[0] if here else None)


def _named(p: Passage, actors: list[ActorMention]) -> list[ActorMention]:
    """Actors of one role without the bare word for those who are named right behind it: "fighters of G" are G."""
    here = [m for m in actors if p.start <= m.start < p.end]
    owners = {p.tokens[p.tokens[m.root].head].head for m in here if p.tokens[p.tokens[m.root].head].lower in OF}
    return [m for m in actors if not (m in here and m.sort == NOUN and m.root in owners and len(here) > 1)]


def _places(leaf: Leaf, d: Decision) -> list[PlaceMention]:
    """The network's places, but where "G-held" stands right before a name that is not among them."""
    held = held_place(leaf.scene, d.token) if d.type == "control" else None
    return d.places if held is None or any(m.name == held.name for m in d.places) else [held]


def _stance(stance: str, told: Told | None) -> str:
    """The network's stance, but where the rules see plain words: of denial, of hedging on a "fact", of a forecast."""
    over = {"denied": set(STANCES), "alleged": {"fact"}, "predicted": {"fact", "conditional"}}
    return told.stance if told is not None and stance in over.get(told.stance, set()) else stance


def _claim(
    report: Report, leaf: Leaf, d: Decision, chain: tuple[Speaker, ...], theatre: Theatre, reader: ReaderInfo, told: Told | None
) -> Claim:
    p = leaf.scene.passage
    first = told.trigger.first if told else d.token
    return Claim(
        report_id=report.id,
        type=d.type,
        stance=d.stance,
        quote=Quote(report.text[p.start : p.end], p.start, p.end),
        reader=reader,
        agent=actor_refs(_named(p, d.agents)),
        target=actor_refs(_named(p, d.targets)),
        quantities=tuple(quantity(n) for n in d.numbers),
        source=tuple(source_ref(s, theatre) for s in chain),
        confidence=d.confidence,
        trigger=(p.tokens[first].start, p.tokens[d.token].end),
    )


def _chain(leaves: list[Leaf], d: Decision) -> tuple[Speaker, ...]:
    """The speaker with those he is quoted by, as an attribution of his words gives them."""
    if d.speaker is None:
        return ()
    key = speaker_key(d.speaker)
    near = [leaves[d.leaf], *leaves[max(0, d.leaf - 6) : d.leaf][::-1], *leaves[d.leaf + 1 : d.leaf + 3]]
    chains = [a.chain for leaf in near for a in leaf.said if a.chain and speaker_key(a.chain[0]) == key]
    return tuple(chains[0]) if chains else (d.speaker,)


def _as_the_rules_have_it(leaf: Leaf, told: Told | None, m: PlaceMention) -> PlaceMention:
    """The same place as the rules chose it, with its province and town; else with the sentence's province."""
    chosen = next((c for c in (told.chosen if told else []) if fold_name(c.name) == fold_name(m.name)), None)
    if chosen is not None:
        return chosen
    provinces = [c for c in leaf.scene.places if c.hint == "province" and c.name != m.name]
    return replace(m, province=provinces[0].name) if m.province is None and provinces and m.hint != "province" else m
