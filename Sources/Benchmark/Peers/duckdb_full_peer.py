"""DuckDB, one thread: those points of the shipped checklist that SQL can say without writing the engine again.

SQL's NULL serves for what is not known, so that ukjent comes out as ours does. Left out are the points that need
derived stays, periods with a running frequency, pro rata requirements, gaps, or a person.
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


load("plassering", "fra", "til", "type", "grunnlag")
load("oppfølgingsbesøk", "dato", "form", "barnet_til_stede", "samtale_alene", "vurdering")
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
       "synspunkter": job.column("opplysninger.kan_danne_egne_synspunkter")}
base.execute(f"""CREATE TABLE sak AS SELECT sak, født, DATE '1970-01-01' + født AS måned,
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
            f"count(*) FILTER (WHERE {match}) AS {name}_alle")


def some(name):
    return (f"(CASE WHEN coalesce({name}_ja, 0) > 0 THEN true "
            f"WHEN coalesce({name}_kanskje, 0) > 0 THEN NULL ELSE false END)")


def every(name):
    return (f"(CASE WHEN coalesce({name}_nei, 0) > 0 THEN false "
            f"WHEN coalesce({name}_kanskje, 0) > 0 THEN NULL ELSE true END)")


def any_at_all(name):
    return f"(coalesce({name}_alle, 0) > 0)"


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
    first = since(count)[1]
    return f"sum(greatest(0, least(til, {D}) - greatest(fra, {first}) + 1)) = {D - first + 1} AS {name}"


held = f"form NOT IN {code('oppfølgingsbesøk.form', 'avlyst')}"
foster = f"type IN {code('plassering.type', 'fosterhjem', 'fosterhjem_særlige_forutsetninger')}"
talked = f"barnet_til_stede = 1 AND {held} AND samtale_alene IN " + code(
    "oppfølgingsbesøk.samtale_alene", "gjennomført", "tilbudt_avslått")
too_young = f"samtale_alene IN {code('oppfølgingsbesøk.samtale_alene', 'for_ung')}"
heard = (f"barnets_syn = 1 OR grunn_ikke_medvirket IN {code('medvirkning.grunn_ikke_medvirket', 'ville_ikke')} OR "
         f"(grunn_ikke_medvirket IN {code('medvirkning.grunn_ikke_medvirket', 'ikke_gitt_anledning')}"
         " AND grunn_begrunnet = 1)")
care = f"type IN {code('vedtak.type', 'omsorgsovertakelse')}"
final = f"p.type IN {code('omsorgsplan.type', 'endelig')}"
early = f"p.type IN {code('omsorgsplan.type', 'foreløpig', 'endelig')}"
two_years = "(epoch(DATE '1970-01-01' + siste + INTERVAL 24 MONTH) / 86400)"

groups = {
    "hjem": f"SELECT sak, {covered('tolv', 12)}, {covered('seks', 6)} FROM plassering WHERE {foster} GROUP BY sak",
    "frivillig": f"""SELECT sak, bool_or({D} BETWEEN fra AND til) AS nå FROM plassering
        WHERE grunnlag IN {code('plassering.grunnlag', 'frivillig')} GROUP BY sak""",
    "besøk": f"""SELECT sak, {counts('vurdert', held, 'vurdering = 1')}, {counts('talt', talked)},
        {counts('lagt_til_rette', f'barnet_til_stede = 1 AND {held}',
                f"samtale_alene IN (1, 2) OR ({too_young} AND NULL)")}
        FROM oppfølgingsbesøk WHERE {window(12)} GROUP BY sak""",
    "tilsyn": f"""SELECT sak, {counts('rapport', held, f'rapport_mottatt <= {D} AND rapport_fulgt_opp = 1')},
        {counts('tilsynstalt', talked)} FROM tilsynsbesøk WHERE {window(12)} GROUP BY sak""",
    "samtaler": f"""SELECT sak, {counts('alene', 'alene = 1')},
        {counts('faglig', 'alene = 1', 'faglig_vurdering = 1')} FROM samtale WHERE {window(12)} GROUP BY sak""",
    "hørt": f"SELECT sak, {counts('hørt', heard)} FROM medvirkning WHERE {window(12)} GROUP BY sak",
    "drøftet": f"""SELECT sak, {counts('konkludert', f"{window(6)} AND konklusjon = 1")},
        {counts('behov', f"tema IN {code('drøfting.tema', 'besøksbehov')}")}
        FROM drøfting WHERE {window(12)} GROUP BY sak""",
    "gjennomgått": f"""SELECT sak, max(dato * 4 + CASE (drøfting = 1 AND konklusjon = 1)
          WHEN true THEN 0 WHEN false THEN 2 ELSE 1 END) % 4 AS siste_gjennomgang
        FROM avtalegjennomgang WHERE {window(24)} GROUP BY sak""",
    "planer": f"SELECT sak, bool_or({D} BETWEEN fra AND til) AS plan_nå FROM tiltaksplan GROUP BY sak",
    "evaluert": f"""SELECT sak, {counts('mål', 'true',
        'gjennomføring_beskrevet = 1 AND tiltak_vurdert = 1 AND mål_vurdert = 1')}
        FROM evaluering WHERE {window(12)} GROUP BY sak""",
    "overtatt": f"""SELECT sak, siste, coalesce(bool_or({early}), false) AS tidlig,
          coalesce(bool_or({early} AND p.dato <= siste + 14), false) AS tidlig_nok,
          coalesce(bool_or({final}), false) AS endelig,
          coalesce(bool_or({final} AND p.dato <= {two_years}), false) AS endelig_nok
        FROM (SELECT sak, max(dato) AS siste FROM vedtak WHERE {care} AND dato <= {D} GROUP BY sak)
        LEFT JOIN (SELECT * FROM omsorgsplan WHERE dato <= {D}) p USING (sak) GROUP BY sak, siste""",
    "vedtatt": f"""SELECT sak, {counts('vedtak', 'true', '"barnet_hørt" = 1 OR medvirket')} FROM (
          SELECT v.sak, v.dato, v."barnet_hørt", CASE WHEN bool_or(m.barnets_syn = 1) THEN true
            WHEN count(m.sak) > count(m.barnets_syn) THEN NULL ELSE false END AS medvirket
          FROM (SELECT *, row_number() OVER () AS rad FROM vedtak WHERE {window(12)}
            AND truffet_av IN {code('vedtak.truffet_av', 'barneverntjeneste')}
            AND type NOT IN {code('vedtak.type', 'akutt')}) v
          LEFT JOIN medvirkning m ON m.sak = v.sak AND m.dato BETWEEN v.dato - 90 AND v.dato
          GROUP BY v.sak, v.dato, v."barnet_hørt", v.rad) GROUP BY sak""",
}

under_18 = younger(18)
year_in_home, half_year_in_home = (f"(coalesce({c}, false) AND {under_18})" for c in ("tolv", "seks"))
review = "siste_gjennomgang"
points = [
    verdict("OB-BEHOV", year_in_home, norm=some("behov")),
    verdict("TI-RAPPORT", f"{under_18} AND {any_at_all('rapport')}", every("rapport")),
    verdict("OP-FORELOPIG", f"{under_18} AND coalesce(siste < {D - 14}, false)", "tidlig", "tidlig_nok"),
    verdict("OP-ENDELIG", f"{under_18} AND coalesce({two_years} < {D}, false)", "endelig", "endelig_nok"),
    verdict("VD-BESOK", f"{under_18} AND {any_at_all('vurdert')}", every("vurdert")),
    verdict("VD-DROFTING", half_year_in_home, some("konkludert")),
    verdict("FA-KONKLUSJON", f"{under_18} AND {review} IS NOT NULL",
            f"CASE {review} WHEN 0 THEN true WHEN 2 THEN false ELSE NULL END"),
    verdict("TP-FINNES", f"coalesce(nå, false) AND {under_18}", "coalesce(plan_nå, false)"),
    verdict("TP-MAL", f"{under_18} AND {any_at_all('mål')}", every("mål")),
    verdict("MV-DOKUMENTERT", f"{year_in_home} AND (NOT {younger(7)} OR synspunkter)", some("hørt")),
    verdict("MV-VEDTAK", f"{under_18} AND {any_at_all('vedtak')}", every("vedtak")),
    verdict("SA-TILRETTELAGT", f"{under_18} AND {any_at_all('lagt_til_rette')}", every("lagt_til_rette")),
    verdict("SA-AAR", year_in_home, f"{some('talt')} OR {some('tilsynstalt')} OR {some('alene')}"),
    verdict("SA-VURDERING", f"{under_18} AND {any_at_all('faglig')}", every("faglig")),
]
names = [point.rsplit('"', 2)[1] for point in points]
joins = "\n".join(f"LEFT JOIN ({query}) AS g_{name} USING (sak)" for name, query in groups.items())
assert names == job.manifest["points_in_sql"], "not the points that the engine is timed on"
sql = f"SELECT {', '.join(points)} FROM sak {joins} ORDER BY sak"


def ask():
    result = base.execute(sql).fetchnumpy()
    return np.stack([result[name] for name in names], axis=1)


compare("DuckDB, SQL", duckdb.__version__, job, {"group by": ask}, points=names, repetitions=3)
