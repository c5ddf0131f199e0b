-- Tenants, their people, what proves who somebody is.
CREATE TABLE tenant (
  tenant_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  zone text NOT NULL,
  currency char(3) NOT NULL,
  demo boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenant FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON tenant
  USING (tenant_id = current_tenant() OR shown_proof('directory') = 'on')
  WITH CHECK (tenant_id = current_tenant() OR shown_proof('directory') = 'on');
GRANT SELECT, INSERT ON tenant TO ${application};

CREATE TABLE person (
  tenant_id bigint NOT NULL REFERENCES tenant,
  person_id bigint GENERATED ALWAYS AS IDENTITY,
  username text NOT NULL CHECK (username = lower(username) AND length(username) BETWEEN 2 AND 100),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  password_hash text NOT NULL,
  role text NOT NULL,
  scope_kind text NOT NULL CHECK (scope_kind IN ('TENANT', 'REGION', 'COUNTERPARTY', 'SELF')),
  regions text[] NOT NULL DEFAULT '{}',
  counterparties text[] NOT NULL DEFAULT '{}',
  quote_limit_minor bigint CHECK (quote_limit_minor >= 0),
  description text NOT NULL DEFAULT '',
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, person_id)
);
-- A person signs in by this name alone, so it is one of a kind on the whole server.
CREATE UNIQUE INDEX person_username ON person (username);
CALL protect('person');
CREATE POLICY shown_username ON person FOR SELECT USING (username = shown_proof('username'));
GRANT SELECT, INSERT, UPDATE (name, password_hash, role, scope_kind, regions, counterparties, quote_limit_minor, description, active)
  ON person TO ${application};

-- Only hashes of tokens and keys are kept: who reads the table cannot sign in with what he reads.
CREATE TABLE session (
  tenant_id bigint NOT NULL,
  token_hash text NOT NULL,
  person_id bigint NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, token_hash),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person
);
CREATE UNIQUE INDEX session_token ON session (token_hash);
CREATE INDEX session_expiry ON session (tenant_id, expires_at);
CALL protect('session');
CREATE POLICY shown_session ON session FOR SELECT USING (token_hash = shown_proof('session'));
GRANT SELECT, INSERT, UPDATE (expires_at), DELETE ON session TO ${application};

CREATE TABLE api_key (
  tenant_id bigint NOT NULL REFERENCES tenant,
  key_id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  key_hash text NOT NULL,
  role text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  PRIMARY KEY (tenant_id, key_id)
);
CREATE UNIQUE INDEX api_key_hash ON api_key (key_hash);
CALL protect('api_key');
CREATE POLICY shown_key ON api_key FOR SELECT USING (key_hash = shown_proof('api_key'));
GRANT SELECT, INSERT, UPDATE (revoked_at) ON api_key TO ${application};
