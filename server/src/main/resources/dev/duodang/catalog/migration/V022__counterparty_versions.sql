-- What is said of a counterparty, in versions: each from its day on (from always, where there is
-- none) until the next; of those from one day the one recorded last counts. Only added to.
CREATE TABLE counterparty_version (
  tenant_id bigint NOT NULL,
  counterparty_id text NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  valid_from date,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  type text,
  mode text,
  grade text,
  taxpayer text CHECK (taxpayer IN ('GENERAL', 'SMALL_SCALE', 'INDIVIDUAL')),
  regions text[] NOT NULL DEFAULT '{}',
  partner_id text,
  cost_centre text,
  reason text NOT NULL CHECK (length(reason) <= 500),
  by_whom text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, counterparty_id, version),
  FOREIGN KEY (tenant_id, counterparty_id) REFERENCES counterparty
);

-- The rows of all tenants move here, past the policy that shows one tenant's.
ALTER TABLE counterparty NO FORCE ROW LEVEL SECURITY;
INSERT INTO counterparty_version (tenant_id, counterparty_id, version, valid_from, name, type, mode,
                                  grade, regions, partner_id, reason, by_whom, recorded_at)
SELECT tenant_id, counterparty_id, 1, NULL, name, type, mode, grade, regions, partner_id, '',
       'upgrade', now()
FROM counterparty;
ALTER TABLE counterparty FORCE ROW LEVEL SECURITY;
ALTER TABLE counterparty DROP COLUMN name, DROP COLUMN type, DROP COLUMN mode, DROP COLUMN grade,
  DROP COLUMN regions, DROP COLUMN partner_id;

CALL protect('counterparty_version');
CALL only_added_to('counterparty_version');
GRANT SELECT, INSERT ON counterparty_version TO ${application};
