"""Article text made fit to be shown: nothing in it steers a terminal, reorders a line or hides."""

from __future__ import annotations

import re

# Control characters but for white space; marks that reorder or hide text (Unicode TR36, TR9: bidirectional controls,
# zero-width marks that no script needs, tags); lone surrogates, which no encoding can write. Joiners stay: Persian,
# Hindi and others need them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_SOFT_HYPHEN = "\u00ad"
_SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """The text on one line; characters that cannot be seen are shown by name: "[U+202E]".

    Soft hyphens, which a reader of the page does not see, are left out.
    """
    return _SPACE.sub(" ", named(text.replace(_SOFT_HYPHEN, "")))


def named(text: str) -> str:
    """The text with its lines; unseen characters by name."""
    return _UNSEEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def encodable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate: UTF-8 cannot write one."""
    return _SURROGATES.sub("\ufffd", text)


def shortened(text: str, length: int) -> str:
    """The text cut to a length at a blank where there is one near, with "…"."""
    if len(text) <= length:
        return text
    head = text[: max(1, length - 1)]
    blank = head.rfind(" ", len(head) * 3 // 4)
    return head[: blank if blank > 0 else len(head)].rstrip(" ,;:") + "…"
