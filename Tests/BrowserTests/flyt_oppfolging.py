"""Flows b and c: an avvik is reported on a phone, and closed by somebody who has not carried out its measure."""

import re

AVVIK = r"AV-\d{4}-\d+"


def fødselsnummer():
    """A synthetic number that no one can have: month 81, and right control digits."""
    digits = [0, 1, 8, 1, 1, 4, 1, 0, 0]
    for number in range(100, 1000):
        digits[6:9] = [int(one) for one in str(number)]
        first = -sum(w * d for w, d in zip((3, 7, 6, 1, 8, 9, 4, 5, 2), digits)) % 11
        second = -sum(w * d for w, d in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2), digits + [first])) % 11
        if first < 10 and second < 10:
            return "".join(map(str, digits + [first, second]))


def meld(person, server):
    """b: three questions on a phone; gives the number of the report."""
    # A phone and a wide window have pictures of their own.
    size = f"{person.size[0]}px"
    person.bytt_rolle("Saksbehandler")
    person.følg("Avvik")
    person.følg("Meld avvik")
    person.bilde(f"b1-meld-{size}")
    person.trykk("Send melding")
    assert len(person.feil()) >= 2, person.feil()
    person.velg_første("Hvilken prosedyre gjelder det?")
    person.skriv("Hva skjedde?", "Avtalt besøk ble ikke holdt. Nummeret er " + fødselsnummer() + ".")
    if person.har_felt("Hvilket team gjelder det?"):
        person.liste("Hvilket team gjelder det?", "Fosterhjem-1")
    person.trykk("Send melding")
    assert any("fødselsnummer" in text for text in person.feil()), person.feil()
    person.bilde(f"b1-feil-{size}")
    person.skriv("Hva skjedde?", "Avtalt besøk ble ikke holdt fordi bilen var opptatt.")
    person.trykk("Send melding")
    assert person.tittel == "Meldingen er sendt", f"{person.tittel}: {person.feil()}"
    person.bilde(f"b2-kvittering-{size}")
    number = re.search(AVVIK, person.tekst)[0]
    person.ser("Teamleder svarer innen 5 virkedager")
    person.følg("Mine meldinger")
    person.ser(number)
    person.bilde(f"b3-mine-meldinger-{size}")
    return number


def lukk(person, server):
    """c: assess, measure, carry out, be refused, evaluate as another, close."""
    number = meld(person, server)
    person.bytt_rolle("Teamleder")
    person.følg("Avvik")
    person.følg(number, begins=True)
    person.bilde("c1-avvik")
    person.følg("Vurder avviket", "Vurder avvik", "Vurder")
    person.velg_første("Årsak")
    person.trykk("Lagre vurderingen")
    assert not person.feil(), person.feil()
    person.følg("Lag tiltak")
    person.skriv("Hva skal gjøres?", "Bilen reserveres når besøket avtales.")
    person.bilde("c2-tiltak")
    person.trykk("Lagre tiltaket")
    assert not person.feil(), person.feil()
    measure = re.search(r"T-\d{4}-\d+", person.tittel)[0]
    person.følg("Meld gjennomført")
    person.skriv("Referanse", "Referat fra teammøtet")
    person.trykk("Meld gjennomført")
    assert not person.feil(), person.feil()
    # Who carried it out cannot say that it worked.
    person.ser("Du kan ikke bekrefte et tiltak du selv har utført.")
    assert not person.har("Evaluer tiltaket")
    person.bilde("c3-eget-tiltak")
    path = person.sti
    person.gå(path + "/evaluer", server)
    person.se_på()
    person.ser("Du kan ikke bekrefte et tiltak du selv har utført")
    person.bytt_rolle("Kvalitetsgruppa")
    person.følg("Tiltak")
    person.følg(measure)
    person.følg("Evaluer tiltaket")
    person.velg("Virket tiltaket?", "Virket")
    person.skriv("Begrunnelse (uten navn)", "Ingen besøk er avlyst på grunn av bil siden.")
    person.bilde("c4-evaluer")
    person.trykk("Lagre evalueringen")
    assert not person.feil(), person.feil()
    person.følg(number, begins=True)
    person.følg("Lukk avviket")
    person.trykk("Lukk avviket")
    assert person.feil(), "an avvik is closed without evidence"
    person.velg_første("Hva viser det?")
    person.skriv("Referanse", "Kjøreboka for høsten")
    person.trykk("Lukk avviket")
    assert not person.feil(), person.feil()
    person.ser("Lukket")
    person.bilde("c5-lukket")
    # And the one who reported it sees it.
    person.bytt_rolle("Saksbehandler")
    person.følg("Avvik")
    person.ser("Lukket.")
    return number
