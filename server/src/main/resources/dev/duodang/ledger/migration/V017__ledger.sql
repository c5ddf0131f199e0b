-- The ledger. An entry moves one amount from one account to another, so every entry balances by
-- itself, and with it every entity and currency after every commit. Nothing is changed: what was
-- wrong is taken back by an entry of the negative amount on the same accounts.
CREATE TABLE ledger_entry (
  tenant_id bigint NOT NULL,
  month date NOT NULL,
  source text NOT NULL CHECK (source IN ('ORDER', 'VOUCHER', 'REBATE')),
  document text COLLATE "C" NOT NULL,
  sequence int NOT NULL,
  number int NOT NULL,
  leg int NOT NULL,
  entity text COLLATE "C" NOT NULL,
  debit text NOT NULL,
  debit_party text NOT NULL,
  credit text NOT NULL,
  credit_party text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  currency char(3) NOT NULL,
  happened_on date NOT NULL,
  posted_at timestamptz NOT NULL,
  text text NOT NULL,
  by_whom text NOT NULL,
  PRIMARY KEY (tenant_id, source, document, sequence, number, leg, month),
  CHECK ((debit, debit_party) <> (credit, credit_party))
) PARTITION BY RANGE (month);
-- Rows lie in the order of their posting, which is all that this index needs.
CREATE INDEX ledger_entry_posted ON ledger_entry USING brin (posted_at) WITH (pages_per_range = 32);
CALL protect('ledger_entry');
CALL only_added_to('ledger_entry');
GRANT SELECT ON ledger_entry TO ${application};
GRANT SELECT, INSERT ON ledger_entry TO ${writer};
INSERT INTO monthly_table VALUES ('ledger_entry');

-- Sums of the entries by the day that they belong to and the day that they were posted, both in the
-- company's zone, so that no balance of any past day adds up entries.
CREATE TABLE account_day (
  tenant_id bigint NOT NULL REFERENCES tenant,
  entity text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  party text COLLATE "C" NOT NULL,
  currency char(3) NOT NULL,
  posted_on date NOT NULL,
  happened_on date NOT NULL,
  shard int NOT NULL,
  debit_minor bigint NOT NULL,
  credit_minor bigint NOT NULL,
  PRIMARY KEY (tenant_id, entity, account, party, currency, posted_on, happened_on, shard)
) WITH (fillfactor = 70);
CALL protect('account_day');
GRANT SELECT ON account_day TO ${application};
GRANT SELECT, INSERT, UPDATE ON account_day TO ${writer};

-- What of each rebate is posted as due.
CREATE TABLE rebate_accrual (
  tenant_id bigint NOT NULL REFERENCES tenant,
  document text COLLATE "C" NOT NULL,
  accrued_minor bigint NOT NULL,
  postings int NOT NULL,
  PRIMARY KEY (tenant_id, document)
) WITH (fillfactor = 70);
CALL protect('rebate_accrual');
GRANT SELECT ON rebate_accrual TO ${application};
GRANT SELECT, INSERT, UPDATE ON rebate_accrual TO ${writer};

-- Companies whose orders were settled before there was a ledger, and the order up to which theirs
-- are posted.
CREATE TABLE ledger_opening (
  tenant_id bigint PRIMARY KEY REFERENCES tenant,
  position text COLLATE "C" NOT NULL DEFAULT ''
);
SELECT set_config('duodang.directory', 'on', true);
INSERT INTO ledger_opening (tenant_id) SELECT tenant_id FROM tenant;
CALL protect('ledger_opening');
GRANT SELECT, UPDATE, DELETE ON ledger_opening TO ${writer};
