"""Stores to test on: an empty one, and one that is played once for a whole run and copied."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

import bvrfil
from tjener import SJEKKLISTER, kommando

MAPPE = tempfile.TemporaryDirectory(prefix="nettest-")
atexit.register(MAPPE.cleanup)


def mappe(name):
    """A folder of its own for a test."""
    return Path(tempfile.mkdtemp(prefix=name + "-", dir=MAPPE.name))


def tomt(name):
    return mappe(name) / "internkontroll.sqlite"


def bvr(name):
    """The made-up register file, on disk."""
    path = mappe(name) / "uttrekk.xml"
    path.write_text(bvrfil.fil())
    return path


@cache
def _påbegynt():
    """September 2014, drawn from the register file and evaluated; nobody has answered anything."""
    folder = mappe("pabegynt")
    (folder / "nokkel.key").write_bytes(bytes(range(32)))
    kommando("import", bvr("pabegynt"), "--key", folder / "nokkel.key", "--out", folder / "saker",
             "--team", "fosterhjem-1")
    kommando("control", "--month", "2014-09", "--team", "fosterhjem-1", "--cases", folder / "saker",
             "--store", folder / "internkontroll.sqlite", "--checklists", SJEKKLISTER,
             "--out", folder / "protokoll.html", ok=(0, 1))
    return folder / "internkontroll.sqlite"


def påbegynt(name):
    """A copy of a control that waits for its answers."""
    path = tomt(name)
    shutil.copy(_påbegynt(), path)
    return path


@cache
def _spilt():
    path = mappe("spilt") / "internkontroll.sqlite"
    kommando("simulate", "--year", "2014", "--months", "9", "--cases-per-team", "40", "--store", path,
             "--checklists", SJEKKLISTER)
    return path


def spilt(name):
    """A copy of nine played months: avvik, measures, meetings and controls in every state."""
    path = tomt(name)
    shutil.copy(_spilt(), path)
    return path
