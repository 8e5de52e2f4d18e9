/// Reads `Checklists/sviktomrader.yaml`: the failure areas' names, by number.
enum Sviktområdeleser {
  static func les(_ fil: String, _ bytes: [UInt8]) throws(Definisjonsfeilene) -> [Int: String] {
    let text: YAMLText
    do {
      text = try YAMLText(bytes)
    } catch {
      throw Definisjonsfeilene(feil: [Definisjonsfeil(error, fil: fil, kildelinje: nil)])
    }
    var faults: [YAMLError] = []
    var names: [Int: String] = [:]
    if let root = YAMLMappingReader(text.root, "The file", known: ["sviktområder"], feil: &faults),
      let list = root.required("sviktområder", "The file", feil: &faults)
    {
      for entry in list.entries ?? [] {
        if let number = entry.key.text.flatMap({ Int($0) }), (1...9).contains(number),
          let name = entry.value.text
        {
          names[number] = name
        } else {
          faults.append(
            YAMLError(
              .invalidValue, line: entry.key.line, column: entry.key.column,
              "A failure area is a number from 1 to 9 and its name."))
        }
      }
    }
    guard faults.isEmpty else {
      throw Definisjonsfeilene(
        feil: faults.map { Definisjonsfeil($0, fil: fil, kildelinje: text.line($0.line)) })
    }
    return names
  }
}
