"""Every page that links lead to, as every role: what each must be, and 0 findings of axe-core."""

import re
import sqlite3
import time
import unittest
from collections import Counter
from urllib.parse import urlsplit

import lager
from klient import Klient
from nettleser import bilde, forfra, nettleser, pdf
from sidekrav import ALLE, KJERNE, mangler
from tjener import Tjener
from vandring import slag, vandre

ROLLER = ["teamleder", "saksbehandler", "barnevernleder", "avdelingssjef", "kvalitetsgruppe", "kvalitetsutvalg",
          "tjenesteleder", "revisor", "administrator"]


def innganger(store):
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as base:
        return base.execute("SELECT count(*) FROM blad").fetchone()[0]


def filnavn(kind):
    return "side-" + (kind.strip("/").replace("/", "-").replace("*", "x").replace("?", "-") or "forside")


class Sider(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.store = lager.spilt("sider")
        cls.server = Tjener(cls.store, "2014-10-20", ["--role", *ROLLER])
        cls.addClassCleanup(cls.server.stop)
        cls.klient = cls.enterClassContext(Klient(cls.server))

    def setUp(self):
        forfra()

    def signed_in(self):
        """The browser in the session of the client."""
        nettleser().get(self.server.adresse + "/tilgjengelighet")
        name, value = self.klient.kake.split("=", 1)
        nettleser().add_cookie({"name": name, "value": value, "path": "/"})

    def faults(self, path, answer):
        """What can be seen without a browser."""
        headers, found = answer.hoder, []
        if answer.status != 200:
            return [f"{path} gave {answer.status}"]
        for name, part in (("content-security-policy", "default-src 'none'"), ("x-content-type-options", "nosniff"),
                           ("referrer-policy", "no-referrer"), ("cache-control", "no-store")):
            if part not in (headers.get(name) or ""):
                found.append(f"{path}: no {name}")
        if not answer.er_side:
            return found
        page = answer.side
        twice = [one for one, count in Counter(page.ider).items() if count > 1]
        if twice:
            found.append(f"{path}: ids that are there twice: {twice[:3]}")
        if page.antall.get("h1") != 1 or ("innhold" in page.ider and page.h1.strip() not in page.tittel):
            found.append(f"{path}: {page.antall.get('h1', 0)} h1, title «{page.tittel}»")
        if page.lang != "nb":
            found.append(f"{path}: lang {page.lang}")
        return found

    def test_every_page_of_every_role(self):
        before, began = innganger(self.store), time.monotonic()
        found, seen, answered, pages, looks = [], {}, set(), 0, 0
        self.signed_in()
        for role in ROLLER:
            self.klient.rolle(role)
            for path, answer in vandre(self.klient):
                pages += 1
                kind = slag(path)
                if answer.status == 429 and kind in answered:
                    # So many files an hour is all that one person may take out; another role has had this one.
                    continue
                if answer.status == 200:
                    answered.add(kind)
                found += [f"{role}: {text}" for text in self.faults(path, answer)]
                if answer.status != 200 or not answer.er_side:
                    continue
                # Two pages of the same make-up look the same to axe-core: each make-up is looked at in every mode
                # once, and each kind of page for each role once.
                shape = form(answer.tekst)
                if (kind, shape) in seen:
                    continue
                modes = KJERNE if any(own == kind for own, _ in seen) else ALLE
                seen[kind, shape] = path
                looks += len(modes)
                nettleser().get(self.server.adresse + path)
                if modes is ALLE:
                    bilde(filnavn(kind))
                found += [f"{role} {path}: {text}" for text in mangler(modes)]
        print(f"\n  {pages} answers to {len(ROLLER)} roles, {len({kind for kind, _ in seen})} kinds of page, "
              f"{looks} looks with axe-core, {time.monotonic() - began:.0f} s", flush=True)
        self.assertEqual(found, [], "\n" + "\n".join(found))
        self.assertEqual(innganger(self.store), before, "asking for pages has changed the store")
        self.assertGreaterEqual(len({kind for kind, _ in seen}), 25)

    def test_a_protocol_is_printed_whole(self):
        self.klient.rolle("teamleder")
        self.signed_in()
        path = next(path for path, answer in vandre(self.klient) if slag(path).startswith("/protokoller/*"))
        nettleser().get(self.server.adresse + path)
        data = pdf("protokoll")
        self.assertTrue(data.startswith(b"%PDF-"))
        self.assertGreater(len(data), 5_000)

    def test_without_signing_in_there_is_only_the_way_in(self):
        nettleser().get(self.server.adresse + "/avvik")
        self.assertEqual(urlsplit(nettleser().current_url).path, "/inn")
        bilde("side-logg-inn")
        self.assertEqual(mangler(), [])


def form(html):
    """The make-up of a page: which elements of which classes stand in it, whatever they say."""
    return frozenset(
        (tag, cls) for tag, cls in re.findall(r'<([a-z0-9]+)(?:[^>]*? class="([^"]*)")?', html))


if __name__ == "__main__":
    unittest.main()
