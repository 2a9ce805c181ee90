import Testing

@testable import FDCPALint

@Suite struct DocumentNamesTests {
  @Test(arguments: [
    ("/repo", "/repo", "letters/a.md", "letters/a.md"),
    ("/repo", "/repo", "./letters//a.md", "letters/a.md"),
    ("/repo", "/repo/letters", "a.md", "letters/a.md"),
    ("/repo", "/repo/letters", "../notes/a.md", "notes/a.md"),
    ("/repo", "/elsewhere", "/repo/letters/a.md", "letters/a.md"),
    ("/repo/", "/repo", "letters/a.md", "letters/a.md"),
    ("/repo", "/repo", "../other/a.md", "../other/a.md"),
    ("/repo", "/repo", "/repository/a.md", "/repository/a.md"),
    ("/", "/tmp", "a.md", "tmp/a.md"), ("/repo", "/repo/x", "<stdin>", "<stdin>"),
  ])
  func aDocumentHasOneName(root: String, directory: String, path: String, name: String) {
    #expect(DocumentNames(root: root, directory: directory).name(of: path) == name)
  }
}
