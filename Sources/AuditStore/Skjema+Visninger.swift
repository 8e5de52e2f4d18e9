/// The views that callers read, by name.
public enum Visning: String, Hashable, Sendable, CaseIterable {
  /// Every entry: `n, tid, handling, rolle, klasse, maned, team, innhold`.
  case hendelse
  /// One row a month and team: the number of the entry of each step, or null, and N and n.
  case kontrollstatus
  /// The cases to control, swaps carried out: `maned, team, plass, sak, byttet`.
  case trukketSak = "trukket_sak"
  /// The verdicts: `n, maned, team, saknr, sak, punktnr, punkt, utfall`; a later n replaces an earlier one.
  case utfall
  /// The answers: `n, maned, team, sak, punkt, svar, faktum, grunn, corrects`.
  case svar
  /// What happened to avvik, measures, meetings, decisions, proposals: `n, handling, rolle, emne, hendelse, tilstand, sak,
  /// punkt, innhold`.
  case emnehendelse
  /// The state of each avvik, measure, meeting, decision and proposal: `emne, handling, n, tilstand`.
  case tilstand

  /// The columns that give the rows an order of their own.
  var rekkefølge: String {
    switch self {
    case .hendelse, .svar, .emnehendelse: "n"
    case .kontrollstatus: "maned, team"
    case .trukketSak: "maned, team, plass"
    case .utfall: "n, saknr, punktnr"
    case .tilstand: "emne, handling"
    }
  }
}

extension Skjema {
  static let visninger = """
    CREATE VIEW hendelse AS
    SELECT blad.n AS n, json_extract(CAST(blad.data AS TEXT), '$.tid') AS tid,
      json_extract(CAST(blad.data AS TEXT), '$.handling') AS handling,
      json_extract(CAST(blad.data AS TEXT), '$.rolle') AS rolle,
      json_extract(CAST(nyttelast.data AS TEXT), '$.klasse') AS klasse,
      json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.month') AS maned,
      json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.team') AS team,
      json_extract(CAST(nyttelast.data AS TEXT), '$.innhold') AS innhold
    FROM blad LEFT JOIN nyttelast USING (n);
    CREATE VIEW kontrollstatus AS
    SELECT maned, team,
      max(n) FILTER (WHERE handling = 'forpliktelse') AS forpliktelse_n,
      max(n) FILTER (WHERE handling = 'fro') AS fro_n,
      max(n) FILTER (WHERE handling = 'trekning') AS trekning_n,
      max(n) FILTER (WHERE handling = 'kontroll') AS kontroll_n,
      max(n) FILTER (WHERE handling = 'las') AS las_n,
      max(json_extract(innhold, '$.commitment.N')) FILTER (WHERE handling = 'forpliktelse') AS antall_saker,
      max(json_extract(innhold, '$.commitment.n')) FILTER (WHERE handling = 'forpliktelse') AS antall_trukne
    FROM hendelse
    WHERE maned IS NOT NULL AND team IS NOT NULL
      AND handling IN ('forpliktelse', 'fro', 'trekning', 'kontroll', 'las')
    GROUP BY maned, team;
    CREATE VIEW trukket_sak AS
    WITH RECURSIVE kjede (maned, team, plass, sak, byttet) AS (
      SELECT maned, team, key + 1, value, 0 FROM hendelse, json_each(innhold, '$.drawn')
      WHERE handling = 'trekning'
      UNION ALL
      SELECT kjede.maned, kjede.team, plass, json_extract(innhold, '$.in'), byttet + 1
      FROM kjede JOIN hendelse ON handling = 'bytte' AND hendelse.maned = kjede.maned
        AND hendelse.team = kjede.team AND json_extract(innhold, '$.out') = sak
    )
    SELECT maned, team, plass, sak, max(byttet) AS byttet FROM kjede GROUP BY maned, team, plass;
    CREATE VIEW utfall AS
    SELECT hendelse.n AS n, maned, team, saker.key + 1 AS saknr, json_extract(saker.value, '$.sak') AS sak,
      punkter.key + 1 AS punktnr, json_extract(punkter.value, '$.id') AS punkt,
      json_extract(punkter.value, '$.utfall') AS utfall
    FROM hendelse, json_each(innhold, '$.cases') AS saker, json_each(saker.value, '$.points') AS punkter
    WHERE handling = 'kontroll';
    CREATE VIEW svar AS
    SELECT n, maned, team, json_extract(innhold, '$.case') AS sak,
      json_extract(innhold, '$.point') AS punkt, json_extract(innhold, '$.answer') AS svar,
      json_extract(innhold, '$.fact') AS faktum, json_extract(innhold, '$.reason') AS grunn,
      json_extract(innhold, '$.corrects') AS corrects
    FROM hendelse WHERE handling = 'svar';
    """
}
