#!/usr/bin/env bash
# How long a build takes with nothing to do, and after one file of the model was touched.
#   incremental.sh BUILD_DIRECTORY
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
build_dir=${1:?which build directory?}

# The whole way a person takes: ./dev, with its look at the packages. `seconds` is the result.
timed_build() {
  local before=$EPOCHREALTIME
  ./dev build >/dev/null 2>&1 || { ./dev build; return 1; }
  local after=$EPOCHREALTIME
  seconds=$(awk -v a="$before" -v b="$after" 'BEGIN { printf "%.1f", b - a }')
}

row() { printf '  %-44s %6s s   at most %s s\n' "$1" "$2" "$3"; }

model_files=(sim/model/door/*.cpp)
if [[ ! -e ${model_files[0]} ]]; then
  echo "incremental.sh: there is no file sim/model/door/*.cpp to touch" >&2
  exit 1
fi

timed_build
printf 'Building again (%s, %s processors)\n' "$build_dir" "$(nproc)"
timed_build
row 'nothing to do' "$seconds" 10
# A build must not be spared by a compiler cache, which would know the untouched text.
export CCACHE_DISABLE=1
touch "${model_files[0]}"
timed_build
row "after touching ${model_files[0]}" "$seconds" 30
