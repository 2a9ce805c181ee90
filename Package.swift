// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "fdcpalint",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "fdcpalint", targets: ["FDCPALintCLI"]),
    .library(name: "FDCPALint", targets: ["FDCPALint", "FDCPALintReports", "FDCPALintStore"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .target(name: "PCRE2", dependencies: ["CPCRE2"], swiftSettings: strict),
    .target(
      name: "PackCompiler",
      dependencies: ["PCRE2", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .executableTarget(
      name: "PackCompilerTool", dependencies: ["PackCompiler"], swiftSettings: strict),
    .plugin(
      name: "PackPlugin", capability: .buildTool(), dependencies: ["PackCompilerTool"],
      path: "Sources/PackPlugin"),
    .target(
      name: "Patterns", path: "Patterns", exclude: ["README.md"], plugins: ["PackPlugin"]),
    .target(
      name: "FDCPALint",
      dependencies: [
        "PCRE2", "PackCompiler", "Patterns", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "FDCPALintStore",
      dependencies: ["FDCPALint", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "FDCPALintReports", dependencies: ["FDCPALint"], exclude: ["Schemas"],
      swiftSettings: strict),
    .executableTarget(
      name: "FDCPALintCLI",
      dependencies: [
        "FDCPALint", "FDCPALintReports", "FDCPALintStore", "PCRE2",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "ScanBenchmark", dependencies: ["FDCPALint"], path: "Tests/Benchmarks/ScanBenchmark",
      swiftSettings: strict),
    .executableTarget(
      name: "PeerBenchmark", dependencies: ["FDCPALint"], path: "Tests/Benchmarks/PeerBenchmark",
      swiftSettings: strict),
    .testTarget(name: "PCRE2Tests", dependencies: ["PCRE2"], swiftSettings: strict),
    .testTarget(name: "PackCompilerTests", dependencies: ["PackCompiler"], swiftSettings: strict),
    .testTarget(
      name: "FDCPALintTests", dependencies: ["FDCPALint", "PCRE2"],
      exclude: ["Corpus/clean.jsonl", "Notices/Forms"], swiftSettings: strict),
    .testTarget(
      name: "FDCPALintReportsTests",
      dependencies: ["FDCPALint", "FDCPALintReports", "PackCompiler"],
      swiftSettings: strict),
    .testTarget(
      name: "FDCPALintStoreTests",
      dependencies: [
        "FDCPALint", "FDCPALintCLI", "FDCPALintReports", "FDCPALintStore",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(name: "FDCPALintCLITests", dependencies: ["FDCPALintCLI"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
