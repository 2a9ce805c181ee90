public import FDCPALint

/// A shape in which a report can be written.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people at a terminal.
  case text
  /// One line a finding.
  case concise
  /// One JSON document.
  case json
  /// One JSON object a line, the summary last.
  case jsonl
  /// SARIF 2.1.0.
  case sarif
  /// JUnit's XML, as continuous integration reads it.
  case junit
  /// Workflow commands of GitHub Actions: annotations on lines.
  case github
  /// One row a finding, for spreadsheets (RFC 4180).
  case csv
  /// One page that needs no network.
  case html
  /// A summary for a pull request or a ticket.
  case markdown

  /// Whether it shows texts whatever ``RenderOptions/showText`` says.
  public var alwaysShowsText: Bool {
    switch self {
    case .text, .concise: true
    case .json, .jsonl, .sarif, .junit, .github, .csv, .html, .markdown: false
    }
  }

  /// Whether it shows a report's overview.
  public var showsOverview: Bool {
    switch self {
    case .json, .csv, .html: true
    case .text, .concise, .jsonl, .sarif, .junit, .github, .markdown: false
    }
  }

  /// Writes a report. Same report and options, same bytes.
  public func render(_ report: Report, options: RenderOptions = RenderOptions()) -> String {
    switch self {
    case .text: TextReport(report: report, options: options).render()
    case .concise: conciseReport(report)
    case .json: JSONReport(report: report, options: options).render()
    case .jsonl: JSONLinesText(report, options).text
    case .sarif: SARIFReport(report: report, options: options).render()
    case .junit: JUnitReport(report: report, options: options).render()
    case .github: GitHubReport(report: report, options: options).render()
    case .csv: CSVReport(report: report, options: options).render()
    case .html: HTMLReport(report: report, options: options).render()
    case .markdown: MarkdownReport(report: report, options: options).render()
    }
  }
}

/// What a format needs to know beside the report.
public struct RenderOptions: Sendable {
  /// Whether text for people carries terminal colours.
  public var color: Bool
  /// Whether formats that redact show texts in full.
  public var showText: Bool
  /// Whether the report's texts are masked already, as those of a saved run may be.
  public var wasRedacted = false
  public var audience = Audience.internal
  public var redactor: Redactor
  /// The tool's version, named in JSON, SARIF and HTML.
  public var toolVersion: String
  /// Absolute folder that SARIF paths are made relative to; `nil`: paths stay as given.
  public var root: String?
  /// The folder that relative paths start from, relative to ``root``; empty: the root itself.
  public var directory: String

  public init(
    color: Bool = false, showText: Bool = false, redactor: Redactor = Redactor(vocabulary: []),
    toolVersion: String = "0.0.0", root: String? = nil, directory: String = ""
  ) {
    self.color = color
    self.showText = showText
    self.redactor = redactor
    self.toolVersion = toolVersion
    self.root = root
    self.directory = directory
  }
}
