import Testing

@testable import FDCPALint

@Suite struct TemplateReadingsTests {
  private func made(_ text: String, limit: Int = Reading.limit) -> TemplateReadings {
    let bytes = Array(text.utf8)
    return TemplateReadings(
      Template(bytes), of: MappedText(bytes, 0..<bytes.count), limit: limit)
  }

  private func texts(_ text: String) -> [String] { made(text).readings.map(\.text.string) }

  @Test(arguments: [
    ("a{% if x %}b{% endif %}c", ["abc", "ac"]),
    ("{% if x %}b{% else %}c{% endif %}", ["b", "c"]),
    ("{% if x %}1{% elsif y %}2{% elif z %}3{% else %}4{% endif %}", ["1", "2", "3", "4"]),
    ("{% unless x %}b{% endunless %}", ["", "b"]),
    ("{% if x %}a{% endif %}{% unless x %}b{% endunless %}", ["a", "b"]),
    ("{% if x %}a{% endif %}{% if not x %}b{% endif %}", ["a", "b"]),
    ("{% if x %}a{% endif %}{% if y %}b{% endif %}", ["ab", "a", "b", ""]),
    ("{% if s == \"CA\" %}1{% endif %}{% if s == 'NY' %}2{% endif %}", ["1", "2", ""]),
    ("{% if s != 'CA' %}1{% else %}2{% endif %}", ["2", "1"]),
    ("{% case s %}x{% when 'a', 'b' %}1{% when 'c' %}2{% else %}3{% endcase %}", ["1", "2", "3"]),
    ("{% for d in debts %}{{ d }},{% endfor %}", ["{{ d }},", ""]),
    ("{% for d in debts %}1{% else %}0{% endfor %}", ["1", "0"]),
    ("a{% comment %}{% if x %}b{% endcomment %}c", ["ac"]),
    ("a{# note #}b{%- assign x = 1 -%}c", ["abc"]),
    ("{% raw %}{{ x }}{% if y %}{% endraw %}", ["{{ x }}{% if y %}"]),
    ("{% block body %}b{% endblock %}{% set x %}y{% endset %}", ["by"]),
    ("{{#if x}}a{{else}}b{{/if}}", ["a", "b"]),
    ("{{#if x}}a{{else if y}}b{{/if}}", ["a", "b", ""]),
    ("{{#unless x}}a{{/unless}}{{#if x}}b{{/if}}", ["b", "a"]),
    ("{{#each debts}}{{this}} {{/each}}", ["{{this}} ", ""]),
    ("{{#paid}}a{{/paid}}{{^paid}}b{{/paid}}", ["a", "b"]),
    ("{{#if (eq s \"CA\")}}1{{/if}}{{#if (eq s \"NY\")}}2{{/if}}", ["1", "2", ""]),
    ("{{! note }}a{{!-- }} --}}b{{~#if x~}}c{{~/if~}}", ["abc", "ab"]),
    ("a {{> footer}} b", ["a {{_footer_}} b"]),
    ("one\n{% if x %}\ntwo\n  {% endif %}\nthree", ["one\ntwo\nthree", "one\nthree"]),
    ("{% if x %}{% if y %}a{% else %}b{% endif %}{% endif %}", ["a", "b", ""]),
    ("no tags, {{ x }}", ["no tags, {{ x }}"]),
  ])
  func everyReadingThatAReaderCouldReceive(template: String, expected: [String]) {
    #expect(texts(template).sorted() == expected.sorted())
  }

  @Test func choicesAreNamedByTheirConditions() {
    let labels = made("{% if s == 'CA' %}1{% elsif paid %}2{% else %}3{% endif %}").readings
      .map { $0.choices.map(\.label) }
    #expect(labels == [["where s is \"CA\""], ["where paid"], ["where not paid"]])
  }

  @Test(arguments: [
    ("a\n{% if x %}b", "unclosed-block", "{% endif %}", ["a\nb"]),
    ("{{#each xs}}b", "unclosed-block", "{{/each}}", ["b"]),
    ("{% comment %}b", "unclosed-block", "{% endcomment %}", ["b"]),
    ("b{% endif %}", "unopened-block", "a block of that name that is open", ["b"]),
    ("b{% else %}c", "unopened-block", "an open block around it", ["bc"]),
    ("{% if x %}a{% for y in z %}b{% endif %}", "unclosed-block", "{% endfor %}", ["ab", ""]),
    ("a {% if x", "unclosed-tag", "%} or }}", ["a {% if x"]),
  ])
  func aTagWithoutItsPartnerIsAFault(
    template: String, code: String, expected: String, readings: [String]
  ) {
    let faults = Template(Array(template.utf8)).faults
    #expect(faults.map(\.code) == [code])
    #expect(faults.map(\.expected) == [expected])
    #expect(texts(template) == readings)
  }

  @Test func tooManyCombinationsAreCutAndEachBranchIsStillRead() {
    let template = (0..<9).map { "{% if c\($0) %}y\($0){% else %}n\($0){% endif %}" }.joined()
    let made = made(template)
    #expect(made.isCut)
    #expect(made.readings.count <= Reading.limit)
    for index in 0..<9 {
      #expect(made.readings.contains { $0.text.string.contains("y\(index)") })
      #expect(made.readings.contains { $0.text.string.contains("n\(index)") })
    }
    #expect(!self.made(template, limit: 512).isCut)
    #expect(self.made(template, limit: 512).readings.count == 512)
  }

  /// The readings of random templates are what a slow evaluation of every assignment gives.
  @Test func readingsAreThoseOfEveryAssignment() {
    var random = SplitMix64(seed: 21)
    for _ in 0..<300 {
      let tree = Branch.random(&random, depth: 3)
      var expected: Set<String> = []
      for assignment in 0..<16 { expected.insert(tree.text(assignment)) }
      #expect(Set(texts(tree.template)) == expected)
    }
  }

  /// A template as a tree, rendered by walking it once for each assignment of four conditions.
  private indirect enum Branch {
    case word(String)
    case both(Branch, Branch)
    case choice(Int, isNegated: Bool, Branch, Branch)

    static func random(_ random: inout SplitMix64, depth: Int) -> Branch {
      switch depth == 0 ? 0 : random.below(3) {
      case 0: .word("w\(random.below(90)) ")
      case 1: .both(.random(&random, depth: depth - 1), .random(&random, depth: depth - 1))
      default:
        .choice(
          random.below(4), isNegated: random.chance(30), .random(&random, depth: depth - 1),
          .random(&random, depth: depth - 1))
      }
    }

    var template: String {
      switch self {
      case .word(let word): word
      case .both(let first, let second): first.template + second.template
      case .choice(let condition, let isNegated, let first, let second):
        isNegated
          ? "{% unless c\(condition) %}\(first.template){% else %}\(second.template){% endunless %}"
          : "{{#if c\(condition)}}\(first.template){{else}}\(second.template){{/if}}"
      }
    }

    func text(_ assignment: Int) -> String {
      switch self {
      case .word(let word): return word
      case .both(let first, let second): return first.text(assignment) + second.text(assignment)
      case .choice(let condition, let isNegated, let first, let second):
        let holds = (assignment >> condition & 1 == 1) != isNegated
        return holds ? first.text(assignment) : second.text(assignment)
      }
    }
  }
}
