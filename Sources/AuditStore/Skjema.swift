/// The schema of the store: two tables of facts, one of deletions, and views. Nothing is stored twice, so
/// nothing can drift: what the views tell is read from the payloads that the journal commits to.
enum Skjema {
  /// The schema that this program writes.
  static var versjon: Int { skritt.count }
  /// «IKlg» in the header: the file is ours.
  static let applikasjon = 0x494B_6C67

  /// What each version added, from the first; a step that has been in use never changes.
  static let skritt = [
    tabeller + historie + regler + visninger, oppfølging, forslag, lengreForslag, corrections,
  ]

  private static let tabeller = """
    CREATE TABLE blad (
      n INTEGER PRIMARY KEY CHECK (n >= 1),
      data BLOB NOT NULL CHECK (json_extract(CAST(data AS TEXT), '$.n') IS n),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    CREATE TABLE nyttelast (
      n INTEGER PRIMARY KEY REFERENCES blad (n),
      salt BLOB NOT NULL CHECK (length(salt) = 32),
      data BLOB NOT NULL CHECK (json_type(CAST(data AS TEXT), '$.innhold') IS 'object')
    ) STRICT;
    CREATE TABLE sletting (
      slettet_n INTEGER PRIMARY KEY REFERENCES blad (n),
      n INTEGER NOT NULL REFERENCES blad (n) CHECK (n > slettet_n)
    ) STRICT;
    CREATE INDEX blad_handling ON blad (json_extract(CAST(data AS TEXT), '$.handling'));
    CREATE INDEX nyttelast_maned ON nyttelast (
      json_extract(CAST(data AS TEXT), '$.innhold.month'),
      json_extract(CAST(data AS TEXT), '$.innhold.team'));

    """

  /// History is only added to. REPLACE fires no delete trigger, so the insert triggers refuse it too.
  private static let historie = """
    CREATE TRIGGER blad_ny BEFORE INSERT ON blad
    WHEN NEW.n IS NOT (SELECT coalesce(max(n), 0) + 1 FROM blad)
    BEGIN SELECT RAISE(ABORT, 'the journal is only added to at its end'); END;
    CREATE TRIGGER blad_endres BEFORE UPDATE ON blad
    BEGIN SELECT RAISE(ABORT, 'a journal entry never changes'); END;
    CREATE TRIGGER blad_slettes BEFORE DELETE ON blad
    BEGIN SELECT RAISE(ABORT, 'a journal entry is never deleted'); END;
    CREATE TRIGGER nyttelast_ny BEFORE INSERT ON nyttelast
    WHEN NEW.n IS NOT (SELECT max(n) FROM blad) OR EXISTS (SELECT 1 FROM nyttelast WHERE n = NEW.n)
    BEGIN SELECT RAISE(ABORT, 'a payload belongs to the newest journal entry'); END;
    CREATE TRIGGER nyttelast_endres BEFORE UPDATE ON nyttelast
    BEGIN SELECT RAISE(ABORT, 'a payload never changes'); END;
    CREATE TRIGGER nyttelast_slettes BEFORE DELETE ON nyttelast
    WHEN NOT EXISTS (
      SELECT 1 FROM sletting WHERE slettet_n = OLD.n AND n = (SELECT max(n) FROM blad))
    BEGIN SELECT RAISE(ABORT, 'a payload is only deleted by a deletion that the journal names'); END;
    CREATE TRIGGER sletting_ny BEFORE INSERT ON sletting
    WHEN NOT EXISTS (
      SELECT 1 FROM hendelse, json_each(innhold, '$.slettet')
      WHERE hendelse.n = NEW.n AND handling = 'sletting' AND value = NEW.slettet_n
        AND NEW.n = (SELECT max(n) FROM blad))
      OR NOT EXISTS (SELECT 1 FROM hendelse WHERE n = NEW.slettet_n AND klasse <> 'protokoll')
      OR EXISTS (SELECT 1 FROM sletting WHERE slettet_n = NEW.slettet_n)
    BEGIN SELECT RAISE(ABORT, 'a deletion names payloads that may be deleted, and is the newest entry'); END;
    CREATE TRIGGER sletting_endres BEFORE UPDATE ON sletting
    BEGIN SELECT RAISE(ABORT, 'a deletion never changes'); END;
    CREATE TRIGGER sletting_slettes BEFORE DELETE ON sletting
    BEGIN SELECT RAISE(ABORT, 'a deletion is never undone'); END;

    """

  /// Commit, then seed, then draw, each once; and a locked control stays as it is.
  static let regler = """
    CREATE TRIGGER regel_en_gang AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM hendelse AS ny JOIN hendelse AS gammel USING (maned, team, handling)
      WHERE ny.n = NEW.n AND gammel.n < NEW.n AND handling IN ('forpliktelse', 'fro', 'trekning', 'las'))
    BEGIN SELECT RAISE(ABORT, 'this step has been taken for this month and team already'); END;
    CREATE TRIGGER regel_rekkefolge AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM hendelse AS ny
      WHERE ny.n = NEW.n AND maned IS NOT NULL AND handling IN ('fro', 'trekning', 'bytte', 'las')
        AND NOT EXISTS (
          SELECT 1 FROM hendelse AS gammel
          WHERE gammel.maned = ny.maned AND gammel.team = ny.team AND gammel.n < NEW.n
            AND gammel.handling = CASE ny.handling
              WHEN 'fro' THEN 'forpliktelse' WHEN 'trekning' THEN 'fro' ELSE 'trekning' END))
    BEGIN SELECT RAISE(ABORT, 'the step before this one has not been taken for this month and team'); END;
    CREATE TRIGGER regel_last AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM hendelse AS ny JOIN hendelse AS las USING (maned, team)
      WHERE ny.n = NEW.n AND las.n < NEW.n AND las.handling = 'las'
        AND (ny.handling = 'bytte' OR ny.handling IN ('kontroll', 'svar')
          AND coalesce(json_type(ny.innhold, '$.corrects') <> 'integer', TRUE)))
    BEGIN SELECT RAISE(ABORT, 'the control of this month and team is locked'); END;

    """
}
