-- What orders refer to: who is paid, and what can be done.
CREATE TABLE counterparty (
  tenant_id bigint NOT NULL REFERENCES tenant,
  counterparty_id text NOT NULL CHECK (length(counterparty_id) BETWEEN 1 AND 64),
  kind text NOT NULL CHECK (kind IN ('PARTNER', 'ENGINEER', 'DEPARTMENT')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  type text,
  mode text,
  grade text,
  regions text[] NOT NULL DEFAULT '{}',
  partner_id text,
  PRIMARY KEY (tenant_id, counterparty_id)
);
CALL protect('counterparty');
GRANT SELECT, INSERT ON counterparty TO ${application};

CREATE TABLE service_item (
  tenant_id bigint NOT NULL REFERENCES tenant,
  path text NOT NULL CHECK (length(path) BETWEEN 1 AND 120),
  PRIMARY KEY (tenant_id, path)
);
CALL protect('service_item');
GRANT SELECT, INSERT ON service_item TO ${application};
