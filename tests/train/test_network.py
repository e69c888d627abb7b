"""The network and its losses; only where the extra `train` is installed."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra `train` is not installed")
pytest.importorskip("transformers", reason="the extra `train` is not installed")

# ruff: noqa: E402
from claimatlas.extract.learned.encoder import Encoder
from claimatlas.extract.learned.heads import Heads
from claimatlas.extract.learned.pairs import pairs_of
from claimatlas.train.arrays import batch, prepare, vectors
from claimatlas.train.fit import Recipe, fit, freeze
from claimatlas.train.gold import examples
from claimatlas.train.loss import loss
from claimatlas.train.network import upper
from claimatlas.train.run import TYPES


@pytest.fixture(scope="module")
def items(shared, own_data):
    from claimatlas.evaluate.shared import scorer
    from claimatlas.intake import Worker
    from claimatlas.train.align import align

    found = examples(shared, Worker.reading("syria_iraq", "rules"), Encoder(), 6)
    made = [prepare(e, align(e, scorer(shared, "score_claims")), TYPES) for e in found]
    freeze(made)
    return made


@pytest.fixture(scope="module")
def network(items):
    return fit(items, len(TYPES), Recipe(epochs=3))


def test_fitting_makes_the_loss_smaller(items):
    told = []
    fit(items, len(TYPES), Recipe(epochs=4), told.append)
    losses = [float(line.split("loss ")[1].split()[0]) for line in told]
    assert losses[-1] < losses[0] / 2


def test_the_same_seed_gives_the_same_network(items, network):
    again = fit(items, len(TYPES), Recipe(epochs=3))
    assert all(np.array_equal(v, again.weights()[k]) for k, v in network.weights().items())


def test_a_batch_costs_what_its_reports_cost(items, network):
    def cost(some):
        return float(loss(network, batch(some), upper(network.encoder, *vectors(some))))

    with torch.no_grad():
        assert cost(items[:3]) == pytest.approx(sum(cost([p]) for p in items[:3]), rel=1e-3)


def test_numpy_scores_as_torch_does(items, network):
    p = items[0]
    with torch.no_grad():
        seen = upper(network.encoder, *vectors([p]))
        b = batch([p])
        hidden, vector = network.words(seen, b)
        z = network.pairs(seen, b, vector[b["word"]])
        cells, told = network.looked(z, hidden[b["word"]], b)
        role = (network.role(z) + network.table.role(cells)[b["group"]]).numpy()
        stance = (network.stance(hidden[b["word"]] + network.stance_type(b["type"])) + network.table.stance(told)).numpy()
        kinds = network.types(hidden, b).softmax(-1).numpy()
    heads = Heads(network.weights())
    at = p.example.windows.places(p.example.sheet.words)
    mine = heads.words(seen.numpy()[at[:, 0], at[:, 1]], p.words)
    assert np.abs(mine - hidden.numpy()).max() < 0.05
    told = p.targets["word"]
    pairs = pairs_of(p.example.sheet, [e.spot for e in p.events])
    scores = heads.score(mine[told], vector.numpy()[told], seen.numpy()[p.pair_at[:, 0], p.pair_at[:, 1]], p.targets["type"], pairs)
    assert np.abs(scores.role - role).max() < 0.1
    assert np.abs(scores.stance - stance).max() < 0.1
    assert np.abs(heads.types(mine, b["word_leaf"].numpy()) - kinds).max() < 0.02
