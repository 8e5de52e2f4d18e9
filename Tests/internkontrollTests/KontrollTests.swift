import Foundation
import JSONText
import Testing

/// The month from the first command to the signed protocol.
struct KontrollTests {
  /// Two cases, so that both are drawn: M-01 in order, M-02 with a visit of which the form is not known.
  private func tosaker() throws -> Prøvekontroll {
    let folder = try Prøvemappe()
    var hole = Prøvesak.uklanderlig("M-02")
    let visits = try #require(hole.samlinger["oppfølgingsbesøk"])
    let range = try #require(visits.range(of: #""form":"stedlig","#))
    hole.samlinger["oppfølgingsbesøk"] = visits.replacingCharacters(in: range, with: "")
    try folder.saker([.uklanderlig("M-01"), hole])
    return Prøvekontroll(folder)
  }

  @Test func `a control goes from the draw over the answers to a locked protocol`() throws {
    let kontroll = try tosaker()
    let drawn = try kontroll.control("--seed", "20140930")
    drawn.endte(0)
    #expect(drawn.feil == "")
    #expect(drawn.ut.hasPrefix("Månedskontroll MK-2014-09 fosterhjem-1\n"))
    #expect(Set(drawn.trukne) == ["M-01", "M-02"])
    #expect(drawn.ut.contains("Kontrolldato 30. september 2014."))
    #expect(drawn.ut.contains("Dette må avklares: fem spørsmål"))
    #expect(drawn.ut.contains("Utkast til protokoll: ./protokoll-2014-09-fosterhjem-1-utkast.html"))
    #expect(try kontroll.mappe.tekst("protokoll-2014-09-fosterhjem-1-utkast.html").contains("UTKAST"))

    try kontroll.fakta("M-02", "oppfølgingsbesøk/0/form=stedlig").endte(0)
    try kontroll.svarAlt(["M-01", "M-02"])
    let locked = try kontroll.lock()
    locked.endte(0)
    #expect(locked.ut.contains("Protokoll: ./protokoll-2014-09-fosterhjem-1.html"))
    let code = try #require(locked.linjer.first { $0.hasPrefix("Journalkode: ") }?.dropFirst(13))

    let html = try kontroll.mappe.tekst("protokoll-2014-09-fosterhjem-1.html")
    #expect(html.contains(code))
    #expect(!html.contains("UTKAST"))
    #expect(try kontroll.protokoll().ut == html)
    try kontroll.verify("--code", String(code)).endte(0)
  }

  /// Participation was moved from § 4-1 to § 1-6 in 2018, and the checklist of 2014 cites the first.
  @Test(arguments: [("2014-09", false), ("2019-09", true)])
  func `the protocol says of the law it cites when it is no longer in force`(month: String, ended: Bool)
    throws
  {
    let kontroll = Prøvekontroll(try Prøvemappe(), måned: month)
    var sak = Prøvesak()
    sak.uttrekk = "2019-12-31"
    try kontroll.mappe.saker([sak])
    let drawn = try kontroll.control("--seed", "1")
    drawn.endte(0)
    #expect(drawn.ut.contains("Godt eksempel (diktet): Barnet sover dårlig etter overnatting"))
    #expect(drawn.ut.contains("Svakt eksempel (diktet): Barnet har det bra."))
    let html = try kontroll.protokoll().ut
    let cited = "barnevernloven (1992) § 4-1"
    #expect(html.contains(cited))
    #expect(html.contains("\(cited) (gjaldt til 30. juni 2018)") == ended)
    #expect(!html.contains("fosterhjemsforskriften (2003) § 7 (gj"))
    // What came later, or ended long before, is not named at all.
    #expect(html.contains("barnevernloven (1992) § 1-6") == ended)
  }

  @Test func `files of a control are for their owner only`() throws {
    let kontroll = try tosaker()
    try kontroll.control().endte(0)
    for name in ["k.sqlite", "protokoll-2014-09-fosterhjem-1-utkast.html"] {
      let rights = try FileManager.default.attributesOfItem(atPath: kontroll.mappe.sti(name))[
        .posixPermissions]
      #expect(rights as? Int == 0o600, "\(name)")
    }
  }

  @Test func `there is one draw a month`() throws {
    let kontroll = try tosaker()
    try kontroll.control("--seed", "1").endte(0)
    let before = try kontroll.mappe.les("k.sqlite")
    try kontroll.control().feilet(5, "there is one draw a month")
    try kontroll.control("--seed", "1").feilet(5, "there is one draw a month")
    try kontroll.control("--seed", "2").feilet(5, "there is one draw a month")
    try kontroll.draw("commit", "--cases", "saker.jsonl").feilet(5, "already locked")
    #expect(try kontroll.mappe.les("k.sqlite") == before)
  }

  @Test func `a locked control takes no answer and no second lock`() throws {
    let kontroll = try tosaker()
    try kontroll.control().endte(0)
    try kontroll.fakta("M-02", "oppfølgingsbesøk/0/form=stedlig").endte(0)
    try kontroll.svarAlt(["M-01", "M-02"])
    try kontroll.lock().endte(0)
    let before = try kontroll.mappe.les("k.sqlite")
    try kontroll.answer("M-01", "BEKYMRING", "nei", "--reason", "Lest.").feilet(5, "the control is locked")
    try kontroll.fakta("M-02", "oppfølgingsbesøk/0/form=avlyst").feilet(5, "the control is locked")
    try kontroll.lock().feilet(5, "the control is locked")
    try kontroll.draw("replace", "--case", "M-01", "--reason", "avsluttet", "--role", "teamleder")
      .feilet(5)
    try kontroll.control().feilet(5)
    #expect(try kontroll.mappe.les("k.sqlite") == before)
  }

  @Test func `a control with open questions is not locked, and they are named`() throws {
    let kontroll = try tosaker()
    try kontroll.control().endte(0)
    try kontroll.lock().feilet(
      5, "5 open question(s)", "M-01 VD-KVALITET", "M-01 BEKYMRING", "M-02 oppfølgingsbesøk/0/form")
    try kontroll.answer("M-01", "VD-KVALITET", "oppfylt", "--reason", "Lest.").endte(0)
    try kontroll.lock().feilet(5, "4 open question(s)")
    #expect(!kontroll.mappe.finnes("protokoll-2014-09-fosterhjem-1.html"))
  }

  @Test(arguments: [("stedlig", "ingen avvik"), ("avlyst", "ett avvik")])
  func `a fact is filled in and the verdict computed again`(_ value: String, _ expected: String) throws {
    let kontroll = try tosaker()
    let before = try kontroll.control()
    #expect(before.ut.contains("Funn: ingen avvik"))
    #expect(before.ut.contains("--fact oppfølgingsbesøk/0/form=SVAR"))
    let after = try kontroll.fakta("M-02", "oppfølgingsbesøk/0/form=\(value)")
    after.endte(0)
    #expect(after.ut.contains("Funn: \(expected)"))
    #expect(!after.ut.contains("oppfølgingsbesøk/0/form"))
    #expect(after.ut.contains("Dette må avklares: fire spørsmål"))
  }

  @Test func `a locked control is corrected by a supplement with its own code, and its protocol stays`()
    throws
  {
    let kontroll = try tosaker()
    try kontroll.control().endte(0)
    let words = ["--what", "Det var fire besøk, ikke tre.", "--reason", "Referatet lå i feil mappe."]
    let by = ["--role", "teamleder", "--date", "2014-10-09"]
    try kontroll.kjør("correct", med: words + by).endte(5)
    try kontroll.fakta("M-02", "oppfølgingsbesøk/0/form=stedlig").endte(0)
    try kontroll.svarAlt(["M-01", "M-02"])
    try kontroll.lock().endte(0)
    let signed = try kontroll.protokoll()
    let corrected = try kontroll.kjør(
      "correct", med: words + by + ["--case", "M-01", "--point", "OB-ANTALL"])
    corrected.endte(0)
    #expect(corrected.ut.contains("./tillegg-1-2014-09-fosterhjem-1.html"))
    let supplement = try kontroll.mappe.tekst("tillegg-1-2014-09-fosterhjem-1.html")
    let code = try #require(corrected.ut.split(separator: " ").last).trimmingCharacters(in: .newlines)
    #expect(supplement.contains(code) && supplement.contains("Gjelder sak M-01, OB-ANTALL"))
    let after = try kontroll.protokoll()
    #expect(after.ut == signed.ut)
    #expect(after.feil.contains("supplement"))
    #expect(try kontroll.kjør("protocol", med: ["--out", "-", "--supplement", "1"]).ut == supplement)
    try kontroll.kjør("protocol", med: ["--out", "-", "--supplement", "2"]).endte(4)
    try kontroll.verify("--code", code).endte(0)
    try kontroll.kjør("correct", med: words + ["--role", "teamleder", "--date", "2014-10-02"]).endte(5)
    try kontroll.kjør("correct", med: words + by + ["--point", "OB-ANTALL"]).endte(64)
  }

  @Test func `a fact that was answered wrongly can be corrected`() throws {
    let kontroll = try tosaker()
    try kontroll.control().endte(0)
    #expect(try kontroll.fakta("M-02", "oppfølgingsbesøk/0/form=avlyst").ut.contains("Funn: ett avvik"))
    #expect(try kontroll.fakta("M-02", "oppfølgingsbesøk/0/form=stedlig").ut.contains("Funn: ingen avvik"))
  }

  @Test func `a fact that is not found is no longer asked for, and can be found later`() throws {
    let kontroll = try tosaker()
    try kontroll.control().endte(0)
    let missing = try kontroll.fakta("M-02", "oppfølgingsbesøk/0/form=ikke_funnet")
    #expect(missing.ut.contains("Dette må avklares: fire spørsmål"))
    #expect(try kontroll.protokoll().ut.contains("Ikke funnet i saken"))
    #expect(try kontroll.fakta("M-02", "oppfølgingsbesøk/0/form=avlyst").ut.contains("Funn: ett avvik"))
    #expect(try !kontroll.protokoll().ut.contains("Ikke funnet i saken"))
  }

  @Test func `an answer that cannot be is refused, and nothing is stored`() throws {
    let kontroll = try tosaker()
    try kontroll.control().endte(0)
    let before = try kontroll.mappe.les("k.sqlite")
    try kontroll.answer("M-01", "VD-KVALITET", "ja").feilet(
      64, "--answer must be one of oppfylt, ikke_oppfylt")
    try kontroll.answer("M-01", "BEKYMRING", "oppfylt", "--reason", "Lest.").feilet(
      64, "--answer must be one of ja, nei")
    try kontroll.answer("M-01", "VD-KVALITET", "ikke_oppfylt").feilet(5, "needs a reason", "--reason")
    try kontroll.answer("M-01", "VD-KVALITET", "kan_ikke_vurderes", "--reason", " ").feilet(
      5, "needs a reason")
    try kontroll.answer("M-01", "BEKYMRING", "ja").feilet(5, "needs a reason")
    try kontroll.answer("M-09", "BEKYMRING", "nei", "--reason", "Lest.").feilet(
      5, "M-09 is not among the drawn cases")
    try kontroll.answer("M-01", "OB-TULL", "oppfylt", "--reason", "Lest.").feilet(
      5, "unknown point OB-TULL", "VD-KVALITET")
    try kontroll.answer("M-01", "OB-ANTALL", "ikke_oppfylt", "--gap", "tull", "--reason", "Se planen.")
      .feilet(64, "--gap must be one of")
    try kontroll.fakta("M-02", "oppfølgingsbesøk/0/form=gjettet").feilet(5, "cannot be right", "stedlig")
    try kontroll.fakta("M-02", "oppfølgingsbesøk/1/form=stedlig").feilet(5, "is not asked for")
    try kontroll.fakta("M-02", "oppfølgingsbesøk/0/form").feilet(64, "PLACE=VALUE")
    try kontroll.kjør("answer", med: ["--case", "M-01", "--role", "teamleder"]).feilet(
      64, "--point with --answer")
    #expect(try kontroll.mappe.les("k.sqlite") == before)
  }

  static let identiteter: [(tekst: String, hemmelig: String)] = [
    ("Barnet heter Ola Nordmann.", "Nordmann"), ("Ola Nordmann ville ikke.", "Nordmann"),
    ("Fostermor bor i Solvikveien 12.", "Solvikveien"), ("Se 13527248013 i mappen.", "13527248013"),
    ("Se 135272 48013 i mappen.", "48013"), ("Ring 98765432.", "98765432"), ("Skriv til a@b.no", "a@b.no"),
    ("Nummeret er 01019012345.", "01019012345"),
  ]

  @Test(arguments: identiteter)
  func `a reason that may hold an identity is refused and never repeated`(_ tekst: String, _ hemmelig: String)
    throws
  {
    let kontroll = try tosaker()
    try kontroll.control().endte(0)
    let before = try kontroll.mappe.les("k.sqlite")
    for run in [
      try kontroll.answer("M-01", "VD-KVALITET", "ikke_oppfylt", "--reason", tekst),
      try kontroll.answer("M-01", "BEKYMRING", "ja", "--reason", tekst),
      try kontroll.fakta("M-02", "oppfølgingsbesøk/0/form=stedlig", "--reason", tekst),
      try kontroll.draw(
        "replace", "--case", "M-01", "--reason", "annet", "--text", tekst, "--role", "teamleder"),
      try kontroll.kjør("lock", med: ["--role", tekst]),
    ] {
      #expect(run.kode == 5, "\(run.alt)")
      #expect(!run.alt.contains(hemmelig))
    }
    #expect(try kontroll.mappe.les("k.sqlite") == before)
  }

  @Test func `a number of identity is not repeated wherever on the command it stands`() throws {
    let kontroll = try tosaker()
    try kontroll.control().endte(0)
    for run in [
      try kontroll.answer("13527248013", "BEKYMRING", "nei", "--reason", "Lest."),
      try kontroll.answer("M-01", "13527248013", "oppfylt"),
      try kontroll.fakta("M-02", "13527248013/0/form=stedlig"),
      try kontroll.fakta("M-02", "oppfølgingsbesøk/0/form=13527248013"),
      try kontroll.draw("replace", "--case", "13527248013", "--reason", "avsluttet", "--role", "teamleder"),
    ] {
      #expect(run.kode == 5, "\(run.alt)")
      #expect(!run.alt.contains("13527248013"))
    }
  }

  @Test func `a reason without names is kept and stands in the protocol`() throws {
    let kontroll = try tosaker()
    try kontroll.control().endte(0)
    let reason = "Vurderingene sier ikke hva de bygger på."
    try kontroll.answer("M-01", "VD-KVALITET", "ikke_oppfylt", "--reason", reason).endte(0)
    #expect(try kontroll.protokoll().ut.contains(reason))
  }

  @Test func `there is nothing to go on with before there is a control`() throws {
    let kontroll = try tosaker()
    for run in [
      try kontroll.lock(), try kontroll.answer("M-01", "BEKYMRING", "nei", "--reason", "Lest."),
      try kontroll.protokoll(),
    ] {
      run.feilet(2, "there is no store")
    }
    #expect(!kontroll.mappe.finnes("k.sqlite"), "a mistyped path must not become a store")
    try kontroll.control().endte(0)
    var other = kontroll
    other.måned = "2014-10"
    for run in [
      try other.lock(), try other.answer("M-01", "BEKYMRING", "nei", "--reason", "Lest."),
      try other.protokoll(),
    ] {
      run.feilet(5, "there is no control of fosterhjem-1 for 2014-10", "run `control` first")
    }
    try kontroll.mappe.kjør("control", "--month", "2014-13", "--team", "x", "--cases", "saker.jsonl")
      .feilet(64, "year-month")
  }

  @Test func `a checklist that was changed since is refused until it is put back`() throws {
    let kontroll = try tosaker()
    try kontroll.control().endte(0)
    try FileManager.default.copyItem(atPath: Program.sjekklister, toPath: kontroll.mappe.sti("Checklists"))
    let file = "Checklists/fosterhjem/2014-05-31.yaml"
    let text = try kontroll.mappe.tekst(file)
    try kontroll.mappe.skriv(file, text + "# endret\n")
    let answer = [
      "--case", "M-01", "--point", "BEKYMRING", "--answer", "nei", "--reason", "Lest.", "--role", "teamleder",
    ]
    try kontroll.kjør("answer", med: answer + ["--checklists", "Checklists"])
      .feilet(5, "fosterhjem@2014-05-31", "gone or changed")
    try kontroll.mappe.skriv(file, text)
    try kontroll.kjør("answer", med: answer + ["--checklists", "Checklists"]).endte(0)
  }

  @Test func `a folder with one unreadable case still gives a control, and the code says so`() throws {
    let folder = try Prøvemappe()
    try folder.saker([.uklanderlig("M-01"), .uklanderlig("M-02")])
    try folder.skriv(
      "saker.jsonl", try folder.tekst("saker.jsonl") + #"{"format":"sak/1","sak":"M-03"}"# + "\n")
    let run = try Prøvekontroll(folder).control()
    run.feilet(2, "saker.jsonl:3:", "[M-03]")
    #expect(Set(run.trukne) == ["M-01", "M-02"])
    let excluded = try Prøvekontroll(folder).draw("proof").json()["frame"]?["excluded"]
    #expect(excluded?.compactText == #"[{"id":"M-03","reason":"lesefeil"}]"#)
  }
}
