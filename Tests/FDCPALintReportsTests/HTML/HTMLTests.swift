import Testing

@testable import FDCPALintReports

@Suite struct HTMLTests {
  @Test func escapesWhatIsPutIn() {
    let text = "<script>\"a\" & 'b'</script>\u{0}\u{202E}"
    let page: HTML = "<p title=\"\(text)\">\(text)</p>"
    let escaped =
      "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;\u{2400}\u{FFFD}"
    #expect(page.text == "<p title=\"\(escaped)\">\(escaped)</p>")
  }

  @Test func leavesMarkupAsItIs() {
    let inner: HTML = "<b>\(7)</b>"
    let list: [HTML] = [inner, inner]
    #expect("<p>\(list.joined())</p>" as HTML == "<p><b>7</b><b>7</b></p>")
  }
}

extension HTML: Equatable {
  static func == (left: HTML, right: HTML) -> Bool { left.text == right.text }
}
