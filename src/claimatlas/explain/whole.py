"""The choices that are of a claim as a whole: its type, its stance, how sure it is; and all choices in order."""

import math

from claimatlas.explain.case import Case
from claimatlas.explain.choice import Choice, Option, rounded, words_at
from claimatlas.explain.options import stances, types
from claimatlas.explain.ruled import rule_of, stance_signs
from claimatlas.explain.slots import actor_choice, place_choice, quantity_choice, source_choice, time_choice
from claimatlas.resolve.claims import confidence_parts
from claimatlas.resolve.place import PlaceResolver
from claimatlas.theatres import Theatre

SIGNS = "rules: the strongest sign in the words that govern it"
STANDS_OVER = "rules: plain words of it stand over the network"
PRODUCT = "the product of the parts, set to the share of right rows among those of like score on held-out reports"


def choices(case: Case, theatre: Theatre, places: PlaceResolver) -> tuple[Choice, ...]:
    """The choices of all slots in the order of the claim's fields."""
    return (
        type_choice(case),
        stance_choice(case),
        actor_choice(case, "agent", theatre),
        actor_choice(case, "target", theatre),
        place_choice(case, places),
        time_choice(case, theatre),
        source_choice(case, theatre),
        quantity_choice(case),
        confidence_choice(case),
    )


def type_choice(case: Case) -> Choice:
    """What happened: which word tells it, as what."""
    type_ = case.claim.type
    words = words_at(case.read.report.text, *(case.claim.trigger or (None, None)))
    rule = rule_of(case.leaf, case.told) if case.told is not None else None
    notes = (f"the rules' opinion: {rule}" if rule else "the rules see no event here",)
    if case.event is not None:
        seen, n = case.event
        by = f"network: the likeliest type; an event where «none» stays below {1 - seen.settings.event:g}"
        return Choice("type", type_, by, words, types(seen, n), notes)
    instead = case.instead("type")
    return Choice("type", type_, instead or f"rule: {rule}", words, notes=notes if instead else ())


def stance_choice(case: Case) -> Choice:
    """How it is told: as fact, denied, alleged, predicted, conditional."""
    stance = case.claim.stance
    signs = tuple(stance_signs(case.passage, case.told)) if case.told is not None else ()
    if case.event is None:
        return Choice("stance", stance, case.instead("stance") or SIGNS, notes=signs or ("no sign: fact",))
    seen, n = case.event
    by = "network: the likeliest" if seen.decided[n].stance == stance else STANDS_OVER
    return Choice("stance", stance, case.instead("stance") or by, options=stances(seen, n, stance), notes=signs)


def confidence_choice(case: Case) -> Choice:
    """How sure the reader is of the row."""
    value = f"{case.claim.confidence:.2f}"
    if case.event is None or not case.draft.calibrated:
        total = Option("sum", None, True, parts={k: v for k, v in confidence_parts(case.resolved).items() if v})
        return Choice("confidence", value, "an estimate, the sum of the parts, 0.9 at most; not calibrated", options=(total,))
    seen, n = case.event
    factors = seen.factors(n)
    product = Option("product", rounded(math.prod(factors.values())), True, parts={k: rounded(v) for k, v in factors.items()})
    return Choice("confidence", value, PRODUCT, options=(product,))
