"""Bytes → text. A byte-order mark is dropped; line ends and all else are kept as they are."""

from __future__ import annotations

import codecs
import re

from factcheck.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_HEAD = 4096
# As browsers read these names (WHATWG Encoding Standard): Windows-1252 extends Latin-1 by the quotation marks.
_AS_BROWSERS_DO = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MAX_CONTROLS = 0.01


def decode(data: bytes) -> str:
    """The text of `data`: by byte-order mark, else as UTF-8, else as an HTML head declares, else by its statistics.

    Raises:
        ReadError: when it is not text in any encoding that can be told.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :].decode(name, errors="replace"))
    if b"\x00" in data[:_HEAD]:
        raise ReadError("not text: it holds zero bytes")
    try:
        return _text(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _text(_declared(data) or _nearly_utf8(data) or _guessed(data))


def _text(text: str) -> str:
    if len(_CONTROLS.findall(text)) > _MAX_CONTROLS * len(text):
        raise ReadError("not text: it holds control characters")
    return text


def _declared(data: bytes) -> str | None:
    """As the page itself says, unless it cannot be."""
    match = _DECLARED.search(data[:_HEAD])
    if match is None:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name
        return None if name.startswith("utf") else data.decode(_AS_BROWSERS_DO.get(name, name))
    except (LookupError, UnicodeDecodeError):
        return None


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few damaged bytes, which become U+FFFD; None where it has no right sequence to show for itself."""
    text = data.decode("utf-8", errors="replace")
    bad, good = text.count("\ufffd"), sum(char > "\x7f" and char != "\ufffd" for char in text)
    return text if good > 4 * bad else None


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise ReadError("not text in any encoding that can be told; save it as UTF-8")
    try:
        return data.decode(_AS_BROWSERS_DO.get(codecs.lookup(best.encoding).name, best.encoding))
    except UnicodeDecodeError:
        return data.decode(best.encoding, errors="replace")
