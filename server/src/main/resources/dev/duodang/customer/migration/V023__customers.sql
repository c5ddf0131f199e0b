-- Customers of whom something is known that an order need not say again. Versions as of
-- counterparties.
CREATE TABLE customer (
  tenant_id bigint NOT NULL REFERENCES tenant,
  customer_id text COLLATE "C" NOT NULL CHECK (length(customer_id) BETWEEN 1 AND 64),
  PRIMARY KEY (tenant_id, customer_id)
);
CALL protect('customer');
GRANT SELECT, INSERT ON customer TO ${application};

CREATE TABLE customer_version (
  tenant_id bigint NOT NULL,
  customer_id text COLLATE "C" NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  valid_from date,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  class text,
  reason text NOT NULL CHECK (length(reason) <= 500),
  by_whom text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, customer_id, version),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer
);
CALL protect('customer_version');
CALL only_added_to('customer_version');
GRANT SELECT, INSERT ON customer_version TO ${application};
