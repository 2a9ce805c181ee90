/// The tool's version; packs have their own.
let fdcpalintVersion = "0.1.0"
