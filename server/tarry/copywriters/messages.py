"""One language's messages, rendered whole or not at all."""

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from tarry.errors import CopywriterError

Slots = Mapping[str, str | FluentType]
"""What a message may place, by name: text, or a number that picks a plural form."""


class Messages:
    """The Fluent messages of one language; every pattern knows which slots it needs.

    Args:
        language: the BCP-47 tag the folder is named after; it chooses the plural rules.
        texts: the contents of the language's ``.ftl`` files.

    Raises:
        CopywriterError: a file has an entry that cannot be read, or two entries of one name; ours to mend.

    """

    def __init__(self, language: str, texts: tuple[str, ...]) -> None:
        self.language = language
        self._locale = Locale.parse(language, sep="-")
        self._bundle = FluentBundle([language], use_isolating=False)
        self._needs: dict[str, dict[str, frozenset[str]]] = {}
        self._letters: dict[str, int] = {}
        for text in texts:
            resource = FluentResource(text)
            for entry in resource.body:
                self._learn(entry)
            self._bundle.add_resource(resource)

    def keys(self) -> tuple[str, ...]:
        """Return every message's name, in file order."""
        return tuple(self._needs)

    def needs(self, key: str) -> Mapping[str, frozenset[str]]:
        """Return the slots each form of a message places, the main form under ``""``; empty if there is no such key."""
        return self._needs.get(key, {})

    def letters(self, key: str) -> int:
        """Return how long a message is, in characters of all its forms without what its slots hold."""
        return self._letters.get(key, 0)

    def plural_form(self, number: int) -> str:
        """Return the name of the plural form a number takes in this language: ``one``, ``other`` …"""
        return str(self._locale.plural_form(number))

    def render(self, key: str, form: str, slots: Slots) -> str:
        """Return one form of a message with the slots placed.

        Raises:
            CopywriterError: the message, the form or a slot is missing, or Fluent reported anything at all.

        """
        if form not in self._needs.get(key, {}):
            raise CopywriterError(f"no message {key} {form}".rstrip())
        message = self._bundle.get_message(key)
        pattern = message.attributes[form] if form else message.value
        assert pattern is not None  # noqa: S101 - its needs were learnt from it
        text, errors = self._bundle.format_pattern(pattern, dict(slots))
        if errors or not isinstance(text, str):
            raise CopywriterError(f"message {key} failed: {'; '.join(str(error) for error in errors)}")
        return text

    def _learn(self, entry: ast.EntryType) -> None:
        if isinstance(entry, ast.Junk):
            raise CopywriterError(f"{self.language}: cannot read {(entry.content or '').strip()[:60]!r}")
        if not isinstance(entry, ast.Message):
            return
        key = entry.id.name
        if key in self._needs:
            raise CopywriterError(f"{self.language}: two messages are named {key}")
        read = {name: _read(pattern) for name, pattern in _forms(entry)}
        self._needs[key] = {name: variables for name, (variables, _) in read.items()}
        self._letters[key] = sum(letters for _, letters in read.values())


def load_messages(folder: Traversable) -> Messages:
    """Read the messages of a language's folder, named after the language."""
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name)
    return Messages(folder.name, tuple(file.read_text("utf-8") for file in files))


def _forms(message: ast.Message) -> Iterator[tuple[str, ast.Pattern]]:
    if message.value is not None:
        yield "", message.value
    for attribute in message.attributes:
        yield attribute.id.name, attribute.value


class _Reader(Visitor):
    """Collects the names of variables below a node, and counts its letters."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.letters = 0

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802 - the library's name
        self.letters += len(node.value)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the library's name
        self.found.add(node.id.name)


def _read(pattern: ast.Pattern) -> tuple[frozenset[str], int]:
    reader = _Reader()
    reader.visit(pattern)
    return frozenset(reader.found), reader.letters
