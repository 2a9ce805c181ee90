import ArgumentParser

struct FDCPALintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fdcpalint",
    abstract: "Says where debt collectors' words and calls break the FDCPA or Regulation F.",
    discussion: """
      Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong usage, configuration or rule,
      3 something could not be read or decided, 4 a bug. Findings are no legal advice.
      """,
    version: fdcpalintVersion,
    subcommands: [
      CheckCommand.self, AuditCommand.self, MayContactCommand.self, RulesCommand.self,
      ExplainCommand.self, ReportCommand.self, ReviewCommand.self, VerifyCommand.self,
      BaselineCommand.self, InitCommand.self, ConfigCommand.self, HookCommand.self,
    ])
}

extension FDCPALintCommand {
  /// Runs the command line and gives the process's code.
  ///
  /// The codes are a contract, and the argument parser's own for wrong usage is another, so its
  /// errors are told here.
  static func codeOfRun() async -> Int32 {
    do {
      var command = try await parsed(Array(CommandLine.arguments.dropFirst()))
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      return 0
    } catch let stop as ExitWith {
      return stop.code
    } catch let error as UsageError {
      Console.error("error: \(error.message)")
      return ExitWith.usage.code
    } catch {
      return told(error)
    }
  }

  /// The command that the arguments name.
  ///
  /// `check` is what an editor runs at every save and a hook at every commit: it is tried by itself
  /// first, so that the other commands are not laid out for it. Whatever is wrong with its arguments
  /// is told by the whole command line, which knows what it is called.
  private static func parsed(_ arguments: [String]) async throws -> any ParsableCommand {
    if arguments.first == CheckCommand.configuration.commandName,
      let check = try? CheckCommand.parse(Array(arguments.dropFirst()))
    {
      return check
    }
    return try await asyncParseAsRoot(arguments)
  }

  private static func told(_ error: any Error) -> Int32 {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if code.isSuccess {
      Console.output(text + "\n")
      return 0
    }
    if code == ExitCode.validationFailure {
      Console.error(text)
      return ExitWith.usage.code
    }
    Console.error("error: a bug in fdcpalint: \(text)")
    return ExitWith.bug.code
  }
}

/// A stop with a code of the contract.
struct ExitWith: Error {
  let code: Int32

  static let usage = ExitWith(code: 2)
  static let bug = ExitWith(code: 4)
}

/// Wrong usage, configuration or rules: told in one message, code 2.
struct UsageError: Error {
  let message: String
}
