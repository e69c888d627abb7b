"""`claimatlas claims --near`: what is told of places near a point."""

import json

import pytest


def told(run, ledger, *asked: str) -> set[str]:
    """The names of the places of the claims that are listed."""
    out = run("claims", "--json", "--ledger", ledger, *asked)
    assert out.exit_code == 0
    return {claim["place"]["name"] for line in out.output.splitlines() if (claim := json.loads(line))["place"]}


def test_only_places_near_the_point_are_listed(run, ledger):
    lines = run("claims", "--json", "--ledger", ledger).output.splitlines()
    place = next(c["place"] for c in map(json.loads, lines) if c["place"] and c["place"]["lat"] is not None)
    lat, lon, name = place["lat"], place["lon"], place["name"]
    assert name in told(run, ledger, "--near", f"{lat},{lon}", "--within", "1")
    assert name not in told(run, ledger, "--near", f"{lat + 1},{lon}", "--within", "100")
    assert name in told(run, ledger, "--near", f"{lat + 1},{lon}", "--within", "120")


@pytest.mark.parametrize("point", ["here", "34.8", "95,10", "10,190", "1,2,3"])
def test_what_is_no_point_is_told(run, ledger, point):
    out = run("claims", "--near", point, "--ledger", ledger)
    assert out.exit_code == 2 and point in out.output
