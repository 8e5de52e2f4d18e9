/// Every figure of the summary of September and October 2014, asked of the store in SQL.
///
/// Each query gives rows of one column, a JSON object as the summary writes it, without its sentences. They know the
/// tables and payloads only; nothing of the domain model is used.
enum Spørringer {
  /// What every query begins with: the day, the acts as they stood then, and the drawn points of the locked controls.
  static let felles = """
    WITH dagen (dag, fra, til, aar) AS (VALUES ('2014-10-31', '2014-09', '2014-10', '2013-11')),
    -- What people did counts from its day; what a control found counts from the month of the control.
    akt AS (
      SELECT n, handling, rolle, emne, hendelse, tilstand, team, innhold,
        json_extract(innhold, '$.dato') AS dato, json_extract(innhold, '$.kontroll') AS kontroll
      FROM emnehendelse, dagen WHERE handling IN ('avvik', 'tiltak', 'mote', 'vedtak')
        AND (json_extract(innhold, '$.dato') <= dag OR json_extract(innhold, '$.kontroll') <= til)),
    naa AS (
      SELECT emne, max(n) AS n, tilstand FROM akt GROUP BY emne),
    vurdert AS (
      SELECT emne, max(n) AS n, json_extract(innhold, '$.frist') AS frist,
        json_extract(innhold, '$.arsak') AS arsak, json_extract(innhold, '$.alvorlighet') AS alvorlighet,
        json_extract(innhold, '$.ansvarlig') AS ansvarlig
      FROM akt WHERE handling = 'avvik' AND hendelse = 'vurdert' GROUP BY emne),
    avvik AS (
      SELECT m.emne, naa.tilstand, m.team, m.dato, json_extract(m.innhold, '$.opphav') AS opphav,
        coalesce(m.kontroll, substr(m.dato, 1, 7)) AS maned, json_extract(m.innhold, '$.sak') AS sak,
        json_extract(m.innhold, '$.punkt') AS punkt, json_extract(m.innhold, '$.prosedyre') AS prosedyre,
        json_extract(m.innhold, '$.skjedde') AS skjedde, json_extract(m.innhold, '$.valgt') AS valgt,
        json_extract(m.innhold, '$.sviktomrade') AS omrade,
        coalesce(v.alvorlighet, json_extract(m.innhold, '$.alvorlighet')) AS alvorlighet,
        v.frist, v.arsak, v.ansvarlig
      FROM akt AS m JOIN naa USING (emne) LEFT JOIN vurdert AS v USING (emne)
      WHERE m.handling = 'avvik' AND m.hendelse = 'meldt'),
    laste AS (
      SELECT k.maned, k.team, k.kontroll_n, f.innhold AS liste,
        json_extract(l.innhold, '$.date') AS dato
      FROM kontrollstatus AS k, dagen JOIN hendelse AS f ON f.n = k.forpliktelse_n
        JOIN hendelse AS l ON l.n = k.las_n
      WHERE k.maned BETWEEN aar AND til),
    -- The latest evaluation of each drawn case, swaps carried out, and the latest answer to each point.
    sakene AS (
      SELECT h.maned, h.team, t.plass, t.sak, max(h.n) AS n, c.value AS sak_json
      FROM hendelse AS h JOIN laste USING (maned, team), json_each(h.innhold, '$.cases') AS c
        JOIN trukket_sak AS t ON t.maned = h.maned AND t.team = h.team
          AND t.sak = json_extract(c.value, '$.sak')
      WHERE h.handling = 'kontroll' GROUP BY h.maned, h.team, t.sak),
    svarene AS (
      SELECT maned, team, sak, punkt, max(n) AS n, svar FROM svar
      WHERE svar IN ('oppfylt', 'ikke_oppfylt', 'ikke_aktuelt', 'kan_ikke_vurderes')
      GROUP BY maned, team, sak, punkt),
    punktene AS (
      SELECT s.maned, s.team, s.plass, s.sak, json_extract(p.value, '$.id') AS punkt, p.key AS nr,
        json_extract(p.value, '$.regel') AS regel, json_extract(p.value, '$.sviktomrade') AS omrade,
        json_extract(p.value, '$.ved_brudd') AS brudd, json_extract(p.value, '$.utfall') AS regelutfall
      FROM sakene AS s, json_each(s.sak_json, '$.points') AS p),
    prikker AS (
      SELECT p.*, CASE
        WHEN regelutfall IN ('avvik', 'merknad') OR svar IS NULL THEN regelutfall
        WHEN svar = 'ikke_oppfylt' THEN brudd WHEN svar = 'kan_ikke_vurderes' THEN 'ukjent'
        ELSE svar END AS utfall
      FROM punktene AS p LEFT JOIN svarene USING (maned, team, sak, punkt)),
    -- Whether a finding or a breach counts on a point, by the latest control that had it.
    teller AS (
      SELECT punkt, omrade, CASE brudd WHEN 'merknad' THEN 'merknad' ELSE 'avvik' END AS teller,
        max(maned || team) FROM prikker GROUP BY punkt)

    """

  /// The points: failure area, measures that are judged on them, and the findings of the period gathered.
  static let punkter = """
    SELECT json_object('id', punkt, 'area', omrade,
      'measures', json((
        SELECT json_group_array(json_object('id', emne, 'carried_out', dato)) FROM (
          SELECT i.emne, i.dato FROM akt AS i JOIN akt AS o ON o.emne = i.emne AND o.hendelse = 'opprettet'
          , json_each(o.innhold, '$.punkter') AS p
          WHERE i.handling = 'tiltak' AND i.hendelse = 'iverksatt' AND p.value = punkt
            AND substr(i.dato, 1, 7) BETWEEN (SELECT aar FROM dagen) AND (SELECT til FROM dagen)
          ORDER BY i.dato, o.n))),
      'gathered', json_object(
        'avvik', (SELECT count(DISTINCT sak) FROM prikker, dagen
          WHERE prikker.punkt = teller.punkt AND utfall = 'avvik' AND maned BETWEEN fra AND til),
        'cases', (SELECT count(DISTINCT sak) FROM prikker, dagen
          WHERE prikker.punkt = teller.punkt AND maned BETWEEN fra AND til),
        'decision', (SELECT v.emne FROM akt AS v
          WHERE v.hendelse = 'vedtatt' AND json_extract(v.innhold, '$.slag') = 'systemsvikt'
            AND (json_extract(v.innhold, '$.gjelder') = teller.punkt OR json_extract(v.innhold, '$.gjelder')
              IN (SELECT emne FROM avvik WHERE avvik.punkt = teller.punkt))
            AND EXISTS (SELECT 1 FROM akt AS g
              WHERE g.emne = json_extract(v.innhold, '$.mote') AND g.hendelse = 'godkjent')
            AND NOT EXISTS (SELECT 1 FROM akt AS u WHERE u.emne = v.emne AND u.hendelse = 'utfort')
          ORDER BY v.n DESC LIMIT 1)))
    FROM teller ORDER BY punkt
    """

  /// The rows of a point, one a team: dots, and the counts since its rule was last changed.
  static let rader = """
    , skifter AS (
      SELECT *, lag(regel) OVER rekke IS NOT regel AND row_number() OVER rekke > 1 AS ny FROM prikker
      WINDOW rekke AS (PARTITION BY punkt, team ORDER BY maned, plass)),
    -- The number of the rule: 0 before the first change.
    versjoner AS (
      SELECT *, sum(ny) OVER (PARTITION BY punkt, team ORDER BY maned, plass) AS versjon FROM skifter),
    siste AS (SELECT punkt, team, max(versjon) AS versjon FROM versjoner GROUP BY punkt, team),
    grunnlag AS (SELECT * FROM versjoner JOIN siste USING (punkt, team, versjon)),
    tall AS (
      SELECT punkt, team, min(maned) AS siden, count(DISTINCT maned) AS maneder, count(*) AS n,
        count(*) FILTER (WHERE utfall = 'avvik') AS avvik, count(*) FILTER (WHERE utfall = 'oppfylt') AS oppfylt,
        count(*) FILTER (WHERE utfall = 'merknad') AS merknad,
        count(*) FILTER (WHERE utfall = 'ikke_aktuelt') AS ikke_aktuelt,
        count(*) FILTER (WHERE utfall IN ('ukjent', 'ikke_kontrollert')) AS ukjent
      FROM grunnlag GROUP BY punkt, team)
    SELECT json_object('id', punkt, 'team', team, 'since', siden, 'months', maneder, 'n', n, 'counted', teller,
      'N', (SELECT count(DISTINCT value) FROM laste, json_each(liste, '$.frame.ids')
        WHERE laste.team = tall.team AND maned IN (
          SELECT maned FROM grunnlag AS g WHERE g.punkt = tall.punkt AND g.team = tall.team)),
      'k', CASE teller WHEN 'merknad' THEN merknad ELSE avvik END, 'unknown', ukjent,
      'outcomes', json_object('avvik', avvik, 'oppfylt', oppfylt, 'merknad', merknad,
        'ikke_aktuelt', ikke_aktuelt, 'ukjent', ukjent),
      'sequence', json((SELECT json_group_array(utfall = teller.teller) FROM (
        SELECT utfall FROM grunnlag AS g WHERE g.punkt = tall.punkt AND g.team = tall.team
          AND utfall IN ('oppfylt', teller.teller) ORDER BY maned, plass))),
      'new_version', json((SELECT json_group_array(maned) FROM (
        SELECT maned FROM skifter AS s WHERE s.punkt = tall.punkt AND s.team = tall.team AND ny
        ORDER BY maned, plass))),
      'dots', json((SELECT json_group_array(
          json_object('month', maned, 'case', sak, 'outcome', utfall, 'rule', regel)) FROM (
        SELECT * FROM prikker AS p WHERE p.punkt = tall.punkt AND p.team = tall.team ORDER BY maned, plass))))
    FROM tall JOIN teller USING (punkt) ORDER BY punkt, team
    """

  /// What the machine counted in all cases, month by month, the teams together.
  static let alleSaker = """
    , telte AS (
      SELECT laste.maned, laste.team, json_extract(p.value, '$.punkt') AS punkt, p.value AS tall
      FROM laste JOIN hendelse AS h ON h.maned = laste.maned AND h.team = laste.team
        AND h.handling = 'kontroll', json_each(h.innhold, '$.alle_saker.punkter') AS p),
    maneder AS (
      SELECT punkt, maned, json_group_array(team) AS team, sum(json_extract(tall, '$.avvik')) AS avvik,
        sum(json_extract(tall, '$.oppfylt')) AS oppfylt, sum(json_extract(tall, '$.merknad')) AS merknad,
        sum(json_extract(tall, '$.ikke_aktuelt')) AS ikke_aktuelt,
        sum(json_extract(tall, '$.ukjent')) AS ukjent,
        (SELECT group_concat(regel) FROM (
          SELECT DISTINCT regel FROM punktene AS p WHERE p.punkt = telte.punkt AND p.maned = telte.maned
          ORDER BY regel)) AS regler
      FROM (SELECT * FROM telte ORDER BY punkt, maned, team) AS telte GROUP BY punkt, maned)
    SELECT json_object('id', punkt, 'months', json_group_array(json_object(
      'month', maned, 'teams', json(team), 'N', avvik + oppfylt + merknad + ikke_aktuelt + ukjent,
      'outcomes', json_object('avvik', avvik, 'oppfylt', oppfylt, 'merknad', merknad,
        'ikke_aktuelt', ikke_aktuelt, 'ukjent', ukjent),
      'new_version', json(CASE WHEN ny THEN 'true' ELSE 'false' END))))
    FROM (
      SELECT *, row_number() OVER rekke > 1 AND lag(regler) OVER rekke IS NOT regler AS ny FROM maneder
      WINDOW rekke AS (PARTITION BY punkt ORDER BY maned) ORDER BY punkt, maned)
    GROUP BY punkt ORDER BY punkt
    """

  /// The draw against its plan of two cases a month.
  static let dekning = """
    SELECT json_object('team', team,
      'months', json_object('from', min(maned), 'to', max(til)),
      'planned', 2 * ((substr(max(til), 1, 4) - substr(min(maned), 1, 4)) * 12
        + substr(max(til), 6) - substr(min(maned), 6) + 1),
      'controlled', (SELECT count(*) FROM sakene WHERE sakene.team = laste.team),
      'planned_in_period', 2 * count(*) FILTER (WHERE maned >= fra),
      'controlled_in_period', (
        SELECT count(*) FROM sakene WHERE sakene.team = laste.team AND maned >= max(fra)),
      'without_control', json_array(),
      'late', json((SELECT json_group_array(maned) FROM (
        SELECT maned FROM laste AS l WHERE l.team = laste.team
          AND l.dato > date(l.maned || '-01', '+2 months', '-1 day') ORDER BY maned))),
      'swaps', json((SELECT json_group_array(
          json_object('month', h.maned, 'reason', json_extract(h.innhold, '$.reason')))
        FROM hendelse AS h JOIN laste AS l USING (maned, team)
        WHERE h.handling = 'bytte' AND team = laste.team)))
    FROM laste, dagen GROUP BY team ORDER BY team
    """
}
