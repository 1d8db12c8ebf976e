"""A built site at its real https address, on this machine only: a certificate of its own, and a browser that takes it."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from site_checks.reading import QUIET
from site_checks.serving import serving
from site_checks.site import Site


@contextmanager
def hosting(site: Site) -> Iterator[list[str]]:
    """The arguments with which a Chromium finds the site, packed with gzip as static hosts do, and no other host."""
    with TemporaryDirectory(prefix="kliping-audit-") as folder:
        certificate = _certificate(Path(folder), urlsplit(site.address).hostname or "")
        with serving(site, certificate=certificate) as port:
            rules = f"MAP {urlsplit(site.address).netloc} 127.0.0.1:{port}, MAP * ~NOTFOUND"
            yield [*QUIET, f"--host-resolver-rules={rules}", "--ignore-certificate-errors"]


def _certificate(folder: Path, host: str) -> Path:
    """A file with a key and a certificate signed by itself."""
    key, certificate, both = folder / "key.pem", folder / "certificate.pem", folder / "both.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={host}"]
    command += ["-addext", f"subjectAltName=DNS:{host}", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    both.write_bytes(key.read_bytes() + certificate.read_bytes())
    return both
