-- Sums kept in the writer's transaction, so that the board never adds up lines. Dimension ALL has
-- one row an hour and region; the others one row a day (hour -1), region and key.
CREATE TABLE rollup (
  tenant_id bigint NOT NULL REFERENCES tenant,
  day date NOT NULL,
  hour smallint NOT NULL,
  shard int NOT NULL,
  region text NOT NULL,
  dimension text NOT NULL CHECK (dimension IN ('ALL', 'PARTNER', 'ENGINEER', 'TIER')),
  key text NOT NULL,
  orders bigint NOT NULL,
  amount_minor bigint NOT NULL,
  income_minor bigint NOT NULL,
  PRIMARY KEY (tenant_id, day, dimension, hour, region, key, shard)
) WITH (fillfactor = 70);
CALL protect('rollup');
GRANT SELECT ON rollup TO ${application};
GRANT SELECT, INSERT, UPDATE ON rollup TO ${writer};
