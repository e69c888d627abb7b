"""A passage: one sentence of a report, with its tokens, their offsets and their syntax."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `start` and `end` count code points in the report's text; `head` is an index into the passage.

    `pos` is the Universal POS tag, `tag` the Penn tag, `dep` the ClearNLP label of the English pipeline.
    The root's `head` is its own index.
    """

    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The token's text in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: tokens[i].index == i. `children[i]` are the indexes of the tokens whose head is i, in order.

    `kind` is `body`, `headline` or `seam` (navigation text that carries no claim).
    """

    number: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    kind: str = "body"
    paragraph: int = 0

    def lower_at(self, i: int) -> str:
        """The lower-case word at an index, '' before the first token and after the last."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""
