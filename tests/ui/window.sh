#!/usr/bin/env bash
# lscb-ui as a person meets it: a real window on a virtual screen, clicked and typed at from outside, and looked
# at in the screen's own memory, not the program's.
#   window.sh PROGRAM SCENARIO_FOLDER
set -euo pipefail
program=$1
export LSCB_SCENARIOS=$2
work=$(mktemp -d)
server='' window_program=''
finish() {
  local code=$?
  if [[ -n $window_program ]]; then kill "$window_program" 2>/dev/null || true; fi
  if [[ -n $server ]]; then kill "$server" 2>/dev/null || true; fi
  if ((code != 0)); then cat "$work"/*.log >&2 || true; fi
  rm -rf "$work"
}
trap finish EXIT
fail() { echo "window.sh: $*" >&2; exit 1; }
# until_true SECONDS WHAT COMMAND...
until_true() {
  local deadline=$((SECONDS + $1)) what=$2
  shift 2
  until "$@"; do
    ((SECONDS < deadline)) || fail "waited in vain: $what"
    sleep 0.1
  done
}

# The server chooses a free display and keeps its pixels in a file.
Xvfb -displayfd 3 -screen 0 1280x900x24 -fbdir "$work" -nolisten tcp 3>"$work/display" >"$work/xvfb.log" 2>&1 &
server=$!
until_true 20 'a virtual screen' test -s "$work/display"
DISPLAY=:$(tr -d '[:space:]' <"$work/display")
export DISPLAY
readonly screen=$work/Xvfb_screen0 width=1200 height=860
differing() { cmp -l "$1" "$2" | wc -l || true; }
look() { cp "$screen" "$work/$1"; }

look empty
"$program" --replications 3 --size ${width}x$height --picture "$work/picture.png" >"$work/program.log" 2>&1 &
window_program=$!
window=''
find_window() { window=$(xdotool search --onlyvisible --name '^LSCB planning room' 2>/dev/null | head -1) && [[ -n $window ]]; }
until_true 20 'a visible window' find_window
xdotool windowfocus "$window"
drawn() { look before; (($(differing "$work/empty" "$work/before") > 100000)); }
until_true 20 'something drawn in it' drawn

# The button to run spans the foot of the left panel.
click() {
  xdotool mousemove --window "$window" "$1" "$2"
  sleep 0.3
  xdotool mousedown 1
  sleep 0.3
  xdotool mouseup 1
}
title_has() { [[ $(xdotool getwindowname "$window") == *"$1"* ]]; }
click 240 $((height - 88))
until_true 45 'three runs to be done' title_has '3 of 3 runs, done'
changed() { look after; (($(differing "$work/before" "$work/after") > 50000)); }
until_true 10 'the answer to be drawn' changed

xdotool key --delay 100 ctrl+plus
zoomed() { look larger; (($(differing "$work/after" "$work/larger") > 50000)); }
until_true 10 'larger letters' zoomed

xdotool key --delay 100 ctrl+p
until_true 10 'the picture of the window' test -s "$work/picture.png"
[[ $(head -c 4 "$work/picture.png" | tail -c 3) == PNG ]] || fail 'the picture is no PNG'

xdotool key --delay 100 ctrl+q
gone() { ! kill -0 "$window_program" 2>/dev/null; }
until_true 20 'the window to close' gone
wait "$window_program" || fail "lscb-ui ended with code $?"
window_program=''
