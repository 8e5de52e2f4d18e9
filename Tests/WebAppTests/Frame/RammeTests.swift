import Testing

@testable import WebApp

@Suite("The frame around every page")
struct RammeTests {
  @Test("A signed-in person gets a page, and all answers carry the security headers")
  func page() async throws {
    let web = try Prøveapp()
    for path in ["/", "/stil.css", "/skript.js", "/finnes-ikke", "/tilgjengelighet"] {
      let answer = await web.get(path)
      #expect(answer.status == (path == "/finnes-ikke" ? 404 : 200))
      let policy = answer.hoder.first { $0.navn == "content-security-policy" }?.verdi
      #expect(
        policy?.hasPrefix("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;")
          == true)
      #expect(answer.hoder.contains(.init("cache-control", "no-store")))
    }
  }

  @Test("Without a session a page leads to the sign-in, and a form is not saved")
  func signedOut() async throws {
    let web = try Prøveapp(nil)
    let page = await web.get("/")
    #expect(page.sted == "/inn")
    web.bli(.teamleder)
    #expect(await web.get("/").status == 200)
    web.klokke.gå(Øktlager.tomgang)
    #expect(await web.get("/").sted == "/inn")
  }

  @Test("A pattern takes whole segments only, decoded one by one")
  func patterns() {
    let pattern = Mønster("/kontroll/:maned/:team")
    #expect(
      Mønster.ledd("/kontroll/2014-09/lag%201").flatMap(pattern.passer) == [
        "maned": "2014-09", "team": "lag 1",
      ])
    for path in [
      "/kontroll/2014-09", "/kontroll/2014-09/a/b", "/kontroll/2014-09/%2e%2e", "/kontroll//a",
      "/kontroll/2014-09/a%2Fb", "/kontroll/2014-09/%00", "/kontroll/2014-09/%C3",
    ] {
      #expect(Mønster.ledd(path).flatMap(pattern.passer) == nil, "\(path)")
    }
  }

  @Test("A form with files is read part by part")
  func multipart() throws {
    let body = """
      --x\r\nContent-Disposition: form-data; name="team"\r\n\r\nfosterhjem-1\r\n--x\r\nContent-Disposition: form-data; \
      name="fil"; filename="a.xml"\r\nContent-Type: text/xml\r\n\r\n<a>\r\n--y</a>\r\n--x--\r\n
      """
    let form = try #require(Flerdel.les(Array(body.utf8), grense: "x"))
    #expect(form["team"] == "fosterhjem-1")
    #expect(form.filer == [.init(felt: "fil", navn: "a.xml", bytes: Array("<a>\r\n--y</a>".utf8))])
    for end in 1..<(body.utf8.count - 4) {
      #expect(Flerdel.les(Array(body.utf8.prefix(end)), grense: "x") == nil)
    }
  }

  @Test(
    "Base64 is that of RFC 4648 § 10",
    arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
  func base64(_ plain: String, _ coded: String) {
    #expect(Base64.tekst(Array(plain.utf8)) == coded)
  }
}
