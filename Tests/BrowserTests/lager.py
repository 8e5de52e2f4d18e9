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
