"""Running a tool, copying a file, saying what is done: what every step of a build needs."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


def say(sentence: str) -> None:
    """One line about the step that begins."""
    print(f"· {sentence}", flush=True)


def run(
    command: Sequence[str | Path], *, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> str:
    """The standard output of a command. Raises SystemExit with its last lines where it fails."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=cwd,
            env={**os.environ, **(env or {})},
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise SystemExit(f"This step needs the program {command[0]}: install it first.") from error
    if done.returncode:
        told = "\n".join((done.stdout + done.stderr).strip().splitlines()[-20:])
        raise SystemExit(f"{Path(command[0]).name} failed with status {done.returncode}:\n{told}")
    return done.stdout


def output(command: Sequence[str | Path]) -> str:
    """All that a command prints, however it ends: for tools whose status says too little."""
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def need(program: str, package: str) -> None:
    """Raise SystemExit, naming the Debian package, where a program is not installed."""
    if shutil.which(program) is None:
        raise SystemExit(f"This step needs {program}: apt-get install {package}")


def need_one(programs: Sequence[str], source: str) -> str:
    """The first of these programs that is installed. Raises SystemExit, naming where to get it."""
    for program in programs:
        if found := shutil.which(program):
            return found
    raise SystemExit(f"This step needs {programs[0]} on the path: {source}")


def fresh(folder: Path) -> Path:
    """The folder, emptied."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def write(path: Path, text: str, *, mode: int = 0o644) -> Path:
    """Write a text file with this mode, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    path.chmod(mode)
    return path


def write_gz(path: Path, text: str) -> Path:
    """Write a text compressed, without name and time inside, as Debian wants it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    path.chmod(0o644)
    return path


def sha256(path: Path) -> str:
    """The SHA-256 of a file, as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def size_of(path: Path) -> int:
    """The bytes of a file, or of all files below a folder; what links point to counts once."""
    if path.is_file():
        return path.stat().st_size
    return sum(f.lstat().st_size for f in path.rglob("*") if f.is_file() and not f.is_symlink())


def date_all(folder: Path, moment: int) -> None:
    """Give every file below the folder, and the folder, this time."""
    for path in (*folder.rglob("*"), folder):
        os.utime(path, (moment, moment), follow_symlinks=False)
