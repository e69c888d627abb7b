"""How each family of events is drawn: a few symbols, told apart by shape as well as by a colour-blind safe colour."""

from dataclasses import dataclass

from claimatlas.model.codebook import codebook


@dataclass(frozen=True, slots=True)
class Kind:
    """A symbol of the key. `shape` is drawn by the map's script and by the figure under the same name; colours are Okabe and Ito's."""

    id: str
    label: str
    shape: str
    color: str
    families: tuple[str, ...]


KINDS = (
    Kind("ground", "Fighting and seizure of ground", "cross", "#D55E00", ("ground",)),
    Kind("fire", "Fire, air strikes, killing, damage", "burst", "#CC79A7", ("fire",)),
    Kind("custody", "Arrest, abduction, abuse", "bars", "#000000", ("custody",)),
    Kind("movement", "Forces and people moving", "arrow", "#0072B2", ("movement",)),
    Kind("support", "Arms, money, relief", "plus", "#009E73", ("support",)),
    Kind("sides", "Defection, leaders, alliances", "halves", "#E69F00", ("sides",)),
    Kind("words", "Deals, threats, demands", "speech", "#56B4E9", ("deals", "words")),
)
BY_FAMILY = {family: kind for kind in KINDS for family in kind.families}


def kind_of(type_name: str) -> Kind | None:
    """The symbol of a claim type; None for states of affairs, which are no events on the map."""
    return BY_FAMILY.get(codebook().types[type_name].family)


def label_of(type_name: str) -> str:
    """The type in plain words."""
    return codebook().types[type_name].label
