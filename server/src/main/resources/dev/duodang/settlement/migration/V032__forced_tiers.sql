-- A tier that somebody chose for an order, and that it counts no longer.
ALTER TABLE decision DROP CONSTRAINT decision_kind_check;
ALTER TABLE decision ADD CONSTRAINT decision_kind_check
  CHECK (kind IN ('QUOTE', 'REGION', 'RELEASE', 'RERATE', 'FORCE', 'UNFORCE'));
