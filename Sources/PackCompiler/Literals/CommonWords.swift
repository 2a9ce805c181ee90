/// About how often words stand in ten thousand of what collectors and consumers write.
///
/// The figures choose which words of a pattern are looked for. They change how fast a text is
/// scanned, never what is found.
enum CommonWords {
  /// How many words of ten thousand are one of these.
  static func frequency(of words: Set<Word>) -> Int {
    words.reduce(0) { $0 + frequency(of: $1) }
  }

  private static func frequency(of word: Word) -> Int {
    if word.isMark { return markFrequency(UInt8(truncatingIfNeeded: word.key & 0x7F)) }
    if word.isWhole { return table[word.key] ?? 2 }
    let known = beginnings[word.key] ?? 0
    return switch word.length {
    case ...1: known + 200
    case 2: known + 60
    case 3: known + 20
    default: known + 4
    }
  }

  private static func markFrequency(_ mark: UInt8) -> Int {
    switch mark {
    case UInt8(ascii: "."), UInt8(ascii: ","): 800
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "'"), UInt8(ascii: ":"): 150
    case 0, UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\""): 40
    default: 5
    }
  }

  private static let table: [UInt64: Int] = {
    var table: [UInt64: Int] = [:]
    for entry in list.split(whereSeparator: \.isWhitespace) {
      let parts = entry.split(separator: ":")
      guard parts.count == 2, let frequency = Int(parts[1]) else { continue }
      var word = Word()
      for byte in parts[0].utf8.prefix(Word.longest) { word.append(Word.folded[Int(byte)]) }
      table[word.key] = frequency
    }
    return table
  }()

  /// What the words that begin alike sum up to.
  private static let beginnings: [UInt64: Int] = {
    var sums: [UInt64: Int] = [:]
    for (key, frequency) in table {
      for length in 1...Word.longest {
        sums[key & Word.mask(length), default: 0] += frequency
        if key == key & Word.mask(length) { break }
      }
    }
    return sums
  }()

  private static let list = """
    the:345 to:260 i:250 a:184 and:182 of:142 that:125 my:108 is:105 in:104 0:100 for:95 on:92
    you:86 0000:75 it:72 was:70 this:70 have:66 not:65 with:62 xxxx:60 me:59 they:53 or:53 s:50
    at:48 000:48 from:46 credit:45 account:44 be:43 00:40 your:36 as:35 an:33 xx:30 are:32
    would:32 can:31 loan:30 do:29 what:27 by:27 there:26 debt:25 no:25 t:23 all:23 but:22 will:22
    has:22 report:20 like:20 which:21 any:21 had:20 been:20 am:19 want:19 please:19 them:18 if:18
    when:17 card:17 payment:17 other:17 their:17 so:17 one:17 we:17 about:16 time:16 00000:16
    how:16 need:16 did:15 company:15 up:15 get:14 now:14 day:14 out:14 also:13 help:13 were:13
    email:12 bank:12 he:12 balance:11 because:11 after:11 money:11 dispute:11 called:11 could:11
    number:11 told:11 find:10 never:10 see:10 make:10 good:10 pay:10 only:10 should:10 yes:10
    these:10 then:10 made:10 date:10 phone:9 amount:9 check:9 more:9 back:9 just:9 some:9 said:9
    new:9 re:9 paid:9 where:8 into:8 pm:8 sent:8 who:8 off:8 call:8 days:8 use:8 she:8 over:8
    address:8 right:7 due:7 still:7 under:7 does:7 month:7 know:7 his:7 cust:20 rp:10 w:10 tt:8
    lm:6 acct:10 pmt:8 bal:6 adv:6 agent:40 don:8 her:10 our:8 us:6 very:5
    """
}
