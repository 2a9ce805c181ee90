import Testing

@testable import FDCPALint

@Suite struct PathDescriptionsTests {
  private let paths = PathDescriptions(
    [
      PathDescriptions.Entry(
        paths: [PathPattern("letters/**")], kind: .letter, fields: ["jurisdiction": "US-TX"]),
      PathDescriptions.Entry(
        paths: [PathPattern("letters/ma/**")], kind: nil, fields: ["jurisdiction": "US-MA"]),
      PathDescriptions.Entry(paths: [PathPattern("*.sms")], kind: .text),
    ], names: DocumentNames(root: "/repo", directory: "/repo/letters"))

  @Test func theLastEntryThatSaysSomethingWins() {
    #expect(paths.kind(of: "ma/a.md") == .letter)
    #expect(paths.fields(of: "ma/a.md").map(\.value) == ["US-MA"])
    #expect(paths.fields(of: "tx/a.md").map(\.value) == ["US-TX"])
    #expect(paths.kind(of: "ma/a.sms") == .text)
    #expect(paths.kind(of: "../notes/a.md") == nil)
  }

  private func kind(
    _ name: String, _ text: String, _ given: DocumentKind? = nil
  ) -> DocumentKind? {
    var reader = DocumentReader(kind: given)
    reader.paths = paths
    return reader.read([Source(name: name, bytes: Array(text.utf8))]).records.first?.texts.first?
      .kind
  }

  /// --kind, the document's own word, the configuration, the name.
  @Test func aDocumentsOwnWordGoesBefore() {
    #expect(kind("a.note.md", "Hello") == .letter)
    #expect(kind("a.note.md", "---\nkind: email\n---\nHello") == .email)
    #expect(kind("a.note.md", "---\nkind: email\n---\nHello", .text) == .text)
    #expect(kind("/elsewhere/a.note.md", "Hello") == .note)
    #expect(kind("x.jsonl", #"{"text": "Hello"}"#) == .letter)
    #expect(kind("x.jsonl", #"{"text": "Hello", "kind": "note"}"#) == .note)
  }

  @Test func aDocumentsOwnPlaceGoesBefore() {
    var reader = DocumentReader(kind: nil)
    reader.paths = paths
    func state(_ text: String) -> String? {
      reader.read([Source(name: "ma/a.md", bytes: Array(text.utf8))]).records.first?.contact.state
    }
    #expect(state("Hello") == "US-MA")
    #expect(state("---\nstate: NY\n---\nHello") == "NY")
  }
}
