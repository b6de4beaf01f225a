"""The start-up script: what it takes as installed, what it runs, what it says."""

from __future__ import annotations

import ast
import importlib.machinery
import importlib.util
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import venv
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = [ROOT / "requirements.lock", ROOT / "tests" / "requirements.lock"]


@pytest.fixture
def run(tmp_path: Path) -> ModuleType:
    """The script as a module, standing in a checkout of its own with an awkward name."""
    place = tmp_path / "ein Prüfstand ☂"
    (place / "tests").mkdir(parents=True)
    for name in ("run", "requirements.lock", "tests/requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, place / name)
    loader = importlib.machinery.SourceFileLoader("run_script", str(place / "run"))
    spec = importlib.util.spec_from_loader("run_script", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture
def commands(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that the script would run, all of which succeed; .venv is made without pip."""
    seen: list[list[str]] = []

    def call(command: list[str], **_: Any) -> int:
        seen.append(command)
        if command[1:3] == ["-m", "venv"]:
            venv.create(command[3], symlinks=os.name != "nt")
        return 0

    monkeypatch.setattr(run, "call", call)
    monkeypatch.setattr(run, "become", call)
    monkeypatch.setattr(run, "require_system", lambda *_, **__: None)
    monkeypatch.setattr(run, "require_qt", lambda _: None)
    monkeypatch.setattr(run, "offer_screen", lambda: None)
    return seen


@pytest.fixture
def bare_debian(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script on a Debian with no more than Python, as a user who is not root."""
    monkeypatch.setattr(run, "LINUX", True)
    monkeypatch.setattr(run, "has_apt", lambda: True)
    monkeypatch.setattr(run, "apt_knows", lambda _: False)
    monkeypatch.setattr(run, "may_install", lambda: False)
    monkeypatch.setattr(run, "venv_packages", lambda: ["python3.11-venv"])
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(run, "QT_PACKAGES", {"libnothing.so.1": "libglib2.0-0"})
    monkeypatch.setattr(run, "SCREEN_PACKAGES", {"xcb": {"libnone.so.2": "libxcb-cursor0"}})
    return run


# --- the stamp


def test_the_first_start_installs_and_the_second_does_not(
    run: ModuleType, commands: list[list[str]]
) -> None:
    run.set_up(run.RUNTIME_LOCK)
    made, locked, itself = commands
    assert made == [sys.executable, "-m", "venv", run.VENV]
    assert "--require-hashes" in locked
    assert locked[-1] == os.path.join(run.ROOT, "requirements.lock")
    assert {"--no-deps", "--no-build-isolation", "--editable"} < set(itself)
    commands.clear()
    run.set_up(run.RUNTIME_LOCK)
    assert commands == []


def test_the_test_lock_covers_the_start_too(run: ModuleType, commands: list[list[str]]) -> None:
    run.set_up(run.RUNTIME_LOCK)
    commands.clear()
    run.set_up(run.TEST_LOCK)
    assert len(commands) == 2  # the .venv is kept
    commands.clear()
    run.set_up(run.TEST_LOCK)
    run.set_up(run.RUNTIME_LOCK)
    assert commands == []


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_change_installs_again_into_the_same_folder(
    run: ModuleType, commands: list[list[str]], name: str
) -> None:
    run.set_up(run.RUNTIME_LOCK)
    kept = Path(run.VENV, "kept")
    kept.touch()
    commands.clear()
    with Path(run.ROOT, name).open("a") as file:
        file.write("# changed\n")
    run.set_up(run.RUNTIME_LOCK)
    assert len(commands) == 2
    assert kept.exists()


def test_an_installation_cut_short_is_begun_anew(
    run: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(run, "point_back_to_checkout", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            run.set_up(run.RUNTIME_LOCK)
    rubbish = Path(run.VENV, "half-made")
    rubbish.touch()
    assert not run.is_installed(run.RUNTIME_LOCK)
    commands.clear()
    run.set_up(run.RUNTIME_LOCK)
    assert len(commands) == 3
    assert not rubbish.exists()


@pytest.mark.parametrize(
    ("key", "value"), [("python", "3.10"), ("root", "/another/place"), ("begun", True)]
)
@pytest.mark.usefixtures("commands")
def test_a_folder_of_another_python_or_place_is_begun_anew(
    run: ModuleType, key: str, value: object
) -> None:
    run.set_up(run.RUNTIME_LOCK)
    run.write_stamp({**run.read_stamp(), key: value})
    assert run.must_begin_anew()


def test_a_folder_made_by_hand_is_kept(run: ModuleType) -> None:
    venv.create(run.VENV, symlinks=os.name != "nt")
    assert not run.is_installed(run.RUNTIME_LOCK)
    assert not run.must_begin_anew()
    Path(run.VENV, "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.10.2\n")
    assert run.must_begin_anew()


@pytest.mark.parametrize("garbled", ["", "{", "[]", '"x"', "\ufffd"])
def test_a_garbled_stamp_is_none(run: ModuleType, garbled: str) -> None:
    Path(run.VENV).mkdir()
    Path(run.STAMP).write_text(garbled, encoding="utf-8")
    assert run.read_stamp() == {}
    assert not run.is_installed(run.RUNTIME_LOCK)


def test_line_ends_of_windows_change_nothing(run: ModuleType) -> None:
    before = run.digest("pyproject.toml")
    file = Path(run.ROOT, "pyproject.toml")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert run.digest("pyproject.toml") == before


@pytest.mark.usefixtures("commands")
def test_the_installed_app_points_back_by_a_relative_path(run: ModuleType) -> None:
    run.set_up(run.RUNTIME_LOCK)
    place = next(Path(run.VENV).rglob("site-packages"))
    pth = place / "_editable_impl_claimdesk.pth"
    pth.write_text(run.ROOT, encoding="utf-8")
    run.point_back_to_checkout()
    told = pth.read_bytes().decode("ascii").strip()
    assert os.path.samefile(place / told, run.ROOT)


# --- what is run


def test_arguments_pass_to_the_command_line(run: ModuleType, commands: list[list[str]]) -> None:
    run.set_up(run.RUNTIME_LOCK)
    app = [run.venv_python(), "-P", "-m", "app"]
    commands.clear()
    assert run.main(["claims", "ein Artikel.txt", "--json"]) == 0
    assert run.main(["--", "--help"]) == 0
    assert commands == [[*app, "claims", "ein Artikel.txt", "--json"], [*app, "--help"]]


def test_no_arguments_open_the_window(
    run: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    run.set_up(run.RUNTIME_LOCK)
    commands.clear()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert run.main([]) == 0
    assert commands == [[run.venv_python(), "-P", "-m", "app"]]


@pytest.mark.usefixtures("commands")
def test_without_a_display_the_sample_is_checked(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(run, "LINUX", True)
    asked: list[list[str]] = []

    def answer_of(command: list[str]) -> dict[str, Any]:
        asked.append(command[4:])
        return {"article": {"id": 7}, "path": "/where/it/lies.html"}

    monkeypatch.setattr(run, "answer_of", answer_of)
    assert run.main([]) == 0
    said = capsys.readouterr().out
    assert "There is no display here" in said
    monkeypatch.setenv("DISPLAY", ":4711")
    assert run.main([]) == 0
    assert "The display :4711 does not answer" in capsys.readouterr().out
    assert "/where/it/lies.html" in said
    assert asked[0] == ["sample", "--json"]
    assert asked[1][:3] == ["report", "7", "-o"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without")
def test_a_display_answers_where_a_server_listens(run: ModuleType) -> None:
    assert not run.display_answers("")
    assert not run.display_answers(":4712")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X4712")
        server.listen()
        assert run.display_answers(":4712")
        assert run.display_answers("unix:4712.0")
    assert not run.display_answers(":4712")
    assert run.display_answers("localhost:10.0")  # elsewhere: Qt itself will tell


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({"DISPLAY": ":0"}, "xcb"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "xcb"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, "wayland"),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "vnc"),
    ],
)
def test_the_way_to_the_screen(
    run: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    platform: str,
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run.qt_platform() == platform


def test_ctrl_c_is_heeded_by_tests_started_in_the_background(run: ModuleType) -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        run.heed_ctrl_c()
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("commands")
def test_tests_run_every_check_and_fail_where_one_fails(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.set_up(run.TEST_LOCK)
    seen: list[list[str]] = []

    def call(command: list[str], **_: Any) -> int:
        seen.append(command[2:])
        return 2 if "ruff" in command else 0

    monkeypatch.setattr(run, "call", call)
    assert run.main(["test"]) == 2
    checks = [["ruff", "check", "."], ["ruff", "format", "--check", "."]]
    assert seen == [*checks, ["mypy"], ["pytest", *run.IN_PARALLEL]]
    seen.clear()
    assert run.main(["test", "-k", "dates"]) == 0
    assert seen == [["pytest", "-k", "dates"]]


@pytest.mark.usefixtures("commands")
def test_a_tool_that_crashed_is_told_as_a_shell_tells_it(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run.set_up(run.TEST_LOCK)
    monkeypatch.setattr(run, "call", lambda command, **_: -11 if "pytest" in command else 0)
    assert run.main(["test"]) == 139
    assert "Failed: pytest." in capsys.readouterr().err


def test_help_tells_and_installs_nothing(tmp_path: Path) -> None:
    shutil.copy(ROOT / "run", tmp_path / "run")
    ended = subprocess.run(
        [sys.executable, "run", "--help"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert "./run test" in ended.stdout
    assert os.listdir(tmp_path) == ["run"]


def test_an_old_python_gets_one_sentence() -> None:
    source = (ROOT / "run").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    doc, importing, check = tree.body[:3]
    assert isinstance(doc, ast.Expr)
    assert ast.unparse(importing) == "import sys"
    assert isinstance(check, ast.If)
    old = type("Sys", (), {"version_info": (3, 9, 2), "exit": staticmethod(_leave)})
    code = compile(ast.Module([check], []), "run", "exec")
    with pytest.raises(SystemExit, match=r"needs Python 3\.11.* this is Python 3\.9"):
        exec(code, {"sys": old})


def _leave(sentence: str) -> None:
    raise SystemExit(sentence)


# --- the system's libraries


def test_qt_loads_here_and_that_is_remembered(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(run.VENV).mkdir()
    monkeypatch.setattr(run, "venv_python", lambda: sys.executable)
    run.require_qt("offscreen")
    assert run.read_stamp()["qt"] == ["offscreen"]
    monkeypatch.setattr(run, "qt_problem", lambda _: "asked again")
    run.require_qt("offscreen")


def test_without_root_one_command_names_all_that_is_missing_before_any_download(
    bare_debian: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bare_debian, "call", lambda *_, **__: pytest.fail("nothing may be run"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert bare_debian.main([]) == 1
    get = "apt-get install -y --no-install-recommends"
    asked = f"apt-get update && {get} python3.11-venv libglib2.0-0 libxcb-cursor0"
    assert capsys.readouterr().err.endswith(f"\n  su -c '{asked}'\n")
    assert not os.path.exists(bare_debian.VENV)

    monkeypatch.setattr(shutil, "which", lambda name: name if name == "sudo" else None)
    assert bare_debian.main(["test"]) == 1
    said = capsys.readouterr().err
    assert f"  sudo apt-get update && sudo {get} python3.11-venv libglib2.0-0" in said
    assert said.endswith(" libxcb-cursor0 xvfb\n")


def test_the_command_line_needs_none_of_qts_libraries(
    bare_debian: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bare_debian, "venv_packages", list)
    monkeypatch.setattr(bare_debian, "install", lambda _: None)
    monkeypatch.setattr(bare_debian, "become", lambda _: 0)
    assert bare_debian.main(["library", "info"]) == 0


def test_a_missing_screen_for_tests_stops_nobody(bare_debian: ModuleType) -> None:
    bare_debian.QT_PACKAGES.clear()
    bare_debian.require_system(False, "offscreen", for_tests=True)
    with pytest.raises(bare_debian.CannotStart, match="xvfb"):
        bare_debian.require_system(True, "offscreen", for_tests=True)


def test_a_new_release_calls_glib_by_another_name(
    bare_debian: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bare_debian, "apt_knows", lambda name: name.endswith("t64"))
    assert bare_debian.qt_packages("xcb") == ["libglib2.0-0t64", "libxcb-cursor0"]
    assert bare_debian.qt_packages("wayland") == ["libglib2.0-0t64"]


@pytest.mark.skipif(os.name == "nt", reason="apt-get is Debian's")
def test_tests_go_on_without_a_screen_to_draw_to(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "require_qt", lambda _: None)
    monkeypatch.setattr(run, "has_apt", lambda: True)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    run.offer_screen()
    said = capsys.readouterr().err
    assert "apt-get install -y --no-install-recommends xvfb" in said
    assert "skipped" in said


def test_root_installs_what_is_missing_in_one_go(
    bare_debian: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bare_debian, "may_install", lambda: True)
    bare_debian.apt_install(bare_debian.qt_packages("xcb"), "Qt cannot load.")
    assert [command[:2] for command in commands] == [["apt-get", "update"], ["apt-get", "install"]]
    assert commands[1][-2:] == ["libglib2.0-0", "libxcb-cursor0"]


def test_without_network_the_sentence_asks_for_one(
    bare_debian: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bare_debian, "may_install", lambda: True)
    monkeypatch.setattr(bare_debian, "call", lambda *_, **__: 100)
    with pytest.raises(bare_debian.CannotStart, match=r"libxcb-cursor0: is there a network\?$"):
        bare_debian.require_system(False, "xcb", for_tests=False)


def test_where_there_is_no_apt_the_missing_library_is_named(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "has_apt", lambda: False)
    monkeypatch.setattr(run, "qt_problem", lambda _: "libEGL.so.1: cannot open shared object file")
    with pytest.raises(run.CannotStart, match=r"libEGL\.so\.1"):
        run.require_qt("xcb")


# --- the locks


@pytest.mark.parametrize("lock", LOCKS, ids=["runtime", "test"])
def test_a_lock_pins_by_hash_and_names_no_index(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    assert "uv pip compile --universal" in lines[1]
    assert not [line for line in lines if "://" in line or line.startswith("-")]
    pins = [line for line in lines if re.match(r"[a-z]", line)]
    assert all(re.match(r"[a-z0-9-]+==\S+ (; .+ )?\\$", line) for line in pins)
    assert sum("--hash=sha256:" in line for line in lines) > len(pins)


def test_the_test_lock_agrees_with_the_other() -> None:
    runtime, test = (_pins(lock) for lock in LOCKS)
    assert runtime.items() <= test.items()
    assert {"pyside6-essentials", "hatchling", "editables"} <= runtime.keys()
    assert int(runtime["pyside6-essentials"].split(".")[1]) < 12


def _pins(lock: Path) -> dict[str, str]:
    found = re.findall(r"^([a-z0-9-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(found)


@pytest.mark.usefixtures("commands")
def test_the_stamp_is_plain_json(run: ModuleType) -> None:
    run.set_up(run.RUNTIME_LOCK)
    stamp = json.loads(Path(run.STAMP).read_text(encoding="utf-8"))
    assert stamp["python"] == f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert list(stamp["locks"]) == ["requirements.lock"]
