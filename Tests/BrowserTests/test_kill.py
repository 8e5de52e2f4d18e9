"""A server that is killed in the middle loses no answer that it has acknowledged, and two tabs never lose one.

INTERNKONTROLL_KILLS is how many times it is killed; 20 unless told.
"""

import http.client
import os
import random
import re
import sqlite3
import threading
import time
import unittest

from selenium.webdriver.common.by import By

import lager
from hender import Mus
from klient import Klient
from nettleser import forfra, nettleser, status
from sidekrav import mangler
from tjener import Tjener, kommando
from vandring import vurderinger

RUNDER = int(os.environ.get("INTERNKONTROLL_KILLS", "20"))


def temasider(server):
    """The forms of the open control where somebody judges points: one of each case."""
    with Klient(server) as client:
        return list(vurderinger(client).values())


class Skriver(threading.Thread):
    """Saves one answer after another, and remembers what was sent and what was acknowledged."""

    def __init__(self, server, form, name, go):
        super().__init__(daemon=True)
        self.client, self.form, self.mark, self.go = Klient(server), form, name, go
        self.sent, self.kept, self.refused = [], [], []
        self.first = threading.Event()

    def run(self):
        with self.client:
            self.save()

    def save(self):
        point = next(name for name in self.form.choices if name.startswith("svar-"))
        self.go.wait()
        for number in range(10_000):
            text = f"Prøve {self.mark} {number}."
            fields = [(point, "kan_ikke_vurderes"), (point.replace("svar-", "grunn-"), text)]
            self.sent.append(text)
            try:
                answer = self.client.post(self.form.sti, fields)
            except (OSError, http.client.HTTPException):
                return
            (self.kept if answer.status == 303 else self.refused).append((text, answer.status))
            self.first.set()


def lagret(store):
    """Every reason that is in the journal."""
    with sqlite3.connect(f"file:{store}?mode=rw", uri=True) as base:
        texts = base.execute("SELECT data FROM nyttelast").fetchall()
    return re.findall(r"Prøve \S+ \d+\.", "\n".join(bytes(text).decode() if isinstance(text, bytes) else text
                                                        for text, in texts))


class Kill(unittest.TestCase):
    def test_a_killed_server_loses_no_answer_that_it_acknowledged(self):
        store = lager.påbegynt("kill")
        rng = random.Random(2014)
        acknowledged = slowest = 0
        for number in range(RUNDER):
            server = Tjener(store)
            try:
                go = threading.Event()
                writers = []
                for place, form in enumerate(temasider(server)):
                    server.ny_lenke()
                    writers.append(Skriver(server, form, f"{'abcdefgh'[place]}{number}", go))
                self.assertEqual(len(writers), 2)
                for writer in writers:
                    writer.start()
                go.set()
                # Some rounds before anything is acknowledged, most of them when all are busy saving.
                if number % 4:
                    for writer in writers:
                        writer.first.wait(30)
                time.sleep(rng.uniform(0, 0.05))
            finally:
                server.kill()
            for writer in writers:
                writer.join(30)
            kept = [text for writer in writers for text, _ in writer.kept]
            sent = {text for writer in writers for text in writer.sent}
            acknowledged += len(kept)
            # The first to open the store takes back what was half written.
            began = time.monotonic()
            kommando("verify", "--store", store)
            slowest = max(slowest, time.monotonic() - began)
            there = lagret(store)
            self.assertEqual([one for writer in writers for one in writer.refused], [])
            self.assertEqual(set(kept) - set(there), set(), f"round {number}: acknowledged and lost")
            own = [text for text in there if text in sent]
            # At most the one that each writer had on its way.
            self.assertLessEqual(len(own) - len(kept), len(writers), f"round {number}: more than was sent")
        print(f"\n  killed {RUNDER} times, {acknowledged} answers acknowledged, none lost; "
              f"verify at most {slowest:.1f} s", flush=True)
        self.assertGreaterEqual(acknowledged, RUNDER)


class ToFaner(unittest.TestCase):
    def test_of_two_tabs_with_the_same_form_the_second_is_told(self):
        forfra()
        server = Tjener(lager.påbegynt("faner"))
        self.addCleanup(server.stop)
        form = temasider(server)[0]
        server.ny_lenke()
        person = Mus()
        person.logg_inn(server)
        driver = nettleser()
        first = driver.current_window_handle
        driver.switch_to.new_window("tab")
        second = driver.current_window_handle
        try:
            for tab in (first, second):
                driver.switch_to.window(tab)
                person.gå(form.sti, server)
            question = person.spørsmål()[0]
            for tab, answer in ((first, "Oppfylt"), (second, "Ikke aktuelt")):
                driver.switch_to.window(tab)
                person.velg(question, answer)
                reason = person.driver.find_elements(By.XPATH, "//main//textarea")[0]
                if tab == second:
                    reason.send_keys("Gjelder ikke her.")
                person.trykk("Lagre og fortsett")
            self.assertEqual(status(), 409)
            self.assertEqual(person.tittel, "Noen andre var først")
            self.assertEqual(mangler(), [])
            person.følg("Se endringen")
            self.assertIn("Oppfylt", person.svart(question))
        finally:
            driver.switch_to.window(second)
            driver.close()
            driver.switch_to.window(first)


if __name__ == "__main__":
    unittest.main()
