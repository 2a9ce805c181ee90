/// What intake made of a companion table.
public struct CompanionContents<Row: Sendable>: Sendable {
  /// By consumer, and debts then by id.
  public var rows: [Row] = []
  public var problems: [Problem] = []
  public var notices: [String] = []

  public init() {}
}

/// Reads the companion tables of consumers and debts: CSV in all its dialects, and JSON Lines.
///
/// Columns of a consumer: `consumer`, `time_zone`, `possible_time_zones`, `state`, `zip`,
/// `inconvenient`, `attorney`, `employer_prohibits`, `deceased`. Columns of a debt: `consumer`,
/// `debt`, `status`, `group`, `balance`. Any other column is context for rules. In CSV a list of
/// texts is separated by `;`, and what is more than that is a cell of JSON or columns such as
/// `attorney.name`.
public struct CompanionReader: Sendable {
  private let contextKeys: Set<String>

  /// - Parameter contextKeys: Columns that some rule asks for; others are noted.
  public init(contextKeys: Set<String> = []) { self.contextKeys = contextKeys }

  public func consumers(_ source: Source) -> CompanionContents<Consumer> {
    var contents = CompanionContents<Consumer>()
    read(source, known: ConsumerReader.columns, into: &contents) { row, problems in
      var reader = ConsumerReader(path: source.name, row: row)
      let consumer = reader.read()
      problems += reader.problems
      return consumer
    }
    unify(&contents, source.name, "consumer") { $0.id }
    return contents
  }

  public func debts(_ source: Source) -> CompanionContents<Debt> {
    var contents = CompanionContents<Debt>()
    read(source, known: Self.debtColumns, into: &contents) { row, problems in
      guard let id = row.text("debt"), let consumer = row.text("consumer") else {
        let field = row.text("debt") == nil ? "debt" : "consumer"
        problems.append(
          Problem(
            code: "missing-field", path: source.name, row: row.number, field: field,
            expected: field, message: "'\(field)' is missing, so the debt was not read; add it"))
        return nil
      }
      var debt = Debt(id: id, consumer: consumer)
      debt.status = row.text("status")
      debt.group = row.text("group")
      debt.balance = row.text("balance")
      debt.context = row.context(besides: Self.debtColumns)
      return debt
    }
    unify(&contents, source.name, "debt") { "\($0.consumer)\u{0}\($0.id)" }
    return contents
  }

  private static let debtColumns = ["debt", "consumer", "status", "group", "balance"]

  /// - Parameter known: Columns with a meaning of their own; the first names a row.
  private func read<Item>(
    _ source: Source, known: [String], into contents: inout CompanionContents<Item>,
    _ make: (CompanionRow, inout [Problem]) -> Item?
  ) {
    let table: TableSource
    switch TableSource.opened(source) {
    case .success(let opened): table = opened
    case .failure(let problem):
      contents.problems.append(problem)
      return
    }
    contents.notices += table.text.notices
    contents.problems += table.text.problems
    func add(_ row: Row, _ columns: ColumnNames) {
      let row = CompanionRow(row, columns, splitsLists: !table.isJSONLines)
      if let item = make(row, &contents.problems) { contents.rows.append(item) }
    }
    var columns = ColumnNames()
    if table.isJSONLines {
      var lines = JSONLines(table.text.bytes, path: source.name)
      while let row = lines.nextRow(&columns) { add(row, columns) }
      contents.problems += lines.problems
    } else {
      var csv = table.csv(delimiter: nil)
      let key = known[0]
      if csv.columns.names.contains(where: { LogField.normalized($0) == key }) {
        while let row = csv.nextRow() { add(row, csv.columns) }
      } else {
        contents.problems.append(
          Problem(
            code: "no-columns", path: source.name, field: key, expected: "a column '\(key)'",
            message: "no column is named '\(key)', so nothing was read; name it in the first row"))
      }
      contents.problems += csv.problems
      columns = csv.columns
    }
    let unknown = Set(columns.names.map { CompanionRow.name(of: $0).whole })
      .subtracting(known).subtracting(contextKeys)
    contents.notices += unknown.sorted().map {
      "\(source.name): no rule asks for column '\($0)'; kept as context"
    }
  }

  /// Leaves one row for each key; which of several that differ does not hang on their order.
  private func unify<Item: Hashable>(
    _ contents: inout CompanionContents<Item>, _ path: String, _ field: String,
    key: (Item) -> String
  ) {
    var kept: [String: Item] = [:]
    var differing: Set<String> = []
    for item in contents.rows {
      let key = key(item)
      guard let other = kept[key] else {
        kept[key] = item
        continue
      }
      if other != item { differing.insert(key) }
      if Self.content(item) < Self.content(other) { kept[key] = item }
    }
    for key in differing.sorted() {
      let name = key.split(separator: "\u{0}").joined(separator: "/")
      contents.problems.append(
        Problem(
          code: "duplicate-id", path: path, field: field, found: Shown.short(name),
          expected: "one row for each \(field)",
          message: "\(field) '\(Shown.short(name))' stands in several rows that differ; "
            + "only one was used, join them"))
    }
    contents.rows = kept.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What an item says, the same on every machine: a dictionary's own order is not.
  private static func content<Item>(_ item: Item) -> String {
    Mirror(reflecting: item).children.map { child in
      guard let context = child.value as? [String: String] else { return "\(child.value)" }
      return context.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        .joined(separator: "\u{0}")
    }.joined(separator: "\u{0}")
  }
}
