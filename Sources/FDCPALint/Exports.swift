// A rule's vocabulary lives below this module, because the build reads rule files before the
// library exists. Whoever uses the library sees one module.
@_exported public import PackCompiler
