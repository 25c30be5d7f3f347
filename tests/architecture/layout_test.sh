#!/usr/bin/env bash
# Each rule of layout.sh must catch a planted breach and leave an innocent neighbour alone.
set -euo pipefail
layout=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/layout.sh
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
failures=0

# planted BREACHES|PASSES FILE LINE...
planted() {
  local expected=$1 file=$root/$2 outcome=passes
  shift 2
  mkdir -p "$(dirname "$file")"
  printf '%s\n' "$@" >"$file"
  if ! "$layout" "$root" >/dev/null; then outcome=breaches; fi
  if [[ $outcome != "$expected" ]]; then
    printf 'expected that it %s, but it %s: %s: %s\n' "$expected" "$outcome" "${file#"$root"/}" "${1:0:80}"
    failures=1
  fi
  rm -r "$file"
}

long_file() { for ((i = 0; i < $1; i++)); do echo "int a$i;"; done; }
slash=/

planted passes sim/model/door/door.h '#include "record/record.h"'
planted breaches sim/model/door/door.h '#include "../record/record.h"'
planted breaches sim/model/pathway/clock.cpp '  #  include "life/truth.h"'
planted passes sim/model/observe/notice.cpp '#include "life/truth.h"'
planted breaches sim/model/door/screening.cpp '#include "trace/step.h"'
planted passes sim/model/world/calls.cpp '#include "trace/step.h"'
planted passes sim/report/trace_lines.cpp '#include "trace/step.h"'
planted breaches sim/kernel/clock.h 'using namespace std;'
planted passes sim/kernel/clock.cpp 'using namespace std::chrono_literals;'
planted breaches sim/report/table.cpp '#include <format>'
planted breaches sim/report/table.cpp 'std::ranges::sort(rows);'
planted passes sim/report/table.cpp '#include <fmt/format.h>'
planted breaches CMakeLists.txt 'add_compile_options(-ma''rch=native)'
planted passes CMakeLists.txt '# no -march=native'
planted breaches dev "curl https:$slash/example.org/x"
planted breaches sim/cli/main.cpp "open(\"${slash}home/someone/x\");"
planted passes sim/cli/main.cpp "open(\"${slash}usr/share/x\"); // sim${slash}work/x"
planted breaches scenarios/area.toml '# TO''DO: figure'
planted passes sim/kernel/long.cpp "$(long_file 500)"
planted breaches sim/kernel/long.cpp "$(long_file 501)"

exit "$failures"
