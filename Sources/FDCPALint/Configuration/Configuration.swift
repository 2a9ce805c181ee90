/// What `.fdcpalint.yaml` says, each value with the place where it stands.
///
/// Paths in it are relative to the file's own folder.
package struct Configuration: Sendable {
  /// Where a value stands.
  package struct Place: Sendable, Hashable, CustomStringConvertible {
    package var file: String
    package var line: Int
    package var column: Int

    package var description: String { "\(file):\(line):\(column)" }
  }

  package struct Setting<Value: Sendable>: Sendable {
    package var value: Value
    package var place: Place

    package init(value: Value, place: Place) {
      self.value = value
      self.place = place
    }
  }

  /// What documents at some paths are.
  package struct Documents: Sendable {
    package var paths: [PathPattern]
    package var kind: DocumentKind?
    package var fields: [String: String]
    package var place: Place
  }

  /// A salutation that must not be used, and what takes its place.
  package struct Salutation: Sendable {
    package var forbidden: String
    package var right: String
    package var place: Place
  }

  package var packs: [Setting<String>] = []
  package var select: [Setting<String>] = []
  package var ignore: [Setting<String>] = []
  /// `nil` inside: nothing fails.
  package var failOn: Setting<Severity?>?
  package var minConfidence: Setting<Confidence>?
  package var requireEvaluable: Setting<Bool>?
  package var role: Setting<Role>?
  package var documents: [Documents] = []
  package var exclude: [Setting<PathPattern>] = []
  package var mapping: Setting<String>?
  package var exceptions: Setting<String>?
  package var baseline: Setting<String>?
  package var reviews: Setting<String>?
  /// The line that lets a reader opt out, by kind of document.
  package var optOut: [DocumentKind: Setting<String>] = [:]
  package var salutations: [Salutation] = []

  package init() {}

  /// The name under which it is looked for.
  package static let fileName = ".fdcpalint.yaml"
}
