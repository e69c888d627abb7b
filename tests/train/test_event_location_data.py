"""The sentences of event_location: what is read of a line, and which part a sentence is in."""

import gzip
import json

import pytest

from claimatlas.train.event_location_data import Coding, coding, codings, part, parted

TEXT = "Gunmen shot two men in Qasr, near the river at Qasr al-Wadi."


def span(label, words, shift=0, **more):
    start = TEXT.index(words, shift)
    return {"label": label, "start": start, "end": start + len(words), "token_start": 0, "token_end": 0, **more}


def row(*spans):
    return {"text": TEXT, "spans": list(spans)}


def test_spans_are_kept_in_order_and_once():
    found = coding(row(span("LOCATION", "Qasr al-Wadi"), span("VERB", "shot"), span("LOCATION", "Qasr"), span("LOCATION", "Qasr")))
    assert found is not None
    assert [TEXT[a:b] for a, b in (found.event, *found.places)] == ["shot", "Qasr", "Qasr al-Wadi"]
    assert found.places[0] < found.places[1]


@pytest.mark.parametrize(("token", "place"), [(5, TEXT.index("Qasr")), (11, TEXT.rindex("Qasr"))])
def test_numbers_of_tokens_told_as_offsets_are_mended_by_the_words(token, place):
    broken = {"label": "LOCATION", "start": token, "end": token, "token_start": token, "token_end": token, "text": "Qasr"}
    found = coding(row(span("VERB", "shot"), broken))
    assert found is not None and found.places == ((place, place + 4),)


@pytest.mark.parametrize(
    "spans",
    [
        [],
        [span("VERB", "shot"), span("VERB", "men")],
        [span("VERB", "shot"), {"label": "LOCATION", "start": 3, "end": 3, "token_start": 3, "token_end": 3, "text": "Nowhere"}],
        [span("VERB", "shot"), {"label": "LOCATION", "start": 3, "end": 3, "token_start": 3, "token_end": 3}],
    ],
)
def test_lines_that_are_not_whole_are_left_out(spans):
    assert coding(row(*spans)) is None


def test_all_lines_are_read_each_coding_once(tmp_path):
    folder = tmp_path / "data" / "event_location"
    folder.mkdir(parents=True)
    with gzip.open(folder / "event_location.jsonl.gz", "wt", encoding="utf-8") as out:
        for line in (row(span("VERB", "shot")), row(span("VERB", "shot")), row()):
            out.write(json.dumps(line) + "\n")
    assert codings(tmp_path) == [Coding(TEXT, (7, 11), ())]


def test_the_part_hangs_on_the_words_alone():
    assert part("The army shelled Qasr.") == part("  the ARMY shelled «Qasr»\n")
    parts = [part(f"Sentence number {n} tells of a strike.") for n in range(1000)]
    assert 70 < parts.count("test") < 130 and 70 < parts.count("tune") < 130


def of_part(wanted, words):
    """A sentence of a part."""
    return next(t for n in range(200) if part(t := f"{words} {n}") == wanted)


def test_near_copies_of_held_back_sentences_are_not_trained_on():
    words = "the army said on monday that its troops had taken the hill above the town of qasr after"
    other = "a convoy of eleven lorries reached the besieged quarter on friday with flour for"
    test, tune = Coding(of_part("test", words), (4, 8), ()), Coding(of_part("tune", other), (2, 8), ())
    train = [Coding(of_part("train", w), (0, 1), ()) for w in (words, other, "rebels fired")]
    assert parted([*train, test, tune]) == {"test": [test], "tune": [tune], "train": train[2:]}
