from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.embed import EmbedSettings, load_encoder


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the ONNX file is made, once for all tests; those that spoil it take a copy."""
    folder = tmp_path_factory.mktemp("encoders")
    load_encoder(EmbedSettings(folder=folder))
    return folder
