"""How far two coders agree who coded the same reports without seeing each other's work."""

from pathlib import Path
from typing import Any

from claimatlas.evaluate.labels import SECOND, labels
from claimatlas.evaluate.scores import flat
from claimatlas.evaluate.shared import rows_of, scorer

SENTENCE_ENDS = ".!?\n"


def agreement(folder: Path) -> dict[str, float]:
    """The second coders' claims scored against the first ones', as a reader's would be; each figure 0 to 1."""
    second = labels(folder, SECOND)
    docs = {claim["doc"] for claim in second}
    texts = {row["unit_id"]: row["article_content"] for row in rows_of(folder, docs)}
    first = [claim for claim in labels(folder) if claim["doc"] in docs]
    told = [_as_read(claim, texts[claim["doc"]]) for claim in second]
    return {k: round(v, 4) for k, v in flat(scorer(folder, "score_claims").score(first, told)[0]).items()}


def _as_read(claim: dict[str, Any], text: str) -> dict[str, Any]:
    """A hand-coded claim in the form of an exported one; its quote is the trigger's sentence."""
    start, end = claim["at"]
    begin = max(text.rfind(mark, 0, start) for mark in SENTENCE_ENDS) + 1
    stop = min([at for mark in SENTENCE_ENDS if (at := text.find(mark, end)) >= 0], default=len(text))
    quote = {"exact": text[begin:stop], "start": begin, "end": stop}
    return {**claim, "report": {"key": claim["doc"]}, "quote": quote}
