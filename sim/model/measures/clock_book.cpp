#include "measures/clock_book.h"

#include <algorithm>

namespace lscb::measures {

ClockBook::Position ClockBook::start(pathway::ClockKind kind, Instant started, int children, Instant all_left,
                                     Instant opened) {
  Clock clock;
  clock.limit = pathway::due(kind, started);
  clock.all_left = all_left;
  clock.opened = opened;
  clock.kind = kind;
  clock.children = static_cast<std::uint8_t>(children);
  clocks_.push_back(clock);
  return static_cast<Position>(clocks_.size() - 1);
}

void ClockBook::end(Position position, Instant at, End how) {
  if (position == none || clocks_[position].end != End::running) return;
  clocks_[position].ended = at;
  clocks_[position].end = how;
}

void ClockBook::count(Interval counted, std::array<LimitCount, pathway::clock_count>& counts) const {
  for (const Clock& clock : clocks_) {
    LimitCount& count = counts[static_cast<std::size_t>(clock.kind)];
    const bool left_first = clock.all_left < clock.ended;
    const Instant ended = left_first ? clock.all_left : clock.ended;
    const bool lapsed = (left_first || clock.end == End::lapsed) && ended <= clock.limit;
    if (counted.contains(clock.limit) && !lapsed) {
      ++count.total;
      if (clock.end == End::done && clock.ended <= clock.limit) ++count.met;
    }
    const Interval overdue{std::max({clock.limit, clock.opened, counted.from}), std::min(ended, counted.to)};
    if (overdue.from < overdue.to) count.overdue_children += clock.children * overdue.length().count();
  }
}

}  // namespace lscb::measures
