import Checklists
import Testing
import Values

/// Mutation testing of a small checklist whose examples are made in the test.
@Suite struct `The examples of a checklist` {
  private static let regel = "antall vedtak siste 12 måneder der (type er akutt) er minst 2"
  private static let start = [
    "- {navn: to, på: 2014-09-30, sak: {vedtak: [{dato: 2014-03-01, type: akutt}, {dato: 2014-04-01, type: akutt}]}, utfall: oppfylt}",
    "- {navn: ingen, på: 2014-09-30, sak: {}, utfall: avvik}",
  ]

  private func liste(_ regler: String, eksempler: [String], definer: String = "") throws
    -> Sjekklistebibliotek
  {
    let examples = eksempler.map { "      " + $0.replacing("\n", with: "\n      ") }.joined(separator: "\n")
    let text = """
      sjekkliste: prøve
      versjon: 2014-05-31
      gjelder: {fra: 2014-05-31, til: 2020-12-31}
      \(definer)
      grunnsak: {sakstype: omsorgssak, født: 2004-05}
      punkter:
        - id: PUNKT
          spørsmål: Er det truffet nok vedtak?
          sviktområde: 3
          kravtype: egen prosedyre
          hjemmel: [FAGLIG-NORM]
          alvorlighet: lav
          \(regler.replacing("\n", with: "\n    "))
          eksempler:
      \(examples)
      """
    let files = try Prøvebibliotek.filer().filter { !$0.sti.contains("/") && $0.sti != "prosedyrer.yaml" }
    return try Sjekklistebibliotek(
      files + [.init(sti: "prøve/2014-05-31.yaml", bytes: Array(text.utf8))], mappe: "Checklists")
  }

  private func prøvd(_ library: Sjekklistebibliotek) throws -> Mutasjonsresultat {
    var trial = Mutasjonsprøve(try #require(library.sjekklister.first), modell: library.modell)
    return trial.kjør()
  }

  @Test func `that leave a boundary open are told of the example that closes it`() throws {
    let result = try prøvd(try liste("krav: \(Self.regel)", eksempler: Self.start))
    #expect(result.drept > 0)
    let faults = result.overlevende.map(\.feil)
    #expect(
      faults.allSatisfy { $0.kode == "IK234" && $0.linje == 13 && $0.fil.hasSuffix("prøve/2014-05-31.yaml") })
    let boundary = try #require(
      faults.first { $0.melding.contains("not «er minst 1»") || $0.melding.contains("«2» and not «1»") })
    #expect(boundary.kolonne == 71)
    #expect(boundary.kildelinje?.contains(Self.regel) == true)
  }

  /// The law of the whole: what is asked for is enough, and nothing is asked for in vain.
  @Test(arguments: [
    ("krav: \(regel)", start, ""),
    (
      "gjelder når: finnes vedtak siste 24 måneder og ikke tilsynsansvar er egen\nkrav: i_fjor er minst 1\nnorm: siste vedtak har (barnet_hørt eller type er blant (akutt, annet))",
      [
        "- {navn: hørt, på: 2014-09-30, sak: {tilsynsansvar: annen, vedtak: [{dato: 2013-03-01, type: samvær, barnet_hørt: ja}]}, utfall: oppfylt}"
      ], "definer: {i_fjor: antall vedtak i fjor}"
    ),
    (
      "krav: hvis kontrolldatoen er før 2016-01-01 så ingen vedtak ellers alle evaluering siste 3 måneder har (mål_vurdert)",
      ["- {navn: ingen, på: 2014-09-30, sak: {}, utfall: oppfylt}"], ""
    ),
  ])
  func `reach a score of 100 % when what survivors ask for is added`(
    _ regler: String, _ start: [String], _ definer: String
  ) throws {
    var examples = start
    var rounds = 0
    while rounds < 60 {
      let library = try liste(regler, eksempler: examples, definer: definer)
      let disagreeing = Gransking(library, på: .nyttår(2026)).eksempler.filter { !$0.stemmer }.map(
        \.eksempel.navn)
      #expect(disagreeing == [], "the example that was asked for came out otherwise than it said")
      let result = try prøvd(library)
      guard let survivor = result.overlevende.first else { break }
      let before = result.drept
      examples.append(survivor.eksempel.replacing("navn: …", with: "navn: nummer \(rounds)"))
      #expect(try prøvd(try liste(regler, eksempler: examples, definer: definer)).drept > before)
      rounds += 1
    }
    #expect(rounds > 2 && rounds < 60)
  }

  @Test func `are not blamed for a change that says the same in other words`() throws {
    // Each half says what the other says, so either may go.
    let result = try prøvd(
      try liste(
        "krav: finnes vedtak og antall vedtak er minst 1",
        eksempler: [
          "- {navn: ett, på: 2014-09-30, sak: {vedtak: [{dato: 2014-03-01}]}, utfall: oppfylt}",
          "- {navn: ingen, på: 2014-09-30, sak: {}, utfall: avvik}",
          "- {navn: åpen, på: 2014-09-30, sak: {}, åpen: [vedtak], utfall: ukjent}",
        ]))
    #expect(result.overlevende.map(\.feil.melding).filter { $0.contains("krav: finnes vedtak og") } == [])
    #expect(result.likeverdige.filter { $0.før == "finnes vedtak og antall vedtak er minst 1" }.count == 3)
  }

  @Test func `give the same survivors every time`() throws {
    let library = try liste("krav: \(Self.regel)", eksempler: Self.start)
    #expect(try prøvd(library).overlevende.map(\.feil) == prøvd(library).overlevende.map(\.feil))
  }
}
