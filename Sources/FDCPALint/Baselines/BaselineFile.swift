extension Baseline {
  /// The baseline as a file: one entry a line, so that two branches merge.
  public var json: String {
    func quoted(_ text: String) -> String { JSONValue.string(text).compact }
    let lines = entries.map {
      "    {\"\($0.isDocument ? "document" : "record")\": \(quoted($0.record)), \"rule\": \(quoted($0.rule)), "
        + "\"fingerprint\": \(quoted($0.fingerprint))}"
    }
    return """
      {
        "schema": \(quoted(Self.schema)),
        "key": \(quoted(key)),
        "findings": [\(lines.isEmpty ? "" : "\n" + lines.joined(separator: ",\n") + "\n  ")]
      }

      """
  }

  /// Reads a baseline's file.
  ///
  /// - Throws: ``Problem`` that says what was expected.
  public init(_ source: Source) throws(Problem) {
    func wrong(_ message: String) -> Problem {
      Problem(
        code: "bad-baseline", path: source.name,
        message: message + "; write it anew with `fdcpalint baseline write`")
    }
    guard case .object(let object)? = try? JSONParser.parse(DecodedText(source).bytes) else {
      throw wrong("is no baseline in JSON")
    }
    guard object["schema"]?.scalarText == Self.schema else {
      throw wrong("has no \"schema\": \"\(Self.schema)\"")
    }
    guard let key = object["key"]?.scalarText, case .array(let items) = object["findings"] else {
      throw wrong("lacks \"key\" or the list \"findings\"")
    }
    var entries: [Entry] = []
    for (index, item) in items.enumerated() {
      guard case .object(let fields) = item, let print = fields["fingerprint"]?.scalarText,
        let rule = fields["rule"]?.scalarText,
        let record = (fields["document"] ?? fields["record"])?.scalarText
      else {
        throw wrong(
          "has a finding without document or record, rule or fingerprint: number \(index + 1)")
      }
      entries.append(
        Entry(
          fingerprint: print, rule: rule, record: record, isDocument: fields["document"] != nil))
    }
    self.init(entries: entries, key: key)
  }
}
