import Markup

extension StaticStyle {
  /// What documents for print do on a telephone: the page never scrolls sideways; codes and the cells of
  /// tables wrap wherever they must. Nothing of it counts on paper.
  static let smalSkjerm = StaticStyle(
    """
    @media screen and (max-width: 40rem) {
      body, main { margin-top: 3mm; }
      body { padding: 0 3mm; }
      main { padding: 0; }
      h1, h2, h3, p, li, dd { overflow-wrap: anywhere; }
      code, .kodelinje, .merke, .kryss { white-space: normal; overflow-wrap: anywhere; }
      dl { grid-template-columns: minmax(0, 1fr); }
      th, td { overflow-wrap: anywhere; padding: 0.6mm; }
      .fast, .tett { table-layout: auto; }
    }
    """)
}
