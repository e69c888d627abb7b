"""The calibration as a picture."""

from collections.abc import Sequence
from pathlib import Path

from matplotlib.figure import Figure

BLUE, GREY = "#3b6ea5", "#888888"


def calibration_plot(bins: Sequence[Sequence[float]], error: float, path: Path) -> None:
    """Share of right rows against mean confidence, one point a bin, its area by the number of claims; the diagonal is perfect."""
    figure = Figure(figsize=(4.6, 4.4), dpi=150, layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], color=GREY, linewidth=1, linestyle="--", label="perfect")
    mean, share, number = zip(*bins, strict=True)
    most = max(number)
    axes.scatter(mean, share, s=[30 + 270 * n / most for n in number], color=BLUE, alpha=0.8, zorder=3, label="claims on held-out folds")
    for x, y, n in bins:
        axes.annotate(f"{int(n)}", (x, y), textcoords="offset points", xytext=(11, -11), fontsize=8, color=GREY)
    axes.set(xlim=(0, 1), ylim=(0, 1), aspect="equal", xlabel="confidence", ylabel="share of claims whose row is right")
    axes.set_title(f"Expected calibration error {error:.3f}", fontsize=10)
    axes.legend(loc="upper left", fontsize=8, frameon=False)
    figure.savefig(path, metadata={"Software": None})
