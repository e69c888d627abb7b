"""Windows of word pieces: a report's sentences as the encoder reads them, and where each token stands in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claimatlas.extract.leaf import Leaf
from claimatlas.extract.learned.mask import masked
from claimatlas.extract.learned.sheet import Spot
from claimatlas.model.passage import Token

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LIMIT = 256
CLS, SEP = 101, 102
# so that texts that have lost their commas and apostrophes read like those that have not
UNREAD = {",", "'", "’", "‘", "`"}
OWNERS = {"'s", "’s", "s"}


@dataclass(slots=True)
class Windows:
    """`pieces`: word-piece ids of each window; `at`: window and position of a token's first piece."""

    pieces: list[list[int]] = field(default_factory=list)
    at: dict[Spot, tuple[int, int]] = field(default_factory=dict)

    def arrays(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Ids and attention mask, padded to the longest window."""
        longest = max(map(len, self.pieces), default=1)
        ids = np.zeros((len(self.pieces), longest), np.int64)
        mask = np.zeros_like(ids)
        for i, row in enumerate(self.pieces):
            ids[i, : len(row)] = row
            mask[i, : len(row)] = 1
        return ids, mask

    def places(self, spots: list[Spot]) -> NDArray[np.int64]:
        """Window and position of each token, (0, 0) for tokens that no window holds; shape (n, 2)."""
        return np.array([self.at.get(s, (0, 0)) for s in spots], np.int64).reshape(-1, 2)


def windows(leaves: list[Leaf], tokenizer: "Tokenizer") -> Windows:
    """Whole sentences together up to LIMIT pieces, the names of sides masked; a longer sentence is cut."""
    out = Windows()
    open_: list[int] = []
    for n, leaf in enumerate(leaves):
        read = list(_read(leaf))
        coded = tokenizer.encode([text for text, _ in read], is_pretokenized=True, add_special_tokens=False)
        ids = coded.ids[: LIMIT - 2]
        if open_ and len(open_) + len(ids) > LIMIT - 2:
            out.pieces.append([CLS, *open_, SEP])
            open_ = []
        for k, word in enumerate(coded.word_ids[: LIMIT - 2]):
            for index in read[word][1] if word is not None else ():
                out.at.setdefault((n, index), (len(out.pieces), 1 + len(open_) + k))
        open_ += ids
    if open_:
        out.pieces.append([CLS, *open_, SEP])
    return out


def _read(leaf: Leaf) -> Iterator[tuple[str, list[int]]]:
    """The words that the encoder reads, each with the indexes of the tokens that it stands for."""
    names = masked(leaf)
    word: tuple[str, list[int]] | None = None
    for token in leaf.scene.passage.tokens:
        text = names.get(token.index, token.text)
        if not text and word is not None:
            word[1].append(token.index)
        elif _is_read(token):
            if word is not None:
                yield word
            word = (text, [token.index])
    if word is not None:
        yield word


def _is_read(token: Token) -> bool:
    return bool(token.text.strip()) and token.text not in UNREAD and not (token.tag == "POS" and token.text in OWNERS)
