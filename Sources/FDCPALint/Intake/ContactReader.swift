/// Turns rows of one contact log into records.
///
/// A row with something unreadable is kept as far as it can be read, with a Problem, so that its
/// words are still checked.
struct ContactReader {
  /// What a column is for.
  private enum Use {
    case field(LogField, bit: UInt64)
    case context(String)
    case ignored
  }

  let path: String
  let mapping: Mapping
  /// Context that some rule asks for.
  private let contextKeys: Set<String>
  /// CSV separates the items of a list by `;`.
  let splitsLists: Bool
  var problems: [Problem] = []
  var tally = NoticeTally()
  var zones: [String: Zone?] = [:]
  /// Codes of the mapping that rows used.
  private(set) var usedCodes: [LogField: Set<String>] = [:]
  private var uses: [[Use]] = []
  private var unknownColumns: Set<String> = []
  private var unknownValues: [LogField: [String: String]] = [:]
  private var assigned: Set<LogField>
  private let hasCodes: Bool
  /// Bits of fields that no column of a header gives, which is said once and not of every row.
  private var lacking: UInt64 = 0
  private var order = 0
  /// The row that is being read.
  var row = 0
  private var isDamaged = false
  /// Whether records get the texts of their rows.
  private var keepsTexts: Bool
  /// Bytes of texts in the rows that were read.
  private(set) var textBytes = 0

  /// - Parameter keepsTexts: Whether records get the texts of their rows, or only their lengths are
  ///   summed up.
  init(
    path: String, mapping: Mapping, contextKeys: Set<String>, splitsLists: Bool,
    keepsTexts: Bool = true
  ) {
    self.keepsTexts = keepsTexts
    self.path = path
    self.mapping = mapping
    self.contextKeys = contextKeys
    self.splitsLists = splitsLists
    assigned = Set(mapping.columns.values.joined())
    hasCodes = !mapping.values.isEmpty
  }

  /// A reader of other rows of the same table, which has said nothing yet.
  func fresh(keepsTexts: Bool = false) -> ContactReader {
    var reader = self
    reader.keepsTexts = keepsTexts
    reader.problems = []
    reader.tally = NoticeTally()
    reader.unknownColumns = []
    reader.usedCodes = [:]
    reader.textBytes = 0
    return reader
  }

  /// Takes over what a reader of later rows has to say.
  mutating func add(_ later: ContactReader) {
    problems += later.problems
    tally.add(later.tally)
    unknownColumns.formUnion(later.unknownColumns)
    usedCodes.merge(later.usedCodes) { $0.union($1) }
    textBytes += later.textBytes
  }

  /// Notices of what was read so far.
  var notices: [String] {
    unknownColumns.sorted().map {
      "\(path): column '\($0)' is no field of a contact log; kept as context"
    } + tally.notices(path: path)
  }

  // MARK: Columns

  /// Takes note of a header; `false` when none of its columns means anything.
  mutating func readHeader(_ names: [String]) -> Bool {
    var owners: [LogField: String] = [:]
    for name in names {
      var column: [Use] = []
      for use in uses(ofColumn: name) {
        guard case .field(let field, _) = use, let other = owners.updateValue(name, forKey: field)
        else {
          column.append(use)
          continue
        }
        owners[field] = other
        problems.append(
          Problem(
            code: "duplicate-column", path: path, field: field.rawValue, found: Shown.short(name),
            expected: "one column for each field",
            message: "columns '\(Shown.short(other))' and '\(Shown.short(name))' both give "
              + "'\(field.rawValue)'; the second was not read, rename it"))
      }
      uses.append(column)
    }
    guard !owners.isEmpty else {
      problems.append(
        Problem(
          code: "no-columns", path: path, expected: "a header with the names of columns",
          message: "none of the columns is a field of a contact log, so nothing was read; "
            + "name the columns in the first row, or write a mapping file"))
      return false
    }
    for field in [LogField.consumer, .channel]
    where owners[field] == nil && mapping.defaults[field] == nil {
      lack(field, code: "missing-field")
    }
    if owners[.at] == nil, owners[.atDate] == nil { lack(.at, code: "missing-time") }
    return true
  }

  private mutating func lack(_ field: LogField, code: String) {
    lacking |= field.bit
    problems.append(
      Problem(
        code: code, path: path, field: field.rawValue, expected: "a column '\(field.rawValue)'",
        message: "no column gives '\(field.rawValue)'; add it, or name it in a mapping file"))
  }

  private func uses(ofColumn name: String) -> [Use] {
    if let fields = mapping.fields(forColumn: name) {
      return fields.isEmpty ? [.ignored] : fields.map { .field($0, bit: $0.bit) }
    }
    // A mapping may give a name that the contract uses another meaning.
    if let field = LogField(column: name), !assigned.contains(field) {
      return [.field(field, bit: field.bit)]
    }
    return [.context(trimmed(name))]
  }

  // MARK: Rows

  /// Reads the next row.
  mutating func read(_ row: Row, columns: ColumnNames) -> Record {
    self.row = row.number
    isDamaged = row.isDamaged
    var draft = ContactDraft()
    for cell in row.cells where !Self.saysNothing(cell.value) {
      while uses.count <= cell.column { uses.append(uses(ofColumn: columns.names[uses.count])) }
      for use in uses[cell.column] {
        switch use {
        case .field(let field, let bit): give(field, bit, cell.value, to: &draft)
        case .context(let name):
          if !contextKeys.contains(name) { unknownColumns.insert(name) }
          draft.context[name] = cell.value.flatText
        case .ignored: break
        }
      }
    }
    for assignment in draft.implied {
      if assignment.field == .signal, !draft.contact.signals.contains(assignment.value) {
        draft.contact.signals.append(assignment.value)
      }
      guard !draft.has(assignment.field) else { continue }
      draft.given |= assignment.field.bit
      set(assignment.field, .string(assignment.value), in: &draft)
    }
    if !mapping.defaults.isEmpty {
      for (field, value) in mapping.defaults where !draft.has(field) {
        draft.given |= field.bit
        set(field, .string(value), in: &draft)
      }
    }
    return finish(&draft)
  }

  private static func saysNothing(_ value: JSONValue) -> Bool {
    if case .string(let text) = value { trimmed(text).isEmpty } else { value.isAbsent }
  }

  private mutating func give(
    _ field: LogField, _ bit: UInt64, _ value: JSONValue, to draft: inout ContactDraft
  ) {
    guard draft.given & bit == 0 else {
      report("duplicate-key", field, message: "two columns give '\(field.rawValue)'; leave one out")
      return
    }
    draft.given |= bit
    guard hasCodes, let code = value.scalarText.map(trimmed),
      let meaning = mapping.assignments(for: code, of: field)
    else {
      set(field, value, in: &draft)
      return
    }
    usedCodes[field, default: []].insert(code)
    for assignment in meaning {
      if assignment.field == field {
        set(field, .string(assignment.value), in: &draft)
      } else {
        draft.implied.append(assignment)
      }
    }
  }

  private mutating func finish(_ draft: inout ContactDraft) -> Record {
    if draft.contact.id.isEmpty {
      draft.contact.id = "\(path)#\(row)"
      tally.add(.noID, row: row)
    }
    if draft.contact.consumer.isEmpty {
      draft.contact.consumer = draft.contact.id
      miss(.consumer, "missing-field", "whose debt it is about; the row was judged by itself")
    }
    if !draft.has(.channel) {
      miss(.channel, "missing-field", "how the person was contacted; say call, text, email, …")
    }
    if !draft.has(.direction) {
      // Only a consumer's message is received.
      if draft.contact.outcome == .received {
        draft.contact.direction = .inbound
      } else {
        tally.add(.noDirection, row: row)
      }
    }
    if draft.hasConsent, draft.consent.revoked || !draft.consentIsUnclear {
      draft.contact.consent = draft.consent
    }
    readTime(&draft)
    var record = Record(
      contact: draft.contact, texts: texts(draft), origin: Location(path: path, row: row))
    record.context = draft.context
    record.order = order
    order += 1
    return record
  }

  private mutating func texts(_ draft: ContactDraft) -> [RecordText] {
    for text in [draft.note, draft.text, draft.subject, draft.envelope] {
      textBytes += text?.utf8.count ?? 0
    }
    guard keepsTexts else { return [] }
    var texts: [RecordText] = []
    if let note = draft.note {
      texts.append(RecordText(field: .note, kind: .note, bytes: Array(note.utf8)))
    }
    if let text = draft.text {
      let kind = DocumentKind(textOf: draft.contact.channel, outcome: draft.contact.outcome)
      texts.append(RecordText(field: .text, kind: kind, bytes: Array(text.utf8)))
    }
    if let subject = draft.subject {
      texts.append(RecordText(field: .subject, kind: .email, bytes: Array(subject.utf8)))
    }
    if let envelope = draft.envelope {
      texts.append(RecordText(field: .envelope, kind: .letter, bytes: Array(envelope.utf8)))
    }
    return texts
  }

  // MARK: Problems

  /// Reports a field that must be there, unless something larger was reported already.
  mutating func miss(_ field: LogField, _ code: String, _ what: String) {
    guard lacking & field.bit == 0 else { return }
    report(
      code, field, expected: field.rawValue, message: "'\(field.rawValue)' is missing: \(what)")
  }

  mutating func report(
    _ code: String, _ field: LogField, found: String? = nil, expected: String? = nil,
    message: String
  ) {
    // A broken quotation mark was reported; what it made of the row's fields is no news.
    guard !isDamaged else { return }
    problems.append(
      Problem(
        code: code, path: path, row: row, field: field.rawValue,
        found: field.isText ? nil : found, expected: expected, message: message))
  }

  /// Reports a value outside a closed list. Finding the nearest name costs much more than reading
  /// a row, and logs repeat their codes.
  mutating func reportUnknown(_ text: String, _ field: LogField, among names: [String]) {
    let shown = Shown.short(text)
    let message: String
    if let known = unknownValues[field]?[text] {
      message = known
    } else {
      message =
        unknownName(field.rawValue, shown, among: names)
        + "; correct it, or say in a mapping file what it stands for"
      unknownValues[field, default: [:]][text] = message
    }
    report(
      "bad-value", field, found: shown, expected: names.joined(separator: ", "), message: message)
  }
}
