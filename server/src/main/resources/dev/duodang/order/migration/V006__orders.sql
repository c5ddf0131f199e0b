-- The order as lists show and search it: one row an order, as it is now. Everything in it can be
-- made again from what the settlement writer keeps.
CREATE TABLE work_order (
  tenant_id bigint NOT NULL,
  month date NOT NULL,
  order_no text COLLATE "C" NOT NULL,
  revision bigint NOT NULL,
  status text NOT NULL,
  stage text,
  service text NOT NULL,
  region text,
  address text,
  customer_class text,
  counterparty_id text,
  handlers text[] NOT NULL,
  case_no text,
  related_order text,
  related_kind text,
  state text NOT NULL,
  hold_reasons text[] NOT NULL,
  tier_name text,
  cost_minor bigint NOT NULL,
  income_minor bigint,
  currency char(3) NOT NULL,
  created_at timestamptz,
  completed_at timestamptz,
  finish_due timestamptz,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, order_no, month)
) PARTITION BY RANGE (month);
CREATE INDEX work_order_changed ON work_order (tenant_id, changed_at DESC, order_no DESC);
CREATE INDEX work_order_counterparty ON work_order (tenant_id, counterparty_id, changed_at DESC);
CREATE INDEX work_order_region ON work_order (tenant_id, region, changed_at DESC);
CREATE INDEX work_order_case ON work_order (tenant_id, case_no) WHERE case_no IS NOT NULL;
CREATE INDEX work_order_related ON work_order (tenant_id, related_order) WHERE related_order IS NOT NULL;
CREATE INDEX work_order_held ON work_order (tenant_id, changed_at DESC) WHERE state = 'ON_HOLD';
CREATE INDEX work_order_open ON work_order (tenant_id, finish_due) WHERE status = 'OPEN';
CREATE INDEX work_order_handlers ON work_order USING gin (handlers);
CALL protect('work_order');
GRANT SELECT ON work_order TO ${application};
GRANT SELECT, INSERT, UPDATE ON work_order TO ${writer};
INSERT INTO monthly_table VALUES ('work_order');

-- Numbers that the desk gives to its orders.
CREATE TABLE desk_number (
  tenant_id bigint NOT NULL REFERENCES tenant,
  day date NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (tenant_id, day)
);
CALL protect('desk_number');
GRANT SELECT, INSERT, UPDATE ON desk_number TO ${application};
