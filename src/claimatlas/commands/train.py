"""`claimatlas train`: the learned reader from the hand-coded labels. Needs the extra `train` and the material for measuring."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimatlas.model.errors import InputError

if TYPE_CHECKING:
    from claimatlas.train.run import Training

WEIGHTS = Path(__file__).parents[1] / "extract" / "learned" / "weights"
DOCS = Path(__file__).resolve().parents[3] / "docs"
TABLE, PLOT = DOCS / "folds.json", DOCS / "img" / "calibration.png"


@click.command()
@click.option("--fold", type=click.IntRange(0, 4), help="Only fit this fold; run several side by side, then the whole.")
@click.option("--whole", is_flag=True, help="Only fit the network on all reports.")
@click.option(
    "--work", type=click.Path(path_type=Path, file_okay=False), default=Path("out/train"), show_default=True, help="Where folds are kept."
)
@click.option("--seed", type=int, default=1, show_default=True, help="Seed of all that is drawn at random.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=WEIGHTS, help="Where the weights go; else into the program."
)
def train(fold: int | None, whole: bool, work: Path, seed: int, out: Path) -> None:
    """Fit the learned reader to the hand-coded reports: five folds for the scores and the calibration, then all of them."""
    training = _training(work, seed)
    if fold is not None:
        training.look(fold)
    if whole:
        assert training.network
    if fold is not None or whole:
        return
    from claimatlas.train.export import agreement, export
    from claimatlas.train.plot import calibration_plot
    from claimatlas.train.run import settled

    scores = training.scores()
    settings = settled(training)
    export(training.network, settings, out)
    scores["same_in_8_bits"] = round(agreement(training.network, training.items[::5], settings, out), 4)
    TABLE.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    calibration_plot(scores["calibration"]["bins"], scores["calibration"]["expected_error"], PLOT)
    click.echo(f"Weights in {out}, scores of the folds in {TABLE}.")


def _training(work: Path, seed: int) -> "Training":
    """The prepared training. Raises: InputError where something that it needs is absent."""
    from claimatlas.evaluate.shared import ABSENT, shared_folder

    folder = shared_folder()
    if folder is None:
        raise InputError(f"Nothing to train on: {ABSENT}.")
    try:
        from claimatlas.train.fit import Recipe
        from claimatlas.train.run import Training
    except ModuleNotFoundError as error:
        raise InputError(f"Training needs the package {error.name}; install the extra: pip install 'claimatlas[train]'.") from error
    if not DOCS.is_dir():
        raise InputError(f"{DOCS}: training needs a checkout of the project, for the table of scores.")
    try:
        return Training(folder, work, Recipe(seed=seed), click.echo)
    except (FileNotFoundError, ValueError) as error:
        raise InputError(f"{error}.") from error
