"""The languages Tarry speaks without a model, and the fixed texts around a prompt."""

from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from fluent.runtime.types import FluentType, fluent_number

from tarry.copywriters.messages import Messages, load_messages
from tarry.errors import CopywriterError, NothingToSay

NONE: Mapping[str, str] = MappingProxyType({})


class Words:
    """Every language there is a folder for.

    Args:
        languages: the messages of each, by lower-case BCP-47 tag.

    """

    def __init__(self, languages: Mapping[str, Messages]) -> None:
        self._languages = dict(languages)

    @classmethod
    def load(cls, folder: Traversable | None = None) -> "Words":
        """Read all languages, by default those that come with Tarry.

        Raises:
            CopywriterError: a file cannot be read as messages.

        """
        root = folder if folder is not None else files("tarry").joinpath("locales")
        found = (load_messages(each) for each in root.iterdir() if each.is_dir() and not each.name.startswith("_"))
        return cls({messages.language.lower(): messages for messages in found})

    def languages(self) -> tuple[str, ...]:
        """Return the tags of all languages, sorted."""
        return tuple(sorted(self._languages))

    def speaking(self, locale: str) -> Messages:
        """Return the messages for a locale: its own or those of its language, never another language's.

        Raises:
            NothingToSay: nobody has written this language yet.

        """
        parts = locale.replace("_", "-").lower().split("-")
        for length in range(len(parts), 0, -1):
            messages = self._languages.get("-".join(parts[:length]))
            if messages is not None:
                return messages
        raise NothingToSay(f"no words in {locale}")

    def say(self, locale: str, key: str, slots: Mapping[str, str] = NONE) -> str:
        """Return a fixed text with its slots filled; of several forms the last whose slots are all known.

        Raises:
            NothingToSay: nobody has written this language yet.
            CopywriterError: there is no such text, or none that these slots suffice for.

        """
        messages = self.speaking(locale)
        forms = [form for form, needed in messages.needs(key).items() if needed <= slots.keys()]
        if not forms:
            raise CopywriterError(f"no text {key} for {sorted(slots)}")
        return messages.render(key, forms[-1], {name: _value(name, text) for name, text in slots.items()})


def _value(name: str, text: str) -> str | FluentType:
    """Return a count as a number, so that it picks its plural form, and everything else as it is."""
    return fluent_number(int(text)) if name == "count" and text.isdecimal() else text
