import Foundation
import Testing

@testable import FDCPALint

/// The Bureau's own form is complete, however its text comes out of a file; what is taken out of it
/// is missed, with its own paragraph.
@Suite struct ModelFormTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Forms")

  private func text(_ name: String) throws -> String {
    try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
  }

  private func findings(_ text: String) async throws -> [Finding] {
    let linter = try Seeds.linter()
    let source = Source(name: "form.md", bytes: Array("---\nkind: letter\n---\n\(text)".utf8))
    return await linter.check([source]).findings
  }

  @Test(arguments: [
    "model-form-en-word.txt", "model-form-en-columns.txt", "model-form-en-pdf.txt",
    "model-form-es-word.txt", "model-form-es-columns.txt",
  ]) func theFormIsClean(name: String) async throws {
    let found = try await findings(text(name))
    #expect(found.map(\.rule) == [])
  }

  @Test(arguments: [
    (
      "North South Group is a debt collector. We are trying to collect a debt that", "A debt that",
      "12 CFR 1006.34(c)(1)"
    ),
    ("As of January 2, 2017, you owed:", "You owed:", "12 CFR 1006.34(c)(2)(vi)"),
    ("| $ | 2,234.56   |", "|   |            |", "12 CFR 1006.34(c)(2)(vii)"),
    ("| $ | 75.00      |", "|   | ______     |", "12 CFR 1006.34(c)(2)(viii)"),
    ("| $ | 50.00      |", "|   |            |", "12 CFR 1006.34(c)(2)(viii)"),
    ("| $ | 2,284.56   |", "|   |            |", "12 CFR 1006.34(c)(2)(ix)"),
    ("with account number 123-456-789", "some years ago", "12 CFR 1006.34(c)(2)(iv)"),
    ("to Bank of Rockville. We", "to our client. We", "12 CFR 1006.34(c)(2)(v)"),
    (
      "until we send you information that shows you owe the debt", "for a while",
      "12 CFR 1006.34(c)(3)(i)"
    ),
    (
      "we must stop collection until we send you that information", "we will look into it",
      "12 CFR 1006.34(c)(3)(ii)"
    ),
    (
      "If you do not, we will assume that our information is correct.", "",
      "12 CFR 1006.34(c)(3)(iii)"
    ),
    ("www.cfpb.gov/debt-collection", "our page", "12 CFR 1006.34(c)(3)(iv)"),
    ("-   The amount is wrong.", "", "12 CFR 1006.34(c)(4)(i)"),
    (
      "-   I want you to send me the name and address of the original creditor.", "",
      "12 CFR 1006.34(c)(4)(ii)"
    ),
  ]) func aPartTakenOutIsMissed(old: String, new: String, paragraph: String) async throws {
    let form = try text("model-form-en-word.txt")
    try #require(form.contains(old))
    let found = try await findings(form.replacingOccurrences(of: old, with: new))
    #expect(found.map(\.rule).count == 1)
    #expect(found.flatMap(\.citations).contains(paragraph))
  }

  @Test(arguments: ["{{amount}}", "${balance}", "[AMOUNT]", "<<total>>"])
  func aPlaceholderStandsForAnAmount(placeholder: String) async throws {
    let form = try text("model-form-en-word.txt")
      .replacingOccurrences(of: "$ | 2,234.56", with: "  | \(placeholder)")
      .replacingOccurrences(of: "$ | 75.00", with: "  | \(placeholder)")
      .replacingOccurrences(of: "$ | 2,284.56", with: "  | \(placeholder)")
    #expect(try await findings(form).map(\.rule) == [])
  }
}
