-- Months whose rows lie in files of their own. They are taken out the oldest first and come back the
-- newest first, so that one day parts what is here from what is not.
CREATE TABLE archived_month (
  month date PRIMARY KEY CHECK (month = date_trunc('month', month)),
  file text NOT NULL,
  seal text NOT NULL,
  rows bigint NOT NULL,
  bytes bigint NOT NULL,
  archived_at timestamptz NOT NULL
);
GRANT SELECT ON archived_month TO ${application}, ${writer};

-- The first month that is here; an order that began before it is not whole. Null if all are.
CREATE FUNCTION first_month_here() RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT (max(month) + interval '1 month')::date FROM archived_month;
  END;
