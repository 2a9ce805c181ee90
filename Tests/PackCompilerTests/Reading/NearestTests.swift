import Testing

@testable import PackCompiler

@Suite struct NearestTests {
  @Test(arguments: [
    ("severty", "severity"), ("citation", "citations"), ("tilte", "title"), ("fixx", "fix"),
  ])
  func closeNamesAreMeant(written: String, meant: String) {
    #expect(nearest(to: written, among: ["title", "severity", "citations", "fix"]) == meant)
  }

  @Test func farNamesAreNot() {
    #expect(nearest(to: "zebra", among: ["title", "severity"]) == nil)
    #expect(
      unknownName("key", "zebra", among: ["title", "fix"])
        == "unknown key 'zebra'; expected one of: title, fix")
  }
}
