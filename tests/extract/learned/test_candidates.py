"""What may tell an event and what may fill its slots."""

from claimatlas.extract.learned.candidates import Candidate


def texts(found: list[Candidate]) -> set[str]:
    return {c.mention.text for c in found}


def test_mentions_and_plain_nouns_are_candidates(sheet):
    s = sheet("ISIS fighters attacked a hospital near the town of Mayadin on Monday and killed 12 people, the Observatory said.")
    assert {"ISIS fighters", "people"} <= texts(s.candidates("actor", 0))
    assert any("hospital" in t for t in texts(s.candidates("actor", 0)))
    assert any("Mayadin" in t for t in texts(s.candidates("place", 0)))
    assert texts(s.candidates("time", 0)) == {"on Monday"} or texts(s.candidates("time", 0)) == {"Monday"}
    assert any("Observatory" in t for t in texts(s.candidates("speaker", 0)))
    assert {c.mention.low for c in s.candidates("number", 0)} == {12}


def test_a_weapon_beside_its_owner_is_no_actor(sheet):
    s = sheet("Coalition aircraft bombed Raqqa.")
    assert texts(s.candidates("actor", 0))
    assert not {t for t in texts(s.candidates("actor", 0)) if "aircraft" in t and t != "Coalition aircraft"}


def test_the_nearest_mention_of_each_actor_is_in_reach(sheet):
    s = sheet("The Syrian army entered Palmyra. The Syrian army held the castle. Residents fled the town.")
    army = [c for c in s.candidates("actor", 2) if "army" in c.mention.text]
    assert [c.leaf for c in army] == [1]


def test_the_sentence_behind_is_in_reach_for_places(sheet):
    s = sheet("Warplanes bombed a market. The strikes hit the town of Atarib.")
    assert any("Atarib" in t for t in texts(s.candidates("place", 0)))


def test_candidates_of_one_thing_share_a_key(sheet):
    s = sheet("ISIS captured the village. The group killed two men. It said so.")
    keys = {c.mention.text: c.key for leaf in range(3) for c in s.candidates("actor", leaf) if c.leaf == leaf}
    assert keys["ISIS"] == keys["The group"]


def test_counts_without_a_noun_stand_for_people(sheet):
    s = sheet("The shelling killed twelve and wounded 20.")
    assert "civilians" in {c.mention.name for c in s.candidates("actor", 0)}


def test_words_that_tell_are_content_words(sheet):
    s = sheet("The army has captured the town.")
    words = {s.leaves[n].scene.passage.tokens[at].text for n, at in s.words}
    assert "captured" in words and "The" not in words
