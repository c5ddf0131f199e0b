-- A policy asks for the tenant once a statement, not once a row: as a query of its own the answer is
-- kept, as a function in the comparison it is computed for each row that is read or written.
CREATE OR REPLACE PROCEDURE protect(guarded regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format('CREATE POLICY own_tenant ON %s USING (tenant_id = (SELECT current_tenant()))', guarded);
END $$;

DO $$
DECLARE
  guarded regclass;
BEGIN
  FOR guarded IN
    SELECT polrelid FROM pg_policy
    WHERE polname = 'own_tenant' AND pg_get_expr(polqual, polrelid) = '(tenant_id = current_tenant())'
    ORDER BY polrelid
  LOOP
    EXECUTE format('ALTER POLICY own_tenant ON %s USING (tenant_id = (SELECT current_tenant()))', guarded);
  END LOOP;
END $$;
