import Foundation
import JSONText
import Testing

/// From a locked control to a closed avvik and approved minutes, as processes.
struct AvvikTests {
  /// A locked control in which M-02 has no visits, so that OB-ANTALL is an avvik.
  private func låst() throws -> Prøvekontroll {
    let folder = try Prøvemappe()
    var bare = Prøvesak.uklanderlig("M-02")
    bare.samlinger["oppfølgingsbesøk"] = "[]"
    try folder.saker([.uklanderlig("M-01"), bare])
    let control = Prøvekontroll(folder)
    try control.control("--seed", "20140930").endte(0)
    try control.svarAlt(["M-01", "M-02"])
    try control.lock().endte(0)
    return control
  }

  private func kjør(_ control: Prøvekontroll, _ args: String...) throws -> Kjøring {
    try control.mappe.kjør(args + ["--store", control.lager])
  }

  private func nummer(_ control: Prøvekontroll, _ punkt: String) throws -> String {
    let list = try kjør(control, "avvik", "list", "--json", "--on", "2014-10-31")
    list.endte(0)
    let all = try #require(try list.json()["avvik"]?.array)
    return try #require(all.first { $0["punkt"]?.string == punkt }?["nummer"]?.string)
  }

  @Test func `a finding is assessed, gets a measure, is evaluated by another role and closed with evidence`()
    throws
  {
    let control = try låst()
    let number = try nummer(control, "OB-ANTALL")
    let leader = ["--role", "teamleder", "--date"]
    func step(_ code: Int32, _ args: [String]) throws -> Kjøring {
      let run = try control.mappe.kjør(args + ["--store", control.lager])
      run.endte(code)
      return run
    }
    let close = [
      "avvik", "close", number, "--evidence", "dokument", "--reference", "D-12", "--role", "barnevernleder",
    ]
    let early = try step(5, close + ["--date", "2014-10-10"])
    #expect(early.feil.contains("«Meldt», and then avvik close is not possible; possible: avvik assess"))
    _ = try step(
      0,
      [
        "avvik", "assess", number, "--severity", "høy", "--cause", "kapasitet", "--gap", "ikke_gjort",
        "--responsible", "teamleder", "--deadline", "2014-12-31",
      ] + leader + ["2014-10-10"])
    let add = try step(
      0,
      [
        "measure", "add", "--text", "Besøk for hele året settes i kalenderen.", "--against", number,
        "--points",
        "OB-ANTALL", "--starts", "2014-11-01", "--evaluated", "2015-03-01",
      ] + leader + ["2014-10-12"])
    #expect(add.ut.contains("Ansvarlig: barnevernleder"), "the procedure's owner, when nobody else is named")
    _ = try step(0, ["measure", "done", "T-2014-001", "--reference", "Referat 7"] + leader + ["2014-11-03"])
    let evaluate = [
      "measure", "evaluate", "T-2014-001", "--result", "virket", "--reason", "Lest i to saker.",
    ]
    let own = try step(5, evaluate + leader + ["2015-03-02"])
    #expect(own.feil.contains("another role evaluates"))
    _ = try step(0, evaluate + ["--role", "barnevernleder", "--date", "2015-03-02"])
    _ = try step(0, close + ["--date", "2015-03-03"])
    let shown = try kjør(control, "avvik", "show", number)
    shown.endte(0)
    for text in ["Lukket", "Slag: ikke utført", "For liten tid eller bemanning", "lukket (dokument: D-12)"] {
      #expect(shown.ut.contains(text), "\(text) in \(shown.ut)")
    }
    try control.verify().endte(0)
  }

  @Test func `a report with what may identify somebody is not stored`() throws {
    let control = try låst()
    let before = try control.verify().journalkode
    for (what, canBeReviewed) in [
      ("Ring mor på 90 12 34 56.", false), ("Ola Nordmann fikk ikke besøk.", true),
      ("Barnet i Storgata 14 fikk ikke besøk.", true), ("Gjelder 01019012345.", false),
      ("Ola Nordmann er 010190 12345.", false),
    ] {
      let report = [
        "avvik", "report", "--procedure", "barns-medvirkning-i-barnevernsaker", "--team", "fosterhjem-1",
        "--what",
        what, "--when", "2014-08-20", "--role", "saksbehandler", "--date", "2014-10-20", "--store",
        control.lager,
      ]
      let refused = try control.mappe.kjør(report)
      refused.endte(5)
      for secret in ["90 12", "Nordmann", "Storgata", "12345"] { #expect(!refused.alt.contains(secret)) }
      if !canBeReviewed { try control.mappe.kjør(report + ["--reviewed"]).endte(5) }
      #expect(try control.verify().journalkode == before)
    }
  }

  @Test func `meetings decide, and their minutes are closed with a journal code`() throws {
    let control = try låst()
    let role = ["--role", "kvalitetskontakt", "--date", "2014-11-12", "--store", control.lager]
    func step(_ code: Int32, _ args: String...) throws -> Kjøring {
      let run = try control.mappe.kjør(args + role)
      run.endte(code)
      return run
    }
    _ = try step(
      0, "meeting", "hold", "--kind", "kvalitetsgruppe", "--period", "2014-09..2014-10", "--present",
      "teamleder")
    _ = try step(
      0, "meeting", "decide", "KG-2014-11", "--kind", "systemsvikt", "--about", "OB-ANTALL", "--text",
      "Bydelen sikrer ikke at barna får de besøkene de har krav på.", "--responsible", "barnevernleder",
      "--deadline", "2014-12-31")
    let approved = try step(0, "meeting", "approve", "KG-2014-11")
    let code = try #require(approved.journalkode)
    _ = try step(5, "meeting", "note", "KG-2014-11", "--item", "4", "--text", "Mer.")
    _ = try step(0, "meeting", "carried-out", "V-2014-001")
    #expect(try kjør(control, "meeting", "list").ut.contains(code))
    try control.verify("--code", code).endte(0)
  }

  @Test func `what is not there is told, and nothing is stored`() throws {
    let control = try låst()
    let assess = [
      "--severity", "lav", "--cause", "annet", "--responsible", "teamleder", "--deadline", "2099-12-31",
    ]
    let before = try control.verify().journalkode
    for args in [
      ["avvik", "assess", "AV-2014-099"] + assess, ["measure", "done", "T-2014-099", "--reference", "R"],
      ["meeting", "approve", "KG-1999-01"], ["meeting", "carried-out", "V-2014-099"],
    ] {
      let run = try control.mappe.kjør(args + ["--role", "teamleder", "--store", control.lager])
      run.endte(5)
      #expect(run.feil.contains("there is no"))
    }
    #expect(try control.verify().journalkode == before)
  }

  @Test func `days that cannot be, and what the store has not, are refused as a fault in the command`() throws
  {
    let control = try låst()
    let number = try nummer(control, "OB-ANTALL")
    let act = ["--role", "teamleder", "--date", "2014-10-20", "--store", control.lager]
    try control.mappe.kjør(
      [
        "meeting", "hold", "--kind", "kvalitetsgruppe", "--period", "2014-09..2014-10", "--present",
        "teamleder",
      ] + act
    ).endte(0)
    try control.mappe.kjør(
      [
        "measure", "add", "--text", "Besøk settes i kalenderen.", "--points", "OB-ANTALL", "--starts",
        "2014-11-01", "--evaluated", "2015-03-01",
      ] + act
    ).endte(0)
    let before = try control.verify().journalkode
    let decide = ["meeting", "decide", "KG-2014-10", "--text", "Svikt.", "--responsible", "teamleder"]
    let report = [
      "avvik", "report", "--procedure", "barns-medvirkning-i-barnevernsaker", "--what", "Ingen samtale.",
      "--when", "2014-08-20",
    ]
    for (args, why) in [
      (decide + ["--deadline", "2014-10-19"], "not before the day of the act, 2014-10-20"),
      (
        decide + ["--kind", "systemsvikt", "--about", "OB-ANTAL", "--deadline", "2014-12-31"],
        "--about is a point of a checklist"
      ),
      (
        ["avvik", "assess", number, "--severity", "lav", "--cause", "annet", "--deadline", "2014-10-19"],
        "not before the day of the act"
      ),
      (report + ["--team", "fosterhjem-9"], "no control of that team; it has: fosterhjem-1"),
      (
        ["measure", "done", "T-2014-001", "--reference", "Referat 7", "--day", "2014-10-19"],
        "before T-2014-001 was made, 2014-10-20"
      ),
    ] { try control.mappe.kjør(args + act).feilet(64, why) }
    #expect(try control.verify().journalkode == before)
    for about in ["OB-ANTALL", number, "T-2014-001"] {
      try control.mappe.kjør(
        decide + ["--kind", "systemsvikt", "--about", about, "--deadline", "2014-10-20"] + act
      ).endte(0)
    }
  }

  @Test func `a measure or a minute names no case, but may name our own numbers`() throws {
    let control = try låst()
    let act = ["--role", "teamleder", "--date", "2014-10-20", "--store", control.lager]
    try control.mappe.kjør(
      [
        "meeting", "hold", "--kind", "kvalitetsgruppe", "--period", "2014-09..2014-10", "--present",
        "teamleder",
      ] + act
    ).endte(0)
    let before = try control.verify().journalkode
    let add = [
      "measure", "add", "--points", "OB-ANTALL", "--starts", "2014-11-01", "--evaluated", "2015-03-01",
      "--text",
    ]
    let note = ["meeting", "note", "KG-2014-10", "--item", "4", "--text"]
    let decide = [
      "meeting", "decide", "KG-2014-10", "--responsible", "teamleder", "--deadline", "2014-12-31", "--text",
    ]
    let send = ["meeting", "send", "KG-2014-10", "--text"]
    for (args, text) in [
      (add, "Besøk i S-0081."), (note, "Se (m-02)."), (decide, "Sak S\u{2011}0081 følges opp."),
      (send, "Gjelder sak-AB-123."),
    ] {
      let run = try control.mappe.kjør(args + [text] + act)
      run.feilet(5, "a measure or a minute names no case")
      for secret in ["0081", "m-02", "AB-123"] { #expect(!run.alt.contains(secret)) }
    }
    #expect(try control.verify().journalkode == before)
    let own = "AV-2014-001, T-2014-003, V-2014-001, KG-2014-10, KU-2014-10, MK-2014-09 og D-12 om OB-ANTALL."
    try control.mappe.kjør(note + [own] + act).endte(0)
  }

  @Test func `a report by staff is listed under the name of its procedure`() throws {
    let control = try låst()
    try control.mappe.kjør(
      [
        "avvik", "report", "--procedure", "gjennomføring-av-oppfølgingsbesøk", "--team", "fosterhjem-1",
        "--what", "Besøket ble avlyst.", "--when", "2014-08-20", "--role", "saksbehandler", "--date",
        "2014-10-20", "--case", "M-02", "--store", control.lager,
      ]
    ).endte(0)
    let list = try kjør(control, "avvik", "list", "--on", "2014-10-31")
    list.endte(0)
    #expect(list.ut.contains("M-02 Gjennomføring av oppfølgingsbesøk…"))
    for line in list.ut.split(separator: "\n") { #expect(line.count <= 120) }
  }
}
