"""Bar 29 for real: a screen reader's bus, on which the window is walked, listened to and driven.

Slow: `./run test -m slow tests/ui/bars/test_screen_reader.py`. Needs Linux with Xvfb, D-Bus, gdbus,
xdotool and at-spi2-core.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

TOOLS = ("Xvfb", "dbus-daemon", "dbus-monitor", "gdbus", "xdotool")
ROOT_PATH = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"

#: Numbers of AT-SPI: the states of a control.
FOCUSABLE, SHOWING = 11, 25

# The window as a reviewer has it, on a display of its own.
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.ui.look.appearance import Appearance
from app.ui.session import Session
from app.ui.wiring import Wiring

root = Path.cwd()
app = QApplication(["claimdesk"])
look = Appearance(root / "resources", mode="light")
look.apply_to(app)
wiring = Wiring(Session.open(Path(sys.argv[1]), root / "resources", root / "seeds"), look)
wiring.window.show()
wiring.candidates.changed.connect(lambda: print(wiring.candidates.state.name, flush=True))
wiring.deciding.recorded.connect(lambda claim_id: print("recorded", claim_id, flush=True))
wiring.commands.run("open-sample")
app.exec()
"""


class Node(NamedTuple):
    """One thing on the bus."""

    bus: str
    path: str


class Reader:
    """What a screen reader can ask, and the keys its user can press."""

    def __init__(self, address: str, window: subprocess.Popen[str], display: str) -> None:
        self._address, self.window = address, window
        self._display = {**os.environ, "DISPLAY": display}

    def _call(self, node: Node, method: str, *given: str) -> str:
        return subprocess.run(
            ["gdbus", "call", "--address", self._address, "--dest", node.bus, "--object-path",
             node.path, "--method", method, *given],
            check=True, capture_output=True, text=True, timeout=60,
        ).stdout.strip()  # fmt: skip

    def children(self, node: Node) -> list[Node]:
        told = self._call(node, f"{ACCESSIBLE}.GetChildren")
        return [
            Node(*found) for found in re.findall(r"\('([^']+)', (?:objectpath )?'([^']+)'", told)
        ]

    def name(self, node: Node) -> str:
        told = self._call(node, "org.freedesktop.DBus.Properties.Get", ACCESSIBLE, "Name")
        return ast.literal_eval(told.removeprefix("(<").removesuffix(">,)"))  # type: ignore[no-any-return]

    def role(self, node: Node) -> str:
        return self._call(node, f"{ACCESSIBLE}.GetRoleName").removeprefix("('").removesuffix("',)")

    def has(self, node: Node, state: int) -> bool:
        low = int(re.findall(r"(?:uint32 )?(\d+)", self._call(node, f"{ACCESSIBLE}.GetState")
                             .replace("uint32 ", ""))[0])  # fmt: skip
        return bool(low >> state & 1)

    def walk(self, node: Node) -> Iterator[Node]:
        """Everything below that is showing, in order; menus are not opened."""
        for child in self.children(node):
            yield child
            if self.role(child) not in ("menu bar", "menu", "menu item"):
                yield from self.walk(child)

    def press(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", *keys], env=self._display, check=True, timeout=60)

    def wait(self, wanted: str) -> str:
        """The next thing the window says that begins so."""
        assert self.window.stdout is not None
        for line in self.window.stdout:
            if line.startswith(wanted):
                return line.strip()
        pytest.fail(f"the window ended before it said {wanted}")


@pytest.fixture
def reader(root: Path, tmp_path: Path) -> Iterator[Reader]:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if sys.platform != "linux" or missing:
        pytest.skip(f"no screen reader's bus here: {', '.join(missing) or sys.platform}")
    launchers = [
        Path(at) / "at-spi-bus-launcher" for at in ("/usr/libexec", "/usr/lib/at-spi2-core")
    ]
    if not any(path.exists() for path in launchers):
        pytest.skip("at-spi2-core is not installed")
    with ExitStack() as stack:
        screen = stack.enter_context(_started(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24"], os.environ))  # fmt: skip
        display = f":{screen.stdout.readline().strip()}"  # type: ignore[union-attr]
        env = {**os.environ, "DISPLAY": display, "XDG_RUNTIME_DIR": str(tmp_path),
               "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
               "PYTHONPATH": str(root)}  # fmt: skip
        bus = stack.enter_context(
            _started(["dbus-daemon", "--session", "--print-address", "--nofork"], env)
        )
        env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()  # type: ignore[union-attr]
        told = subprocess.run(
            ["gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path",
             "/org/a11y/bus", "--method", "org.a11y.Bus.GetAddress"],
            env=env, check=True, capture_output=True, text=True, timeout=60,
        ).stdout  # fmt: skip
        address = re.findall(r"'([^']+)'", told)[0]
        window = stack.enter_context(
            _started([sys.executable, "-c", WINDOW, str(tmp_path / "a.claimdesk")], env, cwd=root)
        )
        made = Reader(address, window, display)
        made.wait("FOUND")
        subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Claimdesk",
             "windowfocus", "%@"],
            env=env, check=True, timeout=60, capture_output=True,
        )  # fmt: skip
        yield made


class _started:
    """A process that ends with its block."""

    def __init__(self, words: list[str], env: object, cwd: Path | None = None) -> None:
        self._process = subprocess.Popen(words, env=env, cwd=cwd, stdout=subprocess.PIPE,  # type: ignore[call-overload]
                                         stderr=subprocess.DEVNULL, text=True)  # fmt: skip

    def __enter__(self) -> subprocess.Popen[str]:
        return self._process

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(30)
        self._process.stdout.close()  # type: ignore[union-attr]


def window_of(reader: Reader) -> Node:
    registry = Node("org.a11y.atspi.Registry", ROOT_PATH)
    [app] = [one for one in reader.children(registry) if reader.name(one) == "claimdesk"]
    return reader.children(app)[0]


def test_bar_29_every_control_is_named_and_list_items_tell_their_claim(reader: Reader) -> None:
    nameless, items, seen = [], [], 0
    for node in reader.walk(window_of(reader)):
        role = reader.role(node)
        if role == "list item":
            items.append(reader.name(node))
        elif reader.has(node, SHOWING) and reader.has(node, FOCUSABLE):
            seen += 1
            if not reader.name(node):
                nameless.append(f"{role} {node.path}")
    assert seen > 15
    assert nameless == []
    claims = [name for name in items if name.startswith("Claim ")]
    assert len(claims) == 11
    for number, name in enumerate(claims, 1):
        assert re.match(rf"Claim {number} of 11, To review, 0 sources.*: .{{10}}", name), name
    candidates = [name for name in items if name.startswith("Candidate ")]
    assert [name[: len("Candidate A,")] for name in candidates] == [
        f"Candidate {letter}," for letter in "ABCDE"
    ]


def test_bar_29_the_loop_by_keys_is_announced(reader: Reader) -> None:
    bus = QDBusConnection.connectToBus(reader._address, "screen reader")
    asked = QDBusMessage.createMethodCall("org.a11y.atspi.Registry", "/org/a11y/atspi/registry",
                                          "org.a11y.atspi.Registry", "RegisterEvent")  # fmt: skip
    for event in ("object:announcement", "object:state-changed:focused"):
        asked.setArguments([event])
        bus.call(asked)
    watched = "type='signal',interface='org.a11y.atspi.Event.Object'"
    with _started(["dbus-monitor", "--address", reader._address, watched], os.environ) as monitor:
        assert monitor.stdout is not None
        for line in monitor.stdout:  # its own arrival: it listens now
            if "NameAcquired" in line:
                break
        reader.press("a")
        reader.press("2")
        reader.wait("recorded")
        heard = []
        for line in monitor.stdout:
            heard.append(line)
            if "Partly supported recorded" in line:
                break
        else:
            pytest.fail(f"no verdict was announced: {heard[-5:]}")
    assert any("Announcement" in line for line in heard)
