"""The flows of the work, as people do them: by mouse, by keyboard alone, and with JavaScript turned off."""

import time
import unittest
from functools import cache

import flyt_kontroll
import flyt_kvalitet
import flyt_oppfolging
import lager
from hender import Mus, Tastatur
from nettleser import BRED, TELEFON, forfra, skript
from tjener import Tjener, kommando


class Flyter:
    """Every flow once. How the person goes about it is said below."""

    med_skript = True

    def person(self, size=BRED):
        raise NotImplementedError

    @classmethod
    @cache
    def server(cls):
        """One for all flows but the first; played months lie in its store."""
        server = Tjener(lager.spilt("flyt"), "2014-10-20")
        cls.addClassCleanup(server.stop)
        return server

    def setUp(self):
        forfra()
        skript(self.med_skript)
        self.faults = []
        self.began = time.monotonic()

    def tearDown(self):
        print(f" {time.monotonic() - self.began:.1f} s ", end="", flush=True)

    def done(self, server):
        """The store is whole after what was done, and no page on the way had a fault."""
        kommando("verify", "--store", server.store)
        self.assertEqual(self.faults, [], "\n" + "\n".join(self.faults))

    def signed_in(self, size=BRED):
        server = self.server()
        server.ny_lenke()
        person = self.person(size)
        person.logg_inn(server)
        return person

    def test_a_control_of_two_cases_from_a_register_file(self):
        server = Tjener(lager.tomt("kontroll"))
        self.addCleanup(server.stop)
        person = self.person()
        person.logg_inn(server)
        flyt_kontroll.kontroll(person, server, lager.bvr("kontroll"))
        self.done(server)

    def test_b_an_avvik_is_reported_on_a_phone(self):
        flyt_oppfolging.meld(self.signed_in(TELEFON), self.server())
        self.done(self.server())

    def test_c_an_avvik_is_closed_by_another_than_the_doer(self):
        flyt_oppfolging.lukk(self.signed_in(), self.server())
        self.done(self.server())

    def test_d_the_quality_group_meets(self):
        flyt_kvalitet.møte(self.signed_in(), self.server())
        self.done(self.server())

    def test_e_a_checklist_is_changed(self):
        flyt_kvalitet.sjekkliste(self.signed_in(), self.server())
        self.done(self.server())

    def test_f_the_yearly_wheel_is_signed(self):
        flyt_kvalitet.årshjul(self.signed_in(), self.server())
        self.done(self.server())


class MedMus(Flyter, unittest.TestCase):
    def person(self, size=BRED):
        return Mus(size, self.faults)


class MedTastatur(Flyter, unittest.TestCase):
    def person(self, size=BRED):
        return Tastatur(size)


class UtenSkript(Flyter, unittest.TestCase):
    med_skript = False

    def person(self, size=BRED):
        return Mus(size, med_skript=False)


if __name__ == "__main__":
    unittest.main()
