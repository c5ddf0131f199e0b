-- What the orders of a counterparty come to over a period under one counter or rebate: one row,
-- however many orders there are. What a single order has in it stands with the order.
CREATE TABLE period_window (
  tenant_id bigint NOT NULL REFERENCES tenant,
  relation text NOT NULL,
  payer_id text COLLATE "C" NOT NULL,
  payee_id text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('COUNTER', 'REBATE')),
  name text COLLATE "C" NOT NULL,
  period text NOT NULL CHECK (period IN ('DAY', 'MONTH', 'QUARTER', 'YEAR')),
  from_day date NOT NULL,
  currency char(3) NOT NULL,
  count bigint NOT NULL,
  quantity numeric NOT NULL,
  minor bigint NOT NULL,
  PRIMARY KEY (tenant_id, relation, payer_id, payee_id, kind, name, period, from_day, currency)
) WITH (fillfactor = 70);
CALL protect('period_window');
GRANT SELECT ON period_window TO ${application};
GRANT SELECT, INSERT, UPDATE ON period_window TO ${writer};

CREATE INDEX period_window_rebates ON period_window (tenant_id, from_day) WHERE kind = 'REBATE';

ALTER TABLE order_key ADD COLUMN contributions text;

-- A visit or a period may give back more than the order's own lines hold: a reversal of no line.
ALTER TABLE line DROP CONSTRAINT line_check;
ALTER TABLE line ADD CONSTRAINT line_check CHECK (kind = 'REVERSAL' OR reverses IS NULL);
