"""The SQLite schema, version by version, and which tables speak of a visitor."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE visitor (
        no INTEGER PRIMARY KEY, site TEXT NOT NULL, visitor TEXT NOT NULL,
        ref TEXT NOT NULL,
        rev INTEGER NOT NULL, seen_at INTEGER NOT NULL, record BLOB NOT NULL,
        UNIQUE (site, visitor)
    );
    CREATE INDEX visitor_ref ON visitor (ref);
    CREATE TABLE stream (
        no INTEGER NOT NULL, sid_h TEXT NOT NULL, hi INTEGER NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (no, sid_h)
    ) WITHOUT ROWID;
    CREATE TABLE push (
        no INTEGER NOT NULL, ps INTEGER NOT NULL, exp_at INTEGER NOT NULL, state TEXT NOT NULL, row BLOB NOT NULL,
        PRIMARY KEY (no, ps)
    ) WITHOUT ROWID;
    CREATE TABLE session (
        id TEXT PRIMARY KEY, no INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, summary BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX session_last ON session (last);
    CREATE INDEX session_no ON session (no);
    CREATE TABLE log (
        id INTEGER PRIMARY KEY, no INTEGER NOT NULL, session TEXT NOT NULL, at INTEGER NOT NULL,
        kind TEXT NOT NULL, body BLOB NOT NULL
    );
    CREATE INDEX log_no ON log (no, id);
    CREATE TABLE bad (
        id INTEGER PRIMARY KEY, no INTEGER NOT NULL, site TEXT NOT NULL, at INTEGER NOT NULL,
        code TEXT NOT NULL, body BLOB NOT NULL
    );
    CREATE INDEX bad_no ON bad (no);
    CREATE TABLE tombstone (site TEXT NOT NULL, visitor TEXT NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (site, visitor)) WITHOUT ROWID;
    """,
)
"""One script a version; a store of version N runs the scripts after the N-th, in one transaction, backed up first."""

ERASABLE = {"stream": "no", "push": "no", "session": "no", "log": "no", "bad": "no", "visitor": "no"}
"""Every table that speaks of a visitor, and the column that says of whom; export and erase walk this list."""
IMPERSONAL = frozenset({"meta", "tombstone"})
"""Tables that speak of nobody, or (tombstone) only so that the erased stay erased."""
