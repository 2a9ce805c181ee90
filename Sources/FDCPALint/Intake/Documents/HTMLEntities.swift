/// Character references of HTML, as far as letters and e-mails use them.
enum HTMLEntities {
  /// What a reference stands for.
  ///
  /// - Parameter name: What stands between `&` and `;`, such as `amp`, `#39` or `#x2019`.
  static func scalar(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    guard let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else {
      return nil
    }
    // Browsers read these as Windows-1252.
    if (0x80...0x9F).contains(value) { return Windows1252.scalar(UInt8(value)) }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value)
  }

  private static let named: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    for (offset, name) in latin.split(whereSeparator: \.isWhitespace).enumerated() {
      table[String(name)] = Unicode.Scalar(UInt8(160 + offset))
    }
    for pair in others.split(whereSeparator: \.isWhitespace) {
      let parts = pair.split(separator: "=")
      if parts.count == 2, let value = UInt32(parts[1], radix: 16) {
        table[String(parts[0])] = Unicode.Scalar(value)
      }
    }
    return table
  }()

  /// U+00A0 to U+00FF, in order.
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave
    iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute
    ucirc uuml yacute thorn yuml
    """

  private static let others = """
    Tab=9 NewLine=a excl=21 QUOT=22 quot=22 num=23 dollar=24 percnt=25 AMP=26 amp=26 apos=27
    lpar=28 rpar=29 ast=2a plus=2b comma=2c period=2e sol=2f colon=3a semi=3b LT=3c lt=3c
    equals=3d GT=3e gt=3e quest=3f commat=40 lbrack=5b lsqb=5b bsol=5c rbrack=5d rsqb=5d
    lowbar=5f lcub=7b verbar=7c rcub=7d nbsp=a0 COPY=a9 REG=ae OElig=152 oelig=153 Scaron=160
    scaron=161 Yuml=178 fnof=192 ensp=2002 emsp=2003 thinsp=2009 ZeroWidthSpace=200b zwnj=200c
    zwj=200d lrm=200e rlm=200f dash=2010 hyphen=2010 ndash=2013 mdash=2014 horbar=2015 lsquo=2018
    rsquo=2019 rsquor=2019 sbquo=201a ldquo=201c rdquo=201d bdquo=201e ldquor=201e dagger=2020
    Dagger=2021 bull=2022 hellip=2026 permil=2030 prime=2032 Prime=2033 lsaquo=2039 rsaquo=203a
    oline=203e frasl=2044 euro=20ac trade=2122 larr=2190 uarr=2191 rarr=2192 darr=2193 minus=2212
    squ=25a1 square=25a1 star=2606 check=2713 checkmark=2713
    """
}
