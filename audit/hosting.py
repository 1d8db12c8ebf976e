"""A built site at its real https address, on this machine only: a certificate of its own, and a browser that takes it."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from site_checks.reading import QUIET
from site_checks.site import Site

PROGRAM = Path(__file__).with_name("host.mjs")


@contextmanager
def hosting(site: Site) -> Iterator[list[str]]:
    """The arguments with which a Chromium finds the site, served as static hosts do, and no other host."""
    address = urlsplit(site.address)
    with TemporaryDirectory(prefix="kliping-audit-") as folder:
        certificate = _certificate(Path(folder), address.hostname or "")
        command = ["node", str(PROGRAM), str(site.root), f"{address.path}/", str(certificate)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdin and process.stdout
            port = process.stdout.readline().strip()
            rules = f"MAP {address.netloc} 127.0.0.1:{port}, MAP * ~NOTFOUND"
            yield [*QUIET, f"--host-resolver-rules={rules}", "--ignore-certificate-errors"]
            process.stdin.close()


def _certificate(folder: Path, host: str) -> Path:
    """A file with a key and a certificate signed by itself."""
    key, certificate, both = folder / "key.pem", folder / "certificate.pem", folder / "both.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={host}"]
    command += ["-addext", f"subjectAltName=DNS:{host}", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    both.write_bytes(key.read_bytes() + certificate.read_bytes())
    return both
