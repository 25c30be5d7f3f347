#include "life/field.h"

#include <algorithm>
#include <array>

#include "kernel/threefry.h"

namespace lscb::life {
namespace {

using Words = std::array<std::uint64_t, 2>;
constexpr std::uint64_t low24 = 0xff'ffffU;

// A cell, and the words of its subject that say which points it holds. They stand side by side in the
// sequence of the subject's cause, far behind those that an ordinary draw from it takes (its blocks are
// numbered from 0).
class Cell {
 public:
  Cell(const Layer& layer, std::uint64_t slot_number) : layer_(layer) {
    const std::uint64_t cell = slot_number >> layer.slots_log2;
    begin_ = place_at(Instant{static_cast<std::int64_t>(cell) * layer.cell});
    counter_ = layer.stream | cell << 8;
  }

  void to_next() {
    begin_ += place_at(Instant{layer_.cell});
    counter_ += 1U << 8;
  }
  [[nodiscard]] Place begin() const { return begin_; }

  // Visits the places of its points. The first block of words holds the number of points and two of them,
  // every further block two more.
  template <class Visit>
  void visit(kernel::WorldKey key, kernel::Cause subject, Visit&& visit) const {
    const Words first = words(key, subject, 0);
    const std::uint64_t count = first[0] >> 32;
    const auto& number = layer_.number;
    if (count < number[0]) return;
    visit(point(first[1] >> 40, first[1] >> 16 & low24, 0));
    if (count < number[1]) return;
    visit(point(first[0] >> 8 & low24, (first[1] << 8 | (first[0] & 0xffU)) & low24, 1));
    Words more{};
    for (unsigned ordinal = 2; count >= number[ordinal]; ++ordinal) {
      if (ordinal % 2 == 0) more = words(key, subject, ordinal / 2);
      const std::uint64_t word = more[ordinal % 2];
      visit(point(word >> 40, word >> 16 & low24, ordinal));
    }
  }

 private:
  [[nodiscard]] Words words(kernel::WorldKey key, kernel::Cause subject, std::uint64_t block) const {
    return kernel::threefry_block(key.seed, key.replication, subject.value, counter_ | block);
  }
  // From 24 bits of time and 24 of threshold.
  [[nodiscard]] Place point(std::uint64_t time, std::uint64_t threshold, unsigned ordinal) const {
    const Place within = place_at(Instant{static_cast<Place>(time) * layer_.cell >> 24});
    return begin_ + within + (layer_.mark | Place{ordinal} << 24 | static_cast<Place>(threshold));
  }

  const Layer& layer_;
  Place begin_;
  std::uint64_t counter_;
};

// The first point with above < threshold <= up_to and from <= place, as far as read, and the least threshold
// above up_to. Thresholds are counted from above `above`: what is not above it wraps round and is largest.
class Search {
 public:
  Search(float above, float up_to, float highest, Place from, Place before)
      : base_(bits_of(above) + 1),
        span_(bits_of(up_to) + 1 - base_),
        beyond_(bits_of(highest) + 1 - base_),
        from_(from),
        place_(before) {}

  void take(const Layer& layer, Place place) {
    if (static_cast<std::uint64_t>(place - from_) >= static_cast<std::uint64_t>(place_ - from_)) return;
    const std::uint32_t offset = bits_of(threshold_at(layer, place)) - base_;
    const bool fits = offset < span_;
    place_ = fits ? place : place_;
    beyond_ = fits ? beyond_ : std::min(beyond_, offset);
  }
  [[nodiscard]] Place place() const { return place_; }
  [[nodiscard]] float clear() const { return rate_of(base_ + beyond_ - 1); }

 private:
  std::uint32_t base_;
  std::uint32_t span_;
  std::uint32_t beyond_;
  Place from_;
  Place place_;
};

}  // namespace

Found Field::first(kernel::Cause subject, Kind kind, float above, float up_to, Place from,
                   Place before) const {
  const int highest = std::max(layers_reached(kind, up_to) - 1, 0);
  int lowest = 0;
  while (lowest < highest && bound(kind, lowest) <= above) ++lowest;
  if (from >= before) return {never, up_to};

  Search search(above, up_to, bound(kind, highest), from, before);
  const std::uint64_t slot_number = slot_of(minute_of(from).count());
  // Dense layers first, whose points are near, but the highest last, of which perhaps few take effect.
  for (int number = lowest < highest ? highest - 1 : highest;;) {
    const Layer& layer = layer_at(kind, number);
    Cell cell(layer, slot_number);
    do {
      cell.visit(key_, subject, [&](Place place) { search.take(layer, place); });
      cell.to_next();
    } while (cell.begin() < search.place());
    if (number == highest) break;
    number = number > lowest ? number - 1 : highest;
  }
  return {search.place() < before ? search.place() : never, search.clear()};
}

std::vector<Candidate> Field::all(kernel::Cause subject, Kind kind, int number, Interval stretch) const {
  std::vector<Candidate> found;
  const Layer& layer = layer_at(kind, number);
  Cell cell(layer, slot_of(stretch.from.count()));
  for (; cell.begin() < place_at(stretch.to); cell.to_next()) {
    cell.visit(key_, subject, [&](Place place) {
      if (stretch.contains(minute_of(place))) found.push_back({place, threshold_at(layer, place)});
    });
  }
  std::sort(found.begin(), found.end(),
            [](const Candidate& a, const Candidate& b) { return a.place < b.place; });
  return found;
}

kernel::Cause Field::cause(kernel::Cause subject, Kind kind, Place place) {
  constexpr std::uint64_t most_ordinals = 64;
  const int number = layer_of(place);
  const std::uint64_t cell = slot_of(minute_of(place).count()) >> layer_at(kind, number).slots_log2;
  const auto code = static_cast<std::uint64_t>(kind) * 16 + static_cast<std::uint64_t>(number);
  return subject.child(code, cell * most_ordinals + ordinal_of(place));
}

}  // namespace lscb::life
