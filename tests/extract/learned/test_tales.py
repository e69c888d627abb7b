"""What the rules had told before a sentence."""

from claimatlas.extract.learned.account import Accounts
from claimatlas.extract.learned.tales import Tales


def tales_of(leaves):
    return Tales([Accounts(leaf) for leaf in leaves])


def test_the_lead_and_the_last_event_are_known(leaves):
    tales = tales_of(leaves("ISIS captured the town of Mayadin. The army shelled Raqqa. ISIS fled."))
    assert tales.lead and tales.lead.type == "capture"
    last, kinds = tales.latest[2]
    assert last and last.type == "shelling"
    assert {a.type for a in kinds.values()} == {"capture", "shelling"}
    assert tales.latest[0] == (None, {})


def test_roles_of_a_candidate_are_told(sheet):
    s = sheet("ISIS captured the town of Mayadin from the Syrian army. ISIS fled.")
    isis = next(c for c in s.candidates("actor", 1) if c.mention.text == "ISIS")
    assert {"lead=actor:agent", "last=actor:agent", "ever=actor:['agent']"} <= set(tales_of(s.leaves).features(1, [], isis))
    assert list(tales_of(s.leaves).features(0, [], isis)) == []
