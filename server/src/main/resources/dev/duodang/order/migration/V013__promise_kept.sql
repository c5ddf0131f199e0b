-- Whether the promise to finish was kept, by its calendar and without pauses; null where nothing is
-- promised or known. Rows from before say it by finish_due alone.
ALTER TABLE work_order ADD COLUMN finish_kept boolean;
