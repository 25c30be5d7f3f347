#!/usr/bin/env bash
# Ctrl-C while families' courses are being written: exit code 130, what had finished is told, and neither the file
# nor what grew beside it is left.
#   interrupted.sh LSCB FOLDER
set -euo pipefail
set -m  # or the shell would have its children ignore SIGINT
readonly program=$1 folder=$2
rm -rf "$folder"
mkdir -p "$folder"
trap 'rm -rf "$folder"' EXIT

fail() {
  printf 'interrupted: %s\n' "$*" >&2
  cat "$folder/err" >&2
  exit 1
}

# Not empty: whether the file can be written is tried before the work is begun.
grows() { [[ -n $(find "$folder" -name 'trace.jsonl.part*' -size +0) ]]; }

# Runs the command and sends SIGINT once its file has begun to grow. Where it was done before that, tries again.
interrupted() {
  local attempt pid code
  for attempt in 1 2 3 4 5; do
    rm -f "$folder"/trace.jsonl*
    "$program" "$@" >"$folder/out" 2>"$folder/err" &
    pid=$!
    until grows || ! kill -0 "$pid" 2>/dev/null; do sleep 0.02; done
    kill -INT "$pid" 2>/dev/null || true
    code=0
    wait "$pid" || code=$?
    if ((code != 0)); then break; fi
  done
  ((code == 130)) || fail "$*: exit code $code after attempt $attempt, expected 130"
  if compgen -G "$folder/trace.jsonl*" >/dev/null; then fail "$*: left $(ls "$folder")"; fi
  grep -q '^lscb: stopped; no trace was written$' "$folder/err" || fail "$*: does not say that it was stopped"
}

interrupted trace no-change "$folder/trace.jsonl"
if [[ -s $folder/out ]]; then fail "trace: printed something"; fi
interrupted run no-change --trace "$folder/trace.jsonl" --replications 3 --no-progress
grep -q '^Runs      3 replications' "$folder/out" || fail "run: does not tell what had finished"
