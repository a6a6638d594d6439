#!/usr/bin/env bash
# Creates four roles and two databases: the owner migrates, the application reads and writes, the role for accounts
# changes accounts, the records reader sees one view. Run it once, as superuser, in an empty cluster. It reads passwords from files, never from a command line.
# DATADIR_RECORDS is the directory of the records' own tablespace.
set -euo pipefail
: "${SECRETS:=/run/secrets}" "${DATADIR_RECORDS:=/var/lib/postgresql/records}"
export SECRETS DATADIR_RECORDS
for role in owner app accounts records; do
  [ -s "$SECRETS/$role" ] || { echo "$SECRETS/$role contains no password. Write one, then start again with an empty cluster." >&2; exit 1; }
done
install -d -m 700 "$DATADIR_RECORDS"
psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\set owner `cat "$SECRETS/owner"`
\set app `cat "$SECRETS/app"`
\set accounts `cat "$SECRETS/accounts"`
\set records `cat "$SECRETS/records"`
\set space `echo "$DATADIR_RECORDS"`
set password_encryption = 'scram-sha-256';
create role countersign_owner login password :'owner';
create role countersign_app login password :'app';
create role countersign_accounts login password :'accounts' connection limit 20;
create role records_reader login password :'records' connection limit 20;
alter role records_reader set default_transaction_read_only = on;
create tablespace records_space location :'space';
create database countersign owner countersign_owner;
create database records owner countersign_owner tablespace records_space;
revoke all on database countersign, records from public;
grant connect on database countersign to countersign_app, countersign_accounts;
grant connect on database records to records_reader;
SQL
