-- What of a line's amount, or beside it, is tax; nothing where its book has no taxes.
ALTER TABLE line
  ADD COLUMN tax_category text,
  ADD COLUMN taxpayer text CHECK (taxpayer IN ('GENERAL', 'SMALL_SCALE', 'INDIVIDUAL')),
  ADD COLUMN tax_percent text,
  ADD COLUMN net_minor bigint,
  ADD COLUMN tax_minor bigint,
  ADD CONSTRAINT line_tax_is_whole
    CHECK (num_nulls(tax_category, taxpayer, tax_percent, net_minor, tax_minor) IN (0, 5));
