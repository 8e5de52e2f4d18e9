/// A figure drawn with lines and shapes, in black and white. Its title and description say what it shows, so that
/// nothing is told by the picture alone.
package struct Figur {
  /// Unique in the page.
  package var id: String
  package var bredde: Int
  package var høyde: Int
  /// What it is a picture of.
  package var tittel: String
  /// What a reader is to see in it.
  package var konklusjon: String
  package var deler: [HTML]

  package init(
    id: String, bredde: Int, høyde: Int, tittel: String, konklusjon: String, deler: [HTML]
  ) {
    self.id = id
    self.bredde = bredde
    self.høyde = høyde
    self.tittel = tittel
    self.konklusjon = konklusjon
    self.deler = deler
  }

  package var html: HTML {
    .element(
      .svg,
      [
        .klasse("figur"), Attribute("role", "img"),
        .beskrevet(av: "\(id)-tittel \(id)-konklusjon"),
        Attribute("viewBox", "0 0 \(bredde) \(høyde)"),
        .tall("width", bredde), .tall("height", høyde),
      ],
      [Tag.title(.id("\(id)-tittel")) { tittel }, Tag.desc(.id("\(id)-konklusjon")) { konklusjon }] + deler)
  }
}

extension Attribute {
  package static func tall(_ name: StaticString, _ value: Int) -> Attribute { Attribute(name, String(value)) }
}

/// The shapes, by their places; the origin is at the top left.
extension HTML {
  package static func strek(fra a: (x: Int, y: Int), til b: (x: Int, y: Int), _ klasse: String) -> HTML {
    Tag.line(.klasse(klasse), .tall("x1", a.x), .tall("y1", a.y), .tall("x2", b.x), .tall("y2", b.y))
  }

  package static func sirkel(_ midt: (x: Int, y: Int), radius: Int, _ klasse: String) -> HTML {
    Tag.circle(.klasse(klasse), .tall("cx", midt.x), .tall("cy", midt.y), .tall("r", radius))
  }

  package static func rute(_ midt: (x: Int, y: Int), radius r: Int, _ klasse: String) -> HTML {
    let corners = [
      (midt.x, midt.y - r), (midt.x + r, midt.y), (midt.x, midt.y + r), (midt.x - r, midt.y),
    ]
    return Tag.polygon(.klasse(klasse), .punkter(corners))
  }

  package static func kurve(_ punkter: [(Int, Int)], _ klasse: String) -> HTML {
    Tag.polyline(.klasse(klasse), .punkter(punkter))
  }

  package static func ord(_ text: String, _ sted: (x: Int, y: Int), _ klasse: String = "f-tekst") -> HTML {
    Tag.text(.klasse(klasse), .tall("x", sted.x), .tall("y", sted.y)) { text }
  }
}

extension Attribute {
  fileprivate static func punkter(_ points: [(Int, Int)]) -> Attribute {
    Attribute("points", points.map { "\($0),\($1)" }.joined(separator: " "))
  }
}

extension StaticStyle {
  /// The looks of figures, and of the close tables beside them.
  package static let figurer = StaticStyle(
    """
    .figur { display: block; max-width: 100%; height: auto; margin: 1mm 0 2mm; overflow: visible; }
    .f-fylt { fill: #000; stroke: #000; }
    .f-apen { fill: #fff; stroke: #000; stroke-width: 1.4; }
    .f-strek { stroke: #000; stroke-width: 1.4; fill: none; }
    .f-stiplet { stroke: #000; stroke-width: 1; stroke-dasharray: 3 2; fill: none; }
    .f-tynn { stroke: #000; stroke-width: 0.6; fill: none; }
    .f-vindu { fill: #000; fill-opacity: 0.07; stroke: #000; stroke-width: 0.5; stroke-dasharray: 2 2; }
    .f-tekst, .f-midt, .f-slutt { font: 9px "Liberation Sans", Arial, Helvetica, sans-serif; fill: #000; }
    .f-midt { text-anchor: middle; }
    .f-slutt { text-anchor: end; }
    .tett { font-size: 7.5pt; line-height: 1.25; table-layout: fixed; }
    .tett th, .tett td { padding: 0.5mm 0.8mm; }
    .tett caption { font-weight: normal; }
    .b-merke { width: 21%; } .b-antall { width: 10.5%; }
    .samlet { break-inside: avoid; }
    """)
}
