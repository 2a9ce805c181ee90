import Testing

@testable import FDCPALint
@testable import FDCPALintReports

@Suite struct MarkdownReportTests {
  private let redacted = RenderOptions(redactor: Sample.redactor, toolVersion: "1.2.3")

  @Test func writesASummaryAsPromised() {
    #expect(
      ReportFormat.markdown.render(Sample.report, options: redacted) == """
        <!-- fdcpalint audit -->
        ## fdcpalint audit: incomplete

        2 errors, 1 warning, 1 advice in 412 records of 60 consumers; 1 problem; 1 not evaluable.

        | total | count |
        | --- | ---: |
        | records | 412 |
        | consumers | 60 |
        | rules | 4 |
        | errors | 2 |
        | warnings | 1 |
        | advice | 1 |
        | problems | 1 |
        | not evaluable | 1 |
        | exit code | 3 |

        ### Findings

        | severity | rule | findings | law |
        | --- | --- | ---: | --- |
        | error | Contact at an inconvenient time (`federal/hours`) | 1 | 15 USC 1692e(4) |
        | error | Threat of arrest or jail (`federal/threat-of-arrest`) | 1 | 15 USC 1692e(4) |
        | warning | More than seven calls (`federal/call-frequency`) | 1 | 15 USC 1692e(4) |
        | advice | Harsh tone (`practice/tone`) | 1 |  |

        | severity | where | finding |
        | --- | --- | --- |
        | error | `letters/june b.txt:3:21` | Threat of arrest or jail: says that not paying \
        leads to “arrested” |
        | error | `calls.csv row 30 (record c-29), field note, 1:9` | Contact at an inconvenient \
        time: says &lt;b&gt;“call “&lt;/b&gt; (alleged, preview) |
        | warning\\[medium\\] | `calls.csv row 15 (record c-14)` | More than seven calls: is call \
        8 to consumer about debt d-1 in 7 days |
        | advice\\[medium\\] | `letters/june b.txt:3:17` | Harsh tone: sounds harsh: “··· \
        arrested” |

        ### How to mend

        - **Contact at an inconvenient time**: Take the sentence out.
        - **Threat of arrest or jail**: Take the sentence out.
        - **More than seven calls**: Take the sentence out.
        - **Harsh tone**: Take the sentence out.

        ### Problems

        What could not be read; while there is any, the run is incomplete.

        | problem |
        | --- |
        | calls.csv:9: at: the time cannot be read; write it with its offset (found tomorrow, \
        expected an instant such as 2026-04-01T10:00:00-04:00) |

        ### Not evaluable

        Where something was missing, a rule could neither flag a record nor clear it.

        | missing | times | rules |
        | --- | ---: | --- |
        | a zone | 1 | `federal/hours` |

        ### What was examined

        412 records of 60 consumers from 1 input, judged by 4 rules; packs: federal 1.0.0.

        | input | records | SHA-256 |
        | --- | ---: | --- |
        | `calls.csv` | 412 | `00ff` |

        Noted while reading:

        - calls.csv: column “dialer” is not known and was left out

        Texts are masked: letters as ·, digits as •, except words that rules look for. Findings \
        are no legal advice. fdcpalint 1.2.3.

        """)
  }

  @Test func aCleanRunSaysWhatWasExamined() {
    let text = ReportFormat.markdown.render(Sample.empty, options: redacted)
    #expect(
      text.contains("## fdcpalint audit: no finding\n\nno finding from 4 rules on 412 records"))
    #expect(!text.contains("### Findings") && text.contains("### What was examined"))
  }

  /// GitHub refuses comments of more than 65,536 characters.
  @Test func fitsIntoAComment() {
    var report = Sample.report
    report.findings = Array(repeating: Sample.jail, count: 2_000) + [Sample.arrest]
    let text = ReportFormat.markdown.render(report, options: redacted)
    #expect(text.count < 65_536)
    #expect(text.contains("\n… and 1,951 more: other formats of the run list all.\n"))
    #expect(text.contains("| error | `letters/june b.txt:3:21` |"))
  }
}
