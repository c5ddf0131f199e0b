-- What a voucher is proven by: an invoice, a photograph, an agreement. A file is known by its content.
CREATE TABLE voucher_file (
  tenant_id bigint NOT NULL,
  voucher_no text COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  media_type text NOT NULL,
  content bytea NOT NULL,
  by_whom text NOT NULL,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, voucher_no, sha256),
  FOREIGN KEY (tenant_id, voucher_no) REFERENCES voucher
);
-- Files are compressed already, most of them.
ALTER TABLE voucher_file ALTER COLUMN content SET STORAGE EXTERNAL;
CALL protect('voucher_file');
CALL only_added_to('voucher_file');
GRANT SELECT, INSERT ON voucher_file TO ${application};
