"""A page of terminal text: wrapped by the width of what is seen, coloured only where that is asked for."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from rich.console import Console
from rich.text import Text

from factcheck.report.settings import ReportSettings

_NARROWEST = 40


@dataclass(slots=True)
class Screen:
    """Lines of styled text, to be written at once."""

    settings: ReportSettings
    lines: list[Text] = field(default_factory=list)

    def add(self, text: str | Text, *, indent: int = 0, first: str = "", style: str = "") -> None:
        """A paragraph, wrapped; `first` stands before its first line, within the indent."""
        words = Text(text, style=style) if isinstance(text, str) else text
        lead = first.rjust(indent) if first else " " * indent
        for line in words.wrap(self._console(), max(_NARROWEST, self.settings.width) - max(indent, len(lead))):
            line.rstrip()
            self.lines.append(Text(lead, end="") + line)
            lead = " " * len(lead)

    def heading(self, text: str, *, style: str = "bold", rule: str = "-") -> None:
        """A heading, underlined."""
        self.blank()
        self.add(text, style=style)
        self.add(rule * min(len(text), self.settings.width), style="dim")

    def blank(self) -> None:
        """An empty line, unless there is one already."""
        if self.lines and self.lines[-1].plain:
            self.lines.append(Text())

    def text(self) -> str:
        """All of it, with a line break at the end."""
        out = io.StringIO()
        console = self._console(out)
        for line in self.lines:
            console.print(line, soft_wrap=True)
        return out.getvalue()

    def _console(self, out: io.StringIO | None = None) -> Console:
        return Console(
            file=out or io.StringIO(),
            width=max(_NARROWEST, self.settings.width),
            force_terminal=self.settings.colour,
            color_system="standard" if self.settings.colour else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )


def piece(text: str, style: str = "") -> Text:
    """Styled words to be joined with others."""
    return Text(text, style=style, end="")
