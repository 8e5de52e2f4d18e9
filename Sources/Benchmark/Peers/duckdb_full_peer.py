"""DuckDB, one thread: those points of the shipped checklist that SQL can say without writing the engine again.

SQL's NULL serves for what is not known or must be judged, so that ukjent comes out as ours does. Left out are the
points that need periods with a running frequency, pro rata requirements, gaps, or a person.
"""
import sys
from datetime import date, timedelta

import duckdb
import numpy as np

from peer import Job, compare

OPPFYLT, AVVIK, MERKNAD, UKJENT, IKKE_AKTUELT = range(5)
UNKNOWN, NONE = -(2**31), 2**31 - 1

job = Job(sys.argv[1])
D = job.day
base = duckdb.connect()
base.execute("SET threads = 1")


def load(collection, *fields):
    columns = dict(zip(("sak", *fields), job.events(collection, *fields)))
    chosen = ", ".join(f"CASE WHEN {f} = {UNKNOWN} THEN NULL ELSE {f} END AS {f}" for f in fields)
    base.execute(f"CREATE TABLE {collection} AS SELECT sak, {chosen} FROM columns ORDER BY sak, {fields[0]}")


load("plassering", "fra", "til", "type", "grunnlag", "hjem", "flyttet_med_fosterforeldre")
load("oppfølgingsbesøk", "dato", "form", "barnet_til_stede", "samtale_alene", "samtalegrunn", "vurdering",
     "faglig_vurdering")
load("tilsynskommune", "dato", "ansvar")
load("tilsynsbesøk", "dato", "form", "barnet_til_stede", "samtale_alene", "rapport_mottatt", "rapport_fulgt_opp")
load("samtale", "dato", "alene", "faglig_vurdering")
load("medvirkning", "dato", "barnets_syn", "grunn_ikke_medvirket", "grunn_begrunnet")
load("vedtak", "dato", "type", "truffet_av", "barnet_hørt")
load("omsorgsplan", "dato", "type")
load("tiltaksplan", "fra", "til")
load("evaluering", "dato", "gjennomføring_beskrevet", "tiltak_vurdert", "mål_vurdert")
load("avtalegjennomgang", "dato", "drøfting", "konklusjon")
load("drøfting", "dato", "tema", "konklusjon")
sak = {"sak": np.arange(job.cases), "født": job.column("opplysninger.født"),
       "tilsynsansvar": job.column("opplysninger.tilsynsansvar"),
       "synspunkter": job.column("opplysninger.kan_danne_egne_synspunkter")}
base.execute(f"""CREATE TABLE sak AS SELECT sak, født, DATE '1970-01-01' + født AS måned,
  CASE WHEN tilsynsansvar = {UNKNOWN} THEN NULL ELSE tilsynsansvar END AS tilsynsansvar,
  CASE WHEN synspunkter = {UNKNOWN} THEN NULL ELSE synspunkter = 1 END AS synspunkter FROM sak ORDER BY sak""")


def code(field, *names):
    return "(" + ", ".join(str(job.manifest["codes"][field].index(n) + 1) for n in names) + ")"


def months(day, count):
    index = day.year * 12 + day.month - 1 + count
    first = date(index // 12, index % 12 + 1, 1)
    last = (date((index + 1) // 12, (index + 1) % 12 + 1, 1) - timedelta(1)).day
    return first.replace(day=min(day.day, last))


CONTROL = date(1970, 1, 1) + timedelta(D)


def since(count):
    """The first day e with e + n months not before the control date, and the first day of the period."""
    period = months(CONTROL, -count)
    first = period - timedelta(5)
    while months(first, count) < CONTROL:
        first += timedelta(1)
    return (first - date(1970, 1, 1)).days, (period - date(1970, 1, 1)).days + 1


def window(count):
    return f"dato BETWEEN {since(count)[0]} AND {D}"


def counts(name, match, ok="true"):
    """How many matching events are ok, and how many are not known to be or not to be."""
    return (f"count(*) FILTER (WHERE ({match}) AND ({ok})) AS {name}_ja, "
            f"count(*) FILTER (WHERE (({match}) AND ({ok})) IS NULL) AS {name}_kanskje, "
            f"count(*) FILTER (WHERE ({match}) AND NOT ({ok})) AS {name}_nei, "
            f"count(*) FILTER (WHERE {match}) AS {name}_alle, "
            f"count(*) FILTER (WHERE ({match}) IS NULL) AS {name}_mulig")


def some(name):
    return (f"(CASE WHEN coalesce({name}_ja, 0) > 0 THEN true "
            f"WHEN coalesce({name}_kanskje, 0) > 0 THEN NULL ELSE false END)")


def every(name):
    return (f"(CASE WHEN coalesce({name}_nei, 0) > 0 THEN false "
            f"WHEN coalesce({name}_kanskje, 0) > 0 THEN NULL ELSE true END)")


def any_at_all(name):
    return (f"(CASE WHEN coalesce({name}_alle, 0) > 0 THEN true "
            f"WHEN coalesce({name}_mulig, 0) > 0 THEN NULL ELSE false END)")


def verdict(point, applies, krav="true", norm="true"):
    return f"""CASE WHEN ({applies}) IS NULL THEN {UKJENT} WHEN NOT ({applies}) THEN {IKKE_AKTUELT}
      WHEN ({krav}) IS NULL THEN {UKJENT} WHEN NOT ({krav}) THEN {AVVIK}
      WHEN ({norm}) IS NULL THEN {UKJENT} WHEN NOT ({norm}) THEN {MERKNAD} ELSE {OPPFYLT} END AS "{point}\""""


def younger(years):
    """Whether the child, of whom only the month of birth is known, is younger than this on the control date."""
    first = f"måned + INTERVAL {years * 12} MONTH"
    return (f"(CASE WHEN DATE '{CONTROL}' < {first} THEN true "
            f"WHEN DATE '{CONTROL}' >= last_day({first}) THEN false ELSE NULL END)")


def covered(name, count):
    """The days of the period in a foster home, and the days that are so or must be judged."""
    first = since(count)[1]
    days = f"greatest(0, least(til, {D}) - greatest(fra, {first}) + 1)"
    return f"sum({days}) FILTER (WHERE NOT ({acute})) AS {name}_ja, sum({days}) AS {name}_alle"


def all_of(name, days):
    return (f"(CASE WHEN coalesce({name}_ja, 0) = {days} THEN true "
            f"WHEN coalesce({name}_alle, 0) = {days} THEN NULL ELSE false END)")


def in_home(count):
    """Whether the child lived in a foster home for all of the last months."""
    return f"({all_of('tolv' if count == 12 else 'seks', D - since(count)[1] + 1)} AND {under_18})"


held = f"form NOT IN {code('oppfølgingsbesøk.form', 'avlyst')}"
old = f"dato <= {D - 14}"
foster = f"type IN {code('plassering.type', 'fosterhjem', 'beredskapshjem', 'fosterhjem_særlige_forutsetninger')}"
supervised = f"type IN {code('plassering.type', 'fosterhjem', 'beredskapshjem')}"
acute = f"grunnlag IN {code('plassering.grunnlag', 'akutt')}"
offered = f"samtale_alene IN {code('oppfølgingsbesøk.samtale_alene', 'gjennomført', 'tilbudt_avslått')}"
too_young = f"(samtale_alene IN {code('oppfølgingsbesøk.samtale_alene', 'for_ung')} AND NULL)"
no_chance = (f"(samtale_alene IN {code('oppfølgingsbesøk.samtale_alene', 'ikke_mulig')} AND "
             f"samtalegrunn NOT IN {code('oppfølgingsbesøk.samtalegrunn', 'tolk_manglet')} AND NULL)")
spoke = f"barnet_til_stede = 1 AND {held} AND samtale_alene IN {code('oppfølgingsbesøk.samtale_alene', 'gjennomført')}"
talked = f"barnet_til_stede = 1 AND {held} AND ({offered} OR {too_young})"
heard = (f"barnets_syn = 1 OR grunn_ikke_medvirket IN {code('medvirkning.grunn_ikke_medvirket', 'ville_ikke')} OR "
         f"(grunn_ikke_medvirket IN {code('medvirkning.grunn_ikke_medvirket', 'ikke_gitt_anledning')}"
         " AND grunn_begrunnet = 1)")
care = f"type IN {code('vedtak.type', 'omsorgsovertakelse')}"
ended = f"type IN {code('vedtak.type', 'oppheving')}"
under_care = f"grunnlag IN {code('plassering.grunnlag', 'omsorgsovertakelse')}"
final = f"p.type IN {code('omsorgsplan.type', 'endelig')}"
early = f"p.type IN {code('omsorgsplan.type', 'foreløpig', 'endelig')}"
two_years = "(epoch(DATE '1970-01-01' + overtatt + INTERVAL 24 MONTH) / 86400)"
last_of_2022 = (date(2022, 12, 31) - date(1970, 1, 1)).days
under_18 = younger(18)
can_take_part = f"(NOT {younger(7)} OR synspunkter)"

groups = {
    "hjem": f"""SELECT sak, {covered('tolv', 12)}, {covered('seks', 6)},
        count(*) FILTER (WHERE {D} BETWEEN fra AND til AND NOT ({acute})) AS hjemme_ja,
        count(*) FILTER (WHERE {D} BETWEEN fra AND til) AS hjemme_alle
        FROM plassering WHERE {foster} GROUP BY sak""",
    "frivillig": f"""SELECT sak, bool_or({D} BETWEEN fra AND til) AS nå FROM plassering
        WHERE grunnlag IN {code('plassering.grunnlag', 'frivillig')} GROUP BY sak""",
    "besøk": f"""SELECT sak, {counts('vurdert', f"{held} AND {old}", 'vurdering = 1')}, {counts('talt', talked)},
        {counts('faglig_besøk', f"{spoke} AND {old}", 'faglig_vurdering = 1')},
        {counts('lagt_til_rette', f'barnet_til_stede = 1 AND {held}', f"{offered} OR {too_young} OR {no_chance}")}
        FROM oppfølgingsbesøk WHERE {window(12)} GROUP BY sak""",
    # The supervision is ours on a day in a home under supervision when the last decision says so, or where there is no
    # decision at all, the fact of the case.
    "tilsyn": f"""SELECT sak, {counts('tilsynstalt', talked)}, {counts('rapport',
          f"{held} AND (rapport_mottatt <= {D} OR (vårt AND dato + 30 < {D}))",
          f"(NOT vårt OR rapport_mottatt <= dato + 30) AND (NOT rapport_mottatt < {D - 30} OR rapport_fulgt_opp = 1)")}
        FROM (SELECT *, hjem AND (CASE WHEN antall > 0 THEN coalesce(sist, false) ELSE fast END) AS vårt FROM (
          SELECT t.*,
            (SELECT CASE max(CASE WHEN {acute} THEN 1 ELSE 2 END) WHEN 2 THEN true WHEN 1 THEN NULL ELSE false END
              FROM plassering p WHERE p.sak = t.sak AND t.dato BETWEEN fra AND til AND {supervised}) AS hjem,
            (SELECT count(*) FROM tilsynskommune k WHERE k.sak = t.sak AND k.dato <= {D}) AS antall,
            (SELECT arg_max(ansvar = {code('tilsynskommune.ansvar', 'egen')[1:-1]}, k.dato) FROM tilsynskommune k
              WHERE k.sak = t.sak AND k.dato <= t.dato) AS sist,
            (SELECT tilsynsansvar = {code('opplysninger.tilsynsansvar', 'egen')[1:-1]} FROM sak s
              WHERE s.sak = t.sak) AS fast
          FROM tilsynsbesøk t WHERE {window(12)})) GROUP BY sak""",
    "samtaler": f"""SELECT sak, {counts('alene', 'alene = 1')}, {counts('faglig', old, 'faglig_vurdering = 1')}
        FROM samtale WHERE {window(12)} GROUP BY sak""",
    "hørt": f"SELECT sak, {counts('hørt', heard)} FROM medvirkning WHERE {window(12)} GROUP BY sak",
    "drøftet": f"""SELECT sak, {counts('konkludert', f"{window(6)} AND konklusjon = 1")},
        {counts('behov', f"tema IN {code('drøfting.tema', 'besøksbehov')}")}
        FROM drøfting WHERE {window(12)} GROUP BY sak""",
    # A stay in one home starts with a placement that does not go on from the one before, in the same home or with the
    # same foster parents.
    "gjennomgått": f"""SELECT sak, max(dato * 4 + CASE (drøfting = 1 AND konklusjon = 1)
          WHEN true THEN 0 WHEN false THEN 2 ELSE 1 END) % 4 AS siste_gjennomgang
        FROM avtalegjennomgang JOIN (SELECT sak, max(fra) AS start FROM plassering p WHERE fra <= {D} AND NOT EXISTS (
            SELECT 1 FROM plassering q WHERE q.sak = p.sak AND q.fra < p.fra AND q.til >= p.fra - 1
            AND (q.hjem = p.hjem OR p.flyttet_med_fosterforeldre = 1)) GROUP BY sak) USING (sak)
        WHERE {window(24)} AND dato >= start GROUP BY sak""",
    "planer": f"SELECT sak, bool_or({D} BETWEEN fra AND til) AS plan_nå FROM tiltaksplan GROUP BY sak",
    "evaluert": f"""SELECT sak, {counts('mål', 'true',
        'gjennomføring_beskrevet = 1 AND tiltak_vurdert = 1 AND mål_vurdert = 1')}
        FROM evaluering WHERE {window(12)} GROUP BY sak""",
    # The order that the care period rests on: not repealed, and not from before a break and a new order.
    "overtatt": f"""WITH perioder AS (SELECT sak, fra, til FROM plassering WHERE {under_care}),
        nå AS (SELECT DISTINCT sak FROM perioder WHERE {D} BETWEEN fra AND til),
        løp AS (SELECT sak, max(fra) AS start FROM perioder o JOIN nå USING (sak) WHERE fra <= {D} AND NOT EXISTS (
          SELECT 1 FROM perioder q WHERE q.sak = o.sak AND q.fra < o.fra AND q.til >= o.fra - 1) GROUP BY sak),
        avgjort AS (SELECT sak, min(dato) AS overtatt FROM vedtak v JOIN løp USING (sak) WHERE {care} AND dato <= {D}
          AND NOT EXISTS (SELECT 1 FROM vedtak w WHERE w.sak = v.sak AND {ended} AND w.dato BETWEEN v.dato + 1 AND {D})
          AND NOT EXISTS (SELECT 1 FROM perioder p WHERE p.sak = v.sak AND p.til > v.dato AND p.til < start - 1
            AND EXISTS (SELECT 1 FROM vedtak w WHERE w.sak = v.sak AND {care} AND w.dato BETWEEN p.til AND {D}))
          GROUP BY sak)
        SELECT a.sak, overtatt, coalesce(bool_or({early}), false) AS tidlig,
          coalesce(bool_or({early} AND p.dato <= overtatt + 14), false) AS tidlig_nok,
          coalesce(bool_or({final}), false) AS endelig,
          coalesce(bool_or({final} AND p.dato <= {two_years}), false) AS endelig_nok
        FROM avgjort a LEFT JOIN omsorgsplan p ON p.sak = a.sak AND p.dato BETWEEN overtatt - 60 AND {D}
        GROUP BY a.sak, overtatt""",
    "vedtatt": f"""SELECT sak, {counts('vedtak', 'true', '"barnet_hørt" = 1 OR medvirket')} FROM (
          SELECT v.sak, v.dato, v."barnet_hørt", CASE WHEN coalesce(bool_or({heard}), false) THEN true
            WHEN count(m.sak) > count({heard}) THEN NULL ELSE false END AS medvirket
          FROM (SELECT *, row_number() OVER () AS rad FROM vedtak WHERE {window(12)}
            AND truffet_av IN {code('vedtak.truffet_av', 'barneverntjeneste')}
            AND type NOT IN {code('vedtak.type', 'akutt')}) v
          LEFT JOIN medvirkning m ON m.sak = v.sak AND m.dato BETWEEN v.dato - 90 AND v.dato
          GROUP BY v.sak, v.dato, v."barnet_hørt", v.rad) GROUP BY sak""",
}

review = "siste_gjennomgang"
points = [
    verdict("OB-BEHOV", in_home(12), norm=some("behov")),
    verdict("TI-RAPPORT", f"{under_18} AND {any_at_all('rapport')}", every("rapport")),
    verdict("OP-FORELOPIG", f"{under_18} AND coalesce(overtatt < {D - 14}, false)", "tidlig", "tidlig_nok"),
    verdict("OP-ENDELIG", f"{under_18} AND coalesce({two_years} < {D} AND {two_years} <= {last_of_2022}, false)",
            "endelig", "endelig_nok"),
    verdict("VD-BESOK", f"{under_18} AND {any_at_all('vurdert')}", every("vurdert")),
    verdict("VD-DROFTING", in_home(6), some("konkludert")),
    verdict("FA-KONKLUSJON", f"{all_of('hjemme', 1)} AND {under_18} AND {review} IS NOT NULL",
            f"CASE {review} WHEN 0 THEN true WHEN 2 THEN false ELSE NULL END"),
    verdict("TP-FINNES", f"coalesce(nå, false) AND {under_18}", "coalesce(plan_nå, false)"),
    verdict("TP-MAL", f"{under_18} AND {any_at_all('mål')}", every("mål")),
    verdict("MV-DOKUMENTERT", f"{in_home(12)} AND {can_take_part}", some("hørt")),
    verdict("MV-VEDTAK", f"{under_18} AND {can_take_part} AND {any_at_all('vedtak')}", every("vedtak")),
    verdict("SA-TILRETTELAGT", f"{under_18} AND {can_take_part} AND {any_at_all('lagt_til_rette')}",
            every("lagt_til_rette")),
    verdict("SA-AAR", f"{in_home(12)} AND {can_take_part}",
            f"{some('talt')} OR {some('tilsynstalt')} OR {some('alene')}"),
    verdict("SA-VURDERING", f"{under_18} AND ({any_at_all('faglig')} OR {any_at_all('faglig_besøk')})",
            f"{every('faglig')} AND {every('faglig_besøk')}"),
]
names = [point.rsplit('"', 2)[1] for point in points]
joins = "\n".join(f"LEFT JOIN ({query}) AS g_{name} USING (sak)" for name, query in groups.items())
assert names == job.manifest["points_in_sql"], "not the points that the engine is timed on"
sql = f"SELECT {', '.join(points)} FROM sak {joins} ORDER BY sak"


def ask():
    result = base.execute(sql).fetchnumpy()
    return np.stack([result[name] for name in names], axis=1)


compare("DuckDB, SQL", duckdb.__version__, job, {"group by": ask}, points=names, repetitions=3)
