#!/usr/bin/env bash
# Rules about the files themselves, none of which a compiler checks. Prints every breach; exit code 1 if any.
#   layout.sh [DIRECTORY]   default: the project this script belongs to
set -euo pipefail
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/../..}"

breaches=0

# rule SENTENCE PATTERN FILE...: no line of the files may match.
rule() {
  local sentence=$1 pattern=$2 found
  shift 2
  if (($# == 0)); then return; fi
  if found=$(grep -HnE -- "$pattern" "$@"); then
    printf '%s\n%s\n\n' "$sentence" "$found"
    breaches=1
  fi
}

# files NAME-PATTERN... -- DIRECTORY...: sorted, one a line; absent directories hold none.
files() {
  local -a names=(-false)
  while [[ $1 != -- ]]; do
    names+=(-o -name "$1")
    shift
  done
  shift
  find "$@" -type f \( "${names[@]}" \) 2>/dev/null | sort || true
}

mapfile -t sources < <(files '*.h' '*.cpp' -- sim ui tests)
mapfile -t headers < <(files '*.h' -- sim ui tests)
mapfile -t deciding < <(files '*.h' '*.cpp' -- sim/model/door sim/model/pathway sim/model/workforce sim/model/change)
mapfile -t model < <(files '*.h' '*.cpp' -- sim/kernel sim/model | grep -vE '^sim/model/(trace|world)/' || true)
mapfile -t build_files < <(files CMakeLists.txt '*.cmake' CMakePresets.json '*.sh' dev run -- CMakeLists.txt CMakePresets.json dev .ci sim ui tests)
mapfile -t texts < <(files '*.h' '*.cpp' '*.cmake' CMakeLists.txt '*.toml' '*.md' '*.json' '*.sh' dev run -- \
  CMakeLists.txt CMakePresets.json README.md dev .ci sim ui tests scenarios)

rule 'Headers are reached as "room/header.h", never by way of the folder above:' \
  '#[[:space:]]*include[[:space:]]*["<][^">]*\.\./' "${sources[@]}"
rule 'A decision may not see the truth (sim/model/life):' \
  '#[[:space:]]*include[[:space:]]*["<]life/' "${deciding[@]}"
rule 'What a family went through (sim/model/trace) is written by the world, and read by no part of the model:' \
  '#[[:space:]]*include[[:space:]]*["<]trace/' "${model[@]}"
rule 'A header opens no namespace for those who include it:' \
  '^[[:space:]]*using[[:space:]]+namespace' "${headers[@]}"
rule "The browser's standard library lacks these (fmt stands in for <format>, <algorithm> for ranges):" \
  '#include <(format|source_location|coroutine|memory_resource|execution)>|std::(jthread|stop_token|bit_cast|ranges::|source_location)' \
  "${sources[@]}"
rule 'Options that make results differ between machines:' \
  '^[^#]*(-march=|-mtune=native|-ffast-math|-Ofast)' "${build_files[@]}"
rule 'Package hosts belong to the machine, not to the project:' \
  '[a-z]+://[a-z0-9.-]+' "${build_files[@]}"
rule "Paths of one machine:" \
  '(^|[^[:alnum:]_.}/-])/(home|root|work|Users)/' "${texts[@]}"
rule 'Work left undone is an issue, not a comment:' '\b(TO''DO|FIX''ME|XX''X)\b' "${texts[@]}"

for file in "${sources[@]}"; do
  lines=$(wc -l <"$file")
  if ((lines > 500)); then
    printf '%s has %d lines; a file holds one concept and at most 500 lines.\n\n' "$file" "$lines"
    breaches=1
  fi
done

exit "$breaches"
