-- What was reported of measures that no order carries, of each counterparty and period. Of several
-- revisions the highest counts; none is changed.
CREATE TABLE outside_value (
  tenant_id bigint NOT NULL REFERENCES tenant,
  measure text COLLATE "C" NOT NULL,
  party_id text COLLATE "C" NOT NULL,
  period text NOT NULL CHECK (period IN ('DAY', 'MONTH', 'QUARTER', 'YEAR')),
  from_day date NOT NULL,
  revision bigint NOT NULL CHECK (revision > 0),
  value numeric NOT NULL CHECK (value >= 0),
  reason text NOT NULL,
  by_whom text NOT NULL,
  reported_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, measure, party_id, period, from_day, revision)
);
CALL protect('outside_value');
CALL only_added_to('outside_value');
GRANT SELECT ON outside_value TO ${application};
GRANT SELECT, INSERT ON outside_value TO ${writer};
