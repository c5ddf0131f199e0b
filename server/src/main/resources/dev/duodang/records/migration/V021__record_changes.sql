-- How often the master records of a kind were changed: who changes them holds the row, and who
-- keeps them in memory compares the number.
CREATE TABLE record_change (
  tenant_id bigint NOT NULL REFERENCES tenant,
  kind text COLLATE "C" NOT NULL,
  number bigint NOT NULL,
  PRIMARY KEY (tenant_id, kind)
);
CALL protect('record_change');
GRANT SELECT, INSERT, UPDATE ON record_change TO ${application};
