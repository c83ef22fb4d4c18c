#!/usr/bin/env bash
# How long an export of thirty years takes, beside the sqlite3 shell writing the same tables of the same
# journal as CSV. Both run in turn, several times, and the medians and their ratio are printed. The export
# does more: it checks the journal, makes the daily table and the data dictionary, neutralises what a
# spreadsheet would run, and waits until everything is on the disk. The limit is a ratio of 1.5.
#
#     benches/export_against_sqlite3.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."

rounds=${1:-9}
command -v sqlite3 >/dev/null || { echo "skipped: there is no sqlite3"; exit 0; }
cargo build --release --locked --bin afterrun
program=$(realpath "${CARGO_TARGET_DIR:-target}/release/afterrun")

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
"$program" demo --years 30 --until 2026-11-25 --out journal.db

tables=(activity night soreness intake practice check_in checklist checklist_step habit supplement routine
    setting import_batch)
{
    printf '.mode csv\n.headers on\n'
    for table in "${tables[@]}"; do
        # The settings are no records and have no trash.
        where=$([[ $table == setting ]] || echo "WHERE deleted_at IS NULL")
        printf '.once sqlite3/%s.csv\nSELECT * FROM %s %s;\n' "$table" "$table" "$where"
    done
} >tables.sql

# Milliseconds that a command takes.
milliseconds() {
    local begun
    begun=$(date +%s%N)
    "$@" >/dev/null
    echo $((($(date +%s%N) - begun) / 1000000))
}

by_sqlite3() { sqlite3 -readonly journal.db <tables.sql; }
by_afterrun() { "$program" --journal journal.db export afterrun; }

median() { sort -n | sed -n "$(((rounds + 1) / 2))p"; }

for ((round = 0; round < rounds; round++)); do
    rm -rf sqlite3 afterrun
    mkdir sqlite3
    milliseconds by_sqlite3 >>sqlite3.ms
    milliseconds by_afterrun >>afterrun.ms
done

theirs=$(median <sqlite3.ms)
ours=$(median <afterrun.ms)
printf 'sqlite3:  %5d ms (%d to %d), %s\n' "$theirs" "$(sort -n sqlite3.ms | head -1)" \
    "$(sort -n sqlite3.ms | tail -1)" "$(du -sh sqlite3 | cut -f1)"
printf 'afterrun: %5d ms (%d to %d), %s\n' "$ours" "$(sort -n afterrun.ms | head -1)" \
    "$(sort -n afterrun.ms | tail -1)" "$(du -sh afterrun | cut -f1)"
awk -v ours="$ours" -v theirs="$theirs" 'BEGIN { printf "ratio:    %.2f\n", ours / theirs }'
