public import RuleLanguage

extension YAMLError.Code {
  /// What the code means, with an example that gives it and one that does not.
  public var forklaring: Kodeforklaring? { YAMLError.Code.forklaringer[self] }

  private static let forklaringer: [YAMLError.Code: Kodeforklaring] = [
    .tooLarge: Kodeforklaring(
      "A file that is too large",
      """
      A file of definitions is at most 512 KiB. What is larger is hardly written by hand, and reading it \
      could take long.
      """,
      råd: "Divide it into several files.", .fortalt,
      feil: "A checklist of 300 KiB.",
      rettet: "Two checklists, each in a file of its own."),
    .notUTF8: Kodeforklaring(
      "Text that is not UTF-8",
      """
      Every file is UTF-8. Another encoding would turn æ, ø and å into other characters, and the file's \
      hash would not be what people think.
      """,
      råd: "Save the file as UTF-8.", .fortalt,
      feil: "The file is saved as Latin-1, where å is the byte E5.",
      rettet: "The file is saved as UTF-8, where å is the bytes C3 A5."),
    .controlCharacter: Kodeforklaring(
      "An invisible character",
      """
      Characters that cannot be seen, or that turn the direction of the text, are refused: what a \
      reviewer reads must be what the machine reads. They usually come along when text is copied from a \
      web page or a document.
      """,
      råd: "Delete the character and write a space.", .fortalt,
      feil: "A zero-width space (U+200B) between «finnes» and «vedtak».",
      rettet: "An ordinary space between them."),
    .notNFC: Kodeforklaring(
      "Text that is not in the form NFC",
      """
      «å» can be one character, or an «a» with a ring after it. They look the same and are not equal \
      byte by byte, so only the first (the Unicode form NFC) is allowed.
      """,
      råd: "Write the character again, or save the file as NFC.", .fortalt,
      feil: "«å» written as a and a ring (U+0061 U+030A).",
      rettet: "«å» written as one character (U+00E5)."),
    .tab: Kodeforklaring(
      "A tab",
      """
      YAML does not allow tabs as indentation, and elsewhere they look different in every editor.
      """,
      råd: "Use spaces.", .fil,
      feil: """
        gjelder:
        \tfra: 2014-05-31
        """,
      rettet: """
        gjelder:
          fra: 2014-05-31
        """),
    .anchor: Kodeforklaring(
      "A YAML anchor",
      """
      An anchor (&name) gives a part of the file a name, so that it can be used again. Definitions are \
      read by people: what a point says stands in the point.
      """,
      råd: "Delete the anchor, or put the text in quotes.", .fil,
      feil: "krav: &vedtak finnes vedtak",
      rettet: "krav: finnes vedtak"),
    .alias: Kodeforklaring(
      "A YAML alias",
      """
      An alias (*name) stands for another part of the file. It hides what a point says, and a small file \
      with aliases inside aliases can become enormous.
      """,
      råd: "Repeat the text; a rule that is used twice gets a name under «definer».", .fil,
      feil: "krav: *vedtak",
      rettet: "krav: finnes vedtak"),
    .tag: Kodeforklaring(
      "A YAML tag",
      """
      A tag (!type) asks the reader to make something special of a value. Here every value is text, and \
      the key decides how it is read.
      """,
      råd: "Delete the tag, or put the text in quotes.", .fil,
      feil: "versjon: !!str 2014-05-31",
      rettet: "versjon: 2014-05-31"),
    .mergeKey: Kodeforklaring(
      "A YAML merge key",
      """
      «<<» copies the entries of another mapping into this one. It hides what a point says.
      """,
      råd: "Repeat the entries.", .fil,
      feil: "<<: {alvorlighet: høy}",
      rettet: "alvorlighet: høy"),
    .severalDocuments: Kodeforklaring(
      "Several documents in one file",
      """
      A file is one document: one version of one checklist. «---» may stand once, before the content, \
      and «...» not at all.
      """,
      råd: "Divide it into several files.", .fil,
      feil: """
        versjon: 2013-01-01
        ---
        versjon: 2014-05-31
        """,
      rettet: "versjon: 2014-05-31"),
    .directive: Kodeforklaring(
      "A YAML directive",
      """
      A line that begins with «%» gives orders to the YAML reader. None are needed.
      """,
      råd: "Delete the line.", .fil,
      feil: """
        %YAML 1.2
        ---
        versjon: 2014-05-31
        """,
      rettet: "versjon: 2014-05-31"),
    .syntax: Kodeforklaring(
      "Text that is not YAML",
      """
      The YAML reader could not make out what belongs to what. Often a quote or a bracket is not closed, \
      the indentation is uneven, or a text with «: » in it stands without quotes. The fault may be a \
      little above the place that is shown.
      """,
      råd: "Put a text with «: » in quotes, close what is open, and indent evenly.", .fil,
      feil: "spørsmål: Merk: ble planen evaluert?",
      rettet: "spørsmål: \"Merk: ble planen evaluert?\""),
    .duplicateKey: Kodeforklaring(
      "A key that occurs twice",
      """
      A mapping has each key once. If it has two, a reader cannot know which counts.
      """,
      råd: "Delete one of them, or give it another name.", .fil,
      feil: """
        alvorlighet: høy
        alvorlighet: lav
        """,
      rettet: "alvorlighet: høy"),
    .tooDeep: Kodeforklaring(
      "YAML that is nested too deeply",
      """
      Mappings and lists stand at most 32 levels inside each other. Definitions need six.
      """,
      råd: "Check the brackets.", .fortalt,
      feil: "33 opening brackets after each other.",
      rettet: "The brackets that the value needs."),
    .tooManyNodes: Kodeforklaring(
      "YAML with too many parts",
      """
      A file has at most 50000 values. What is larger is hardly written by hand.
      """,
      råd: "Divide it into several files.", .fortalt,
      feil: "A list with 60000 entries.",
      rettet: "Several files, each with its own."),
    .empty: Kodeforklaring(
      "An empty file",
      """
      The file has no content, or only comments.
      """,
      råd: "Write the definition, or delete the file.", .fil,
      feil: "# later",
      rettet: "sjekkliste: fosterhjem"),
    .keyNotText: Kodeforklaring(
      "A key that is not text",
      """
      A key is a word or a few words. Lists and mappings cannot be keys.
      """,
      råd: "Write a name.", .fil,
      feil: "[OB, TI]: besøk",
      rettet: "OB og TI: besøk"),
    .mergeConflict: Kodeforklaring(
      "A conflict that was not resolved",
      """
      A line begins as Git marks two versions of a text that it could not join. Inside a text that goes \
      over several lines such a line would be read as part of it, and shown to people.
      """,
      råd: "Choose one of the two, and delete the lines with the marks.", .fil,
      feil: """
        veiledning: >-
          Les referatene.
          <<<<<<< main
          Les vedtakene.
        """,
      rettet: """
        veiledning: >-
          Les referatene.
        """),
    .wrongShape: Kodeforklaring(
      "A value of the wrong shape",
      """
      Some values are texts, some are lists and some are mappings («key: value»). Here stands one where \
      another is needed.
      """,
      råd: "Write a list as [a, b], a mapping as «key: value», and a text without brackets.", .punkt,
      feil: "hjemmel: FOR-2003-1659-7",
      rettet: "hjemmel: [FOR-2003-1659-7]"),
    .unknownKey: Kodeforklaring(
      "An unknown key",
      """
      Every key has a meaning. An unknown one is refused, since a misspelled key would otherwise be \
      passed over in silence.
      """,
      råd: "Use one of the keys that are known here.", .punkt,
      feil: "veiledningen: Les referatene.",
      rettet: "veiledning: Les referatene."),
    .missingKey: Kodeforklaring(
      "A missing key",
      """
      A key that must be there is not.
      """,
      råd: "Add the key and its value.", .sjekkliste,
      feil: "gjelder: {til: 2022-12-31}",
      rettet: "gjelder: {fra: 2014-05-31, til: 2022-12-31}"),
    .invalidValue: Kodeforklaring(
      "A value that is not allowed",
      """
      The key takes a number, or one of a few words, and this is not one of them.
      """,
      råd: "Write one of the values that are allowed here.", .punkt,
      feil: "alvorlighet: hoy",
      rettet: "alvorlighet: høy"),
    .invalidName: Kodeforklaring(
      "A name that cannot be used",
      """
      Names in the vocabulary are lower-case letters, digits and «_». Names under «definer» and \
      «parametre» are one word that a rule can read. The id of a point is capitals, digits and «-», so \
      that it can stand in file names and on the command line.
      """,
      råd: "Write the name in the form that is asked for.", .punkt,
      feil: "id: ob-antall",
      rettet: "id: OB-ANTALL"),
    .duplicateName: Kodeforklaring(
      "A name that means something else",
      """
      A name has one meaning in all rules of a checklist. Words of the rule language, facts, \
      collections, parameters and definitions share the names.
      """,
      råd: "Choose another name.", .sjekkliste,
      feil: """
        definer:
          vedtak: antall vedtak i fjor
        """,
      rettet: """
        definer:
          vedtak_i_fjor: antall vedtak i fjor
        """),
    .tooManyCodes: Kodeforklaring(
      "Too many codes in a field",
      """
      A field has at most 62 codes, so that a set of codes fits in one machine word.
      """,
      råd: "Divide the field into two, or use a tekstkode.", .fortalt,
      feil: "A field with 63 codes.",
      rettet: "A field with at most 62 codes."),
    .unknownReference: Kodeforklaring(
      "A reference to what is not there",
      """
      The vocabulary, a procedure or a waiver names a collection, a field, a point or a legal basis that \
      does not exist or is of the wrong kind.
      """,
      råd: "Name something that is declared.", .samling,
      feil: "varer: {til: neste, innenfor: hjem}",
      rettet: "varer: {til: neste, innenfor: hjemopphold}"),
  ]
}
