"""The requirements themselves: they must find what is wrong, or a clean run would say nothing."""

import tempfile
import unittest
from pathlib import Path

from hender import Mus, Tastatur
from nettleser import forfra, nettleser, skript
from sidekrav import SMAL, axe, krav, mangler, størrelse

GOD = """<!doctype html><html lang="nb"><head><title>Prøve – Internkontroll</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>:focus-visible { outline: 3px solid } input, button { min-height: 2rem; min-width: 2rem }</style></head>
<body><a href="#innhold">Hopp til hovedinnhold</a><main id="innhold" tabindex="-1"><h1>Prøve</h1><form>
<p><label for="navn">Navn på tiltaket</label> <input id="navn"></p>
<fieldset><legend>Er det gjort?</legend>
<p><input type="radio" name="svar" id="ja" value="ja"><label for="ja">Ja</label></p>
<p><input type="radio" name="svar" id="nei" value="nei"><label for="nei">Nei</label></p></fieldset>
<button>Lagre svar</button></form></main></body></html>"""

MAPPE = tempfile.TemporaryDirectory()


def vis(html):
    """Shows a page that comes from a file, since a form of a `data:` address is not sent."""
    file = Path(MAPPE.name) / "side.html"
    file.write_text(html.replace("<head>", '<head><meta charset="utf-8">'))
    nettleser().get(file.as_uri())


class Kravene(unittest.TestCase):
    def setUp(self):
        forfra()

    def test_a_page_as_it_should_be_has_no_faults(self):
        vis(GOD)
        self.assertEqual(mangler(), [])

    def test_axe_finds_a_field_without_a_label_and_text_that_is_too_pale(self):
        vis(GOD.replace('for="navn"', "").replace("<h1>", '<p style="color:#bbb">Blekt</p><h1>'))
        found = "\n".join(axe())
        self.assertIn("label:", found)
        self.assertIn("color-contrast:", found)

    def test_the_rest_is_found(self):
        for change, fault in [
            (("<h1>Prøve</h1>", ""), "0 h1"),
            (("<title>Prøve", "<title>Annet"), "the title"),
            (('lang="nb"', 'lang="en"'), "lang is not nb"),
            (('id="nei"', 'id="ja"'), "ids that are there twice"),
            (("<form>", "<h3>Tre</h3><form>"), "heading level skipped"),
            (("<form>", '<p style="width:500px">Bred</p><form>'), "scrolls sideways"),
            (("Lagre svar", "OK"), "a word that is not ours"),
            (("<button>", '<button style="min-height:0;height:12px;padding:0">'), "smaller than 24 px"),
        ]:
            with self.subTest(fault):
                vis(GOD.replace(*change))
                størrelse(SMAL)
                self.assertIn(fault, "\n".join(krav()))

    def test_a_script_that_the_policy_stops_is_told(self):
        vis(GOD.replace("<title>", """<meta http-equiv="content-security-policy" content="script-src 'none'"><title>""")
            .replace("<form>", "<script>1</script><form>"))
        self.assertIn("console:", "\n".join(mangler([])))

    def test_by_keyboard_the_same_is_done_as_by_mouse(self):
        for hands in (Mus, Tastatur):
            vis(GOD)
            person = hands()
            person.skriv("Navn på tiltaket", "Rutine")
            person.velg("Er det gjort?", "Nei")
            person.følg("Lagre svar")
            self.assertIn("svar=nei", nettleser().current_url)

    def test_by_keyboard_a_button_that_cannot_be_reached_or_seen_is_a_fault(self):
        for change, fault in [
            ('<button tabindex="-1">', "is not reached"),
            ('<button style="outline:none">', "the focus cannot be seen"),
        ]:
            vis(GOD.replace("<button>", change))
            person = Tastatur()
            person.FLEST = 12
            with self.assertRaisesRegex(AssertionError, fault):
                person.følg("Lagre svar")

    def test_without_script_the_page_does_nothing_by_itself(self):
        for on, title in ((True, "Endret"), (False, "Prøve")):
            skript(on)
            vis(GOD.replace("</form>", "</form><script>document.querySelector('h1').textContent = 'Endret'</script>"))
            self.assertEqual(Mus().tittel, title)


if __name__ == "__main__":
    unittest.main()
