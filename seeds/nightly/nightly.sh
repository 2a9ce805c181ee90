#!/bin/sh
# One night: adds what lies in the inbox to the ledger, writes the report, and puts the logs away.
#
#   nightly.sh FOLDER
#
# FOLDER holds inbox/ (tonight's contacts*.csv, .tsv, .jsonl, .sqlite under names that no other night
# has, and consumers.* and debts.* where they changed), ledger.sqlite, reports/ and done/. Run it
# again after any stop: rows that the ledger has already change nothing.
#
# Leaves with 0 when the night is over, with findings or without; with 3 when something could not
# be read (the report says what); with 2 and 4 when there is no report, and then nothing was moved.
set -u
umask 077

folder=${1:?"usage: nightly.sh FOLDER"}
tool=${FDCPALINT:-fdcpalint}
cd "$folder" || exit 2
mkdir -p inbox done reports || exit 2

# A second run beside this one would find the ledger in use; better that it never starts.
exec 9>.lock
if command -v flock >/dev/null 2>&1; then
  flock -n 9 || { echo "another night is running in $folder" >&2; exit 2; }
fi

set --
for table in consumers debts mapping; do
  for file in inbox/"$table".*; do
    [ -f "$file" ] && set -- "$@" "--$table" "$file" && break
  done
done
logs=0
for file in inbox/contacts*; do
  case $file in *-wal | *-shm | *-journal) continue ;; esac
  [ -f "$file" ] && set -- "$@" "$file" && logs=$((logs + 1))
done
# Without a log the clock goes on all the same: what is due and did not come is found.
[ "$logs" -gt 0 ] || echo "no log in $folder/inbox" >&2

night=$(date +%Y-%m-%d)
new=reports/.new
rm -rf "$new" && mkdir "$new" || exit 2
"$tool" audit "$@" --ledger ledger.sqlite --format concise \
  --report html="$new/report.html" --report json="$new/report.json" >"$new/report.txt"
code=$?
case $code in
  0 | 1 | 3) ;;
  *) exit "$code" ;;
esac
# The report first, the logs after it: a stop in between repeats the night and loses nothing.
rm -rf "reports/$night" && mv "$new" "reports/$night" || exit 2
for file in inbox/*; do
  case $file in */consumers.* | */debts.* | */mapping.*) continue ;; esac
  [ -f "$file" ] || continue
  place=done/${file#inbox/}
  # A name that another night had as well must not cost that night's log.
  while [ -e "$place" ]; do place=$place.again; done
  mv "$file" "$place" || exit 2
done
[ "$code" -eq 3 ] && exit 3
exit 0
