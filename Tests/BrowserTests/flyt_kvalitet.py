"""Flows d, e and f: a meeting of the quality group, a change of a checklist, and a sign-off in the yearly wheel."""

import re

from selenium.webdriver.common.keys import Keys


def møte(person, server):
    """d: the agenda makes itself; one item a screen by the arrow keys; a decision; approved minutes."""
    person.bytt_rolle("Kvalitetsgruppa")
    person.følg("Kvalitetsgruppe")
    person.bilde("d1-agenda")
    assert re.findall(r"^[1-8] ", person.tekst, re.MULTILINE) == [f"{number} " for number in range(1, 9)]
    person.følg("Hold møte")
    person.kryss("Teamleder")
    person.trykk("Åpne referatet")
    assert not person.feil(), person.feil()
    number = re.search(r"KG-\d{4}-\d+", person.tittel)[0]
    person.følg("Start møtevisning")
    person.bilde("d2-motevisning")
    for item in range(2, 9):
        person.bla(Keys.ARROW_RIGHT, "Neste sak")
        person.ser(f"Sak {item} av 8")
    person.bla(Keys.ARROW_LEFT, "Forrige sak")
    person.trykk("Lagre vedtaket")
    assert person.feil(), "a decision is saved without anything in it"
    person.skriv("Vedtak (uten navn og saksnummer)", "Teamene reserverer bil når besøket avtales.")
    person.liste("Ansvarlig", "Barnevernleder")
    person.dato("Frist", 1, 12, 2014)
    person.bilde("d3-vedtak")
    person.trykk("Lagre vedtaket")
    assert not person.feil(), person.feil()
    person.skriv("Notat (uten navn og saksnummer)", "Gruppa gikk gjennom årshjulet.")
    person.trykk("Lagre notatet")
    person.ser("Gruppa gikk gjennom årshjulet.")
    person.følg("Avslutt møtevisning")
    person.ser("Teamene reserverer bil når besøket avtales.")
    person.følg("Godkjenn referat")
    person.bilde("d4-godkjenn")
    if person.kryssbokser():
        person.kryss(person.kryssbokser()[0])
    person.trykk("Godkjenn referat", "Godkjenn referatet")
    assert not person.feil(), person.feil()
    person.ser("Det kan ikke endres.")
    assert re.search(r"\d+(-[0-9a-f]{4}){8}", person.tekst), "approved minutes show no journal code"
    person.bilde("d5-godkjent")
    return number


PUNKT, GALT, RIKTIG = "OB-LOPENDE", "er minst krav_siste_uke", "er minst 3"


def sjekkliste(person, server):
    """e: a proposal with a fault, mended, tried on earlier cases, and approved by another role."""
    person.følg("Sjekklister")
    person.bilde("e1-sjekklister")
    person.følg("fosterhjem@2014-05-31")
    person.følg(f"Foreslå endring av {PUNKT}")
    label = f"Teksten til punktet {PUNKT}"
    person.rediger(label, lambda text: re.sub(r"(norm: .*) er minst \w+", rf"\1 {GALT}", text))
    person.skriv("Begrunnelse", "Fire besøk i året er kravet i forskriften, og punktet gir dobbelt funn.")
    person.trykk("Lagre forslaget")
    assert person.feil(), "a rule with an unknown word is saved"
    person.bilde("e2-feil")
    person.rediger(label, lambda text: text.replace(GALT, RIKTIG))
    person.trykk("Lagre forslaget")
    assert not person.feil(), person.feil()
    number = person.tittel.removeprefix("Forslag ")
    assert not person.har("Godkjenn forslaget"), "the one who wrote it can approve it"
    person.bilde("e3-forslag")
    person.bytt_rolle("Kvalitetsgruppa")
    person.følg("Sjekklister")
    person.følg(number)
    person.følg("Prøvekjør på tidligere saker")
    for heading in ("Nytt funn", "Bortfalt funn", "Uendret", "Kan ikke beregnes"):
        person.ser(heading)
    person.bilde("e4-provekjoring")
    person.følg("Tilbake til forslaget")
    person.følg("Godkjenn forslaget")
    person.trykk("Godkjenn forslaget")
    assert len(person.feil()) == 2, person.feil()
    person.dato("Gjelder fra", 1, 11, 2014)
    person.kryss("Jeg har lest endringene og godkjenner dem. Jeg har ikke skrevet dem selv.")
    person.trykk("Godkjenn forslaget")
    assert not person.feil(), person.feil()
    person.ser("Teksten er frosset.")
    person.bilde("e5-godkjent")
    return number


def årshjul(person, server):
    """f: what is overdue in the wheel is signed, and is not overdue any more."""
    person.følg("Årshjul")
    person.bilde("f1-arshjul")
    before = person.tekst.split("Bekreft gjennomgang")[0]
    person.følg("Bekreft gjennomgang", begins=True)
    what = person.tittel
    person.trykk("Bekreft gjennomgang")
    assert person.feil() == ["Bekreft at det er gjort, før du lagrer."], person.feil()
    person.skriv("Antall til stede", "7")
    person.skriv("Hva ble endret?", "Ny mal for referat.")
    person.kryss("Jeg bekrefter at prosedyren er gjennomgått på tjenestestedet denne dagen.")
    person.bilde("f2-bekreft")
    person.trykk("Bekreft gjennomgang")
    assert not person.feil(), person.feil()
    person.ser("Bekreftelsen er lagret.")
    assert person.tekst.split("Bekreft gjennomgang")[0] != before, f"«{what}» stands as before"
    person.bilde("f3-arshjul")
