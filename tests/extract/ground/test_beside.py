"""Plain captures beside a reader's claims: what stands and what is read anew."""

from dataclasses import replace
from datetime import date

import pytest

from claimatlas.extract.drafting import Drafter
from claimatlas.extract.ground.beside import beside
from claimatlas.model.actor import ActorRef
from claimatlas.model.report import Report


@pytest.fixture
def joined(reading):
    """The claims of a text whose reader's drafts are first changed by a function."""

    def run(text, change):
        report = Report(id="r_x", key="x", text=text, published=date(2017, 8, 2))
        leaves = reading.rules.leaves(report, reading.parser.passages(report))
        drafts = [change(d) for leaf in leaves for d in leaf.drafts]
        return [d.claim for d in beside([d for d in drafts if d], leaves, Drafter(report, reading.theatre, reading.rules.info))]

    return run


TEXT = "The Syrian army captured Suran and al-Halwa village from ISIS."


def test_a_capture_that_the_reader_misses_is_added(joined):
    assert [(c.type, c.place.name) for c in joined(TEXT, lambda d: None)] == [("capture", "Suran"), ("capture", "al-Halwa")]


def test_the_readers_stance_and_type_stand(joined):
    alleged = joined(TEXT, lambda d: replace(d, claim=replace(d.claim, stance="alleged")))
    assert [(c.stance, c.place.name) for c in alleged] == [("alleged", "Suran"), ("alleged", "al-Halwa")]
    other = joined(TEXT, lambda d: replace(d, claim=replace(d.claim, type="assault")))
    assert {c.type for c in other} == {"assault"}


def test_the_verbs_own_subject_is_the_taker(joined):
    wrong = (ActorRef("ISIS", "Islamic State", "islamic_state"),)
    claims = joined(TEXT, lambda d: replace(d, claim=replace(d.claim, agent=wrong)))
    assert {a.name for c in claims for a in c.agent} == {"Syrian Army"}
