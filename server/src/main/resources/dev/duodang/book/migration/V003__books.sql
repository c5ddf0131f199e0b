-- Price books and their versions. A version is never changed; a correction is a further version.
CREATE TABLE book (
  tenant_id bigint NOT NULL REFERENCES tenant,
  book_id text NOT NULL,
  relation text NOT NULL,
  PRIMARY KEY (tenant_id, book_id),
  UNIQUE (tenant_id, relation)
);
CALL protect('book');
GRANT SELECT, INSERT ON book TO ${application};

CREATE TABLE book_version (
  tenant_id bigint NOT NULL,
  book_id text NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  source text NOT NULL,
  name text NOT NULL,
  currency char(3) NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  recorded_at timestamptz NOT NULL,
  published_by text NOT NULL,
  note text NOT NULL,
  accepted_gaps text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, book_id, version),
  FOREIGN KEY (tenant_id, book_id) REFERENCES book,
  CHECK (valid_until IS NULL OR valid_until > valid_from)
);
CALL protect('book_version');
GRANT SELECT, INSERT ON book_version TO ${application};
