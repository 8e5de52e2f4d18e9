import Foundation
import JSONText
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A run that is cut short: the store is whole, and the next run goes on where it stopped.
struct AvbruddTests {
  @Test func `a control that is killed leaves a whole store, and goes on with the same two cases`() throws {
    let folder = try Prøvemappe()
    try folder.saker(20)
    let clock = ContinuousClock()
    let full = try clock.measure { try Prøvekontroll(folder, måned: "2013-12").control().endte(0) }
    try FileManager.default.removeItem(atPath: folder.sti("k.sqlite"))
    let runs = 28
    var stopped = (before: 0, after: 0, between: 0)
    for run in 0..<runs {
      let kontroll = Prøvekontroll(folder)
      let process = try folder.start([
        "control", "--month", kontroll.måned, "--team", "fosterhjem-1", "--store", kontroll.lager, "--cases",
        "saker.jsonl",
      ])
      // The steps of a control are taken towards the end of the run, so the kills are thickest there.
      let share = run % 4 == 0 ? Double(run) / Double(runs) : 0.5 + 0.6 * Double(run) / Double(runs)
      usleep(UInt32(Double(full / .microseconds(1)) * share))
      process.signal(SIGKILL)
      let ended = try process.ventet()
      #expect([0, 128 + SIGKILL].contains(ended.kode), "\(ended.feil)")
      var drawn: [String]?
      if folder.finnes("k.sqlite") {
        try kontroll.verify().endte(0)
        let proof = try kontroll.draw("proof")
        #expect([0, 5].contains(proof.kode), "\(proof.feil)")
        if proof.kode == 0 { drawn = try kontroll.trukne() }
      }
      let next = try kontroll.control()
      #expect([0, 5].contains(next.kode), "\(next.feil)")
      let now = try kontroll.trukne()
      if let drawn { #expect(now == drawn) }
      #expect(now.count == 2)
      switch (drawn, next.kode) {
      case (nil, _): stopped.before += 1
      case (_, 5): stopped.after += 1
      default: stopped.between += 1
      }
      try kontroll.verify().endte(0)
      try kontroll.lock().feilet(5, "open question(s)")
      let left = try folder.filer().filter {
        !$0.hasSuffix(".html") && $0 != "saker.jsonl" && $0 != "k.sqlite"
      }
      #expect(left.allSatisfy { $0.contains(".ny-") || $0.hasSuffix(".tmp") }, "\(left)")
      for name in try folder.filer() where name != "saker.jsonl" {
        try FileManager.default.removeItem(atPath: folder.sti(name))
      }
    }
    #expect(stopped.before + stopped.between + stopped.after == runs)
    #expect(stopped.before > 0, "\(stopped)")
  }

  @Test func `a control that stopped between any two steps goes on from there`() throws {
    let folder = try Prøvemappe()
    try folder.saker(6)
    let kontroll = Prøvekontroll(folder)
    let code = try #require(try kontroll.draw("commit", "--cases", "saker.jsonl").linjer.first)
    try folder.skriv("etter-liste.sqlite", try folder.les("k.sqlite"))
    let first = try kontroll.control("--seed", "99")
    first.endte(0)
    try folder.skriv("k.sqlite", try folder.les("etter-liste.sqlite"))
    try kontroll.draw("seed", "--code", code, "--seed", "99", "--seed-by", "a,b").endte(0)
    let second = try kontroll.control()
    second.endte(0)
    #expect(second.trukne == first.trukne)
    try kontroll.verify("--code", code).endte(0)
  }

  @Test func `a control goes on with the cases that were locked, not with those that came since`() throws {
    let folder = try Prøvemappe()
    try folder.saker(4)
    let kontroll = Prøvekontroll(folder)
    try kontroll.draw("commit", "--cases", "saker.jsonl").endte(0)
    try folder.saker(9)
    let run = try kontroll.control()
    run.endte(0)
    #expect(run.ut.contains("Trukket blant 4 saker"))
    #expect(run.trukne.allSatisfy { ["M-01", "M-02", "M-03", "M-04"].contains($0) })
  }

  @Test func `a drawn case that is no longer given stops the control, which can go on later`() throws {
    let folder = try Prøvemappe()
    try folder.saker(2)
    let kontroll = Prøvekontroll(folder)
    let code = try #require(try kontroll.draw("commit", "--cases", "saker.jsonl").linjer.first)
    try kontroll.draw("seed", "--code", code).endte(0)
    try folder.saker(1)
    try kontroll.control().feilet(2, "M-02 is not among the cases given")
    try folder.saker(2)
    try kontroll.control().endte(0)
  }

  @Test func `an interrupted command ends with 130 and says nothing`() throws {
    let folder = try Prøvemappe()
    try folder.skall("mkfifo rør").endte(0)
    for args in [
      ["check", "rør", "--on", "2014-09-30"],
      ["control", "--month", "2014-09", "--team", "fosterhjem-1", "--cases", "rør"],
    ] {
      let process = try folder.start(args)
      usleep(400_000)
      process.signal(SIGINT)
      let run = try process.ventet()
      run.endte(130)
      #expect(run.alt == "")
    }
    #expect(try folder.filer() == ["rør"])
  }

  @Test func `two controls at once make one draw`() throws {
    let folder = try Prøvemappe()
    try folder.saker(8)
    let args = [
      "control", "--month", "2014-09", "--team", "fosterhjem-1", "--store", "k.sqlite", "--cases",
      "saker.jsonl",
    ]
    for _ in 0..<4 {
      let both = [try folder.start(args), try folder.start(args)]
      let ended = try both.map { try $0.ventet() }
      #expect(ended.contains { $0.kode == 0 }, "\(ended.map(\.feil))")
      #expect(ended.allSatisfy { [0, 5].contains($0.kode) }, "\(ended.map(\.feil))")
      let kontroll = Prøvekontroll(folder)
      try kontroll.verify().endte(0)
      let drawn = try kontroll.trukne()
      for run in ended where run.kode == 0 { #expect(run.trukne == drawn) }
      try FileManager.default.removeItem(atPath: folder.sti("k.sqlite"))
    }
  }
}
