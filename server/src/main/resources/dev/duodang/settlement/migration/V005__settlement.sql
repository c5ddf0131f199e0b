-- What the settlement writer keeps. Only order_key and tally are ever changed; all else is added to.

-- The one place where an order number is unique; tells which revision counts and where its rows are.
CREATE TABLE order_key (
  tenant_id bigint NOT NULL REFERENCES tenant,
  order_no text COLLATE "C" NOT NULL,
  shard int NOT NULL,
  revision bigint NOT NULL,
  updated_at timestamptz,
  chosen_region text,
  digest_high bigint NOT NULL,
  digest_low bigint NOT NULL,
  sequence int NOT NULL,
  lines int NOT NULL,
  first_month date NOT NULL,
  month date NOT NULL,
  state text NOT NULL,
  PRIMARY KEY (tenant_id, order_no)
) WITH (fillfactor = 80);
CALL protect('order_key');
GRANT SELECT ON order_key TO ${application};
GRANT SELECT, INSERT, UPDATE ON order_key TO ${writer};

CREATE TABLE order_revision (
  tenant_id bigint NOT NULL,
  month date NOT NULL,
  order_no text COLLATE "C" NOT NULL,
  revision bigint NOT NULL,
  sequence int NOT NULL,
  facts text NOT NULL,
  region text,
  received_at timestamptz NOT NULL,
  by_whom text NOT NULL,
  PRIMARY KEY (tenant_id, order_no, revision, month)
) PARTITION BY RANGE (month);
CALL protect('order_revision');
GRANT SELECT ON order_revision TO ${application};
GRANT SELECT, INSERT ON order_revision TO ${writer};

-- One order in one relation after one command; the highest sequence counts.
CREATE TABLE settlement (
  tenant_id bigint NOT NULL,
  month date NOT NULL,
  order_no text COLLATE "C" NOT NULL,
  sequence int NOT NULL,
  relation text NOT NULL,
  revision bigint NOT NULL,
  state text NOT NULL,
  book_id text,
  book_version int,
  payer_id text,
  payee_id text,
  currency char(3) NOT NULL,
  total_minor bigint NOT NULL,
  pricing_time timestamptz,
  holds text NOT NULL,
  settled_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, order_no, sequence, relation, month)
) PARTITION BY RANGE (month);
CALL protect('settlement');
GRANT SELECT ON settlement TO ${application};
GRANT SELECT, INSERT ON settlement TO ${writer};

CREATE TABLE line (
  tenant_id bigint NOT NULL,
  month date NOT NULL,
  order_no text COLLATE "C" NOT NULL,
  number int NOT NULL CHECK (number >= 1),
  sequence int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('CHARGE', 'MODIFIER', 'LIMIT', 'REVERSAL')),
  revision bigint NOT NULL,
  relation text NOT NULL,
  payee_id text,
  book_id text NOT NULL,
  book_version int NOT NULL,
  category text NOT NULL,
  item int NOT NULL,
  tier text,
  modifier text,
  part text,
  label text NOT NULL,
  amount_minor bigint NOT NULL,
  currency char(3) NOT NULL,
  quantity text,
  formula text NOT NULL,
  reverses int,
  cause text,
  posted_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, order_no, number, month),
  CHECK ((kind = 'REVERSAL') = (reverses IS NOT NULL))
) PARTITION BY RANGE (month);
CALL protect('line');
GRANT SELECT ON line TO ${application};
GRANT SELECT, INSERT ON line TO ${writer};

CREATE TABLE decision (
  tenant_id bigint NOT NULL,
  month date NOT NULL,
  order_no text COLLATE "C" NOT NULL,
  sequence int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('QUOTE', 'REGION', 'RELEASE')),
  relation text,
  category text,
  item int,
  tier text,
  amount text,
  region text,
  reason text NOT NULL,
  by_whom text NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, order_no, sequence, month)
) PARTITION BY RANGE (month);
CALL protect('decision');
GRANT SELECT ON decision TO ${application};
GRANT SELECT, INSERT ON decision TO ${writer};

-- What the orders of one visit come to together under one tier or limit.
CREATE TABLE tally (
  tenant_id bigint NOT NULL REFERENCES tenant,
  visit_id text NOT NULL,
  relation text NOT NULL,
  counter text NOT NULL,
  contributions text NOT NULL,
  given_minor bigint NOT NULL,
  PRIMARY KEY (tenant_id, visit_id, relation, counter)
);
CALL protect('tally');
GRANT SELECT, INSERT, UPDATE ON tally TO ${writer};

-- An action of a person, done once however often it is sent.
CREATE TABLE idempotency_key (
  tenant_id bigint NOT NULL REFERENCES tenant,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  person_id bigint NOT NULL,
  request_hash text NOT NULL,
  order_no text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, key)
);
CALL protect('idempotency_key');
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO ${application};

INSERT INTO monthly_table VALUES ('order_revision'), ('settlement'), ('line'), ('decision');
