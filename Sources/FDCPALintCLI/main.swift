import Foundation

exit(await FDCPALintCommand.codeOfRun())
