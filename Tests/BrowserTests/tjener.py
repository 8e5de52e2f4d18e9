"""The real program as a server, on a store of its own, and what its command line says of that store."""

import os
import re
import select
import signal
import subprocess
import tempfile
import time
from pathlib import Path

ROT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("INTERNKONTROLL_PROGRAM", ROT / ".build/release/internkontroll")).resolve()
SJEKKLISTER = ROT / "Checklists"


def kommando(*words, ok=(0,)):
    """Runs a command of the program and gives what it printed."""
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, timeout=300)
    if done.returncode not in ok:
        raise AssertionError(f"internkontroll {words[0]} ended with {done.returncode}: {done.stderr or done.stdout}")
    return done.stdout


class Tjener:
    """`internkontroll serve` on a free port. The one-time link stands on its standard output."""

    START = 60

    def __init__(self, store, date="2014-10-03", more=()):
        self.store = Path(store)
        self.date = date
        self.more = [str(word) for word in more]
        self.process = None
        self.start()

    def start(self):
        self.errors = tempfile.TemporaryFile("w+")
        command = [PROGRAM, "serve", "--port", "0", "--store", self.store, "--checklists", SJEKKLISTER,
                   "--date", self.date, *self.more]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors,
            # The key of the pseudonyms is made beside the store, and not where people have theirs.
            env={**os.environ, "XDG_CONFIG_HOME": str(self.store.parent.resolve())})
        self.lenke = self.wait_for_link()
        self.adresse = re.match(r"https?://[^/]+", self.lenke)[0]

    def ny_lenke(self):
        """Enter in the window of the server gives a new link; the one before is void then."""
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()
        self.lenke = self.wait_for_link()
        return self.lenke

    def wait_for_link(self):
        out, end, said = self.process.stdout.fileno(), time.monotonic() + self.START, b""
        while time.monotonic() < end:
            if select.select([out], [], [], 0.2)[0]:
                part = os.read(out, 4096)
                said += part
                found = re.search(rb"https?://127\.0\.0\.1:\d+/\S+", said)
                if found:
                    return found[0].decode()
                if not part:
                    break
        raise AssertionError(f"no one-time link; the server said: {said.decode()}\n{self.stderr()}")

    def stderr(self):
        self.errors.seek(0)
        return self.errors.read()

    def kill(self):
        """As a power cut would: nothing of it runs on."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.close()

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.errors.close()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.close()
        return self.process.returncode
