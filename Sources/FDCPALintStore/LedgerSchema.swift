import GRDB

/// The tables of a ledger, and how older ones become today's.
///
/// A step that was released is never changed: another one follows it.
enum LedgerSchema {
  /// Marks the file as a ledger, in its header: `FDCP`.
  static let application: UInt32 = 0x4644_4350

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: nights") { db in try db.execute(sql: nights) }
    return migrator
  }

  private static let nights = """
    CREATE TABLE nights (
      number INTEGER PRIMARY KEY,
      fingerprints TEXT NOT NULL
    );
    CREATE TABLE rules (
      number INTEGER PRIMARY KEY,
      digest TEXT NOT NULL UNIQUE
    );
    CREATE TABLE consumers (
      number INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      body BLOB
    );
    CREATE TABLE debts (
      consumer INTEGER NOT NULL REFERENCES consumers,
      name TEXT NOT NULL,
      body BLOB NOT NULL,
      PRIMARY KEY (consumer, name)
    ) WITHOUT ROWID;
    -- Numbers are in the order in which records came. `channel` is that of outbound ones with a time.
    CREATE TABLE records (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      consumer INTEGER NOT NULL REFERENCES consumers,
      night INTEGER NOT NULL,
      path TEXT NOT NULL,
      row INTEGER,
      day INTEGER,
      channel TEXT,
      body BLOB NOT NULL,
      rules INTEGER REFERENCES rules,
      marks BLOB
    );
    CREATE INDEX records_of_consumer ON records (consumer, number);
    CREATE INDEX records_by_day ON records (day) WHERE day IS NOT NULL;
    CREATE INDEX records_by_channel ON records (channel) WHERE channel IS NOT NULL;
    -- Where an id stands as well, with something else.
    CREATE TABLE rivals (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      path TEXT NOT NULL,
      row INTEGER NOT NULL,
      UNIQUE (id, path, row)
    );
    CREATE TABLE talks (
      record INTEGER PRIMARY KEY REFERENCES records ON DELETE CASCADE,
      agent TEXT NOT NULL,
      collector TEXT,
      began INTEGER NOT NULL,
      ended INTEGER NOT NULL,
      person TEXT NOT NULL
    );
    CREATE INDEX talks_of_agent ON talks (agent, collector);
    CREATE TABLE overlaps (
      record INTEGER PRIMARY KEY REFERENCES records ON DELETE CASCADE,
      other_consumer TEXT NOT NULL,
      other_record TEXT NOT NULL,
      seconds INTEGER NOT NULL
    );
    -- What could not be read (without a record), and what could not be decided of a record.
    CREATE TABLE problems (
      number INTEGER PRIMARY KEY,
      night INTEGER NOT NULL,
      path TEXT NOT NULL,
      row INTEGER,
      consumer TEXT,
      record INTEGER REFERENCES records ON DELETE CASCADE,
      body BLOB NOT NULL
    );
    CREATE INDEX problems_by_place ON problems (path, row);
    CREATE INDEX problems_of_record ON problems (record);
    -- `parts` says which of the next three columns a judgement hangs on. It also holds only while the
    -- log's last day is later than `after` and no later than `until`.
    CREATE TABLE judgements (
      consumer INTEGER PRIMARY KEY REFERENCES consumers,
      basis TEXT NOT NULL,
      parts INTEGER NOT NULL,
      first INTEGER,
      last INTEGER,
      channels TEXT NOT NULL,
      after INTEGER,
      until INTEGER,
      open BLOB NOT NULL,
      problems BLOB NOT NULL
    );
    CREATE TABLE facts (
      consumer INTEGER NOT NULL REFERENCES consumers,
      place INTEGER NOT NULL,
      name TEXT NOT NULL,
      source TEXT NOT NULL,
      body BLOB NOT NULL,
      PRIMARY KEY (consumer, place)
    ) WITHOUT ROWID;
    CREATE TABLE findings (
      consumer INTEGER NOT NULL REFERENCES consumers,
      place INTEGER NOT NULL,
      fingerprint TEXT NOT NULL,
      night INTEGER NOT NULL,
      rule TEXT NOT NULL,
      body BLOB NOT NULL,
      PRIMARY KEY (consumer, place)
    ) WITHOUT ROWID;
    -- Findings of the night before that the last one has no more.
    CREATE TABLE closed (
      number INTEGER PRIMARY KEY,
      rule TEXT NOT NULL,
      body BLOB NOT NULL
    );
    """
}
