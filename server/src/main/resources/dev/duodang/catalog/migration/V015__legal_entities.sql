-- The legal entities of a company, each with the regions whose orders are in its books.
CREATE TABLE legal_entity (
  tenant_id bigint NOT NULL REFERENCES tenant,
  entity_id text COLLATE "C" NOT NULL CHECK (length(entity_id) BETWEEN 1 AND 64),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  regions text[] NOT NULL DEFAULT '{}',
  added_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, entity_id)
);
CALL protect('legal_entity');
GRANT SELECT, INSERT ON legal_entity TO ${application};
