"""The tree loses what is not used and nothing else."""

from __future__ import annotations

import shutil
import sysconfig
from pathlib import Path

import pytest

from installer.tree.prune import prune


@pytest.mark.skipif(shutil.which("readelf") is None, reason="needs binutils")
def test_plugins_that_no_desktop_loads_go_and_the_used_ones_stay(tmp_path: Path) -> None:
    plugins = "PySide6/Qt/plugins"
    gone = [
        f"{plugins}/platforms/libqvnc.so",
        f"{plugins}/platformthemes/libqgtk3.so",
        f"{plugins}/imageformats/libqtiff.so",
        "PySide6/Qt/translations/qt_de.qm",
        "babel/locale-data/de.dat",
    ]
    kept = [
        f"{plugins}/platforms/libqxcb.so",
        f"{plugins}/platforms/libqoffscreen.so",
        f"{plugins}/imageformats/libqsvg.so",
        f"{plugins}/imageformats/libqjpeg.so",
        "app/shipped/resources/themes/light.toml",
    ]
    library = Path(sysconfig.get_path("stdlib")) / "lib-dynload"
    real = next(library.glob("_struct*.so"), None) or next(library.glob("*.so"))
    for name in (*gone, *kept, "libunwanted.so.1"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(real, tmp_path / name)
    link = tmp_path / "libunwanted.so"
    link.symlink_to("libunwanted.so.1")
    assert prune(tmp_path) == 6 * real.stat().st_size
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == set(kept)
    assert not link.is_symlink()
    assert not (tmp_path / "babel").exists()
