"""Features are named, few enough, and say what they should."""

from claimatlas.extract.learned.account import Accounts
from claimatlas.extract.learned.features_pair import bucket, pair_features, path
from claimatlas.extract.learned.features_word import word_features


def spot(s, word):
    return next((n, at) for n, at in s.words if s.leaves[n].scene.passage.tokens[at].text == word)


def test_the_rules_opinion_is_among_the_features(sheet):
    s = sheet("ISIS captured the town of Mayadin on Monday.")
    n, at = spot(s, "captured")
    accounts = Accounts(s.leaves[n])
    assert {"told=capture", "claimed=capture", "lemma=capture"} <= set(word_features(accounts, at, n, set()))
    assert "again=capture" in set(word_features(accounts, at, n, {"capture"}))


def test_the_path_tells_subject_from_object(sheet):
    s = sheet("ISIS attacked the army.")
    p = s.leaves[0].scene.passage
    _, at = spot(s, "attacked")
    assert path(p, at, 0) != path(p, at, 3)
    assert path(p, at, at) == "!"


def test_distances_fall_into_buckets():
    assert bucket(0) == bucket(1) and bucket(-1) != bucket(1) and bucket(500) == bucket(31)


def test_a_pair_tells_the_role_that_the_rules_give(sheet):
    s = sheet("ISIS attacked the army near Palmyra on Monday and killed 12 soldiers.")
    n, at = spot(s, "attacked")
    accounts = Accounts(s.leaves[n])
    by_text = {c.mention.text: set(pair_features(accounts, n, at, c)) for c in s.candidates("actor", n)}
    assert "rule=['agent']" in by_text["ISIS"]
    assert all(len(f) < 60 for f in by_text.values())
