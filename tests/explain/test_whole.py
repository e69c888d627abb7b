"""All choices of a claim, and those of type, stance and confidence."""

import math

import pytest

SLOTS = ["type", "stance", "agent", "target", "place", "time", "source", "quantities", "confidence"]
PLAIN = "The Syrian army captured the town of Mayadin from ISIS on Monday, a military source said."


@pytest.mark.parametrize("reader", ["learned", "rules"])
def test_every_slot_tells_what_chose_and_its_words_stand_in_the_text(explain, reader):
    found = explain(PLAIN, "capture", reader)
    assert [c.slot for c in found.choices] == SLOTS
    assert all(c.value and c.by for c in found.choices)
    told = [w for c in found.choices for x in (c, *c.then) for w in (*x.words, *(o.words for o in x.options if o.words))]
    assert {w.text for w in told} >= {"captured", "ISIS", "Mayadin", "Monday", "military source"}
    assert all(PLAIN[w.start : w.end] == w.text for w in told)


def test_the_network_gives_probabilities(explain):
    found = explain(PLAIN, "capture", "learned")
    kinds = found.of("type").options
    assert (kinds[0].name, kinds[0].chosen) == ("capture", True)
    assert 0.5 < kinds[0].score <= 1 and [o.score for o in kinds] == sorted((o.score for o in kinds), reverse=True)
    (product,) = found.of("confidence").options
    assert set(product.parts) == {"type", "agents and targets", "place", "time"}
    assert product.score == pytest.approx(math.prod(product.parts.values()), abs=0.003)


def test_the_rules_name_their_rule_and_add_up_their_confidence(explain):
    found = explain(PLAIN, "capture")
    assert found.of("type").by == "rule: verb «capture» with object place is capture"
    (total,) = found.of("confidence").options
    assert float(found.of("confidence").value) == pytest.approx(min(0.9, sum(total.parts.values())))


@pytest.mark.parametrize(
    ("text", "stance", "sign"),
    [
        ("The army did not capture the town of Mayadin.", "denied", "at «capture»: denied"),
        ("The army has reportedly captured the town of Mayadin.", "alleged", "at «captured»: alleged"),
        ("The army will capture the town of Mayadin.", "predicted", "at «capture»: predicted"),
        ("The army threatened to capture the town of Mayadin.", "conditional", "at «capture»: conditional"),
        ("Reports that the army captured the town of Mayadin are incorrect.", "denied", "reports of it are said to be wrong: denied"),
        ("The army captured the town of Mayadin.", "fact", "no sign: fact"),
    ],
)
def test_the_words_that_made_a_stance(explain, text, stance, sign):
    found = explain(text, "capture").of("stance")
    assert found.value == stance
    assert sign in found.notes


def test_plain_words_stand_over_the_network(explain):
    found = explain("The army has reportedly captured the town of Mayadin from ISIS, activists said.", "capture", "learned").of("stance")
    assert found.value == "alleged"
    assert found.by == "rules: plain words of it stand over the network"
    assert [o.name for o in found.options if o.chosen] == ["alleged"] and found.options[0].name == "fact"
