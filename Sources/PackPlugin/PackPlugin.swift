import PackagePlugin

/// Turns the rule files and tables under `Patterns/` into one Swift file when the package is built.
@main
struct PackPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target as? any SourceModuleTarget else { return [] }
    let output = context.pluginWorkDirectoryURL.appending(path: "ShippedPacks.swift")
    let files = module.sourceFiles.map(\.url).filter {
      ["yaml", "csv"].contains($0.pathExtension)
    }
    return [
      .buildCommand(
        displayName: "Compiling rule packs",
        executable: try context.tool(named: "PackCompilerTool").url,
        arguments: [module.directoryURL.path(), output.path()],
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
