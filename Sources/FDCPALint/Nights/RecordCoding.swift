package import Foundation

/// A record and what its texts hold as bytes that last from one run to the next.
///
/// The same value always gives the same bytes.
package enum RecordCoding {
  /// A record without its place, which hangs on the file that it came in.
  private struct Content: Codable {
    struct Text: Codable {
      var field: TextField
      var kind: DocumentKind
      var text: String
    }

    var contact: Contact
    var texts: [Text]
    var context: [String: String]
  }

  package static func bytes(of record: Record) throws -> Data {
    try bytes(
      of: Content(
        contact: record.contact,
        texts: record.texts.map {
          Content.Text(
            field: $0.field, kind: $0.kind, text: String(decoding: $0.bytes, as: UTF8.self))
        }, context: record.context))
  }

  package static func record(_ bytes: Data, origin: Location, order: Int) throws -> Record {
    let content = try value(Content.self, bytes)
    var record = Record(
      contact: content.contact,
      texts: content.texts.map {
        RecordText(field: $0.field, kind: $0.kind, bytes: Array($0.text.utf8))
      }, origin: origin)
    record.context = content.context
    record.order = order
    return record
  }

  package static func bytes(of value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  package static func value<Value: Decodable>(_ type: Value.Type, _ bytes: Data) throws -> Value {
    try JSONDecoder().decode(type, from: bytes)
  }
}
