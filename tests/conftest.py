"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# No example is judged by its time: the first one may load a model. Where CI is set, examples are the same in every run.
settings.register_profile("factcheck", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("factcheck")
