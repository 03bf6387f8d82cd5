"""What is declared is what is used: dependencies, constraints, entry point, and an import that loads nothing heavy."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
HEAVY = ("spacy", "torch", "transformers", "sentence_transformers", "onnxruntime", "pandas", "numpy", "rich")


def test_every_package_that_is_imported_is_a_dependency() -> None:
    homes = metadata.packages_distributions()
    declared = {requirement.name for requirement in requirements(PROJECT["dependencies"])}
    # Parts of what is declared: Jinja2 is built on one, sentence-transformers on the other.
    declared |= {"markupsafe", "huggingface-hub"}
    outside = {name for name in imported() if name not in sys.stdlib_module_names | {"factcheck"}}
    missing = {name for name in outside if not declared & {canonicalize_name(home) for home in homes.get(name, [name])}}
    assert not missing


def test_every_dependency_is_pinned_within_its_range() -> None:
    extras = [line for lines in PROJECT["optional-dependencies"].values() for line in lines]
    pins = constraints()
    for requirement in requirements([*PROJECT["dependencies"], *extras]):
        if requirement.name != PROJECT["name"]:
            assert requirement.specifier.contains(pins[requirement.name]), requirement


def test_constraints_are_exact_versions_and_name_no_index() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    for line in (line for line in lines if line and not line.startswith("#")):
        name, version = line.split("==")
        assert line == f"{canonicalize_name(name)}=={version}"
        assert "+" not in version


def test_the_command_and_the_licence_are_there() -> None:
    module, _, function = PROJECT["scripts"]["factcheck"].partition(":")
    assert callable(getattr(import_module(module), function))
    assert "Apache License" in (ROOT / "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("line", ["import factcheck", "import factcheck; factcheck.run", "import factcheck.cli.report"])
def test_an_import_loads_no_model_and_nothing_heavy(line: str) -> None:
    loaded = f"{line}; import sys; print(*(set({HEAVY!r}) & sys.modules.keys()))"
    ended = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ended.stdout.split() == []


def imported() -> Iterator[str]:
    """The top-level packages that our code imports."""
    for file in (ROOT / "factcheck").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.partition(".")[0]


def requirements(lines: list[str]) -> list[Requirement]:
    """Requirements, their names in canonical form."""
    found = [Requirement(line) for line in lines]
    for requirement in found:
        requirement.name = canonicalize_name(requirement.name)
    return found


def constraints() -> dict[str, str]:
    """The pinned versions."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return dict(line.split("==") for line in lines if line and not line.startswith("#"))
