"""The measure of role-filler entity extraction, on cases made by hand after the published definition."""

import pytest

pytest.importorskip("scipy", reason="the extra `train` is not installed")

from claimatlas.train.ceaf_ree import ROLES, TOTAL, Score, aligned, normal, scores

CODED = [["Alto telephone building", "telephone building", "telephone offices"], ["water pipes"], ["public booth"]]


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ([["water pipes"], ["Alto telephone building"], ["public booth"], ["telephone offices"]], 3),  # one entity told twice counts once
        ([["Alto telephone building"], ["water pipes"], ["public booth"]], 3),
        ([["Alto telephone building"], ["public booth"]], 2),
        ([["Alto telephone building", "telephone offices"]], 1),
        ([["Alto telephone building", "water pipes"]], 0),  # one mention of another entity spoils it
        ([["telephone"]], 0),  # a part of a mention is none
        ([], 0),
    ],
)
def test_found_entities_are_laid_on_different_entities_of_the_coders(found, right):
    assert aligned(found, CODED) == right


def test_the_best_alignment_is_found_where_the_first_that_fits_is_not():
    assert aligned([["a1"], ["b1"]], [["a1", "b1"], ["a1"]]) == 2
    assert aligned([["a1"], ["a1"]], [["a1"], ["a1", "b1"]]) == 2


def test_an_entity_without_mentions_fits_any_as_in_the_published_program():
    assert aligned([[]], [["m1"]]) == 1
    assert aligned([["the"]], [["m1"]]) == 0  # all articles: one empty mention, which the coders do not have


def test_case_punctuation_and_articles_do_not_count():
    assert normal("  The U.S.  Embassy's\tcar ") == "us embassys car"
    assert normal("an M-16") == "m16"
    assert normal("theatre an") == "theatre"
    assert aligned([["FMLN guerrillas"]], [["the F.M.L.N. guerrillas"]]) == 1


def test_roles_are_apart_and_the_total_sums_them():
    coded = {"PerpInd": [["m1", "m2", "m3"], ["m4"], ["m5"], ["m6"]], "Target": [["m7"]]}
    found = {"PerpInd": [["m4"], ["m1"], ["m5"], ["m6"], ["m3"]], "Victim": [["m7"]]}
    out = scores([(found, coded)])
    assert list(out) == [*ROLES, TOTAL]
    assert out["PerpInd"] == Score(4, 5, 4)
    assert (out["PerpInd"].precision, out["PerpInd"].recall) == (0.8, 1.0)
    assert out["PerpInd"].f1 == pytest.approx(8 / 9)
    assert out["Target"] == Score(0, 0, 1) and out["Victim"] == Score(0, 1, 0)
    assert out[TOTAL] == Score(4, 6, 5)


def test_documents_are_apart_and_summed():
    one, other = {"Weapon": [["bomb"]]}, {"Weapon": [["rifle"]]}
    assert scores([(one, other), (other, one)])[TOTAL] == Score(0, 2, 2)
    assert scores([(one, one), (other, {})])["Weapon"] == Score(1, 2, 1)


def test_nothing_found_or_nothing_coded_is_zero():
    out = scores([({}, {})])
    assert (out[TOTAL].precision, out[TOTAL].recall, out[TOTAL].f1) == (0.0, 0.0, 0.0)
