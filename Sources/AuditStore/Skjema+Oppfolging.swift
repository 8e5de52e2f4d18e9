extension Skjema {
  /// What version 2 adds: avvik, measures, meetings and decisions, each with the changes of state it may go through.
  ///
  /// An entry that follows something names it (`emne`), says what happened (`hendelse`) and the state after
  /// (`tilstand`).
  static let oppfølging =
    emner + tilstandssyn + månedsregler + overgangssyn(Overgang.versjon2) + overgangsregel + form
    + datoregel + avviksregler + tiltaksregler

  private static let emner = """
    CREATE INDEX nyttelast_emne ON nyttelast (json_extract(CAST(data AS TEXT), '$.innhold.emne'));
    CREATE INDEX nyttelast_funn ON nyttelast (
      json_extract(CAST(data AS TEXT), '$.innhold.sak'), json_extract(CAST(data AS TEXT), '$.innhold.punkt'));
    CREATE VIEW emnehendelse AS
    SELECT nyttelast.n AS n, json_extract(CAST(blad.data AS TEXT), '$.handling') AS handling,
      json_extract(CAST(blad.data AS TEXT), '$.rolle') AS rolle,
      json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.emne') AS emne,
      json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.hendelse') AS hendelse,
      json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.tilstand') AS tilstand,
      json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.sak') AS sak,
      json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.punkt') AS punkt,
      json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.month') AS maned,
      json_extract(CAST(nyttelast.data AS TEXT), '$.innhold.team') AS team,
      json_extract(CAST(nyttelast.data AS TEXT), '$.innhold') AS innhold
    FROM nyttelast JOIN blad USING (n);

    """

  static let tilstandssyn = """
    CREATE VIEW tilstand AS
    SELECT emne, handling, max(n) AS n, tilstand FROM emnehendelse
    WHERE handling IN ('avvik', 'tiltak', 'mote', 'vedtak') GROUP BY emne, handling;

    """

  /// The rules of a month's control once more, in the same words, on a view that can use the index of months: what
  /// they look for always has its payload.
  private static let månedsregler =
    ["regel_en_gang", "regel_rekkefolge", "regel_last"].map { "DROP TRIGGER \($0);\n" }.joined()
    + regler.replacing("FROM hendelse ", with: "FROM emnehendelse ").replacing(
      "JOIN hendelse ", with: "JOIN emnehendelse ")

  /// The allowed changes, from the list that the verbs use too.
  static func overgangssyn(_ allowed: [Overgang]) -> String {
    "CREATE VIEW overgang (handling, fra, hendelse, til) AS VALUES\n  "
      + allowed.map { "('\($0.handling.rawValue)', '\($0.fra ?? "")', '\($0.hendelse)', '\($0.til)')" }
      .joined(separator: ",\n  ") + ";\n"
  }

  static let overgangsregel = """
    CREATE TRIGGER regel_overgang AFTER INSERT ON nyttelast
    WHEN (SELECT handling FROM emnehendelse WHERE n = NEW.n) IN ('avvik', 'tiltak', 'mote', 'vedtak')
      AND NOT EXISTS (
        SELECT 1 FROM emnehendelse AS ny JOIN overgang
          ON overgang.handling = ny.handling AND overgang.hendelse = ny.hendelse
          AND overgang.til = ny.tilstand
        WHERE ny.n = NEW.n AND typeof(ny.emne) = 'text'
        AND ny.emne GLOB CASE ny.handling
          WHEN 'avvik' THEN 'A*' WHEN 'tiltak' THEN 'T*' WHEN 'mote' THEN 'K*' ELSE 'V*' END
        AND fra = coalesce((
          SELECT for_.tilstand FROM emnehendelse AS for_
          WHERE for_.emne = ny.emne AND for_.handling = ny.handling AND for_.n < ny.n
          ORDER BY for_.n DESC LIMIT 1), ''))
    BEGIN SELECT RAISE(ABORT, 'this change of state is not allowed'); END;

    """

  /// A role in one way of writing, so that nobody becomes another by a capital letter.
  static func rolle(_ column: String) -> String {
    "lower(replace(replace(replace(trim(\(column)), 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å'))"
  }

  /// What every act must have, whatever it is about: our format, a day that can be compared, a role in plain letters
  /// (signs that look alike or cannot be seen would make one role two), and texts that belong to the entry before.
  static let form = """
    CREATE TRIGGER regel_form AFTER INSERT ON nyttelast
    WHEN (SELECT handling FROM emnehendelse WHERE n = NEW.n)
        IN ('avvik', 'tiltak', 'mote', 'vedtak', 'signering', 'annenlesning', 'tekst')
      AND NOT EXISTS (
        SELECT 1 FROM emnehendelse AS ny
        WHERE ny.n = NEW.n AND json_extract(innhold, '$.format') IS 'oppfolging/1'
          AND trim(rolle) GLOB '[a-zA-ZæøåÆØÅ]*' AND trim(rolle) NOT GLOB '*[^-a-zA-ZæøåÆØÅ0-9 ./]*'
          AND rolle NOT GLOB '*  *'
          AND (
            handling = 'tekst' AND json_extract(innhold, '$.gjelder') IS n - 1
              AND EXISTS (
                SELECT 1 FROM emnehendelse AS f
                WHERE f.n = ny.n - 1 AND f.emne = ny.emne AND f.handling = 'avvik')
            OR handling <> 'tekst' AND json_type(innhold, '$.dato') = 'text'
              AND date(json_extract(innhold, '$.dato'), '+0 days') IS json_extract(innhold, '$.dato')))
    BEGIN SELECT RAISE(ABORT, 'the entry lacks what every act must have'); END;

    """

  static let datoregel = """
    CREATE TRIGGER regel_dato AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse AS ny JOIN emnehendelse AS f USING (emne, handling)
      WHERE ny.n = NEW.n AND f.n < ny.n AND handling IN ('avvik', 'tiltak', 'mote', 'vedtak')
        AND json_extract(f.innhold, '$.dato') > json_extract(ny.innhold, '$.dato'))
    BEGIN SELECT RAISE(ABORT, 'an act does not come before the one it follows'); END;

    """

  private static let avviksregler = """
    CREATE TRIGGER regel_avvik_meldt AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse AS ny WHERE n = NEW.n AND handling = 'avvik' AND hendelse = 'meldt' AND NOT
      coalesce(CASE json_extract(innhold, '$.opphav')
        WHEN 'kontroll' THEN
          EXISTS (
            SELECT 1 FROM emnehendelse AS las WHERE las.maned = json_extract(ny.innhold, '$.kontroll')
              AND las.team = ny.team AND las.handling = 'las' AND las.n < ny.n)
          AND NOT EXISTS (
            SELECT 1 FROM emnehendelse AS gammel WHERE gammel.sak = ny.sak AND gammel.punkt = ny.punkt
              AND gammel.handling = 'avvik' AND gammel.n < ny.n
              AND json_extract(gammel.innhold, '$.opphav') = 'kontroll')
          AND ny.sak IS NOT NULL AND ny.punkt IS NOT NULL
        WHEN 'ansatt' THEN json_type(innhold, '$.prosedyre') = 'text'
        ELSE FALSE END, FALSE))
    BEGIN SELECT RAISE(ABORT, 'an avvik is opened once, by a locked control or by staff on a procedure'); END;
    CREATE TRIGGER regel_avvik_avvist AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse AS ny WHERE n = NEW.n AND handling = 'avvik' AND hendelse = 'avvist'
        AND NOT EXISTS (
          SELECT 1 FROM emnehendelse AS f WHERE f.emne = ny.emne AND f.hendelse = 'meldt'
            AND json_extract(f.innhold, '$.opphav') = 'ansatt'))
    BEGIN SELECT RAISE(ABORT, 'only what staff reported can be turned down'); END;
    CREATE TRIGGER regel_avvik_tiltak AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse AS ny WHERE n = NEW.n AND handling = 'avvik' AND hendelse = 'tiltak'
        AND NOT EXISTS (
          SELECT 1 FROM emnehendelse AS t, json_each(t.innhold, '$.avvik')
          WHERE t.emne = json_extract(ny.innhold, '$.tiltak') AND t.handling = 'tiltak'
            AND t.hendelse = 'opprettet' AND json_each.value = ny.emne
            AND t.n > coalesce((
              SELECT max(f.n) FROM emnehendelse AS f
              WHERE f.emne = ny.emne AND f.handling = 'avvik' AND f.hendelse = 'gjenapnet'), 0)))
    BEGIN SELECT RAISE(ABORT, 'the measure does not name this avvik, or is from before it was reopened'); END;
    CREATE VIEW avvikstiltak AS
    SELECT a.n AS n, a.emne AS avvik, json_extract(a.innhold, '$.tiltak') AS tiltak
    FROM emnehendelse AS a WHERE a.handling = 'avvik' AND a.hendelse = 'tiltak';
    CREATE TRIGGER regel_avvik_gjennomfort AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse AS ny JOIN avvikstiltak ON avvik = ny.emne
      WHERE ny.n = NEW.n AND ny.handling = 'avvik' AND ny.hendelse IN ('gjennomfort', 'lukket')
        AND NOT EXISTS (
          SELECT 1 FROM emnehendelse AS t WHERE t.emne = avvikstiltak.tiltak AND t.handling = 'tiltak'
            AND (t.hendelse = 'iverksatt' AND ny.hendelse = 'gjennomfort'
              OR t.hendelse IN ('evaluert', 'for_tidlig') AND ny.hendelse = 'lukket')))
    BEGIN SELECT RAISE(ABORT, 'a measure of this avvik is not carried out, or not evaluated'); END;
    CREATE TRIGGER regel_avvik_lukket AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse AS ny WHERE n = NEW.n AND handling = 'avvik' AND hendelse IN ('lukket', 'avvist')
        AND NOT (
          coalesce(json_extract(innhold, '$.bevis.slag'), '') IN ('dokument', 'stikkprove', 'observasjon')
          AND json_type(innhold, '$.bevis.referanse') = 'text'
          AND json_extract(innhold, '$.bevis.referanse') GLOB '*[a-zA-Z0-9]*'))
    BEGIN SELECT RAISE(ABORT, 'an avvik is closed with evidence'); END;
    CREATE TRIGGER regel_avvik_uten_effekt AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse AS ny JOIN avvikstiltak ON avvik = ny.emne
      WHERE ny.n = NEW.n AND ny.handling = 'avvik' AND ny.hendelse = 'lukket'
        AND trim(coalesce(json_extract(ny.innhold, '$.uten_effekt'), '')) = ''
        AND (
          SELECT json_extract(t.innhold, '$.resultat') FROM emnehendelse AS t
          WHERE t.emne = avvikstiltak.tiltak AND t.handling = 'tiltak'
            AND t.hendelse IN ('evaluert', 'for_tidlig') ORDER BY t.n DESC LIMIT 1) IS NOT 'virket')
    BEGIN SELECT RAISE(ABORT, 'closing without shown effect needs a reason'); END;
    CREATE TRIGGER regel_avvik_gjenapnet AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse AS ny WHERE n = NEW.n AND handling = 'avvik' AND hendelse = 'gjenapnet'
        AND (
          coalesce(json_type(innhold, '$.bedomt.til'), '') <> 'text'
          OR NOT EXISTS (
            SELECT 1 FROM emnehendelse AS las WHERE las.handling = 'las' AND las.n < ny.n
              AND las.maned = json_extract(ny.innhold, '$.kontroll'))
          OR EXISTS (
            SELECT 1 FROM emnehendelse AS f WHERE f.emne = ny.emne AND f.handling = 'avvik' AND f.n < ny.n
              AND f.hendelse IN ('meldt', 'gjenapnet')
              AND coalesce(json_extract(f.innhold, '$.bedomt.til'), '9999')
                >= json_extract(ny.innhold, '$.bedomt.til'))))
    BEGIN SELECT RAISE(ABORT, 'only a later period reopens an avvik'); END;

    """

  /// Nobody evaluates a measure they carried out, and nobody closes an avvik on their own work.
  private static let tiltaksregler = """
    CREATE TRIGGER regel_egen_evaluering AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse AS ny JOIN emnehendelse AS f ON f.emne = ny.emne AND f.handling = 'tiltak'
      WHERE ny.n = NEW.n AND ny.handling = 'tiltak' AND ny.hendelse IN ('evaluert', 'for_tidlig')
        AND f.hendelse = 'iverksatt' AND \(rolle("f.rolle")) = \(rolle("ny.rolle")))
    BEGIN SELECT RAISE(ABORT, 'nobody evaluates a measure they carried out'); END;
    CREATE TRIGGER regel_egen_lukking AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse AS ny JOIN avvikstiltak ON avvik = ny.emne
        JOIN emnehendelse AS f ON f.emne = avvikstiltak.tiltak AND f.handling = 'tiltak'
      WHERE ny.n = NEW.n AND ny.handling = 'avvik' AND ny.hendelse = 'lukket' AND f.hendelse = 'iverksatt'
        AND \(rolle("f.rolle")) = \(rolle("ny.rolle")))
    BEGIN SELECT RAISE(ABORT, 'nobody closes an avvik on a measure they carried out'); END;
    CREATE TRIGGER regel_tiltak_datoer AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse WHERE n = NEW.n AND handling = 'tiltak' AND hendelse IN ('opprettet', 'flyttet')
        AND coalesce(json_extract(innhold, '$.evalueres') >= json_extract(innhold, '$.iverksettes'), 0) <> 1)
    BEGIN SELECT RAISE(ABORT, 'a measure is evaluated after it is carried out'); END;
    CREATE TRIGGER regel_vedtak AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse AS ny WHERE n = NEW.n AND handling = 'vedtak' AND hendelse = 'vedtatt'
        AND (
          SELECT m.tilstand FROM emnehendelse AS m WHERE m.emne = json_extract(ny.innhold, '$.mote')
            AND m.handling = 'mote' AND m.n < ny.n ORDER BY m.n DESC LIMIT 1) IS NOT 'apent')
    BEGIN SELECT RAISE(ABORT, 'a decision belongs to a meeting whose minutes are not approved yet'); END;
    CREATE TRIGGER regel_annenlesning AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse AS ny JOIN emnehendelse AS f USING (emne, handling)
      WHERE ny.n = NEW.n AND f.n < ny.n AND handling = 'annenlesning')
    BEGIN SELECT RAISE(ABORT, 'a case is read a second time once'); END;
    """
}
