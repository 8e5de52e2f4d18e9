import CaseRecords
import Checklists
import Quality
import Sampling
import Testing
import Values

@testable import Simulation

/// What follows the controls of the year: everything that can happen does, by allowed acts, and the model counts what
/// the store holds.
struct OppfølgingTests {
  private func lager() throws -> Lagerleser { try Lagerleser(Simulertår.delt().sti) }
  private func register() throws -> Kvalitetsregister { try Kvalitetsregister(Simulertår.delt().lager) }

  @Test(arguments: [
    (
      "avvik",
      [
        "- meldt meldt", "gjenapnet vurdert under_behandling", "lukket gjenapnet gjenapnet",
        "meldt vurdert under_behandling", "til_evaluering lukket lukket",
        "til_evaluering tiltak tiltak_pagar",
        "tiltak_pagar gjennomfort til_evaluering", "tiltak_pagar tiltak tiltak_pagar",
        "under_behandling avvist lukket", "under_behandling tiltak tiltak_pagar",
      ]
    ),
    (
      "tiltak",
      [
        "- opprettet planlagt", "iverksatt evaluert evaluert", "iverksatt flyttet iverksatt",
        "iverksatt for_tidlig iverksatt", "planlagt flyttet planlagt", "planlagt iverksatt iverksatt",
      ]
    ),
    (
      "mote",
      [
        "- holdt apent", "apent godkjent godkjent", "apent notat apent", "apent sendt apent",
      ]
    ),
    ("vedtak", ["- vedtatt vedtatt", "vedtatt utfort utfort"]),
  ])
  func `every state was reached by an allowed act`(handling: String, allowed: [String]) throws {
    let steps = try lager().tekster(
      """
      SELECT coalesce(lag(tilstand) OVER (PARTITION BY emne ORDER BY n), '-') || ' ' || hendelse || ' ' || tilstand
      FROM emnehendelse WHERE handling = '\(handling)' AND hendelse NOT IN ('svar', 'funnet_igjen')
      """)
    #expect(!steps.isEmpty)
    #expect(Set(steps.map { $0[0] }).subtracting(allowed) == [])
  }

  @Test(arguments: [
    ("emnehendelse WHERE hendelse = 'avvist'", 1...1),
    ("emnehendelse WHERE handling = 'avvik' AND hendelse = 'svar'", 3...40),
    ("emnehendelse WHERE hendelse = 'lukket' AND json_extract(innhold, '$.uten_effekt') IS NOT NULL", 1...20),
    ("emnehendelse WHERE hendelse = 'lukket' AND json_extract(innhold, '$.bevis.slag') = 'dokument'", 1...99),
    (
      "emnehendelse WHERE hendelse = 'lukket' AND json_extract(innhold, '$.bevis.slag') = 'stikkprove'",
      1...99
    ),
    (
      "emnehendelse WHERE hendelse = 'lukket' AND json_extract(innhold, '$.bevis.slag') = 'observasjon'",
      1...99
    ),
    ("emnehendelse WHERE hendelse = 'flyttet'", 1...5),
    ("emnehendelse WHERE hendelse = 'for_tidlig'", 1...20),
    ("emnehendelse WHERE json_extract(innhold, '$.resultat') = 'virket'", 10...99),
    ("emnehendelse WHERE json_extract(innhold, '$.resultat') = 'virket_ikke'", 1...20),
    ("emnehendelse WHERE hendelse = 'opprettet' AND json_array_length(innhold, '$.avvik') > 1", 3...99),
    // In a year nobody is drawn twice, so nothing can be found again.
    ("emnehendelse WHERE hendelse IN ('funnet_igjen', 'gjenapnet')", 0...0),
    ("emnehendelse WHERE hendelse = 'holdt' AND emne LIKE 'KG-%'", 6...6),
    ("emnehendelse WHERE hendelse = 'holdt' AND emne LIKE 'KU-%'", 6...6),
    ("emnehendelse WHERE hendelse = 'sendt'", 1...1),
    ("emnehendelse WHERE json_extract(innhold, '$.slag') = 'systemsvikt'", 1...6),
    ("emnehendelse WHERE json_extract(innhold, '$.slag') = 'sjekkliste'", 1...1),
    ("emnehendelse WHERE handling = 'vedtak' AND json_extract(innhold, '$.slag') = 'tiltak'", 1...1),
    ("emnehendelse WHERE handling = 'vedtak' AND json_extract(innhold, '$.slag') = 'oppgave'", 6...12),
    ("tilstand WHERE handling = 'avvik' AND tilstand = 'lukket'", 40...99),
    ("tilstand WHERE handling = 'avvik' AND tilstand <> 'lukket'", 20...70),
    ("emnehendelse WHERE json_extract(innhold, '$.arshjul') IS NOT NULL", 15...60),
    ("emnehendelse WHERE json_extract(innhold, '$.plan') IS NOT NULL", 15...60),
    ("hendelse WHERE handling = 'annenlesning'", 2...4),
  ])
  func `everything that can happen in a year does`(what: String, times: ClosedRange<Int>) throws {
    let count = try lager().tall("SELECT count(*) FROM \(what)")
    #expect(times.contains(count))
  }

  @Test(arguments: [
    // Carried out after its day; and never.
    """
    tiltak AS t JOIN emnehendelse AS i ON i.emne = t.emne AND i.hendelse = 'iverksatt'
      WHERE json_extract(i.innhold, '$.dato') > date(json_extract(t.innhold, '$.iverksettes'), '+10 days')
    """,
    """
    tiltak AS t JOIN tilstand USING (emne)
      WHERE tilstand.tilstand = 'planlagt' AND json_extract(t.innhold, '$.iverksettes') < '2015-01-01'
    """,
    // Minutes approved the same day, and at a later meeting.
    "moter JOIN emnehendelse AS g ON g.emne = moter.emne AND g.hendelse = 'godkjent' AND dato = json_extract(g.innhold, '$.dato')",
    "moter JOIN emnehendelse AS g ON g.emne = moter.emne AND g.hendelse = 'godkjent' AND dato < json_extract(g.innhold, '$.dato')",
    // Decisions that nobody has carried out.
    """
    emnehendelse AS v JOIN tilstand USING (emne)
      WHERE v.hendelse = 'vedtatt' AND tilstand.tilstand = 'vedtatt' AND json_extract(v.innhold, '$.frist') < '2015-01-01'
    """,
    // An entry of the wheel that was signed late says so.
    "emnehendelse WHERE json_extract(innhold, '$.arshjul') IS NOT NULL AND json_extract(innhold, '$.merknad') IS NOT NULL",
  ])
  func `some things go wrong`(what: String) throws {
    let count = try lager().tall(
      """
      WITH tiltak AS (SELECT * FROM emnehendelse WHERE hendelse = 'opprettet'),
        moter AS (SELECT emne, json_extract(innhold, '$.dato') AS dato FROM emnehendelse WHERE hendelse = 'holdt')
      SELECT count(*) FROM \(what)
      """)
    #expect((1...12).contains(count))
  }

  @Test func `the leader assesses every avvik within a fortnight`() throws {
    let late = try lager().tekster(
      """
      SELECT m.emne FROM emnehendelse AS m LEFT JOIN emnehendelse AS v
        ON v.emne = m.emne AND v.hendelse = 'vurdert'
          AND json_extract(v.innhold, '$.dato') <= date(json_extract(m.innhold, '$.dato'), '+14 days')
      WHERE m.handling = 'avvik' AND m.hendelse = 'meldt' AND v.n IS NULL
        AND json_extract(m.innhold, '$.dato') <= '2015-01-17'
      """)
    #expect(late.isEmpty)
  }

  @Test func `one role carries a measure out, another evaluates it, and a third closes`() throws {
    let roles = try lager().tekster(
      """
      SELECT DISTINCT i.rolle, e.rolle, l.rolle FROM avvikstiltak
        JOIN emnehendelse AS i ON i.emne = tiltak AND i.hendelse = 'iverksatt'
        JOIN emnehendelse AS e ON e.emne = tiltak AND e.hendelse IN ('evaluert', 'for_tidlig')
        JOIN emnehendelse AS l ON l.emne = avvik AND l.hendelse = 'lukket'
      """)
    #expect(!roles.isEmpty)
    for row in roles { #expect(Set(row).count == 3) }
  }

  @Test func `the model's figures on the last day are the store's`() throws {
    let (register, lager) = (try register(), try lager())
    let day = try #require(Dato("2015-01-31"))
    func counts(_ sql: String) throws -> [String: Int] {
      Dictionary(uniqueKeysWithValues: try lager.tekster(sql).map { ($0[0], Int($0[1]) ?? -1) })
    }
    let states = try counts(
      "SELECT tilstand, count(*) || '' FROM tilstand WHERE handling = 'avvik' GROUP BY tilstand")
    #expect(Dictionary(grouping: register.avvik, by: \.tilstand.rawValue).mapValues(\.count) == states)
    let areas = try counts(
      """
      SELECT coalesce(json_extract(innhold, '$.sviktomrade'), 'ansatte') || '', count(*) || ''
      FROM emnehendelse WHERE hendelse = 'meldt' GROUP BY 1
      """)
    #expect(
      Dictionary(grouping: register.avvik) { $0.sviktområde.map(String.init) ?? "ansatte" }.mapValues(\.count)
        == areas)
    let measures = try counts(
      "SELECT tilstand, count(*) || '' FROM tilstand WHERE handling = 'tiltak' GROUP BY tilstand")
    #expect(Dictionary(grouping: register.tiltak, by: \.tilstand.rawValue).mapValues(\.count) == measures)
    #expect(
      try lager.tall(
        """
        SELECT count(*) FROM tilstand AS t WHERE handling = 'avvik' AND tilstand <> 'lukket' AND (
          SELECT json_extract(v.innhold, '$.frist') FROM emnehendelse AS v
          WHERE v.emne = t.emne AND v.hendelse = 'vurdert' ORDER BY v.n DESC LIMIT 1) < '2015-01-31'
        """) == register.avvik.filter { $0.erForfalt(day) }.count)
    #expect(
      try lager.tall("SELECT count(*) FROM tilstand WHERE handling = 'vedtak' AND tilstand = 'vedtatt'")
        == register.vedtak.filter { $0.utført == nil }.count)
    #expect(
      try lager.tall("SELECT count(*) FROM hendelse WHERE handling = 'signering'")
        == register.signeringer.count)
    #expect(register.avvik.contains { $0.erForfalt(day) })
  }

  @Test func `one entry of the wheel is never signed`() throws {
    let register = try register()
    let bibliotek = try Simulertår.bibliotek()
    let status = Årshjulstatus(
      try #require(try bibliotek.planverk().årshjul), prosedyrer: bibliotek.prosedyrer,
      utkvitteringer: register.utkvitteringer, nyansettelser: register.nyansettelser,
      på: try #require(Dato("2014-12-31")))
    #expect(status.forfalte.count == 1)
    #expect(status.utenOppføring.isEmpty)
    #expect(register.planhendelser.contains { $0.slag == .evaluert })
  }

  @Test func `every text passes the identity guard without a warning`() throws {
    let texts = try lager().tekster(
      """
      SELECT DISTINCT atom FROM emnehendelse, json_tree(innhold)
      WHERE handling IN ('avvik', 'tiltak', 'mote', 'vedtak', 'signering', 'tekst') AND type = 'text'
        AND key IN ('tekst', 'beskrivelse', 'strakstiltak', 'arsak', 'begrunnelse', 'svar', 'referanse', 'merknad',
          'uten_effekt', 'grunn')
      """
    ).map { $0[0] }
    #expect(texts.count > 40)
    for text in texts { #expect(Identitetsvakt().advarsler(i: text) == [], "\(text)") }
  }

  @Test func `every case that two were to read is read by two, who mostly agree`() throws {
    let year = try (#require(Måned("2014-01")), #require(Måned("2014-12")))
    let agreement = Leserenighet(
      try register().annenlesninger, i: Kontrollrekke(try Simulertår.delt().kontroller), fra: year.0,
      til: year.1)
    #expect(agreement.valgte > 0)
    #expect(agreement.lest == agreement.valgte)
    #expect(agreement.ikkeValgt == 0)
    #expect(!agreement.par.isEmpty)
    #expect(2 * agreement.ulike.count < agreement.par.count)
  }
}
