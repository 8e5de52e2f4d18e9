import Markup

extension StaticStyle {
  /// The protocol's looks: A4, black on white, nothing said by colour alone.
  ///
  /// The footer is fixed, so every browser repeats it on every printed page; `.bunnplass` is a table footer group,
  /// which reserves the footer's height on every page so that no text lies under it. Page numbers stand in the
  /// page's margin box, which browsers without such boxes leave out.
  static let protokoll = StaticStyle(
    """
    @page {
      size: A4;
      margin: 16mm 16mm 12mm 18mm;
      @bottom-right {
        content: "Side " counter(page) " av " counter(pages);
        font: 8pt "Liberation Sans", Arial, Helvetica, sans-serif;
        color: #000;
        vertical-align: top;
        padding-top: 0.6mm;
      }
    }
    *, ::before, ::after { box-sizing: border-box; }
    html { font: 10pt/1.42 "Liberation Sans", Arial, Helvetica, sans-serif; color: #000; background: #fff; }
    body { margin: 0; }
    .ark { display: table; width: 100%; table-layout: fixed; }
    .innhold { display: table-row-group; }
    .rad { display: table-row; }
    .celle { display: table-cell; }
    .bunnplass { display: table-footer-group; break-inside: avoid; }
    .bunnplass .celle { height: 9mm; }
    .bunn { position: fixed; bottom: 0; left: 0; right: 0; height: 5mm; border-top: 0.6pt solid #000;
      padding-top: 1.2mm; font-size: 8pt; line-height: 1.3; background: #fff; }
    .bunn span + span::before { content: " · "; }
    .bunn strong { text-transform: uppercase; letter-spacing: 0.04em; }
    .vannmerke { position: fixed; top: 38%; left: 0; right: 0; text-align: center; font-size: 118pt;
      font-weight: bold; letter-spacing: 0.08em; color: #000; opacity: 0.07; transform: rotate(-32deg);
      z-index: -1; }
    h1 { font-size: 19pt; line-height: 1.2; margin: 0 0 1mm; }
    h2 { font-size: 13pt; line-height: 1.25; margin: 8mm 0 2mm; padding-bottom: 0.8mm;
      border-bottom: 1.2pt solid #000; break-after: avoid; }
    h3 { font-size: 10.5pt; margin: 5mm 0 1.5mm; break-after: avoid; }
    p { margin: 0 0 2mm; }
    h2 + p, h3 + p, p:has(+ table) { break-after: avoid; }
    p, li, dd { orphans: 3; widows: 3; }
    ul, ol { margin: 0 0 2mm; padding-left: 6mm; }
    li { margin-bottom: 1.2mm; break-inside: avoid; }
    code { font: 0.9em "Liberation Mono", "Courier New", monospace; overflow-wrap: anywhere; }
    .kodelinje { white-space: nowrap; font-size: 10pt; }
    .undertittel { font-size: 10.5pt; margin-bottom: 3mm; }
    .merket { font-weight: bold; text-transform: uppercase; letter-spacing: 0.06em; font-size: 9pt; }
    .ramme { border: 1.4pt solid #000; padding: 3mm 4mm 2mm; margin: 3mm 0 4mm; break-inside: avoid; }
    .ramme h2 { margin-top: 0; border: 0; padding: 0; }
    .utkast { border-style: dashed; }
    .liten { font-size: 8.5pt; line-height: 1.35; margin: 0.8mm 0 0; }
    dl { display: grid; grid-template-columns: 42mm 1fr; margin: 0 0 3mm; }
    dt { font-weight: bold; padding: 0.7mm 3mm 0.7mm 0; }
    dd { margin: 0; padding: 0.7mm 0; }
    table { width: 100%; border-collapse: collapse; margin: 1mm 0 4mm; font-size: 9pt; line-height: 1.35; }
    caption { text-align: left; font-weight: bold; padding: 0 0 1.2mm; break-after: avoid; }
    th, td { border: 0.5pt solid #000; padding: 1.1mm 1.6mm; text-align: left; vertical-align: top;
      overflow-wrap: break-word; }
    thead { display: table-header-group; break-after: avoid; break-inside: avoid; }
    thead th { border-bottom: 1.2pt solid #000; vertical-align: bottom; }
    tbody th { font-weight: normal; }
    tbody th.gruppe { font-weight: bold; border-top: 1.2pt solid #000; }
    .grupperad { break-after: avoid; }
    tr { break-inside: avoid; }
    .tall { text-align: right; font-variant-numeric: tabular-nums; }
    .fast { table-layout: fixed; }
    .b-punkt { width: 34%; } .b-utfall { width: 19.5%; } .b-sak { width: 13%; } .b-id { width: 22%; }
    .b-nr { width: 5.6%; } .b-dato { width: 11.2%; } .b-omrade { width: 17.5%; } .b-funn { width: 27%; }
    .b-svar { width: 17%; } .b-tall { width: 11.5%; }
    .fylles { font-size: 8.5pt; }
    .fylles thead th { font-size: 8pt; }
    .fylles td { height: 21mm; }
    .merke { display: inline-block; border: 0.6pt solid #000; border-radius: 1mm; padding: 0 1.2mm;
      font-size: 8.5pt; white-space: nowrap; }
    .merke-avvik { font-weight: bold; border-width: 1.8pt; }
    .merke-merknad { font-weight: bold; border-style: double; border-width: 2.4pt; }
    .merke-apen { border-style: dashed; }
    .kryss { white-space: nowrap; }
    .signatur { break-inside: avoid; }
    .signatur td { height: 12mm; }
    @media screen {
      body { max-width: 178mm; margin: 8mm auto; padding: 0 6mm; }
      .bunn { display: none; }
    }
    @media print { .bunn, .merke { print-color-adjust: exact; } }
    """)

  /// What the protocol for signing adds: it is to be short.
  static let signing = StaticStyle(
    """
    html { font-size: 9.2pt; line-height: 1.34; }
    h2 { font-size: 12pt; margin: 5mm 0 1.5mm; }
    h3 { margin: 3.5mm 0 1mm; }
    p { margin-bottom: 1.3mm; }
    li { margin-bottom: 0.6mm; }
    table { font-size: 8.5pt; line-height: 1.3; margin-bottom: 2.5mm; }
    th, td { padding: 0.8mm 1.4mm; }
    .ramme { margin: 2mm 0 3mm; }
    .ramme ol { font-size: 8.6pt; }
    .fylles .b-funn { width: 36%; }
    .fylles td { height: 12mm; }
    .kryss { display: inline-block; margin: 0.4mm 2.5mm 0 0; }
    .funn { border-left: 1.4pt solid #000; padding-left: 3mm; margin: 0 0 2.4mm; break-inside: avoid; }
    .funn p { margin-bottom: 0.6mm; }
    .funn .figur { margin: 0.4mm 0 0.6mm; }
    .linjetittel { margin: 1.6mm 0 0.4mm; break-after: avoid; }
    .linjer { font-size: 8pt; line-height: 1.26; margin-bottom: 0.8mm; }
    .linjer li { margin-bottom: 0; }
    .b-hvorfor { width: 45%; }
    .signatur td { height: 10mm; }
    """)
}
