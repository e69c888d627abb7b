"""`python -m claimatlas.evaluate.place_bench`: how well names are placed, and how fast, with the shared tables of places added."""

from pathlib import Path

from claimatlas.evaluate.place_files import places_of, reading_of
from claimatlas.evaluate.place_given import given, share, told
from claimatlas.evaluate.place_speed import alone
from claimatlas.evaluate.place_traps import figures, outcomes, traps
from claimatlas.evaluate.scores import gold_claims, records, reports_of
from claimatlas.evaluate.shared import ABSENT, scorer, shared_folder
from claimatlas.reading import Reading


def geo(folder: Path, reading: Reading, name: str = "dev") -> dict[str, float]:
    """Of the claims found with a gold point: `geo`, the share placed right; `geo_named`, that of those whose place has the right name."""
    claims = list(records(reports_of(name, folder, reading), reading))
    tool = scorer(folder, "score_claims")
    gold = gold_claims(name, folder)
    marks: list[tuple[bool, bool]] = []
    for doc in sorted({str(g["doc"]) for g in gold}):
        told = [g for g in gold if str(g["doc"]) == doc]
        found = [c for c in claims if tool.doc_of(c) == doc]
        for i, j in tool.assign([[tool.similarity(g, p) for p in found] for g in told]):
            g, p = told[i], found[j]
            if tool.similarity(g, p) > 0 and tool.type_right(g, p) and (right := tool.geo_right(g["place"], p["place"])) is not None:
                marks.append((right, tool.place_same(g["place"], p["place"])))
    named = [right for right, same in marks if same]
    return {"geo": _share([right for right, _ in marks]), "geo_named": _share(named), "claims": float(len(marks))}


def _share(marks: list[bool]) -> float:
    return round(sum(marks) / len(marks), 4) if marks else 0.0


def print_places(folder: Path) -> None:
    """Lookups, the traps, and how often places are put right: by the coder's words, and by the whole rule reader."""
    if not places_of(folder):
        print(f"places: skipped, {ABSENT}")
        return
    print(f"places lookups {alone()}  (aimed at: 20,000 a second, 1 s, 200 MB)")
    reading = reading_of(folder)
    print(f"places traps   {_rounded(figures(outcomes(traps(), reading)))}  (aimed at: right 0.92, sure_wrong at most 0.02)")
    print(f"places given   {given(folder, reading)}  (the coder's words; aimed at: 0.90)")
    read = told(folder, reading)
    print(f"places read    corpus {share(read):.3f} of {len(read)} places that claims tell of  (rules)")
    print(f"places dev     {geo(folder, reading)}  (rules; aimed at: geo 0.90)")


def _rounded(values: dict[str, float]) -> dict[str, float]:
    return {k: round(v, 3) for k, v in values.items()}


def main() -> None:
    """Print how well and how fast names are placed, or why not."""
    folder = shared_folder()
    if folder is None:
        print(f"places: skipped, {ABSENT}")
        return
    print_places(folder)


if __name__ == "__main__":
    main()
