-- The writer streams new rows into the partition of their month. There it may name every column but
-- the tenant's, which is filled with the tenant of its transaction and may not be null; it may read
-- and change nothing. Nobody else may do anything there: rows are read through the table and its
-- policy. COPY is refused where row-level security is on, so on a partition it is off.
CREATE PROCEDURE open_partition(partition regclass) LANGUAGE plpgsql AS $$
DECLARE
  columns text;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) INTO columns
  FROM pg_attribute
  WHERE attrelid = partition AND attnum > 0 AND NOT attisdropped AND attname <> 'tenant_id';
  EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', partition);
  EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', partition);
  EXECUTE format('REVOKE ALL ON %s FROM PUBLIC, ${application}, ${writer}', partition);
  EXECUTE format('GRANT INSERT (%s) ON %s TO ${writer}', columns, partition);
END $$;

-- After columns were added to a table that grows by month.
CREATE PROCEDURE open_partitions() LANGUAGE plpgsql AS $$
DECLARE
  parent text;
  partition regclass;
BEGIN
  FOR parent IN SELECT name FROM monthly_table ORDER BY name LOOP
    EXECUTE format('ALTER TABLE duodang.%I ALTER COLUMN tenant_id SET DEFAULT duodang.current_tenant()',
      parent);
    FOR partition IN
      SELECT inhrelid FROM pg_inherits WHERE inhparent = ('duodang.' || parent)::regclass ORDER BY inhrelid
    LOOP
      CALL open_partition(partition);
    END LOOP;
  END LOOP;
END $$;

CREATE OR REPLACE PROCEDURE make_partitions(first_month date, last_month date) LANGUAGE plpgsql AS $$
DECLARE
  parent text;
  month date;
  partition text;
BEGIN
  FOR parent IN SELECT name FROM duodang.monthly_table ORDER BY name LOOP
    month := first_month;
    WHILE month <= last_month LOOP
      partition := parent || to_char(month, '_YYYY_MM');
      IF to_regclass('duodang.' || partition) IS NULL THEN
        EXECUTE format('CREATE TABLE duodang.%I PARTITION OF duodang.%I FOR VALUES FROM (%L) TO (%L)',
          partition, parent, month, month + interval '1 month');
        CALL duodang.open_partition(('duodang.' || partition)::regclass);
      END IF;
      month := month + interval '1 month';
    END LOOP;
  END LOOP;
END $$;

REVOKE ALL ON PROCEDURE open_partition(regclass), open_partitions() FROM PUBLIC;
CALL open_partitions();
