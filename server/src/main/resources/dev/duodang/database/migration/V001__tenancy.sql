-- What every tenant table builds on: who the tenant is, how a row is guarded, who may write.
GRANT USAGE ON SCHEMA duodang TO ${application}, ${writer};

-- The tenant of this transaction; no tenant, no rows.
CREATE FUNCTION current_tenant() RETURNS bigint
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('duodang.tenant', true), '')::bigint;

-- A proof that somebody without a tenant yet shows: duodang.username, duodang.session, …
CREATE FUNCTION shown_proof(kind text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('duodang.' || kind, true), '');

-- Guards a table: nobody, not its owner either, sees a row of another tenant.
CREATE PROCEDURE protect(guarded regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format('CREATE POLICY own_tenant ON %s USING (tenant_id = current_tenant())', guarded);
END $$;

-- Tables that grow by the month of commit (column month, always a first day).
CREATE TABLE monthly_table (name text PRIMARY KEY);

CREATE PROCEDURE make_partitions(first_month date, last_month date) LANGUAGE plpgsql AS $$
DECLARE
  parent text;
  month date;
  partition text;
BEGIN
  FOR parent IN SELECT name FROM monthly_table ORDER BY name LOOP
    month := first_month;
    WHILE month <= last_month LOOP
      partition := parent || to_char(month, '_YYYY_MM');
      IF to_regclass('duodang.' || partition) IS NULL THEN
        EXECUTE format('CREATE TABLE duodang.%I PARTITION OF duodang.%I FOR VALUES FROM (%L) TO (%L)',
          partition, parent, month, month + interval '1 month');
        -- Reached only through the parent and its policy; by itself it shows nothing to anybody.
        EXECUTE format('ALTER TABLE duodang.%I ENABLE ROW LEVEL SECURITY', partition);
        EXECUTE format('ALTER TABLE duodang.%I FORCE ROW LEVEL SECURITY', partition);
      END IF;
      month := month + interval '1 month';
    END LOOP;
  END LOOP;
END $$;

REVOKE ALL ON PROCEDURE protect(regclass), make_partitions(date, date) FROM PUBLIC;

-- Which server may write: each that takes the lease raises the epoch, and a transaction of the
-- writer holds the row while it writes, so that one with an old epoch can never commit.
CREATE TABLE writer_lease (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  epoch bigint NOT NULL,
  taken_at timestamptz NOT NULL,
  guard boolean NOT NULL DEFAULT true CHECK (guard)
);
INSERT INTO writer_lease (epoch, taken_at) VALUES (0, now());
GRANT SELECT, UPDATE (guard) ON writer_lease TO ${writer};
