extension Skjema {
  /// What version 3 adds: proposed changes of a checklist, which somebody else than the author approves.
  ///
  /// The views and rules of what every followed thing has in common are made again in the same words, with one more
  /// kind of thing in them.
  static let forslag =
    ["VIEW overgang", "VIEW tilstand", "TRIGGER regel_overgang", "TRIGGER regel_form", "TRIGGER regel_dato"]
    .map { "DROP \($0);\n" }.joined() + overgangssyn(Overgang.alle)
    + (tilstandssyn + overgangsregel + form + datoregel).replacing(
      "'mote', 'vedtak'", with: "'mote', 'vedtak', 'sjekklisteforslag'"
    ).replacing("ELSE 'V*' END", with: "WHEN 'vedtak' THEN 'V*' ELSE 'F*' END") + forslagsregler

  /// What version 4 changes: a proposal may hold twice as long a text, since checklists have grown.
  static let lengreForslag = "DROP TRIGGER regel_forslag_tekst;\n" + forslagstekst(maks: 512 * 1024)

  /// What is approved is the text that stands there, to the byte, by a role that has not written any of it, and from a
  /// later day, so that no control that was held is judged by it.
  private static let forslagsregler = forslagstekst(maks: 256 * 1024) + godkjenningsregler

  /// - Parameter maks: the largest text of a proposal, in bytes: what the reader of checklists takes.
  private static func forslagstekst(maks: Int) -> String {
    """
    CREATE TRIGGER regel_forslag_tekst AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse WHERE n = NEW.n AND handling = 'sjekklisteforslag'
        AND hendelse IN ('foreslatt', 'endret') AND NOT coalesce(
          json_type(innhold, '$.yaml') = 'text'
          AND length(CAST(json_extract(innhold, '$.yaml') AS BLOB)) BETWEEN 1 AND \(maks)
          AND length(json_extract(innhold, '$.sha256')) = 64
          AND json_extract(innhold, '$.sha256') NOT GLOB '*[^0-9a-f]*'
          AND date(json_extract(innhold, '$.gjelder_fra'), '+0 days') IS json_extract(innhold, '$.gjelder_fra')
          AND trim(json_extract(innhold, '$.begrunnelse')) <> '', FALSE))
    BEGIN SELECT RAISE(ABORT, 'a proposal holds its whole text, its hash, its first day and a reason'); END;

    """
  }

  private static let godkjenningsregler = """
    CREATE TRIGGER regel_forslag_godkjent AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse AS ny WHERE n = NEW.n AND handling = 'sjekklisteforslag' AND hendelse = 'godkjent'
        AND NOT coalesce((
          SELECT json_extract(f.innhold, '$.sha256') = json_extract(ny.innhold, '$.sha256')
            AND json_extract(f.innhold, '$.gjelder_fra') > json_extract(ny.innhold, '$.dato')
          FROM emnehendelse AS f WHERE f.emne = ny.emne AND f.handling = ny.handling AND f.n < ny.n
            AND f.hendelse IN ('foreslatt', 'endret') ORDER BY f.n DESC LIMIT 1), FALSE))
    BEGIN SELECT RAISE(ABORT, 'what is approved is the latest text, from a later day'); END;
    CREATE TRIGGER regel_eget_forslag AFTER INSERT ON nyttelast
    WHEN EXISTS (
      SELECT 1 FROM emnehendelse AS ny JOIN emnehendelse AS f USING (emne, handling)
      WHERE ny.n = NEW.n AND ny.handling = 'sjekklisteforslag' AND ny.hendelse = 'godkjent' AND f.n < ny.n
        AND f.hendelse IN ('foreslatt', 'endret') AND \(rolle("f.rolle")) = \(rolle("ny.rolle")))
    BEGIN SELECT RAISE(ABORT, 'nobody approves a change of a checklist that they proposed'); END;
    """
}
