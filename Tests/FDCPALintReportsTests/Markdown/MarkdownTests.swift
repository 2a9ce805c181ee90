import Testing

@testable import FDCPALintReports

@Suite struct MarkdownTests {
  @Test(arguments: [
    ("a|b", "a\\|b"), ("`x`", "\\`x\\`"), ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
    ("*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~"), ("[a](b) ![c](d)", "\\[a\\](b) \\!\\[c\\](d)"),
    ("a\nb\r\n c", "a b c"), ("\\|", "\\\\\\|"), ("@team #12", "@<!-- -->team #<!-- -->12"),
    ("http://x www.y.z", "http:<!-- -->//x www<!-- -->.y.z"), ("$5", "\\$5"),
    ("\u{202E}x", "\u{FFFD}x"), ("", ""),
  ])
  func escapesWhatIsPutIn(_ text: String, _ expected: String) {
    #expect(("\(text)" as Markdown).text == expected)
  }

  @Test(arguments: [
    ("a", "`a`"), ("a`b", "``a`b``"), ("`a", "`` `a ``"), ("a``", "``` a`` ```"),
    ("a|b", "`a\\|b`"), ("<b>*", "`<b>*`"), ("a\nb", "`a b`"), ("", ""),
  ])
  func spansCode(_ text: String, _ expected: String) {
    #expect(("\(code: text)" as Markdown).text == expected)
  }

  @Test func leavesMarkdownAsItIs() {
    let inner: Markdown = "**\(7)**"
    #expect(
      ("| \([inner, inner].joined(separator: " | ")) |" as Markdown).text == "| **7** | **7** |")
  }
}
