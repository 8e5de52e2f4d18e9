import Foundation
import GRDB
import JSONText
import Synchronization
import Testing

@testable import AuditStore

struct SamtidighetTests {
  @Test func `two stores that write at once lose nothing and count every entry once`() throws {
    let test = try Prøvemappe()
    _ = try test.åpne()
    let path = test.sti()
    let salt = test.salt
    let errors = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { writer in
      do {
        let store = try Revisjonslager.open(sti: path, ventetid: 60)
        for number in 0..<50 {
          try store.act(tid: tid, salt: salt.salt) { room in
            let earlier = room.journalkode.størrelse
            let blad = try room.append(
              .eksport, rolle: "skriver-\(writer)", innhold: ["nr": .integer(Int64(number))], klasse: .funn)
            if blad.n != earlier + 1 { errors.withLock { $0.append("out of step") } }
          }
        }
      } catch {
        errors.withLock { $0.append("\(error)") }
      }
    }
    #expect(errors.withLock { $0 } == [])
    let store = try test.åpne()
    let entries = try store.oppføringer(.eksport)
    #expect(entries.map(\.n) == Array(1...200))
    for writer in 0..<4 {
      let own = entries.filter { $0.blad.rolle == "skriver-\(writer)" }
      #expect(own.compactMap { $0.innhold?["nr"]?.integer } == Array(0..<50))
    }
    #expect(try store.verifiser().holder)
  }

  @Test func `a check made in an act still holds when its entry is kept`() throws {
    let test = try Prøvemappe()
    _ = try test.åpne()
    let path = test.sti()
    let salt = test.salt
    DispatchQueue.concurrentPerform(iterations: 4) { writer in
      let store = try? Revisjonslager.open(sti: path, ventetid: 60)
      for _ in 0..<10 {
        _ = try? store?.act(tid: tid, salt: salt.salt) { room in
          guard try room.oppføringer(.eksport).count < 7 else { return }
          try room.append(.eksport, rolle: "skriver-\(writer)", innhold: [:], klasse: .funn)
        }
      }
    }
    #expect(try test.åpne().oppføringer(.eksport).count == 7)
  }

  @Test func `two programs that make the store at once make one`() throws {
    let test = try Prøvemappe()
    let path = test.sti()
    let salt = test.salt
    let errors = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      do {
        try Revisjonslager.open(sti: path, ventetid: 60).append(
          .eksport, rolle: "r", innhold: [:], klasse: .funn, tid: tid, salt: salt.salt)
      } catch {
        errors.withLock { $0.append("\(error)") }
      }
    }
    #expect(errors.withLock { $0 } == [])
    #expect(try test.åpne(.lesBare).oppføringer().count == 4)
    #expect(try FileManager.default.contentsOfDirectory(atPath: test.mappe) == ["internkontroll.sqlite"])
  }

  @Test func `a store that another program holds is told as such`() throws {
    let test = try Prøvemappe()
    try test.fyll(1).close()
    let store = try test.åpne(ventetid: 0.05)
    let other = try DatabaseQueue(path: test.sti())
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      #expect(throws: Lagerfeil.opptatt) {
        try store.append(.eksport, rolle: "r", innhold: [:], klasse: .funn, tid: tid, salt: test.salt.salt)
      }
      #expect(throws: Lagerfeil.opptatt) { try test.åpne(.lesBare, ventetid: 0.05) }
      #expect(throws: Lagerfeil.opptatt) { try Revisjonslager.verifiser(sti: test.sti(), ventetid: 0.05) }
      try db.execute(sql: "COMMIT")
    }
    #expect(
      try store.append(
        .eksport, rolle: "r", innhold: [:], klasse: .funn, tid: tid, salt: test.salt.salt
      ).n == 2)
  }

  @Test func `a full disk leaves the store as it was, and it goes on when there is room`() throws {
    let test = try Prøvemappe()
    let store = try test.fyll(3)
    let before = try test.bytes()
    let add = {
      try store.append(
        .eksport, rolle: "r", innhold: ["tekst": .string(String(repeating: "x", count: 100_000))],
        klasse: .funn, tid: tid, salt: test.salt.salt)
    }
    try store.kø.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 15") }
    #expect(throws: Lagerfeil.fullDisk) { try add() }
    #expect(try test.bytes() == before)
    #expect(try store.verifiser().holder)
    try store.kø.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    #expect(try add().n == 4)
    #expect(try store.verifiser().holder)
  }
}
