/// The figures of avvik, reports and checks.
extension Spørringer {
  /// How much staff reported on each procedure: the chosen ones in the order of the register, then the others.
  static let meldt = """
    SELECT json_object('id', prosedyre, 'chosen', json(CASE valgt WHEN 1 THEN 'true' ELSE 'false' END),
      'in_period', count(*) FILTER (WHERE substr(dato, 1, 7) BETWEEN fra AND til),
      'twelve_months', count(*) FILTER (WHERE substr(dato, 1, 7) BETWEEN aar AND til))
    FROM avvik, dagen WHERE opphav = 'ansatt' GROUP BY prosedyre ORDER BY prosedyre
    """

  /// «Av n avvik som kontrollen fant på de to valgte prosedyrene, var k meldt av ansatte på forhånd.»
  static let forhåndsmeldt = """
    , valgte AS (
      SELECT k.*, EXISTS (
        SELECT 1 FROM avvik AS a WHERE a.opphav = 'ansatt' AND a.prosedyre = k.prosedyre AND a.sak = k.sak
          AND a.skjedde <= json_extract(liste, '$.control_date')
          AND a.dato <= json_extract(liste, '$.control_date')
          AND a.emne NOT IN (SELECT emne FROM akt WHERE hendelse = 'avvist')
          -- The point that it names; without one, the control must have found this and nothing else.
          AND CASE WHEN a.punkt IS NOT NULL THEN a.punkt = k.punkt ELSE 1 = (
            SELECT count(DISTINCT f.emne) FROM akt AS f JOIN avvik AS b USING (emne)
            WHERE f.kontroll = k.maned AND b.team = k.team AND b.sak = k.sak AND b.prosedyre = k.prosedyre)
          END) AS meldt
      FROM avvik AS k JOIN laste USING (maned, team)
      WHERE k.opphav = 'kontroll'
        AND k.prosedyre IN ('gjennomføring-av-oppfølgingsbesøk', 'barns-medvirkning-i-barnevernsaker'))
    SELECT json_object(
      'in_period', json_object('found', count(*) FILTER (WHERE maned >= fra),
        'reported_before', count(*) FILTER (WHERE maned >= fra AND meldt)),
      'twelve_months', json_object('found', count(*), 'reported_before', count(*) FILTER (WHERE meldt)))
    FROM valgte, dagen
    """

  /// The open avvik in each state.
  static let åpne = """
    , tilstander (nr, navn) AS (VALUES (1, 'meldt'), (2, 'under_behandling'), (3, 'tiltak_pagar'),
      (4, 'til_evaluering'), (5, 'gjenapnet'))
    SELECT json_object('state', navn, 'count', count(emne),
      'overdue', count(emne) FILTER (WHERE frist < (SELECT dag FROM dagen)))
    FROM tilstander LEFT JOIN avvik ON tilstand = navn GROUP BY nr ORDER BY nr
    """

  /// The days that each closed avvik took, and their median when there are five.
  static let lukket = """
    , tider AS (
      SELECT julianday(l.dato) - julianday((
        SELECT max(m.dato) FROM akt AS m WHERE m.emne = l.emne AND m.hendelse IN ('meldt', 'gjenapnet'))) AS dager
      FROM akt AS l JOIN avvik USING (emne), dagen
      WHERE l.handling = 'avvik' AND l.hendelse = 'lukket' AND avvik.tilstand = 'lukket'
        AND substr(l.dato, 1, 7) BETWEEN aar AND til),
    ordnet AS (
      SELECT CAST(dager AS INTEGER) AS dager, row_number() OVER (ORDER BY dager) AS nr,
        count(*) OVER () AS antall FROM tider)
    SELECT json_object('days_to_close', json((SELECT json_group_array(dager) FROM (
        SELECT dager FROM ordnet ORDER BY nr))),
      'median_days', CASE WHEN max(antall) >= 5 THEN avg(dager) FILTER (
        WHERE nr IN ((antall + 1) / 2, (antall + 2) / 2)) END)
    FROM ordnet
    """

  /// Causes of the avvik of the twelve months, and what came back.
  static let årsaker = """
    , aarsaker (nr, navn) AS (VALUES (1, 'rutine_ukjent'), (2, 'rutine_uklar'), (3, 'kapasitet'),
      (4, 'opplaering'), (5, 'registrering'), (6, 'samarbeid'), (7, 'forhold_utenfor'), (8, 'annet')),
    aarets AS (SELECT avvik.* FROM avvik, dagen WHERE maned BETWEEN aar AND til)
    SELECT json_object(
      'causes', json((SELECT json_group_array(json_object('cause', navn, 'count', antall)) FROM (
        SELECT navn, count(emne) AS antall FROM aarsaker LEFT JOIN aarets ON arsak = navn
        GROUP BY nr ORDER BY nr))),
      'without_cause', (SELECT count(*) FROM aarets WHERE arsak IS NULL),
      'found_again', (SELECT count(DISTINCT emne) FROM akt WHERE hendelse = 'funnet_igjen'),
      'reopened', (SELECT count(DISTINCT emne) FROM akt WHERE hendelse = 'gjenapnet'))
    """

  /// The avvik of the twelve months and the older open ones by failure area, states and seriousness.
  static let områder = """
    SELECT json_object('area', omrade,
      'states', json_object(
        'meldt', count(*) FILTER (WHERE tilstand = 'meldt'),
        'under_behandling', count(*) FILTER (WHERE tilstand = 'under_behandling'),
        'tiltak_pagar', count(*) FILTER (WHERE tilstand = 'tiltak_pagar'),
        'til_evaluering', count(*) FILTER (WHERE tilstand = 'til_evaluering'),
        'lukket', count(*) FILTER (WHERE tilstand = 'lukket'),
        'gjenapnet', count(*) FILTER (WHERE tilstand = 'gjenapnet')),
      'severity', json_array(
        count(*) FILTER (WHERE alvorlighet = 'lav'), count(*) FILTER (WHERE alvorlighet = 'middels'),
        count(*) FILTER (WHERE alvorlighet = 'høy'), count(*) FILTER (WHERE alvorlighet = 'kritisk'),
        count(*) FILTER (WHERE alvorlighet IS NULL)))
    FROM avvik, dagen WHERE tilstand <> 'lukket' OR maned BETWEEN aar AND til
    GROUP BY omrade ORDER BY omrade IS NULL, omrade
    """

  /// All checks of the drawn cases, month by month.
  static let løp = """
    , maneder AS (
      SELECT maned, count(*) FILTER (WHERE utfall IN ('oppfylt', 'avvik', 'merknad')) AS avgjort,
        count(*) FILTER (WHERE utfall = 'avvik') AS avvik,
        (SELECT group_concat(versjon) FROM (
          SELECT DISTINCT json_extract(liste, '$.checklist.version') AS versjon FROM laste
          WHERE laste.maned = prikker.maned ORDER BY 1)) AS versjoner
      FROM prikker GROUP BY maned)
    SELECT json_object('month', maned, 'decided', avgjort, 'avvik', avvik, 'new_version', json(CASE
      WHEN row_number() OVER (ORDER BY maned) > 1 AND lag(versjoner) OVER (ORDER BY maned) <> versjoner
      THEN 'true' ELSE 'false' END))
    FROM maneder ORDER BY maned
    """

  /// What the agenda takes up, item by item: what it is about, who answers for it, by when. Item 4 is about the points,
  /// whose figures are asked for above.
  static let dagsorden = """
    , forrige AS (
      SELECT emne, dato FROM akt, dagen WHERE hendelse = 'holdt' AND emne LIKE 'KG-%'
        AND json_extract(innhold, '$.til') < dag ORDER BY dato DESC LIMIT 1),
    vedtak AS (
      SELECT v.emne, v.n, json_extract(v.innhold, '$.ansvarlig') AS ansvarlig,
        json_extract(v.innhold, '$.frist') AS frist, json_extract(v.innhold, '$.slag') AS slag,
        json_extract(v.innhold, '$.mote') AS mote
      FROM akt AS v WHERE v.hendelse = 'vedtatt'
        AND NOT EXISTS (SELECT 1 FROM akt AS u WHERE u.emne = v.emne AND u.hendelse = 'utfort')),
    tiltak AS (
      SELECT o.emne, o.n, naa.tilstand, json_extract(o.innhold, '$.ansvarlig') AS ansvarlig,
        coalesce((SELECT json_extract(f.innhold, '$.iverksettes') FROM akt AS f
          WHERE f.emne = o.emne AND f.hendelse = 'flyttet' ORDER BY n DESC LIMIT 1),
          json_extract(o.innhold, '$.iverksettes')) AS iverksettes,
        coalesce((SELECT json_extract(f.innhold, '$.evalueres') FROM akt AS f
          WHERE f.emne = o.emne AND f.hendelse IN ('flyttet', 'for_tidlig') ORDER BY n DESC LIMIT 1),
          json_extract(o.innhold, '$.evalueres')) AS evalueres
      FROM akt AS o JOIN naa USING (emne) WHERE o.hendelse = 'opprettet'),
    sakliste (nr, gruppe, sortering, n, id, ansvarlig, frist) AS (
      SELECT 1, 1, '', 0, emne, NULL, NULL FROM forrige
      UNION ALL SELECT 1, 2, '', s.n, s.emne, NULL, NULL FROM akt AS s, forrige
        WHERE s.hendelse = 'sendt' AND s.emne LIKE 'KU-%' AND s.dato >= forrige.dato
      UNION ALL SELECT 2, 1, frist, n, emne, ansvarlig, frist FROM vedtak, dagen
        WHERE mote LIKE 'KG-%' AND frist < dag
      UNION ALL SELECT 3, 1, '', 0, emne, ansvarlig, frist FROM avvik, dagen WHERE maned BETWEEN fra AND til
      UNION ALL SELECT 5, 1, evalueres, n, emne, ansvarlig, evalueres FROM tiltak, dagen
        WHERE tilstand = 'iverksatt' AND evalueres <= dag
      UNION ALL SELECT 5, 2, iverksettes, n, emne, ansvarlig, iverksettes FROM tiltak, dagen
        WHERE tilstand = 'planlagt' AND iverksettes < dag
      UNION ALL SELECT 5, 3, '', 0, avvik.emne, avvik.ansvarlig, avvik.frist FROM avvik, dagen JOIN akt AS l
        ON l.emne = avvik.emne AND l.hendelse = 'lukket'
        WHERE json_extract(l.innhold, '$.uten_effekt') IS NOT NULL AND substr(l.dato, 1, 7) BETWEEN fra AND til
      UNION ALL SELECT 6, 1, '', n, emne, ansvarlig, frist FROM vedtak WHERE slag = 'sjekkliste')
    SELECT json_object('number', nr, 'id', id, 'responsible', ansvarlig, 'due', frist) FROM sakliste
    ORDER BY nr, gruppe, sortering, n, id
    """
}
