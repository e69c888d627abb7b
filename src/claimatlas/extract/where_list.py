"""Which place names of a sentence stand in one list: joined by "and" or commas, none inside the other."""

from claimatlas.extract.mention import PlaceMention, Scene
from claimatlas.extract.nouns import nouns
from claimatlas.extract.syntax import climb
from claimatlas.model.passage import Passage


def coordinated(p: Passage, one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two names are joined by "and" or commas, and not one inside the other."""
    for a, b in ((one, other), (other, one)):
        at = a.root
        for token in [p.tokens[a.root], *climb(p, a.root)]:
            if token.index == b.root or b.first <= token.index <= b.last:
                return at != b.root and _conj_path(p, a.root, b)
            at = token.index
    shared = {t.index for t in climb(p, one.root)} & {t.index for t in climb(p, other.root)}
    return bool(shared) and _list_between(p, one, other)


def _conj_path(p: Passage, low: int, high: PlaceMention) -> bool:
    """Whether the way up from token `low` to a name goes by coordination alone."""
    at = low
    seen_conj = False
    while not high.first <= at <= high.last:
        dep = p.tokens[at].dep
        if dep == "conj":
            seen_conj = True
        elif dep in {"prep", "pobj", "relcl", "acl", "appos"}:
            return False
        at = p.tokens[at].head
    return seen_conj


def _list_between(p: Passage, one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two names have nothing but "and", "or" and words for towns between them."""
    first, second = sorted((one, other), key=lambda m: m.first)
    between = p.tokens[first.last + 1 : second.first]
    words = {t.lower for t in between if t.pos != "PUNCT"}
    return bool(words & {"and", "or"}) and len(between) <= 4 and words <= nouns("where_list_words")


def run_of_names(scene: Scene, m: PlaceMention) -> list[PlaceMention]:
    """Names that follow each other with nothing but "and" between, three or more: a list that lost its commas."""
    run = [m]
    for other in sorted(scene.places, key=lambda x: x.first):
        words = {t.lower for t in scene.passage.tokens[run[-1].last + 1 : other.first]}
        if 0 < other.first - run[-1].last <= 3 and words <= nouns("where_list_between_names"):
            run.append(other)
    return run if len(run) >= 3 else [m]
