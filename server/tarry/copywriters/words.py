"""The languages Tarry speaks without a model, and the fixed texts around a prompt."""

from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from fluent.runtime.types import FluentType

from tarry.copywriters.messages import Language, Messages, load_language
from tarry.core.brief import Formality
from tarry.core.money import to_count
from tarry.core.prompt import isolated
from tarry.core.tongue import family, is_right_to_left
from tarry.errors import CopywriterError, NothingToSay

NONE: Mapping[str, str] = MappingProxyType({})


class Words:
    """Every language there is a folder for, each read when it is first spoken.

    Args:
        folders: that of each language, by lower-case BCP-47 tag.

    """

    def __init__(self, folders: Mapping[str, Traversable]) -> None:
        self._folders = dict(folders)
        self._languages: dict[str, Language] = {}

    @classmethod
    def load(cls, folder: Traversable | None = None) -> "Words":
        """Find all languages, by default those that come with Tarry."""
        root = folder if folder is not None else files("tarry").joinpath("locales")
        found = (each for each in root.iterdir() if each.is_dir() and not each.name.startswith("_"))
        return cls({each.name.lower(): each for each in found})

    def languages(self) -> tuple[str, ...]:
        """Return the tags of all languages, sorted."""
        return tuple(sorted(self._folders))

    def speaking(self, locale: str, formality: Formality = "formal") -> Messages:
        """Return the messages for a locale: its own or those of its language, never another language's.

        Raises:
            NothingToSay: nobody has written this language yet.
            CopywriterError: a file cannot be read as messages; ours to mend.

        """
        tag = next((one for one in family(locale) if one in self._folders), None)
        if tag is not None:
            if tag not in self._languages:
                self._languages[tag] = load_language(self._folders[tag])
            language = self._languages[tag]
            return language.familiar if formality == "familiar" else language.formal
        raise NothingToSay(f"no words in {locale}")

    def say(self, locale: str, key: str, slots: Mapping[str, str] = NONE, formality: Formality = "formal") -> str:
        """Return a fixed text with its slots filled; of several forms the last whose slots are all known.

        In a language written from right to left what fills them keeps its own direction.

        Raises:
            NothingToSay: nobody has written this language yet.
            CopywriterError: there is no such text, or none that these slots suffice for.

        """
        messages = self.speaking(locale, formality)
        forms = [form for form, needed in messages.needs(key).items() if needed <= slots.keys()]
        if not forms:
            raise CopywriterError(f"no text {key} for {sorted(slots)}")
        return messages.render(
            key, forms[-1], {name: _value(name, text, locale, messages) for name, text in slots.items()}
        )


def _value(name: str, text: str, locale: str, messages: Messages) -> str | FluentType:
    """Return a slot's text; a count picks its plural form."""
    shown = isolated(text) if is_right_to_left(locale) else text
    if name == "count" and (count := to_count(text, locale)) is not None:
        return messages.counted(count, shown)
    return shown
