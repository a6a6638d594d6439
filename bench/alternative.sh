#!/usr/bin/env bash
# The obvious alternative, as an able person writes it in an afternoon: gpg --decrypt | psql COPY | SQL screen and join | gpg --sign --encrypt.
# No acknowledgement, no reasons but one code a request, no approval, no accounting, no ledger, no restart in the middle; personal data in clear in the database.
#   bench/alternative.sh PORT WORLD SEALED WORK     started by bench/run; tells in WORK/alternative.result
set -euo pipefail
port=$1 world=$2 sealed=$3 work=$4
PGPASSWORD=$(cat "$world/secrets/postgres") # the server asks every role for its password
export PGPASSWORD GNUPGHOME=$work/gnupg PGHOST=127.0.0.1 PGPORT=$port PGUSER=postgres PGDATABASE=alternative PGOPTIONS="-c client_min_messages=warning"
sql() { psql -X -q -v ON_ERROR_STOP=1 "$@"; }
pgp() { gpg --batch --quiet --yes --trust-model always --no-auto-check-trustdb "$@"; }
now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", b - a }'; }

# Not measured: keys, and the records in a database of the alternative's own.
mkdir -m 700 "$GNUPGHOME"
pgp --import "$world/secrets/gateway.sec.asc" "$world"/config/keys/HOA-001.asc "$world"/config/keys/OFF-*.asc
gateway=$(gpg --batch --with-colons --show-keys "$world/gateway.pub.asc" | awk -F: '/^fpr/ { print $10; exit }')
officers=$(cd "$world/config/keys" && ls OFF-*.asc | sed 's/\.asc$//')
psql -X -q -d postgres -c 'create database alternative'
sql -c 'create schema records' -c "create table records.taxpayer (
  tin text not null, tin_type text not null, given_name text not null, middle_name text, surname text not null,
  suffix text, birth_date date not null, line1 text not null, line2 text, city text not null, state text not null,
  postal_code text not null, period text not null, last_known boolean not null, name_control text not null)"
psql -X -q -d records -c '\copy records.taxpayer to stdout' | sql -c '\copy records.taxpayer from stdin'
sql -c 'create index on records.taxpayer (tin)' -c 'analyze records.taxpayer' -c 'create table asked (line text not null)' -f "$(dirname "$0")/plain.sql"
mkdir "$work/out"

# Seconds of processors, of this script and its programs and of PostgreSQL's processes.
cpu() {
  local server own
  server=$(head -1 "$world/postgres/data/postmaster.pid")
  own=$(awk '{ sub(/.*\) /, ""); print $12 + $13 + $14 + $15 }' /proc/$$/stat)
  cat /proc/[0-9]*/stat 2>/dev/null | awk -v s="$server" -v own="$own" '{ pid = $1; sub(/.*\) /, "")
    if (pid == s) t += $12 + $13 + $14 + $15; else if ($2 == s) t += $12 + $13 } END { printf "%.2f", (t + own) / 100 }'
}
begun_cpu=$(cpu) begun=$(now)
pgp --status-fd 3 --decrypt "$sealed" 3>"$work/status" | sql -c "\\copy asked from stdin with (format csv, delimiter e'\\x01', quote e'\\x02')"
grep -q GOODSIG "$work/status"
loaded=$(now)
sql -f "$(dirname "$0")/screen.sql"
joined=$(now)
for officer in $officers; do
  sql -At -c "select jsonb_build_object('requestId', request_id, 'outcome', case when matched then 'DISCLOSED' else 'NOT_DISCLOSED' end, 'address', address)
    from answer where code is null and officer = '$officer' order by request_id" \
    | pgp --local-user "$gateway" --recipient "$(gpg --batch --with-colons --show-keys "$world/config/keys/$officer.asc" | awk -F: '/^fpr/ { print $10; exit }')" \
      --sign --encrypt --output "$work/out/$officer.pgp"
done
ended=$(now) ended_cpu=$(cpu)

{
  echo "seconds=$(since "$begun" "$ended")"
  echo "cpu=$(since "$begun_cpu" "$ended_cpu")"
  echo "load_seconds=$(since "$begun" "$loaded")"
  echo "join_seconds=$(since "$loaded" "$joined")"
  echo "seal_seconds=$(since "$joined" "$ended")"
  sql -At -c "select 'refused=' || count(*) filter (where code is not null) || e'\nmatched=' || count(*) filter (where matched)
    || e'\nunmatched=' || count(*) filter (where code is null and not matched) from answer"
} >"$work/alternative.result"
