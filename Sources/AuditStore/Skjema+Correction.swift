extension Skjema {
  /// What version 5 adds: a locked control is corrected by an entry that points to its lock, and in no other way.
  static let corrections = """
    CREATE TRIGGER regel_rettelse AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM hendelse AS ny WHERE ny.n = NEW.n AND ny.handling = 'rettelse'
        AND NOT coalesce((
          SELECT las.maned = ny.maned AND las.team = ny.team AND las.handling = 'las'
            AND trim(json_extract(ny.innhold, '$.what')) <> '' AND trim(json_extract(ny.innhold, '$.reason')) <> ''
            AND json_extract(ny.innhold, '$.date') >= json_extract(las.innhold, '$.date')
          FROM hendelse AS las
          WHERE las.n = json_extract(ny.innhold, '$.corrects') AND las.n < ny.n), FALSE))
    BEGIN SELECT RAISE(ABORT, 'a correction points to the lock of its control, and says what and why'); END;

    """
}
