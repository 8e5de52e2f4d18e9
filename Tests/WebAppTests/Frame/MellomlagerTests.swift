import AuditStore
import Foundation
import JSONText
import Quality
import Testing

@testable import WebApp

@Suite("What is remembered of the store")
struct MellomlagerTests {
  private let prøve: Prøveapp

  init() throws { prøve = try Prøveapp() }

  private func skriv(_ lager: Revisjonslager, _ handling: Handling) throws {
    try lager.append(
      handling, rolle: "prøve", innhold: .object([]), klasse: .protokoll, tid: "2015-01-05T12:00:00Z"
    ) { (0..<32).map { _ in UInt8.random(in: .min ... .max) } }
  }

  @Test func `a value is never older than the journal was when the request began`() throws {
    let (memory, store) = (Mellomlager(), prøve.lager)
    let other = try Revisjonslager.open(sti: prøve.mappe.appending(path: "prove.sqlite").path)
    var made = 0
    func value() throws -> Int {
      try memory.verdi("antall", store, hviler: [.sjekkliste]) {
        made += 1
        return try store.oppføringer(.sjekkliste).count
      }
    }
    #expect(try (value(), value(), made) == (0, 0, 1))
    // Another program writes: the next request sees it, also when it looks up nothing before.
    try skriv(other, .sjekkliste)
    try memory.oppdater(store)
    #expect(try (value(), value(), made) == (1, 1, 2))
    // This program writes: also what is left of the request sees it.
    try skriv(store, .sjekkliste)
    #expect(try (value(), value(), made) == (2, 2, 3))
    // An act that the value does not rest on changes nothing.
    try skriv(other, .eksport)
    try memory.oppdater(store)
    #expect(try (value(), made) == (2, 3))
  }

  @Test func `a look-up within a request does not wait for the file`() throws {
    let (memory, store) = (Mellomlager(), prøve.lager)
    try memory.oppdater(store)
    _ = try memory.register(store)
    let first = try memory.verdi("en", store) { 1 }
    try store.close()
    #expect(try memory.verdi("en", store) { 2 } == first)
    #expect(try memory.register(store).avvik.isEmpty)
  }
}
