"""Flow a: a control of two cases from an uploaded register file, by somebody who only follows what the pages say."""

import re

from hender import By, literal
from tjener import kommando

MÅNEDER = {name: number + 1 for number, name in enumerate(
    "januar februar mars april mai juni juli august september oktober november desember".split())}
# What is answered, of what the page offers: the first that is there.
SVAR = ["Oppfylt", "Stedlig", "Gjennomført", "Ja", "Nei, alt er registrert"]


def kontroll(person, server, file):
    """From the start page to the receipt; gives the journal code that stands there."""
    til_opplasting(person)
    last_opp(person, file)
    trekk(person)
    person.bilde("a2-oppgaveliste")
    svar_på_alt(person)
    return lås(person, server)


def til_opplasting(person):
    """A new service has no cases; the start page leads to where they come in."""
    person.bilde("a0-start")
    person.følg("Last opp opplysninger om barna i teamet")
    for _ in range(3):
        if person.driver.find_elements(By.CSS_SELECTOR, "main input[type=file]"):
            return
        person.følg(*knapper(person))
    raise AssertionError(f"the buttons lead to no upload; now on {person.sti}")


def knapper(person):
    """The texts of what looks like buttons in the content, the first of them first."""
    found = [one.text for one in person.driver.find_elements(By.CSS_SELECTOR, "main .knapp") if one.text]
    assert found, f"nothing to press on {person.sti}: {person.tekst[:600]}"
    return found


def filfelt(person):
    field = person.driver.find_element(By.CSS_SELECTOR, "main input[type=file]")
    return person.driver.find_element(By.XPATH, f"//label[@for={literal(field.get_attribute('id'))}]").text


def last_opp(person, file):
    # First without a file, as people do: the page says what is missing.
    send(person)
    assert person.feil(), f"nothing was said of the missing file on {person.sti}"
    person.bilde("a0-feil")
    person.last_opp(filfelt(person), file)
    # As the examples beside the fields say.
    person.skriv("Team", "fosterhjem-1")
    person.skriv("Enhet", "solvik")
    person.bilde("a0-opplasting")
    send(person)
    assert not person.feil(), person.feil()


def send(person):
    form = person.driver.find_element(By.XPATH, "//main//form[.//input[@type='file']]")
    person.videre(form.find_element(By.CSS_SELECTOR, "button"))


def trekk(person):
    """From what was read of the file to the two cases."""
    for _ in range(6):
        if person.tittel.startswith("Månedskontroll ") and "deler er ferdige" in person.tekst:
            return
        person.bilde("a1-" + re.sub(r"\W+", "-", person.tittel.lower()))
        person.følg(*knapper(person))
    raise AssertionError(f"the buttons lead to no task list; now on {person.sti}: {person.tekst[:600]}")


def svar_på_alt(person):
    """Goes on from page to page until there is nothing left to answer."""
    person.følg("Fortsett")
    once = False
    for _ in range(80):
        if person.tittel == "Se over svarene":
            return
        if not once:
            # Saving before anything is answered: the summary says what is missing, and leads there.
            person.trykk("Lagre og fortsett")
            assert person.feil(), f"nothing was said of the missing answers on {person.sti}"
            person.bilde("a3-feil")
            once = True
        svar(person)
        if "/tema/" in person.sti:
            person.bilde("a3-tema")
        person.trykk("Lagre og fortsett")
        assert not person.feil(), f"{person.sti}: {person.feil()}"
    raise AssertionError(f"there is no end of questions; now on {person.sti}")


def svar(person):
    """Answers what stands on the page, in its order."""
    groups = person.driver.find_elements(By.XPATH, "//main//form//fieldset")
    for number in range(1, len(groups) + 1):
        place = f"(//main//form//fieldset)[{number}]"
        labels = [one.text for one in person.driver.find_elements(By.XPATH, f"{place}//label")]
        kinds = {one.get_attribute("type") for one in person.driver.find_elements(By.XPATH, f"{place}//input")}
        if "radio" in kinds:
            wanted = ["Nei"] if person.sti.endswith("/bekymring") else SVAR
            choice = next((one for one in wanted if one in labels), labels[0])
            person.merk(person.felt(choice, place))
        elif "text" in kinds:
            day, month, year = mottatt(person)
            for label, value in (("Dag", day), ("Måned", month), ("År", year)):
                person.skriv(label, str(value), place)


def mottatt(person):
    """A day some time after the one that the heading names, in the same or the next month."""
    found = re.search(r"(\d+)\. (\w+) (\d{4})", person.tittel)
    assert found, f"no day in «{person.tittel}»"
    month, year = MÅNEDER[found[2]] + 1, int(found[3])
    return (1, month, year) if month <= 12 else (1, 1, year + 1)


def lås(person, server):
    person.bilde("a4-se-over")
    person.følg("Gå til låsing")
    person.trykk("Lås kontrollen")
    assert person.feil(), "the lock needs no confirmation"
    person.kryss("Jeg har sett over svarene, og de stemmer med det jeg fant i sakene.")
    person.bilde("a5-las")
    person.trykk("Lås kontrollen")
    assert person.tittel == "Kontrollen er låst", person.tittel
    person.bilde("a6-kvittering")
    code = re.search(r"\d+(-[0-9a-f]{4}){8}", person.tekst)
    assert code, f"no journal code on the receipt: {person.tekst}"
    said = kommando("verify", "--store", server.store, "--code", code[0])
    assert code[0] in kommando("verify", "--store", server.store), "the receipt and verify differ"
    return code[0], said
