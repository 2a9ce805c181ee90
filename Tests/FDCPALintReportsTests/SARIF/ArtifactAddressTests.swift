import Testing

@testable import FDCPALintReports

@Suite struct ArtifactAddressTests {
  @Test(arguments: [
    ("a.txt", nil, "", "a.txt"),
    ("./a/./b c%.txt", nil, "", "a/b%20c%25.txt"),
    ("a:b#?.txt", nil, "", "a%3Ab%23%3F.txt"),
    ("é.txt", nil, "", "%C3%A9.txt"),
    ("a.txt", nil, "letters/june", "letters/june/a.txt"),
    ("../a.txt", nil, "letters/june", "letters/a.txt"),
    ("../../a.txt", nil, "letters", "../a.txt"),
    ("/repo/letters/a.txt", "/repo/", "", "letters/a.txt"),
    ("/repository/a.txt", "/repo", "", "file:///repository/a.txt"),
    ("/tmp/a b.txt", nil, "", "file:///tmp/a%20b.txt"),
  ])
  func isRelativeAndEncoded(path: String, root: String?, directory: String, expected: String) {
    #expect(ArtifactAddress(root: root, directory: directory).address(of: path) == expected)
  }
}
