"""One language's messages, rendered whole or not at all."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from typing import NamedTuple

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from tarry.errors import CopywriterError

Slots = Mapping[str, str | FluentType]
"""What a message may place, by name: text, or a number that picks a plural form."""


FAMILIAR = ".familiar.ftl"
"""How the files end that say again, to somebody addressed as a friend, what the others say formally."""


class Form(NamedTuple):
    """One pattern of a message: its main form has no name."""

    key: str
    name: str


class Counted(FluentType):
    """A count that picks its plural form and then reads as it is told to.

    The library turns every real number into one of its own that prints digits, so this one only compares equal to
    the name of its plural form. Variants keyed by a number are therefore not to be used; a test looks for them.
    """

    def __init__(self, form: str, text: str) -> None:
        self._form = form
        self._text = text

    def __eq__(self, other: object) -> bool:
        return other == self._form

    def __hash__(self) -> int:
        return hash(self._form)

    def format(self, locale: Locale) -> str:  # noqa: ARG002 - it is written in its language already
        """Return the count as it is to be read."""
        return self._text


class Messages:
    """The Fluent messages of one language; every pattern knows which slots it needs.

    Args:
        language: the BCP-47 tag the folder is named after; it chooses the plural rules.
        files: the language's ``.ftl`` files, parsed.
        instead: files whose messages take the place of others of the same name.

    Raises:
        CopywriterError: a file has an entry that cannot be read, two entries of one name, or one that takes the place
            of nothing; ours to mend.

    """

    def __init__(self, language: str, files: Sequence[ast.Resource], instead: Sequence[ast.Resource] = ()) -> None:
        self.language = language
        self._locale = Locale.parse(language, sep="-")
        self._bundle = FluentBundle([language], use_isolating=False)
        self._needs: dict[str, dict[str, frozenset[str]]] = {}
        self._letters: dict[Form, int] = {}
        for file in files:
            self._add(file, anew=True)
        for file in instead:
            self._add(file, anew=False)
        self._under: dict[str, list[Form]] = defaultdict(list)
        for key, forms in self._needs.items():
            self._under[_stem(key)] += [Form(key, name) for name in forms]

    def keys(self) -> tuple[str, ...]:
        """Return every message's name, in file order."""
        return tuple(self._needs)

    def needs(self, key: str) -> Mapping[str, frozenset[str]]:
        """Return the slots each form of a message places, the main form under ``""``; empty if there is no such key."""
        return self._needs.get(key, {})

    def under(self, stem: str) -> Sequence[Form]:
        """Return the forms of all messages that are called a stem, which ends in ``-``, and a number; in file order."""
        return self._under.get(stem, ())

    def placed(self, form: Form) -> frozenset[str]:
        """Return the slots one form of a message places; none if there is no such form."""
        return self._needs.get(form.key, {}).get(form.name, frozenset())

    def letters(self, form: Form) -> int:
        """Return how long one form of a message is, in characters of all its variants without what its slots hold."""
        return self._letters.get(form, 0)

    def counted(self, number: int, text: str) -> Counted:
        """Return a count that reads as ``text`` and takes the plural form this language has for ``number``."""
        return Counted(str(self._locale.plural_form(number)), text)

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

    def _add(self, file: ast.Resource, *, anew: bool) -> None:
        seen: set[str] = set()
        for entry in file.body:
            if isinstance(entry, ast.Junk):
                raise CopywriterError(f"{self.language}: cannot read {(entry.content or '').strip()[:60]!r}")
            if isinstance(entry, ast.Message):
                key = entry.id.name
                if key in seen or (anew and key in self._needs):
                    raise CopywriterError(f"{self.language}: two messages are named {key}")
                if not anew and key not in self._needs:
                    raise CopywriterError(f"{self.language}: {key} takes the place of nothing")
                seen.add(key)
                self._learn(entry)
        self._bundle.add_resource(file, allow_overrides=not anew)

    def _learn(self, message: ast.Message) -> None:
        key = message.id.name
        read = {name: _read(pattern) for name, pattern in _forms(message)}
        self._needs[key] = {name: variables for name, (variables, _) in read.items()}
        self._letters |= {Form(key, name): letters for name, (_, letters) in read.items()}


class Language(NamedTuple):
    """One language in its forms of address; both are the same where it has but one."""

    formal: Messages
    familiar: Messages


def load_language(folder: Traversable) -> Language:
    """Read the messages of a language's folder, named after the language.

    Raises:
        CopywriterError: a file cannot be read as messages; ours to mend.

    """
    names = sorted((file for file in folder.iterdir() if file.name.endswith(".ftl")), key=lambda file: file.name)
    files = {file.name: FluentResource(file.read_text("utf-8")) for file in names}
    usual = [file for name, file in files.items() if not name.endswith(FAMILIAR)]
    instead = [file for name, file in files.items() if name.endswith(FAMILIAR)]
    formal = Messages(folder.name, usual)
    return Language(formal, Messages(folder.name, usual, instead) if instead else formal)


def _stem(key: str) -> str:
    return key.rstrip("0123456789")


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
