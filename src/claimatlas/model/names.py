"""Folding of names so that spellings of one name meet: case, accents, articles, transliteration habits, Arabic script."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

# "us-" and "un-" are never articles: US-led, UN-backed
ARTICLE = re.compile(r"\b(?:[aeu]l|il|a(?:s|sh|d|dh|r|n|t|th|z)|e(?:s|sh|d|dh|r|n|t|th|z|zz)|(?:u[drtz]|l)(?=\s*-))[\s\-]+(?=\w)|\bthe\s+")
NOT_WORD = re.compile(r"[\W_]+")
LETTER_DIGIT = re.compile(r"\b([a-z]) (?=\d)")
DROPPED = str.maketrans("", "", "'\u2019\u2018`\u02bf\u02be\u02bb\u02bc\u00b4\u2032\u0640\u0621")
ALIKE = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ə": "e", "œ": "oe"})
ARABIC = re.compile(r"[\u0600-\u06ff]")
ARABIC_ALIKE = str.maketrans({"ى": "ي", "ی": "ي", "ة": "ه", "ە": "ه", "ک": "ك", "ٱ": "ا", "ۆ": "و"})
ARABIC_ARTICLE = re.compile(r"\bال(?=\w\w)")


@lru_cache(maxsize=1 << 15)
def fold_name(text: str) -> str:
    """Lower case, no accents, no Arabic article, no punctuation; words joined by one space; Arabic letter forms made one."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = text.lower().translate(DROPPED)
    if not text.isascii():
        text = text.translate(ALIKE)
        if ARABIC.search(text):
            text = ARABIC_ARTICLE.sub("", text.translate(ARABIC_ALIKE))
    text = NOT_WORD.sub(" ", ARTICLE.sub("", text)).strip()
    return LETTER_DIGIT.sub(r"\1", text)


# Arabic letters as the Latin letters that the rules below read; waw and ya stand for vowel or glide as in Latin
LETTERS = str.maketrans("ابتثجحخدذرزسشصضطظعغفقكلمنهويگپچ", "abttjhXddrzsSsdtz-gfqklmnhwygbS")
SAME_WORD = dict.fromkeys(("abu", "abou", "abo", "abi", "albu", "bu", "bou", "ابو", "ابي", "بو"), "b")
SAME_WORD |= dict.fromkeys(("umm", "um", "om", "oum", "oom", "ام"), "am") | dict.fromkeys(("ibn", "bin", "ben", "ebn", "بن", "ابن"), "bn")
GLUED_ARTICLE = re.compile(r"^[aeu](?=([dnrstz])\1\w{2,}|ssh|shsh)")
CONSTRUCT = re.compile(r"(?<=\w{3})[aei]t$")
CONSONANTS = (
    (re.compile(r"tch|sch|sh|ch"), "S"),
    (re.compile(r"kh|x"), "X"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"(?<=[dt])h"), ""),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|[qc]"), "k"),
    (re.compile(r"p"), "b"),
    (re.compile(r"v"), "w"),
)
GLIDE = re.compile(r"[aeuo]*w+(?=[aeiouy])|[ao]*[uo]+(?=[aei])")
DOUBLED = re.compile(r"(\w)\1+")
HEAD, TAIL, INNER = re.compile(r"^(?:y(?=[aeiou])|[aeiouyw]+)"), re.compile(r"[aeiouyw]+h?$"), re.compile(r"[aeiouyw-]+")


def sound_key(text: str) -> str:
    """A looser key, word by word: transliterations of one Arabic or Kurdish name, and its Arabic spelling, fall together.

    Kept are the consonants (those that Latin spellings confuse made one) and whether a word begins or ends in a vowel.
    """
    words = fold_name(text).split()
    return " ".join(_word_key(word, last=i == len(words) - 1) for i, word in enumerate(words))


def _word_key(word: str, last: bool) -> str:
    if word in SAME_WORD:
        return SAME_WORD[word]
    if ARABIC.match(word):
        word = re.sub("ه$", "ا" if last else "ت", word).translate(LETTERS)
    word = GLUED_ARTICLE.sub("", word) if last else CONSTRUCT.sub("a", word)
    for pattern, letter in CONSONANTS:
        word = pattern.sub(letter, word)
    word = GLIDE.sub("W", DOUBLED.sub(r"\1", word))
    head = HEAD.match(word)
    start = "" if not head else "Y" if head.group() == "y" else "a"
    rest = word[head.end() :] if head else word
    tail = TAIL.search(rest)
    body = rest[: tail.start()] if tail else rest
    return start + INNER.sub("", body) + ("a" if tail else "")


VOWELS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ai", "i"), ("ay", "i"), ("ey", "i"), ("aw", "u"), ("au", "u"), ("o", "u"))
LOOSE = (*VOWELS, ("e", "i"), ("y", "i"), ("kh", "x"), ("q", "k"), ("c", "k"), ("ah ", "a "), ("ih ", "a "))


def closeness(one: str, other: str) -> float:
    """How near two spellings are, 0 to 1: 1 when folded alike; vowel habits and doubled letters weigh little."""
    a, b = fold_name(one), fold_name(other)
    return 1.0 if a == b else fuzz.ratio(_loose(a), _loose(b)) / 100


def _loose(folded: str) -> str:
    text = DOUBLED.sub(r"\1", folded + " ")
    for old, new in LOOSE:
        text = text.replace(old, new)
    return text.replace(" ", "")
