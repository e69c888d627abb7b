"""The rows of the log looked at one by one: no number left out, originals that give their SHA-256, quotes that stand where they say."""

import hashlib
import zlib
from collections.abc import Iterator, Sequence

import msgspec

from claimatlas.ledger.chain import SEALED
from claimatlas.ledger.connection import Db
from claimatlas.model.claim import Claim


class Rows:
    """Looks at rows as the chain is recomputed. `originals`: how many were unpacked and hashed."""

    def __init__(self, db: Db) -> None:
        self._db = db
        self._last = dict.fromkeys(SEALED, 0)
        self._told: list[str] = []
        self._hashed: set[str] = set()
        self._text: tuple[str, str] = ("", "")

    @property
    def originals(self) -> int:
        """How many originals were hashed."""
        return len(self._hashed)

    def look(self, table: str, row: Sequence[object]) -> None:
        """Looks at one row, as `chain.SEALED` selects it."""
        seq = row[0]
        if seq != self._last[table] + 1:
            self._told.append(f"{table}: row {self._last[table] + 1} is missing; {seq} follows {self._last[table]}")
        self._last[table] = int(str(seq))
        if table == "reports":
            self._original(str(row[1]), str(row[3]), row[9], row[10])
        elif table == "claims":
            self._quote(str(row[2]), str(row[3]), row[13])

    def found(self) -> Iterator[str]:
        """What was found since it was last asked."""
        yield from self._told
        self._told.clear()

    def left_over(self) -> Iterator[str]:
        """Originals that no report of the chain came in."""
        for row in self._db.execute("SELECT sha256 FROM originals WHERE sha256 NOT IN (SELECT sha256 FROM reports)"):
            yield f"original {row[0][:16]}… stands in the log but belongs to no report"

    def _original(self, report: str, sha256: str, size: object, packed: object) -> None:
        if sha256 in self._hashed:
            return
        self._hashed.add(sha256)
        data = unpacked(packed) if isinstance(packed, bytes) else None
        if data is None:
            self._told.append(f"report {report}: its original cannot be unpacked")
        elif len(data) != size:
            self._told.append(f"report {report}: its original has {len(data)} bytes, not {size}")
        elif hashlib.sha256(data).hexdigest() != sha256:
            self._told.append(f"report {report}: its original does not give its SHA-256")

    def _quote(self, claim: str, report: str, body: object) -> None:
        try:
            quote = msgspec.json.decode(str(body).encode("utf-8", "surrogateescape"), type=Claim).quote
        except msgspec.MsgspecError as error:
            self._told.append(f"claim {claim}: cannot be read ({error})")
            return
        if self._of(report)[quote.start : quote.end] != quote.exact:
            self._told.append(f"claim {claim}: its quote does not stand in its report at {quote.start} to {quote.end}")

    def _of(self, report: str) -> str:
        if self._text[0] != report:
            row = self._db.execute("SELECT text FROM reports WHERE id = ?", (report,)).fetchone()
            self._text = (report, row[0] if row else "")
        return self._text[1]


def unpacked(packed: bytes) -> bytes | None:
    """The bytes of an original, None where they are not exactly one packed stream."""
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(packed)
    except zlib.error:
        return None
    return data if stream.eof and not stream.unused_data else None
