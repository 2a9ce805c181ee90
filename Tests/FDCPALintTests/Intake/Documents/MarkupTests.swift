import Testing

@testable import FDCPALint

private func whole(_ text: String) -> MappedText {
  let bytes = Array(text.utf8)
  return MappedText(bytes, 0..<bytes.count)
}

@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("plain words, 5 * 3 * 2, a_b_c", "plain words, 5 * 3 * 2, a_b_c"),
    ("will be **arrested** and _jailed_", "will be arrested and jailed"),
    ("un**believ**able, ***all***, ~~gone~~", "unbelievable, all, gone"),
    ("# A heading #\ntext", "A heading\n\ntext"),
    ("A heading\n=====\ntext", "A heading\n\ntext"),
    ("see [our *page*](https://x.example/a(b)c \"t\") now", "see our page now"),
    ("see [page][1].\n\n[1]: https://x.example", "see page.\n\n"),
    ("![a picture](x.png) <https://x.example>", "a picture https://x.example"),
    ("one\n\n---\n\ntwo", "one\n\n\n\ntwo"),
    ("name: ______ date: ____", "name: ______ date: ____"),
    ("a <b>bold</b> word<br>next", "a bold word\nnext"),
    ("seen <!-- not\n\nseen --> again", "seen  again"),
    ("A &amp; B &mdash; \\*literal\\*", "A & B — *literal*"),
    ("> quoted\n> more", "quoted\nmore"),
    ("* one\n+ two\n- three\n1. four", "- one\n- two\n- three\n1. four"),
    ("```\ncode **stays**\n```", "\ncode **stays**\n"),
    ("| a | b |\n|---|:-:|\n| c | d |", "| a | b |\n\n| c | d |"),
    ("Dear {{ first_name }} and *|LAST_NAME|*", "Dear {{ first_name }} and *|LAST_NAME|*"),
    ("<<Client Name>> owes `5` dollars", "<<Client Name>> owes 5 dollars"),
  ])
  func marksAreFolded(markdown: String, words: String) {
    #expect(MarkdownText.read(whole(markdown)).string == words)
  }

  @Test func wordsAreFoundWhereTheyStand() {
    let text = MarkdownText.read(whole("## Notice\n\nYou will be **arre**sted."))
    let start = text.string.utf8.count - "arrested.".utf8.count
    #expect(text.map.source(of: start..<start + 8) == 25..<35)
  }
}

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("<p>You will be <b>arr</b>ested.</p>", "You will be arrested."),
    ("<p>one<p>two<br/>three", "one\n\ntwo\nthree"),
    ("a\n   b&nbsp;c &amp; &#65;&#x42; &copy &bogus; 1 < 2", "a b\u{A0}c & AB © &bogus; 1 < 2"),
    ("<style>p { x }</style>a<script>if (a < b) { c }</script>b<!-- c -->d", "abd"),
    ("<SCRIPT>x</SCRIPT>a<script/>", "a"),
    ("<img src=x alt='a stamp'> <input type=submit value=\"Pay now\">", "a stamp Pay now"),
    ("<input type=hidden value=secret>a", "a"),
    ("<p>read <a href=x title='a tip'>this</a> on</p>", "read this on\n\na tip"),
    ("<p style='display:none'>hidden</p>", "hidden"),
    (
      "<table><tr><td><p>Fees</p></td><td> <p>$ 5</p></td></tr><tr><td>Sum</td><td></td><td>9</td>",
      "Fees  $ 5\n\nSum  9"
    ),
    ("<table><tr><td><p>one</p><p>two</p></td></tr></table>", "one\n\ntwo"),
    ("<ul><li>a</li><li>b</li></ul>", "a\n\nb"),
    ("<p>Dear <<name>>, {{ amount }} <%= due %></p>", "Dear <<name>>, {{ amount }} <%= due %>"),
    ("<a title=\"a > b\">x</a>", "x\n\na > b"),
    ("<!doctype html><title>T</title><body>b", "T\n\nb"),
    ("<pre>a\nb</pre>", "a\nb"),
    ("", ""), ("<", "<"), ("<p", ""), ("a<!-- open", "a"), ("&#x110000;", "&#x110000;"),
  ])
  func tagsAreReadAsBrowsersDo(html: String, words: String) {
    #expect(HTMLText.read(whole(html)).string == words)
  }

  @Test func wordsAreFoundWhereTheyStand() {
    let html = "<p>You&rsquo;ll be\n  <b>arr</b>ested.</p>"
    let text = HTMLText.read(whole(html))
    #expect(text.string == "You’ll be arrested.")
    // From the reference to the full stop, over the tags between.
    #expect(text.map.source(of: 3..<6) == 6..<13)
    #expect(text.map.source(of: 12..<20) == 24..<36)
  }

  /// No page, however broken, stops the reader or is read beyond its end.
  @Test func brokenPagesAreRead() {
    var random = SplitMix64(seed: 11)
    let pieces = [
      "<", ">", "/", "p", "td", "tr", "=", "\"", "'", "&", ";", "#x", "<!--", "-->", "<script>",
      " ",
      "title", "\n", "{{", "}}", "<<", ">>", "é",
    ]
    for _ in 0..<2000 {
      let page = (0..<random.below(30)).map { _ in random.pick(pieces) }.joined()
      let text = HTMLText.read(whole(page))
      #expect(UTF8Check.firstInvalid(in: text.bytes) == nil)
      for index in text.bytes.indices {
        let place = text.map.source(of: index..<index + 1)
        #expect(place.upperBound <= page.utf8.count)
      }
      let words = MarkdownText.read(whole(page))
      #expect(UTF8Check.firstInvalid(in: words.bytes) == nil)
    }
  }
}

@Suite struct WordTextTests {
  private func document(_ body: String) -> String {
    "<?xml version=\"1.0\"?><w:document><w:body>\(body)</w:body></w:document>"
  }

  private func paragraph(_ runs: String...) -> String {
    "<w:p>" + runs.map { "<w:r><w:t xml:space=\"preserve\">\($0)</w:t></w:r>" }.joined() + "</w:p>"
  }

  private func read(_ xml: String) -> String {
    String(decoding: WordText.read(Array(xml.utf8)), as: UTF8.self)
  }

  @Test func runsJoinAndParagraphsPart() {
    let xml = document(paragraph("You will be arr", "ested.") + "<w:p/>" + paragraph("A &amp; B"))
    #expect(read(xml) == "You will be arrested.\n\nA & B")
  }

  @Test func rowsStayOnOneLine() {
    let row =
      "<w:tr><w:tc>\(paragraph("Fees:"))</w:tc><w:tc><w:p></w:p>\(paragraph("$"))</w:tc>"
      + "<w:tc>\(paragraph("5"))</w:tc></w:tr>"
    #expect(read(document("<w:tbl>\(row)\(row)</w:tbl>")) == "Fees:  $  5\n\nFees:  $  5")
  }

  @Test func headersFootersNotesAndBoxesAreRead() {
    let footer = "<?xml version=\"1.0\"?><w:ftr>\(paragraph("We are a debt collector."))</w:ftr>"
    let box = "<w:txbxContent>\(paragraph("in a box"))</w:txbxContent>"
    let xml =
      footer
      + document(
        "<w:p><w:r><w:t>Dear</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice>"
          + "<mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent></w:r>"
          + "<w:r><w:t> reader</w:t></w:r></w:p>")
    #expect(read(xml) == "Dear reader\n\nin a box\n\nWe are a debt collector.")
  }

  @Test func whatWasDeletedAndFieldCodesAreNot() {
    let xml = document(
      "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        + "<w:r><w:instrText> MERGEFIELD Name </w:instrText></w:r><w:r><w:t>«Name»</w:t></w:r>"
        + "<w:r><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t></w:r></w:p>")
    #expect(read(xml) == "«Name» x\ny")
  }

  private func field(_ instruction: String, result: String) -> String {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    return mark("begin") + "<w:r>\(instruction)</w:r>" + mark("separate")
      + "<w:r><w:t>\(result)</w:t></w:r>" + mark("end")
  }

  @Test func aMergeFieldIsAPlaceAndAFieldThatChoosesIsReadWhole() {
    let name = field("<w:instrText> MERGEFIELD \"Name\" </w:instrText>", result: "Ms Doe")
    #expect(
      read(document("<w:p><w:r><w:t>Dear </w:t></w:r>\(name)<w:r><w:t>,</w:t></w:r></w:p>"))
        == "Dear «Name»,")
    let choice = field(
      "<w:instrText> IF </w:instrText></w:r>"
        + field("<w:instrText>MERGEFIELD State</w:instrText>", result: "CA")
        + "<w:r><w:instrText> = &quot;CA&quot; &quot;Pay </w:instrText></w:r>"
        + "<w:r><w:instrText>now&quot; &quot;Pay later&quot;</w:instrText>", result: "Pay now")
    #expect(read(document("<w:p>\(choice)</w:p>")) == "Pay now\n\nPay now\n\nPay later")
    let link = field("<w:instrText>HYPERLINK \"https://x\"</w:instrText>", result: "our page")
    #expect(read(document("<w:p>\(link)</w:p>")) == "our page")
  }

  @Test func brokenDocumentsAreRead() {
    for xml in ["", "<?xml", "<?xml?><w:document><w:p><w:t>a", "<?xml?><w:t>a</w:t></w:t><"] {
      #expect(read(xml).utf8.count <= 1)
    }
  }
}
