"""Addresses of ledgers."""

from pathlib import Path

import pytest

from claimatlas.model.address import Address, where_is
from claimatlas.model.errors import InputError


def test_a_path_is_a_file():
    assert where_is("war.sqlite") == Path("war.sqlite")
    assert where_is(Path("war.sqlite")) == Path("war.sqlite")


def test_an_address_is_taken_apart():
    one = where_is("postgresql://me:se%40cret@db.example:5433/war?schema=syria&sslmode=require")
    assert isinstance(one, Address)
    assert one.schema == "syria"
    assert one.options == {"dbname": "war", "user": "me", "password": "se@cret", "host": "db.example", "port": "5433", "sslmode": "require"}


def test_a_password_is_not_told():
    assert str(Address("postgresql://me:secret@db/war?password=secret")) == "postgresql://me@db/war"


def test_a_socket_is_a_host():
    assert Address("postgresql:///war?host=/run/pg").options == {"dbname": "war", "host": "/run/pg"}
    assert Address("postgres:///war").schema == "claimatlas"


@pytest.mark.parametrize("url", ["postgresql://db:x/war", "postgresql:///war?schema=a;b", "postgresql:///war?schema=a b"])
def test_what_is_no_address_is_told(url):
    with pytest.raises(InputError, match=r"postgresql:"):
        where_is(url)
