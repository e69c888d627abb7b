"""A report read again step by step gives what reading it gives."""

import pytest

from claimatlas.intake import Worker

STORY = (
    "The Syrian army captured the towns of Mayadin and al-Quriyah from ISIS on Monday, a military source told SANA. "
    "At least 12 ISIS fighters were killed. Rebels shelled a village in northwest Syria. The village of Kafr Nabl was hit. "
    "The army captured the town of Mayadin on Monday."
)


@pytest.mark.parametrize("reader", ["learned", "rules"])
def test_the_steps_end_in_the_claims_of_the_reader(steps, reader):
    read = steps(STORY, reader)
    assert read.claims == Worker.reading("syria_iraq", reader).claims(read.report) != []
    assert len(read.drafts) == len(read.joined) == len(read.resolved) >= len(read.claims)
    for claim in read.claims:
        draft = read.drafts[read.number(claim)]
        assert (draft.claim.type, draft.claim.trigger) == (claim.type, claim.trigger)
        assert read.leaves[read.leaf(draft)].scene.passage.tokens[read.token(draft)].end == claim.trigger[1]


def test_a_claim_of_another_report_is_none_of_it(steps):
    read, other = steps(STORY), steps("Rebels shelled the town of Ariha.")
    with pytest.raises(ValueError, match="not read from this report"):
        read.number(other.claims[0])
