"""Place names that the gazetteer does not know: capitals beside a kind word or after a preposition of place."""

from collections.abc import Iterator

from claimatlas.extract.mention import PlaceMention
from claimatlas.extract.nouns import grouped, nouns
from claimatlas.extract.place_words import NOT_PLACES, capital, mention
from claimatlas.model.passage import Passage

STRONG = nouns("place_unknown_strong")
# "the Old City" is named in every town, and the town that it is in is meant
COMMON = {"old", "new", "upper", "lower"}
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
    return kind_inside or _kind_beside(p, run) or _explained(p, run[-1]) or p.lower_at(run[0] - 1) in STRONG


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
