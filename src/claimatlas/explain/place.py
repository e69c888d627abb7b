"""Which entry of the gazetteer a place's words stand for: the candidates with the parts of their scores, and why each lost."""

from collections.abc import Mapping, Sequence

from claimatlas.explain.choice import Choice, Option, rounded, words_at
from claimatlas.model.place import Place, PlaceRef
from claimatlas.resolve.place import KEPT, PlaceResolver
from claimatlas.resolve.place_choice import Mention
from claimatlas.resolve.place_offset import offset_before
from claimatlas.resolve.place_score import shares

NEAR, TIED = "near the report's places", "words between names"
TELLING = 0.05
"""Differences of a part that are smaller are not told."""


def entry(refs: Sequence[PlaceRef], draft: PlaceRef, ref: PlaceRef, text: str, places: PlaceResolver) -> Choice:
    """What the gazetteer makes of a place's words. `refs`: the report's, as read, `draft` among them; `ref`: the same as filled."""
    words, mention = words_at(text, draft.start, draft.end), places.mentions(text, refs)[refs.index(draft)]
    options = (*candidates(mention, ref), *_never(places.turned_down(text, draft)))
    if ref.id is None:
        return Choice("gazetteer", "not placed", f"none chosen: {ref.why}", words, options, tuple(_asked(mention)))
    by = "the highest sum of the parts; the score is its share among all candidates"
    if not mention.options or ref.id != mention.options[0].place.id:
        by = f"the town that the text puts it in ({ref.why})" if ref.why else "the town that the text puts it in"
    return Choice("gazetteer", _told(ref), by, words, options, (*_asked(mention), *_put(ref, text, draft)))


def candidates(mention: Mention, ref: PlaceRef) -> tuple[Option, ...]:
    """The options of a mention, best first, each with its share, its parts and why it lost to the first."""
    share = shares(mention.scores)
    rows = [parts(mention, n) for n in range(min(KEPT, len(mention.options)))]
    out = []
    for n, row in enumerate(rows):
        option = mention.options[n]
        place = option.place
        why = "" if n == 0 else lost(rows[0], row)
        sound = "" if option.exact else "; a name that only sounds like it"
        note = f"{_where(place)}{sound}{f'; {why}' if why else ''}"
        out.append(Option(place.name, share[n], place.id == ref.id, place.id, parts=row, note=note))
    return tuple(out)


def _never(found: Sequence[tuple[Place, str]]) -> tuple[Option, ...]:
    """Places of the very name that were not weighed at all."""
    return tuple(Option(p.name, id=p.id, note=f"{_where(p)}; not weighed: {why}") for p, why in found[:KEPT])


def _where(place: Place) -> str:
    return ", ".join(str(a) for a in (place.kind.replace("_", " "), *place.admin[::-1]) if a)


def parts(mention: Mention, n: int) -> dict[str, float]:
    """What the score of an option is the sum of; parts of 0 are left out."""
    near, tied = mention.around[n] if n < len(mention.around) else (0.0, 0.0)
    every = {**mention.options[n].parts, NEAR: near, TIED: tied}
    return {name: rounded(value) for name, value in every.items() if abs(value) >= 0.0005}


def lost(first: Mapping[str, float], other: Mapping[str, float]) -> str:
    """Where an option falls short of the first: the parts with the greatest difference."""
    short = {name: first.get(name, 0.0) - other.get(name, 0.0) for name in dict.fromkeys((*first, *other))}
    worst = sorted(((d, name) for name, d in short.items() if d >= TELLING), key=lambda r: (-r[0], r[1]))[:3]
    if not worst:
        return "equal; the order of the ids decides"
    return "lost on " + ", ".join(f"{name} ({d:.2f} less)" for d, name in worst)


def _told(ref: PlaceRef) -> str:
    inside = ", ".join(str(a) for a in ref.admin[::-1] if a and a != ref.name)
    return f"{ref.name}{f' ({inside})' if inside else ''} at {ref.lat:.4f}, {ref.lon:.4f}, within {ref.radius_km:g} km"


def _asked(mention: Mention) -> list[str]:
    """What the words about the name ask for."""
    want = mention.want
    told = [f"the words ask for a {want.hint.level}" + (f" («{want.hint.word}»)" if want.hint.word else "")] if want.hint.level else []
    told += [f"told to lie in {', '.join(want.admin)}"] if want.admin else []
    return told + ([f"«{mention.way}» is taken as its part"] if mention.way else [])


def _put(ref: PlaceRef, text: str, draft: PlaceRef) -> list[str]:
    """How the point lies to the place named."""
    offset = offset_before(text, draft.start)
    if offset is not None:
        way = f", bearing {offset.bearing} degrees" if offset.bearing is not None else ", direction not told"
        return [f"put {offset.km:g} km off the place named{way}: «{ref.text}»"]
    told = [f"relation {ref.relation.replace('_', ' ')}: the radius is widened"] if ref.relation else []
    return told + ([f"part of it: {ref.part}"] if ref.part else [])
