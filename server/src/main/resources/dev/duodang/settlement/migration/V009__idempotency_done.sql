-- Whether what was asked under a key has been done, so that asking again only shows it.
ALTER TABLE idempotency_key ADD COLUMN done boolean NOT NULL DEFAULT false;
