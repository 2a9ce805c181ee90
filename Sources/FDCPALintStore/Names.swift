import FDCPALint
import GRDB

// Both modules have these names; here each means one thing.
typealias Record = FDCPALint.Record
typealias Row = GRDB.Row
