"""Every exception of factcheck, each with the exit code that the command line ends with."""

from __future__ import annotations


class FactcheckError(Exception):
    """The root: a message says what is wrong, where, and what to do next."""

    exit_code = 2


class ReadError(FactcheckError):
    """A file that cannot be read; a run skips it and says so."""


class NothingToRead(FactcheckError):
    """No document is left to work on."""


class ConfigError(FactcheckError):
    """Faults of claims.yaml, of an option or of the environment, all of them at once."""


class WatchlistError(ConfigError):
    """A watch list entry that cannot be used."""


class EncoderError(FactcheckError):
    """The encoder is missing, damaged or refuses its input."""


class ParserError(FactcheckError):
    """The spaCy pipeline is missing or unfit."""


class ReportError(FactcheckError):
    """A saved run that is no report, or an output that cannot be written."""


class UnknownClaim(FactcheckError):
    """No claim has this id, or stands at this place."""
