"""The files that make a program at home on a Linux desktop: where each stands below a root.

Follows the XDG specifications: desktop entry, icon theme, shared MIME info, AppStream metainfo.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from installer import icons, steps
from installer.facts import APP_ID, CATALOGUE_ID, MIME_TYPE, TITLE, Facts

#: Where the tree lies below the root of a system, and the link that starts it.
HOME = Path("usr/lib") / APP_ID
PROGRAM = Path("usr/bin") / APP_ID
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)

DESKTOP = f"""[Desktop Entry]
Type=Application
Name={TITLE}
GenericName=Fact-checking desk
Comment=Check an article claim by claim against your own sources
Exec={APP_ID} %f
Icon={APP_ID}
Terminal=false
Categories=Office;
Keywords=fact;check;claim;verify;source;evidence;journalism;
MimeType={MIME_TYPE};
StartupNotify=true
StartupWMClass={APP_ID}
"""

MIME = f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{MIME_TYPE}">
    <comment>Claimdesk library</comment>
    <generic-icon name="{APP_ID}"/>
    <magic priority="60">
      <match type="string" value="SQLite format 3" offset="0">
        <match type="big32" value="0x434C4D44" offset="68"/>
      </match>
    </magic>
    <glob pattern="*.claimdesk"/>
    <sub-class-of type="application/vnd.sqlite3"/>
  </mime-type>
</mime-info>
"""

_METAINFO = """<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{catalogue}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>{licence}</project_license>
  <name>{title}</name>
  <summary>Check an article claim by claim against your own sources</summary>
  <description>
    <p>
      Claimdesk shows an article beside its claims. Each claim is linked to passages of your own
      library of sources; every match says why it matched and what speaks against it. You decide,
      two keys a claim, and a report that a stranger can re-run is written.
    </p>
    <p>Nothing leaves the computer: no network, no model, no account.</p>
  </description>
  <launchable type="desktop-id">{app}.desktop</launchable>
  <provides>
    <binary>{app}</binary>
    <mediatype>{mime}</mediatype>
  </provides>
  <content_rating type="oars-1.1"/>
  <releases>
    <release version="{version}" date="{day}"/>
  </releases>
</component>
"""

_MANUAL = r""".TH CLAIMDESK 1 "{day}" "Claimdesk {version}" "User commands"
.SH NAME
claimdesk \- check an article claim by claim against your own library of sources
.SH SYNOPSIS
.B claimdesk
.br
.B claimdesk
.I COMMAND
[\fIOPTION\fR...]
.SH DESCRIPTION
Without a command the window opens on the reviewer's library.
With one, the same verbs run on the command line; each takes
.BR \-\-json .
.B claimdesk \-\-help
lists them.
.SH OPTIONS
.TP
.B \-\-help
List the commands.
.TP
.B \-\-version
Tell the version.
.TP
.B \-\-self\-test
Check the installation: window system, fonts, database, the sample end to end.
.SH FILES
.TP
.I ~/.local/share/claimdesk/library.claimdesk
The library.
.SH ENVIRONMENT
.TP
.B CLAIMDESK_HOME
Moves library, settings and logs into one folder.
.SH EXIT STATUS
0 done, 1 the library or the computer failed, 2 bad input.
"""


def lay_out(root: Path, tree: Path, facts: Facts) -> None:
    """Put the tree and all desktop files below `root`, as a package installs them."""
    steps.fresh(root)
    shutil.copytree(tree, root / HOME, symlinks=True)
    program = root / PROGRAM
    program.parent.mkdir(parents=True)
    program.symlink_to(Path("../lib") / APP_ID / APP_ID)
    share = root / "usr" / "share"
    steps.write(share / "applications" / f"{APP_ID}.desktop", DESKTOP)
    steps.write(share / "mime" / "packages" / f"{APP_ID}.xml", MIME)
    steps.write(share / "metainfo" / f"{CATALOGUE_ID}.metainfo.xml", metainfo(facts))
    steps.write_gz(share / "man" / "man1" / f"{APP_ID}.1.gz", manual(facts))
    lay_out_icons(share / "icons" / "hicolor")


def metainfo(facts: Facts) -> str:
    """The AppStream record of this version."""
    return _METAINFO.format(
        app=APP_ID,
        catalogue=CATALOGUE_ID,
        title=TITLE,
        licence=facts.licence,
        mime=MIME_TYPE,
        version=facts.version,
        day=facts.day,
    )


def manual(facts: Facts) -> str:
    """The manual page of this version, as troff."""
    return _MANUAL.format(day=facts.day, version=facts.version)


def lay_out_icons(theme: Path) -> None:
    """The icon as SVG and as pictures of the usual sizes."""
    scalable = theme / "scalable" / "apps" / f"{APP_ID}.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copyfile(icons.DRAWING, scalable)
    targets = {size: theme / f"{size}x{size}" / "apps" / f"{APP_ID}.png" for size in ICON_SIZES}
    for target in targets.values():
        target.parent.mkdir(parents=True)
    icons.draw(targets)
