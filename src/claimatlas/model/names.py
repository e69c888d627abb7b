"""Folding of names so that spellings of one name meet: case, accents, articles, transliteration habits, Arabic script."""

import re
import unicodedata
from functools import lru_cache
from operator import eq

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


@lru_cache(1 << 15)
def fold_name(text: str) -> str:
    """Lower case, no accents, no Arabic article, no punctuation; words joined by one space; Arabic letter forms made one."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = text.lower().translate(DROPPED)
    if not text.isascii():
        text = text.translate(ALIKE)
        if ARABIC.search(text):
            text = ARABIC_ARTICLE.sub("", text.translate(ARABIC_ALIKE))
    if text.isalnum():  # one bare word: nothing to cut or join
        return text
    text = NOT_WORD.sub(" ", ARTICLE.sub("", text)).strip()
    return LETTER_DIGIT.sub(r"\1", text)


# Arabic letters as the Latin letters that the rules below read; waw and ya stand for vowel or glide as in Latin
LETTERS = str.maketrans("ابتثجحخدذرزسشصضطظعغفقكلمنهويگپچ", "abttjhXddrzsSsdtz-gfqklmnhwygbS")
SAME_WORD = dict.fromkeys(("abu", "abou", "abo", "abi", "albu", "bu", "bou", "ابو", "ابي", "بو"), "b")
SAME_WORD |= dict.fromkeys(("umm", "um", "om", "oum", "oom", "ام"), "am") | dict.fromkeys(("ibn", "bin", "ben", "ebn", "بن", "ابن"), "bn")
GLUED_ARTICLE = re.compile(r"^[aeu](?=([dnrstz])\1\w{2,}|ssh|shsh)")
CONSTRUCT = re.compile(r"(?<=\w{3})[aei]t$")
# in this order; letters that spellings of one name confuse
_H = (("tch", "S"), ("sch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "X"), ("gh", "g"), ("dj", "j"), ("dh", "d"), ("th", "t"), ("ph", "f"))
_REST = (("x", "X"), ("ck", "k"), ("q", "k"), ("c", "k"), ("p", "b"), ("v", "w"))
WITH_H, NO_H = (*_H, *_REST), (("dj", "j"), *_REST)
GLIDE = re.compile(r"[aeuo]*w+(?=[aeiouy])|[ao]*[uo]+(?=[aei])")
DOUBLED = re.compile(r"(\w)\1+")
HEAD, VOWEL_LETTERS = re.compile(r"^(?:y(?=[aeiou])|[aeiouyw]+)"), "aeiouyw"
INNER = str.maketrans("", "", f"{VOWEL_LETTERS}-")


def sound_key(text: str) -> str:
    """A looser key, word by word: transliterations of one Arabic or Kurdish name, and its Arabic spelling, fall together.

    Kept are the consonants (those that Latin spellings confuse made one) and whether a word begins or ends in a vowel.
    """
    words = fold_name(text).split()
    return " ".join(_word_key(word, last=i == len(words) - 1) for i, word in enumerate(words))


@lru_cache(1 << 14)
def _word_key(word: str, last: bool) -> str:
    if word in SAME_WORD:
        return SAME_WORD[word]
    if ARABIC.match(word):
        word = re.sub("ه$", "ا" if last else "ت", word).translate(LETTERS)
    if last and word[0] in "aeu":
        word = GLUED_ARTICLE.sub("", word)
    elif not last and word[-1] == "t":
        word = CONSTRUCT.sub("a", word)
    for old, new in WITH_H if "h" in word else NO_H:
        word = word.replace(old, new)
    word = undoubled(word)
    if "w" in word or "o" in word or "u" in word:
        word = GLIDE.sub("W", word)
    head = HEAD.match(word) if word[0] in VOWEL_LETTERS else None
    start = "" if not head else "Y" if head.group() == "y" else "a"
    rest = word[head.end() :] if head else word
    open_end = rest.removesuffix("h")
    body = open_end.rstrip(VOWEL_LETTERS)
    tail = len(body) < len(open_end)
    return start + (body if tail else rest).translate(INNER) + ("a" if tail else "")


def undoubled(text: str) -> str:
    """The text with letters that stand twice or more in a row made one."""
    return DOUBLED.sub(r"\1", text) if any(map(eq, text, text[1:])) else text


VOWELS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ai", "i"), ("ay", "i"), ("ey", "i"), ("aw", "u"), ("au", "u"), ("o", "u"))
LOOSE = (*VOWELS, ("e", "i"), ("y", "i"), ("kh", "x"), ("q", "k"), ("c", "k"), ("ah ", "a "), ("ih ", "a "))


def closeness(one: str, other: str) -> float:
    """How near two spellings are, 0 to 1: 1 when folded alike; vowel habits and doubled letters weigh little."""
    a, b = fold_name(one), fold_name(other)
    return 1.0 if a == b else fuzz.ratio(loosened(a), loosened(b)) / 100


def loosened(folded: str) -> str:
    """A folded name with vowel habits and doubled letters made one: what `closeness` compares letter by letter."""
    text = undoubled(folded) + " "
    for old, new in LOOSE:
        text = text.replace(old, new)
    return text.replace(" ", "")
