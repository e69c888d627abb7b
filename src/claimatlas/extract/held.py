"""Which place words such as "rebel-held" tell of: the name right behind them."""

from claimatlas.extract.mention import PlaceMention, Scene
from claimatlas.extract.nouns import nouns

HELD = {"held", "controlled", "occupied", "run", "ruled"}
BETWEEN = nouns("held_between")
REACH = 7


def held_place(scene: Scene, token: int) -> PlaceMention | None:
    """The place named right behind the word at `token` of "G-held", with nothing but directions, parts and kinds between, or None.

    Of "Syria's Idlib" it is the second; "a rebel-held district of Homs" is one that the story names elsewhere.
    """
    p = scene.passage
    if p.lower_at(token).rpartition("-")[2] not in HELD or not _is_joined(scene, token):
        return None
    for i in range(token + 1, min(token + REACH, len(p.tokens))):
        place, word = scene.where.get(i), p.tokens[i]
        if place is not None and place.first == i and not (place.wide and p.tokens[min(i + 1, len(p.tokens) - 1)].tag == "POS"):
            return place
        if place is None and word.lower not in BETWEEN and word.pos != "ADJ":
            return None
    return None


def _is_joined(scene: Scene, token: int) -> bool:
    """Whether the word is the second half of a joined one: "rebel-held", in one token or with its hyphen apart."""
    return "-" in scene.passage.lower_at(token) or scene.passage.lower_at(token - 1) == "-"
