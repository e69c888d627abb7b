"""A kept claim explained from the ledger."""

from dataclasses import replace

import pytest

from claimatlas import Atlas, InputError
from claimatlas.explain.reread import reread
from claimatlas.explaining import explained
from claimatlas.model.claim import ReaderInfo


def test_a_kept_claim_is_found_again_by_its_id_or_its_beginning(ledger):
    with Atlas.open(ledger) as atlas:
        for claim in atlas.claims():
            found = atlas.explain(claim.id)
            assert (found.claim, found.found, found.reader, found.now) == (claim.id, "same", claim.reader, claim.reader)
            assert found.of("type").value == claim.type
            assert atlas.explain(claim.id[:12]) == found


@pytest.mark.parametrize("name", ["c_0123456789abcdef", "", "c_"])
def test_a_claim_that_is_none_is_told(ledger, name):
    with Atlas.open(ledger) as atlas, pytest.raises(InputError, match="check its id"):
        atlas.explain(name)


@pytest.fixture
def kept(ledger, reading):
    """A claim of the ledger and the steps of reading its report again."""
    with Atlas.open(ledger) as atlas:
        claim = atlas.claims(type="withdraw")[0]
        report = atlas.ledger.report(claim.report_id)
    return claim, reread(report, reading.parser.passages(report), reading.reader, reading.resolver)


def test_another_version_and_other_slots_are_told(kept, reading):
    claim, steps = kept
    old = replace(claim, id="c_old", reader=ReaderInfo("learned-en", "1-older"))
    found = explained(old, steps, reading)
    assert (found.found, found.reader.version, found.now) == ("alike", "1-older", reading.reader.info)
    assert found.of("type").value == "withdraw"


def test_a_claim_that_is_no_longer_read_is_told(kept, reading):
    claim, steps = kept
    with pytest.raises(InputError, match="not read by learned-en"):
        explained(replace(claim, id="c_old", trigger=(0, 1)), steps, reading)
