#include "measures/spell.h"

#include <algorithm>

#include "measures/need_path.h"

namespace lscb::measures {

void append_spells(const ChildHistory& history, Instant run_end, std::vector<Spell>& spells) {
  const Instant seen_until = std::min(history.leaves, run_end);
  const std::size_t first = spells.size();
  for_each_stretch(history.need, {Instant::long_ago(), seen_until}, [&](Interval stretch, std::uint8_t need) {
    if (need < spell_need) return;
    const bool bridges = spells.size() > first && stretch.from - spells.back().end < bridged_gap;
    if (!bridges) spells.push_back({stretch.from, stretch.to, need, SpellEnd::need_fell});
    spells.back().end = stretch.to;
    spells.back().level = std::max(spells.back().level, need);
  });
  if (spells.size() == first) return;

  // Only the last spell can lack its end: those before it are closed by a gap that was seen to its length.
  Spell& last = spells.back();
  const bool has_left = history.leaves <= run_end;
  if (last.end == seen_until) {
    last.ended_by = has_left ? SpellEnd::left : SpellEnd::unknown;
  } else if (!has_left && run_end - last.end < bridged_gap) {
    last.ended_by = SpellEnd::unknown;
  }
}

}  // namespace lscb::measures
