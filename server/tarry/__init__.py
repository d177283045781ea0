"""Tarry wins back hesitating shoppers on the page, in the moment."""

from importlib.metadata import version

__version__ = version("tarry")
