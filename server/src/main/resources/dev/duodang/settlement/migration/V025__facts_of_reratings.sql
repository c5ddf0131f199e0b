-- The facts of an order as it was settled again, where master records add other ones than before.
ALTER TABLE decision ADD COLUMN facts text;
