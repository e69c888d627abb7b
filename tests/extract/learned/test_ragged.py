"""Rows of differing length, and features as numbers."""

import zlib

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimatlas.extract.learned.ragged import hashed, numbered, ragged


def test_features_are_crc_32():
    assert hashed(["tag=NN"]) == [zlib.crc32(b"tag=NN")]


@given(st.lists(st.lists(st.integers(0, 2**32 - 1), min_size=1), min_size=1, max_size=8))
def test_rows_can_be_taken_apart_again(rows):
    r = ragged(rows)
    ends = [*r.starts[1:], len(r.flat)]
    assert [list(r.flat[a:b]) for a, b in zip(r.starts, ends, strict=True)] == rows
    assert r.rows == len(rows)


def test_no_rows_are_borne():
    assert ragged([]).rows == 0 and len(ragged([]).flat) == 0


def test_what_is_not_in_the_vocabulary_is_0():
    assert list(numbered(np.array([3, 7, 9]), np.array([7, 1, 9, 10, 3]))) == [2, 0, 3, 0, 1]
    assert list(numbered(np.array([], np.int64), np.array([7]))) == [0]
