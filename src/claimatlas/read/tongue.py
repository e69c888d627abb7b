"""The language of a text, out of those the theatre's publishers write in."""

from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LANGUAGES = ("en", "ar", "ru", "tr", "fa", "fr")
FEWEST_LETTERS = 20
SAMPLE = 4000


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(LANGUAGES)
    return identifier


def language_of(text: str) -> str:
    """ISO 639-1 code of the likeliest of LANGUAGES; `en` for a text of too few letters to tell."""
    sample = text[:SAMPLE]
    if sum(c.isalpha() for c in sample[:400]) < FEWEST_LETTERS:
        return "en"
    return str(_identifier().classify(sample)[0])
