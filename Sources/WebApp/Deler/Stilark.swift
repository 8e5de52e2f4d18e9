/// The one style sheet. Colours and fonts are variables, so that a municipality can have its own.
///
/// Contrasts (WCAG 2.1 § 1.4.3 and § 1.4.11) are at least 4.5:1 for text and 3:1 for lines, in light and in dark.
enum Stilark {
  static let alt = farger + sider + skjemaer + tabeller + figurer + utskrift

  private static let farger = """
    :root {
      color-scheme: light dark;
      --bakgrunn: #ffffff; --flate: #f3f4f5; --blekk: #1b1f23; --dempet: #55606b; --strek: #737c86;
      --lys-strek: #d3d8dc; --lenke: #0b4f8a; --knapp: #0b4f8a; --knapptekst: #ffffff; --feil: #a3201a;
      --feilflate: #fdf0ef; --gjort: #1d6434; --gjortflate: #eef7f0; --viktig: #7a4b00; --viktigflate: #fdf6e7;
      --fokus: #1b1f23; --fokusflate: #ffd43b;
      --skrift: "Source Sans 3", "Inter", "Segoe UI", "Liberation Sans", Arial, sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --bakgrunn: #14181c; --flate: #1f252b; --blekk: #eceff2; --dempet: #b3bcc5; --strek: #8b96a1;
        --lys-strek: #3a434c; --lenke: #8cc4f5; --knapp: #8cc4f5; --knapptekst: #10161b; --feil: #ff9d96;
        --feilflate: #3a1d1c; --gjort: #8fd6a5; --gjortflate: #16301f; --viktig: #f2c879; --viktigflate: #352a14;
        --fokus: #14181c; --fokusflate: #ffd43b;
      }
    }

    """

  private static let sider = """
    *, ::before, ::after { box-sizing: border-box; }
    html { font: 1.0625rem/1.55 var(--skrift); color: var(--blekk); background: var(--bakgrunn);
      -webkit-text-size-adjust: 100%; }
    body { margin: 0; display: grid; grid-template-columns: 15rem minmax(0, 1fr); min-height: 100vh;
      grid-template-rows: auto 1fr auto; grid-template-areas: "topp topp" "meny innhold" "bunn bunn"; }
    body:not(:has(nav)) { grid-template-columns: minmax(0, 1fr); grid-template-areas: "topp" "innhold" "bunn"; }
    .hopp { position: absolute; left: -100vw; padding: .6rem 1rem; background: var(--bakgrunn); z-index: 2; }
    .hopp:focus { left: 0; }
    .topp { grid-area: topp; display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; align-items: center;
      padding: .7rem 1.5rem; border-bottom: 1px solid var(--lys-strek); }
    .topp p { margin: 0; }
    .navn a { font-weight: 700; font-size: 1.15rem; color: inherit; text-decoration: none; }
    .hvem { margin-left: auto !important; display: flex; gap: 1rem; color: var(--dempet); }
    nav { grid-area: meny; padding: 1.2rem 0; border-right: 1px solid var(--lys-strek); }
    nav ul { list-style: none; margin: 0; padding: 0; }
    nav a { display: block; padding: .5rem 1.5rem; color: inherit; text-decoration: none;
      border-left: .3rem solid transparent; }
    nav a:hover { text-decoration: underline; }
    nav a[aria-current] { font-weight: 700; border-left-color: var(--knapp); background: var(--flate); }
    main { grid-area: innhold; padding: 1.5rem 2rem 3rem; max-width: 62rem; }
    main:focus { outline: none; }
    .bunn { grid-area: bunn; padding: 1rem 1.5rem; border-top: 1px solid var(--lys-strek); color: var(--dempet);
      font-size: .95rem; }
    .bunn p { margin: .2rem 0; }
    main { overflow-wrap: break-word; }
    h1, h2, h3 { hyphens: auto; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1rem; text-wrap: balance; }
    h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.2rem 0 .7rem; }
    h3 { font-size: 1.15rem; margin: 1.6rem 0 .5rem; }
    p, ul, ol, dl { margin: 0 0 1rem; max-width: 44rem; }
    li { margin-bottom: .35rem; }
    a { color: var(--lenke); text-underline-offset: .15em; overflow-wrap: anywhere; }
    :focus-visible { outline: 3px solid var(--fokus); outline-offset: 2px; box-shadow: 0 0 0 5px var(--fokusflate);
      border-radius: 2px; }
    .skjult { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap; }
    .dempet, .tom { color: var(--dempet); }
    .kode { font-family: "Liberation Mono", ui-monospace, monospace; overflow-wrap: anywhere; }
    pre { overflow-x: auto; margin: 0 0 1rem; padding: .6rem .8rem; background: var(--bakgrunn); font-size: .9rem; }
    #yaml { font: .95rem/1.5 "Liberation Mono", ui-monospace, monospace; max-width: 100%; white-space: pre; }
    .ingress { font-size: 1.15rem; }
    dl { display: grid; grid-template-columns: minmax(8rem, 15rem) minmax(0, 1fr); gap: .3rem 1rem; }
    dt { font-weight: 600; }
    dd { margin: 0; }
    .kort { border: 1px solid var(--lys-strek); border-radius: 6px; padding: 1rem 1.2rem; margin: 0 0 1rem; }
    .kort > :first-child { margin-top: 0; }
    .kort > :last-child { margin-bottom: 0; }
    .oppgaver { list-style: none; padding: 0; max-width: 44rem; border-top: 1px solid var(--lys-strek); }
    .oppgaver > li { display: flex; flex-wrap: wrap; gap: .3rem 1rem; justify-content: space-between; margin: 0;
      padding: .7rem 0; border-bottom: 1px solid var(--lys-strek); }
    .merke { font-weight: 600; font-size: .9rem; padding: .05rem .5rem; border-radius: 3px; white-space: nowrap;
      border: 1px solid var(--strek); }
    .merke-haster { color: var(--feil); border-color: var(--feil); background: var(--feilflate); }
    .merke-ferdig { border-color: transparent; }
    .varsel { border-left: .35rem solid var(--strek); padding: .8rem 1.2rem; margin: 0 0 1.4rem; max-width: 46rem;
      background: var(--flate); }
    .varsel > :last-child { margin-bottom: 0; }
    .varsel h2 { font-size: 1.15rem; margin: 0 0 .4rem; }
    .varsel-gjort { border-color: var(--gjort); background: var(--gjortflate); }
    .varsel-viktig { border-color: var(--viktig); background: var(--viktigflate); }
    .moete { display: block; font-size: 1.5rem; }
    .moete main { max-width: 76rem; margin: 0 auto; }
    .delt { display: grid; grid-template-columns: minmax(0, 2fr) minmax(18rem, 1fr); gap: 0 3rem; }
    .moete nav { border: 0; }
    .moete nav ul { display: flex; flex-wrap: wrap; }

    """

  private static let skjemaer = """
    form { margin: 0; }
    main form { margin-bottom: 1.5rem; }
    .felt { border: 0; margin: 0 0 1.6rem; padding: 0; min-width: 0; }
    .felt > label, legend { font-weight: 600; padding: 0; margin-bottom: .2rem; display: block; max-width: 44rem; }
    .hjelp { color: var(--dempet); margin: 0 0 .4rem; }
    .valgfritt { font-weight: 400; color: var(--dempet); }
    input[type=text], select, textarea { font: inherit; color: inherit; background: var(--bakgrunn); width: 100%;
      max-width: 34rem; padding: .55rem .7rem; border: 2px solid var(--strek); border-radius: 4px; display: block; }
    input.smal { max-width: 14rem; }
    input[type=file] { font: inherit; max-width: 100%; }
    .dato { display: flex; gap: 1rem; flex-wrap: wrap; }
    .dato label { display: block; }
    input.dag { width: 4.5rem; }
    input.ar { width: 6rem; }
    .kryss { display: flex; gap: .7rem; align-items: flex-start; padding: .35rem 0; max-width: 44rem; }
    .kryss input { width: 1.5rem; height: 1.5rem; flex: none; margin: .1rem 0 0; accent-color: var(--knapp); }
    .har-feil { border-left: .35rem solid var(--feil); padding-left: 1rem; }
    .feilmelding { color: var(--feil); font-weight: 600; margin: 0 0 .4rem; }
    .har-feil input[type=text], .har-feil textarea, .har-feil select { border-color: var(--feil); }
    .feilsammendrag { border: 3px solid var(--feil); background: var(--feilflate); padding: 1rem 1.4rem;
      margin-bottom: 1.6rem; max-width: 46rem; }
    .feilsammendrag h2 { margin: 0 0 .5rem; font-size: 1.2rem; }
    .feilsammendrag ul { margin: 0; }
    .feilsammendrag a { color: var(--feil); }
    .knapp { font: inherit; font-weight: 600; cursor: pointer; border-radius: 4px; padding: .6rem 1.2rem;
      border: 2px solid var(--knapp); background: var(--knapp); color: var(--knapptekst); display: inline-block;
      text-decoration: none; margin: 0 .7rem .7rem 0; min-height: 2.9rem; }
    .knapp-andre { background: transparent; color: var(--lenke); }
    .knapp:hover { text-decoration: underline; }
    .lenkeknapp { font: inherit; background: none; border: 0; padding: .35rem 0; cursor: pointer; color: var(--lenke);
      text-decoration: underline; text-underline-offset: .15em; }
    .sok { display: flex; flex-wrap: wrap; gap: 0 1.2rem; align-items: flex-end; }
    .sok .felt { margin-bottom: 1rem; }
    details { margin: 0 0 1rem; }
    summary { cursor: pointer; color: var(--lenke); padding: .3rem 0; }

    """

  private static let tabeller = """
    .tabellramme { overflow-x: auto; margin: 0 0 1.6rem; position: relative; }
    table { border-collapse: collapse; width: 100%; font-size: 1rem; line-height: 1.4; }
    caption { text-align: left; font-weight: 600; padding: 0 0 .5rem; }
    th, td { text-align: left; vertical-align: top; padding: .55rem .8rem .55rem .5rem; font-weight: 400;
      border-bottom: 1px solid var(--lys-strek); }
    thead th { font-weight: 600; border-bottom: 2px solid var(--strek); }
    tbody tr:nth-child(odd) { background: var(--flate); }
    .tall { text-align: right; font-variant-numeric: tabular-nums; }

    """

  private static let figurer = """
    .figur { display: block; max-width: 100%; height: auto; margin: 0 0 .8rem; overflow: visible; }
    .f-fylt { fill: var(--blekk); stroke: var(--blekk); }
    .f-apen { fill: var(--bakgrunn); stroke: var(--blekk); stroke-width: 1.6; }
    .f-avvik { fill: var(--feil); stroke: var(--feil); }
    .f-strek { stroke: var(--blekk); stroke-width: 1.4; fill: none; }
    .f-tynn { stroke: var(--strek); stroke-width: 1; fill: none; }
    .f-stiplet { stroke: var(--feil); stroke-width: 1.6; stroke-dasharray: 5 3; fill: none; }
    .f-vindu { fill: var(--flate); stroke: var(--lys-strek); }
    .f-tekst, .f-midt, .f-slutt { font: 13px var(--skrift); fill: var(--blekk); }
    .prikker text { font-size: 11px; }
    .f-midt { text-anchor: middle; }
    .f-slutt { text-anchor: end; }

    """

  private static let utskrift = """
    @media (max-width: 48rem) {
      body { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto auto 1fr auto;
        grid-template-areas: "topp" "meny" "innhold" "bunn"; }
      body:not(:has(nav)) { grid-template-rows: auto 1fr auto; }
      .topp { padding: .6rem 1rem; }
      .hvem { margin-left: 0 !important; }
      nav { border-right: 0; border-bottom: 1px solid var(--lys-strek); padding: .2rem 0; }
      nav ul { display: flex; flex-wrap: wrap; padding: 0 .4rem; }
      nav li { margin: 0; }
      nav a { padding: .45rem .6rem; border-left: 0; border-bottom: .2rem solid transparent; }
      nav a[aria-current] { border-bottom-color: var(--knapp); }
      main { padding: 1rem; }
      h1 { font-size: 1.6rem; }
      dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
      dd { margin: 0 0 .6rem; }
      .delt { grid-template-columns: minmax(0, 1fr); }
    }
    @media print {
      body { display: block; }
      nav, .topp form, .hopp, .bunn, form, .knapp { display: none; }
      main { padding: 0; max-width: none; }
      html { font-size: 10pt; }
      a { color: inherit; text-decoration: none; }
      .tabellramme { overflow: visible; }
      tr, .kort { break-inside: avoid; }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }

    """
}
