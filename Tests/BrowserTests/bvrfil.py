"""A made-up extract of the register (BVR, XSD 4.0.1) of the fictional district Solvik.

No child in it exists: the personal numbers have 80 added to the month, as synthetic ones have, and their control
digits are wrong. The same seed gives the same bytes.
"""

import random
import sys
from datetime import date, timedelta

# The day of the extract; the day before is the last that it is complete for.
UTTREKKSDAG = date(2014, 10, 2)
ANTALL = 12


def uuid(number):
    return f"00000000-0000-4000-8000-{number:012x}"


class Sak:
    """A child under a care order in one foster home, visited about as often as it should be."""

    def __init__(self, number, rng, extracted):
        self.extracted = extracted
        self.number = number
        self.rng = rng
        self.next_id = number * 10_000
        self.born = date(extracted.year - rng.randint(5, 13), rng.randint(1, 12), rng.randint(1, 28))
        self.start = date(extracted.year - 1, rng.randint(1, 11), rng.randint(1, 28))
        self.frequency = rng.choice([4, 4, 4, 2])

    def id(self):
        self.next_id += 1
        return uuid(self.next_id)

    @property
    def journalnummer(self):
        return f"SOLVIK-{self.start.year}-{self.number:03}"

    def days(self, per_year):
        """Days from the start on, now and then with a gap that is too long."""
        day, step = self.start, 365 // per_year
        while True:
            late = step // 2 if self.rng.random() < 0.15 else 0
            day += timedelta(days=step - self.rng.randint(5, 30) + late)
            if day >= self.extracted:
                return
            yield day

    def series(self, per_year, code):
        done = "".join(f'<Utfort Id="{self.id()}" UtfortDato="{day}"/>' for day in self.days(per_year))
        return f'<Hyppighet Id="{self.id()}" StartDato="{self.start}" Kode="{code}"/>{done}'

    def plan(self):
        return f'<Plan Id="{self.id()}" StartDato="{self.start}" Plantype="4"/>'

    @property
    def xml(self):
        law = "<Lov>BVL</Lov><Kapittel>4</Kapittel><Paragraf>12</Paragraf>"
        number = f"{self.born.day:02}{self.born.month + 80:02}{self.born.year % 100:02}99999"
        return f"""
<Sak Id="{self.id()}" StartDato="{self.start}" Journalnummer="{self.journalnummer}">
<Personalia Id="{self.id()}" StartDato="{self.start}" Fodselsnummer="{number}" Fodseldato="{self.born}" Kjonn="1"/>
{self.plan()}
<Tiltak Id="{self.id()}" StartDato="{self.start}"><Lovhjemmel>{law}</Lovhjemmel><Kategori Kode="2.2"/>
<Tilsyn><Ansvarlig Id="{self.id()}" StartDato="{self.start}" Kommunenummer="9901"/>{self.series(2, 2)}</Tilsyn>
<Oppfolging>{self.series(self.frequency, self.frequency)}</Oppfolging></Tiltak>
<Vedtak Id="{self.id()}" StartDato="{self.start}"><Lovhjemmel>{law}</Lovhjemmel>
<Status Id="{self.id()}" EndretDato="{self.start}" Kode="1"/></Vedtak>
</Sak>"""


def saker(count=ANTALL, seed=2014, extracted=UTTREKKSDAG):
    rng = random.Random(seed)
    return [Sak(number + 1, rng, extracted) for number in range(count)]


def fil(count=ANTALL, seed=2014, extracted=UTTREKKSDAG):
    """The file as text."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- Synthetic: made by a program, about nobody. -->
<Barnevern Id="{uuid(1)}" DatoUttrekk="{extracted}T02:00:00+02:00">
<Fagsystem Leverandor="Prøveverket" Navn="Prøve" Versjon="1.0"/>
<Avgiver Organisasjonsnummer="999999999" Kommunenummer="9901" Kommunenavn="Solvik"/>{
    "".join(sak.xml for sak in saker(count, seed, extracted))}
</Barnevern>
"""


if __name__ == "__main__":
    sys.stdout.write(fil())
