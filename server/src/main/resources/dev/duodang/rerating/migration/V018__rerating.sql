-- The past priced again by a corrected book: what it would change, then the change itself.
-- position is the order up to which everything is counted, or settled again.
CREATE TABLE rerating (
  tenant_id bigint NOT NULL REFERENCES tenant,
  rerating_id bigint GENERATED ALWAYS AS IDENTITY,
  book_id text NOT NULL,
  book_version int NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  state text NOT NULL CHECK (state IN ('COUNTING', 'COUNTED', 'RUNNING', 'STOPPED', 'DONE')),
  position text COLLATE "C" NOT NULL DEFAULT '',
  orders bigint NOT NULL DEFAULT 0,
  counted bigint NOT NULL DEFAULT 0,
  differing bigint NOT NULL DEFAULT 0,
  looked bigint NOT NULL DEFAULT 0,
  changed bigint NOT NULL DEFAULT 0,
  refused bigint NOT NULL DEFAULT 0,
  asked_by text NOT NULL,
  asked_at timestamptz NOT NULL,
  approved_by text,
  approved_at timestamptz,
  finished_at timestamptz,
  PRIMARY KEY (tenant_id, rerating_id),
  FOREIGN KEY (tenant_id, book_id, book_version) REFERENCES book_version
);
-- Two at once would count what the other changes.
CREATE UNIQUE INDEX rerating_open ON rerating (tenant_id)
  WHERE state IN ('COUNTING', 'COUNTED', 'RUNNING', 'STOPPED');
CALL protect('rerating');
GRANT SELECT, INSERT, UPDATE, DELETE ON rerating TO ${application};

-- What it would change for whom.
CREATE TABLE rerating_effect (
  tenant_id bigint NOT NULL,
  rerating_id bigint NOT NULL,
  relation text NOT NULL,
  party_id text COLLATE "C" NOT NULL,
  currency char(3) NOT NULL,
  orders bigint NOT NULL,
  taken_back_minor bigint NOT NULL,
  posted_minor bigint NOT NULL,
  PRIMARY KEY (tenant_id, rerating_id, relation, party_id, currency),
  FOREIGN KEY (tenant_id, rerating_id) REFERENCES rerating ON DELETE CASCADE
);
CALL protect('rerating_effect');
GRANT SELECT, INSERT, UPDATE, DELETE ON rerating_effect TO ${application};

ALTER TABLE decision DROP CONSTRAINT decision_kind_check;
ALTER TABLE decision ADD CONSTRAINT decision_kind_check
  CHECK (kind IN ('QUOTE', 'REGION', 'RELEASE', 'RERATE'));
