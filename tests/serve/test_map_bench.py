"""The map's made-up data: as many events and places as are told, in the server's own columns."""

from claimatlas.evaluate.map_bench import EVENTS, PLACES, many_columns


def test_the_columns_are_whole_and_the_same_each_time(client):
    empty = client.get("/api/atlas").json()
    made = many_columns(empty)
    assert made == many_columns(empty)
    assert set(made) == set(empty) and set(made["events"]) == set(empty["events"]) and set(made["holds"]) == set(empty["holds"])
    assert {len(v) for v in made["events"].values()} == {EVENTS} and len(made["places"]) == PLACES
    assert max(made["events"]["place"]) < PLACES and len(made["holds"]["place"]) == 2 * PLACES
