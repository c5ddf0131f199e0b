-- Files of orders on their way in. position is the row up to which everything is committed.
CREATE TABLE import (
  tenant_id bigint NOT NULL REFERENCES tenant,
  import_id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  format text NOT NULL,
  state text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
  position bigint NOT NULL DEFAULT 0,
  rows bigint NOT NULL DEFAULT 0,
  accepted bigint NOT NULL DEFAULT 0,
  repeated bigint NOT NULL DEFAULT 0,
  stale bigint NOT NULL DEFAULT 0,
  rejected bigint NOT NULL DEFAULT 0,
  bytes bigint NOT NULL,
  bytes_read bigint NOT NULL DEFAULT 0,
  by_whom text NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  problem text,
  PRIMARY KEY (tenant_id, import_id)
);
CALL protect('import');
GRANT SELECT, INSERT, UPDATE ON import TO ${application};

CREATE TABLE import_rejection (
  tenant_id bigint NOT NULL,
  import_id bigint NOT NULL,
  row bigint NOT NULL,
  number int NOT NULL,
  field text NOT NULL,
  value text NOT NULL,
  reason text NOT NULL,
  allowed text NOT NULL,
  PRIMARY KEY (tenant_id, import_id, row, number),
  FOREIGN KEY (tenant_id, import_id) REFERENCES import
);
CALL protect('import_rejection');
GRANT SELECT, INSERT ON import_rejection TO ${application};
