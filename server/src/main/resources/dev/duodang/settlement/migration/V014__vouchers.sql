-- Amounts between the company and a counterparty that no price book computes.
CREATE TABLE voucher (
  tenant_id bigint NOT NULL REFERENCES tenant,
  voucher_no text COLLATE "C" NOT NULL CHECK (length(voucher_no) BETWEEN 1 AND 64),
  kind text NOT NULL CHECK (kind IN (
    'REWARD', 'PENALTY', 'CASH_HANDED_IN', 'ADVANCE', 'ADVANCE_SET_OFF', 'DEPOSIT',
    'DEPOSIT_RETURNED', 'RETENTION', 'RETENTION_RELEASED', 'PAYMENT', 'RECEIPT', 'DISPUTE',
    'DISPUTE_WITHDRAWN')),
  party_id text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor <> 0),
  currency char(3) NOT NULL,
  entity text,
  happened_on date NOT NULL,
  order_no text,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  reverses text COLLATE "C",
  by_whom text NOT NULL,
  posted_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, voucher_no),
  FOREIGN KEY (tenant_id, reverses) REFERENCES voucher,
  CHECK ((reverses IS NULL) = (amount_minor > 0))
);
-- A voucher is taken back once.
CREATE UNIQUE INDEX voucher_reverses ON voucher (tenant_id, reverses) WHERE reverses IS NOT NULL;
CREATE INDEX voucher_party ON voucher (tenant_id, party_id, happened_on DESC);
CALL protect('voucher');
GRANT SELECT ON voucher TO ${application};
GRANT SELECT, INSERT ON voucher TO ${writer};

-- What is posted stays as it was posted, whoever asks, the owner of the tables included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only ever added to; % is refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
REVOKE ALL ON FUNCTION refuse_change() FROM PUBLIC;

CREATE PROCEDURE only_added_to(guarded regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE ON %s FOR EACH ROW
    EXECUTE FUNCTION refuse_change()', guarded);
  EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON %s FOR EACH STATEMENT
    EXECUTE FUNCTION refuse_change()', guarded);
END $$;
REVOKE ALL ON PROCEDURE only_added_to(regclass) FROM PUBLIC;

CALL only_added_to('order_revision');
CALL only_added_to('settlement');
CALL only_added_to('line');
CALL only_added_to('decision');
CALL only_added_to('voucher');
