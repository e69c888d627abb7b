"""Place names that the gazetteer does not know: capitals beside a kind word or after a preposition of place."""

from collections.abc import Iterator

from claimatlas.extract.mention import PlaceMention
from claimatlas.extract.nouns import grouped, nouns
from claimatlas.extract.place_words import NOT_PLACES, capital, mention
from claimatlas.extract.syntax import root_of_span
from claimatlas.model.passage import Passage

STRONG = nouns("place_unknown_strong")
LIES = {"in", "near", "outside", "inside", "close"}
LIGHT = {"ADP", "DET", "NOUN", "ADJ", "ADV", "NUM", "PART"}
# "the Old City", "the National Hospital" are found in every town, and the town that it is in is meant
COMMON = {"old", "new", "upper", "lower", "national", "central", "general", "military", "public", "main", "international", "civil"}
# parts of speech that no name is made of
NEVER = {"PRON", "DET", "ADV", "VERB", "AUX", "CCONJ", "SCONJ", "ADP", "INTJ"}


def unknown(p: Passage, taken: set[int]) -> Iterator[PlaceMention]:
    """Capitalised names beside a kind word or after a preposition of place that the gazetteer does not know."""
    i = 0
    while i < len(p.tokens):
        run = _run(p, i, taken)
        i = run[-1] + 1 if run else i + 1
        names = [j for j in run if p.tokens[j].lower not in grouped("place_kinds")]
        if (
            not all(p.tokens[j].lower in COMMON for j in names)
            and _is_place(p, run, len(names) < len(run))
            and p.tokens[names[-1]].pos in {"PROPN", "NOUN", "ADJ", "X"}
        ):
            yield mention(p, names[0], names[-1], False)


def _is_place(p: Passage, run: list[int], kind_inside: bool) -> bool:
    """Whether the words round a run of capitals make it a place."""
    if kind_inside or _kind_beside(p, run) or _explained(p, run[-1]) or p.lower_at(run[0] - 1) in STRONG:
        return True
    return _hit(p, run) and _located(p, run[-1])


def _hit(p: Passage, run: list[int]) -> bool:
    """ "Raids hit X", "X was stormed": what happens to places is told of the name."""
    root = p.tokens[root_of_span(p, run[0], run[-1])]
    verb = p.tokens[root.head]
    return root.dep in {"dobj", "obj", "nsubjpass"} and verb.lemma in nouns("place_hit")


def _located(p: Passage, last: int) -> bool:
    """Whether the words behind a name say where it lies: "in Y", "near Y", "north of Y"."""
    words = [t for t in p.tokens[last + 1 : last + 9] if t.text != ","]
    if not words or (words[0].lower not in LIES and words[0].lower not in nouns("directions")):
        return False
    name = next((i for i, t in enumerate(words) if capital(p, t.index)), None)
    return name is not None and all(t.pos in LIGHT for t in words[:name])


def _kind_beside(p: Passage, run: list[int]) -> bool:
    """ "the town of X", "east of X", "X province"."""
    kinds = grouped("place_kinds")
    before2 = p.lower_at(run[0] - 2) if p.lower_at(run[0] - 1) == "of" else ""
    return before2 in kinds or before2 in nouns("directions") or p.lower_at(run[-1] + 1) in kinds


def _explained(p: Passage, last: int) -> bool:
    """ "Babeska, a village in Idlib": the kind follows as an apposition."""
    words = [t.lower for t in p.tokens[last + 1 : last + 6] if t.text != ","]
    return words[:1] in (["a"], ["an"]) and any(w in grouped("place_kinds") for w in words[1:3])


def _run(p: Passage, i: int, taken: set[int]) -> list[int]:
    """The run of capitalised words that starts at token i; [] where none does."""
    out: list[int] = []
    while i < len(p.tokens) and i not in taken and _nameable(p, i):
        out.append(i)
        i += 1
    return out


def _nameable(p: Passage, i: int) -> bool:
    token = p.tokens[i]
    if not capital(p, i) or token.lower in NOT_PLACES or (i == 0 and token.pos != "PROPN"):
        return False
    return token.pos not in NEVER and token.lower.rstrip(".") not in nouns("titles") and token.lower not in nouns("demonyms")
