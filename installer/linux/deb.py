"""The package for Debian and Ubuntu, made with dpkg-deb from the frozen tree."""

from __future__ import annotations

import hashlib
import textwrap
from email.utils import formatdate
from pathlib import Path

from installer import licences, steps
from installer.facts import APP_ID, BUILD, DIST, MAINTAINER, ROOT, TITLE, Facts
from installer.linux import files
from installer.tree.freeze import freeze

#: What every package manager calls the libraries that a desktop has and that must be its own.
DEPENDS = (
    "libc6 (>= 2.36)",
    "libstdc++6",
    "libegl1",
    "libgl1",
    "libfontconfig1",
    "libfreetype6",
    "libdbus-1-3",
    "libglib2.0-0 | libglib2.0-0t64",
    "libx11-6",
    "libxcb1",
)

_DESCRIPTION = """\
 Claimdesk shows an article beside its claims. Each claim is linked to passages
 of your own library of sources; every match says why it matched and what speaks
 against it. Verdicts are kept for good and exported in reports.
 .
 Nothing leaves the computer: no network, no model, no account."""

#: What bundling brings, each with its reason.
OVERRIDES = f"""\
# The package carries its own Python and Qt, so that it runs where neither is installed and every
# desk runs what was tested.
{APP_ID}: embedded-library *
# They find each other beside the program, wherever it is put.
{APP_ID}: custom-library-search-path *
# Stripping them again would break some of the wheels' libraries, which were patched after linking.
{APP_ID}: unstripped-binary-or-object *
{APP_ID}: library-not-linked-against-libc *
# They are wheels' libraries: each finds its own beside it, and the program has loaded the rest.
{APP_ID}: shared-library-lacks-prerequisites *
# The launcher is the freezer's own, as its makers compile it.
{APP_ID}: hardening-no-pie *
# The window and its reports carry their fonts, so that every desk reads alike.
{APP_ID}: duplicate-font-file *
# Its Apache licence allows what the flag in the font, older than it, would not say; documents that
# embed a part of it are allowed by both.
{APP_ID}: truetype-font-prohibits-installable-embedding *
"""


def build(facts: Facts) -> Path:
    """Make the .deb and answer its path. Raises SystemExit where a tool is missing or fails."""
    steps.need("dpkg-deb", "dpkg")
    tree = freeze(facts)
    root = BUILD / "deb"
    files.lay_out(root, tree, facts)
    _document(root / "usr" / "share" / "doc" / APP_ID, facts)
    steps.write(root / "usr" / "share" / "lintian" / "overrides" / APP_ID, OVERRIDES)
    architecture = steps.run(["dpkg", "--print-architecture"]).strip()
    control = root / "DEBIAN"
    size = sum(-(-path.lstat().st_size // 1024) for path in root.rglob("*") if not path.is_dir())
    steps.write(control / "control", _control(facts, architecture, size))
    steps.write(control / "md5sums", _md5sums(root))
    for folder in [root, *(path for path in root.rglob("*") if path.is_dir())]:
        folder.chmod(0o755)
    steps.date_all(root, facts.moment)
    made = DIST / f"{APP_ID}_{facts.version}_{architecture}.deb"
    steps.say(f"Packing {made.name}")
    steps.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", root, made],
        env={"SOURCE_DATE_EPOCH": str(facts.moment)},
    )
    return made


def _control(facts: Facts, architecture: str, size: int) -> str:
    return (
        f"Package: {APP_ID}\n"
        f"Version: {facts.version}\n"
        f"Architecture: {architecture}\n"
        f"Maintainer: {MAINTAINER}\n"
        f"Installed-Size: {size}\n"
        f"Depends: {', '.join(DEPENDS)}\n"
        "Section: editors\n"
        "Priority: optional\n"
        f"Description: fact-checking desk with explained matches\n{_DESCRIPTION}\n"
    )


def _document(folder: Path, facts: Facts) -> None:
    """Copyright and changelog, as the package's documentation."""
    steps.write(folder / "copyright", _copyright())
    steps.write_gz(folder / "changelog.gz", _changelog(facts))
    steps.write_gz(folder / "NEWS.gz", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))


def _changelog(facts: Facts) -> str:
    """Debian's form of the changelog: this version, pointing at what is new."""
    return (
        f"{APP_ID} ({facts.version}) stable; urgency=medium\n\n"
        f"  * {TITLE} {facts.version}; what is new stands in NEWS.gz.\n\n"
        f" -- {MAINTAINER}  {formatdate(facts.moment)}\n"
    )


def _copyright() -> str:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    rows = licences.bundled()
    bundled = "\n".join(
        textwrap.indent(f"{name} {version}: {licence}", "  ") for name, version, licence, _ in rows
    )
    others = "\n".join(f"  {name}: {licence}" for name, licence in licences.OTHERS)
    return (
        f"{TITLE} is under the MIT licence:\n\n{textwrap.indent(licence, '  ')}\n"
        f"It bundles, each under its own licence:\n\n{others}\n{bundled}\n\n"
        f"Their licence texts: /{files.HOME}/THIRD-PARTY-NOTICES.txt\n"
        "The GNU Lesser General Public License, under which Qt is used:\n"
        "/usr/share/common-licenses/LGPL-3\n"
    )


def _md5sums(root: Path) -> str:
    rows = []
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink() and "DEBIAN" not in path.parts:
            digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            rows.append(f"{digest}  {path.relative_to(root)}\n")
    return "".join(rows)
