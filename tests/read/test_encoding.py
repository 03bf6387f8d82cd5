"""Bytes of many encodings become the same text; what is no text is refused."""

from __future__ import annotations

import codecs

import pytest

from factcheck.errors import ReadError
from factcheck.read.encoding import decode

TEXT = "Der Bürgermeister von Łódź sagte: „Für Öl zahlen wir 5 €“, und ging über die Straße nach Köln.\r\n"
WESTERN = TEXT.replace("Łódź", "Paris")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (codecs.BOM_UTF8 + TEXT.encode(), TEXT),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), TEXT),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), TEXT),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), TEXT),
        (b'<meta charset="iso-8859-1">' + WESTERN.encode("cp1252"), '<meta charset="iso-8859-1">' + WESTERN),
        (b"<meta charset=windows-1250>" + TEXT.encode("cp1250"), "<meta charset=windows-1250>" + TEXT),
        (b'<meta charset="utf-8">' + TEXT.encode() + b"\xff", '<meta charset="utf-8">' + TEXT + "\ufffd"),
        ((WESTERN * 5).encode("cp1252"), WESTERN * 5),
        (b"\xef\xbb\xbf", ""),
    ],
)
def test_text_is_text_in_any_encoding(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"PK\x03\x04\x14\x00\x06\x00", b"\x01\x02\x03\x04text" * 20]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="not text"):
        decode(data)
