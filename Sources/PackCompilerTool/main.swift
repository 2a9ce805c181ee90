import Foundation
import PackCompiler

// Turns a folder of packs into one Swift file of static strings; called by the build.
guard CommandLine.arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: PackCompilerTool FOLDER OUTPUT.swift\n".utf8))
  exit(2)
}
let folder = CommandLine.arguments[1]
do {
  let (packs, examples) = try PackReader().read(PackFile.all(in: folder))
  let source = try EmbeddedPacks.source(
    packs: packs, examples: examples, places: PlaceTables.read(in: folder))
  try Data(source.utf8).write(to: URL(filePath: CommandLine.arguments[2]))
} catch let error as PackError {
  // The form that compilers use, so that editors and the build log link to the line.
  for problem in error.problems {
    let place = "\(folder)/\(problem.file):\(max(1, problem.line)):\(max(1, problem.column))"
    FileHandle.standardError.write(Data("\(place): error: \(problem.message)\n".utf8))
  }
  exit(1)
} catch {
  FileHandle.standardError.write(Data("error: \(error)\n".utf8))
  exit(1)
}
