-- The store of a cohort. `file` is what the last run found, `result` what a content shows, all others belong to a result.
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (path TEXT PRIMARY KEY, sha256 TEXT, code TEXT, message TEXT) WITHOUT ROWID;
CREATE TABLE result (
    sha256 TEXT PRIMARY KEY, settings TEXT NOT NULL, code TEXT, message TEXT, format TEXT, pages INTEGER,
    name TEXT, mail TEXT, name_key TEXT, mail_key TEXT, newest TEXT, records BLOB, page BLOB
);
CREATE TABLE report (
    sha256 TEXT NOT NULL REFERENCES result ON DELETE CASCADE, target INTEGER NOT NULL,
    fit REAL NOT NULL, overall REAL, required REAL, preferred REAL, PRIMARY KEY (sha256, target)
) WITHOUT ROWID;
CREATE TABLE finding (
    sha256 TEXT NOT NULL REFERENCES result ON DELETE CASCADE, target INTEGER NOT NULL, number INTEGER NOT NULL,
    status TEXT NOT NULL, credit REAL NOT NULL, PRIMARY KEY (sha256, target, number)
) WITHOUT ROWID;
CREATE TABLE step (
    sha256 TEXT NOT NULL REFERENCES result ON DELETE CASCADE, target INTEGER NOT NULL, number INTEGER NOT NULL,
    skill TEXT NOT NULL, gain REAL NOT NULL, PRIMARY KEY (sha256, target, number)
) WITHOUT ROWID;
CREATE TABLE skill (
    sha256 TEXT NOT NULL REFERENCES result ON DELETE CASCADE, skill TEXT NOT NULL,
    status TEXT NOT NULL, months INTEGER, last_used TEXT, PRIMARY KEY (sha256, skill)
) WITHOUT ROWID;
CREATE TABLE skill_name (skill TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
