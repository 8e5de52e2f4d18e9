/// Reads `Checklists/sviktomrader.yaml`: the failure areas' names, by number.
enum Sviktområdeleser {
  static func les(_ fil: String, _ bytes: [UInt8]) throws(Definisjonsfeilene) -> [Int: String] {
    do throws(YAMLErrors) {
      return try YAMLText.read(bytes, as: navn)
    } catch {
      throw Definisjonsfeilene(error, fil: fil)
    }
  }

  private static func navn(_ node: YAMLNode, _ faults: inout [YAMLError]) -> [Int: String] {
    guard let root = YAMLMappingReader(node, "The file", known: ["sviktområder"], feil: &faults),
      let list = root.required("sviktområder", "The file", feil: &faults)
    else { return [:] }
    var names: [Int: String] = [:]
    for entry in list.entries ?? [] {
      if let number = entry.key.text.flatMap({ Int($0) }), (1...9).contains(number),
        let name = entry.value.text
      {
        names[number] = name
      } else {
        faults.append(
          YAMLError(.invalidValue, entry.key, "A failure area is a number from 1 to 9 and its name."))
      }
    }
    return names
  }
}
