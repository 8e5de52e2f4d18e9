import Markup

extension StaticStyle {
  /// What documents for print do on a telephone: the page never scrolls sideways; codes wrap, and a table that is too
  /// wide scrolls in its own box. Nothing of it counts on paper.
  static let smalSkjerm = StaticStyle(
    """
    @media screen and (max-width: 40rem) {
      body, main { margin-top: 3mm; }
      body { padding: 0 3mm; }
      main { padding: 0; }
      h1, h2, h3, p, li, dd { overflow-wrap: anywhere; }
      code, .kodelinje, .merke, .kryss { white-space: normal; overflow-wrap: anywhere; }
      dl { grid-template-columns: minmax(0, 1fr); }
      table { display: block; overflow-x: auto; }
      th, td { min-width: 5.5rem; overflow-wrap: break-word; }
      .fast, .tett { table-layout: auto; }
    }
    """)
}
