-- Contracts of counterparties. A contract is with one party in one relation; what it says otherwise
-- may be corrected by a further version, of which the last counts.
CREATE TABLE contract (
  tenant_id bigint NOT NULL REFERENCES tenant,
  contract_no text COLLATE "C" NOT NULL CHECK (length(contract_no) BETWEEN 1 AND 64),
  counterparty_id text NOT NULL,
  relation text NOT NULL,
  PRIMARY KEY (tenant_id, contract_no),
  FOREIGN KEY (tenant_id, counterparty_id) REFERENCES counterparty
);
CALL protect('contract');
GRANT SELECT, INSERT ON contract TO ${application};

CREATE TABLE contract_version (
  tenant_id bigint NOT NULL,
  contract_no text COLLATE "C" NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  valid_from date NOT NULL,
  valid_until date CHECK (valid_until > valid_from),
  regions text[] NOT NULL,
  services text[] NOT NULL,
  taxpayer text CHECK (taxpayer IN ('GENERAL', 'SMALL_SCALE', 'INDIVIDUAL')),
  reason text NOT NULL CHECK (length(reason) <= 500),
  by_whom text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, contract_no, version),
  FOREIGN KEY (tenant_id, contract_no) REFERENCES contract
);
CALL protect('contract_version');
CALL only_added_to('contract_version');
GRANT SELECT, INSERT ON contract_version TO ${application};

-- From which day on a relation settles with parties under contract only.
CREATE TABLE contract_rule (
  tenant_id bigint NOT NULL REFERENCES tenant,
  relation text NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  valid_from date,
  required boolean NOT NULL,
  reason text NOT NULL CHECK (length(reason) <= 500),
  by_whom text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, relation, version)
);
CALL protect('contract_rule');
CALL only_added_to('contract_rule');
GRANT SELECT, INSERT ON contract_rule TO ${application};
