"""The package for Fedora, openSUSE and their kin, made with rpmbuild from the same tree."""

from __future__ import annotations

from pathlib import Path

from installer import steps
from installer.facts import APP_ID, BUILD, CATALOGUE_ID, DIST, Facts
from installer.linux import files
from installer.tree.freeze import freeze

_SPEC = """\
Name: {app}
Version: {version}
Release: 1
Summary: {summary}
License: MIT AND LGPL-3.0-only AND Apache-2.0 AND BSD-3-Clause AND OFL-1.1
AutoReqProv: no
Requires: libstdc++, libglvnd-egl, libglvnd-glx, fontconfig, freetype, dbus-libs, glib2
Requires: libX11, libxcb

%global __os_install_post %{{nil}}
%global debug_package %{{nil}}
%global _build_id_links none

%description
Claimdesk shows an article beside its claims. Each claim is linked to passages of your own library
of sources; every match says why it matched and what speaks against it. Nothing leaves the
computer: no network, no model, no account.

%install
mkdir -p %{{buildroot}}
cp -a {root}/. %{{buildroot}}/

%files
/{home}
/{program}
/usr/share/applications/{app}.desktop
/usr/share/mime/packages/{app}.xml
/usr/share/metainfo/{catalogue}.metainfo.xml
/usr/share/man/man1/{app}.1.gz
/usr/share/icons/hicolor/*/apps/{app}.*
"""


def build(facts: Facts) -> Path:
    """Make the .rpm and answer its path. Raises SystemExit where a tool is missing or fails."""
    steps.need("rpmbuild", "rpm")
    tree = freeze(facts)
    root = BUILD / "rpm" / "root"
    files.lay_out(root, tree, facts)
    steps.date_all(root, facts.moment)
    spec = steps.write(
        BUILD / "rpm" / f"{APP_ID}.spec",
        _SPEC.format(
            app=APP_ID,
            catalogue=CATALOGUE_ID,
            version=facts.version,
            summary=facts.summary,
            root=root,
            home=files.HOME,
            program=files.PROGRAM,
        ),
    )
    top = steps.fresh(BUILD / "rpm" / "top")
    steps.say("Packing the .rpm")
    steps.run(
        [
            "rpmbuild",
            "-bb",
            f"--define=_topdir {top}",
            f"--define=_tmppath {top}",
            "--define=_buildhost localhost",
            "--define=use_source_date_epoch_as_buildtime 1",
            "--define=clamp_mtime_to_source_date_epoch 1",
            "--define=_binary_payload w19.zstdio",
            spec,
        ],
        env={"SOURCE_DATE_EPOCH": str(facts.moment)},
    )
    built = next((top / "RPMS").rglob("*.rpm"))
    return built.replace(DIST / built.name)
