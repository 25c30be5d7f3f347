#include "life/field.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "kernel/assert.h"
#include "kernel/threefry.h"

namespace lscb::life {
namespace {

constexpr std::size_t most_points =
    24;  // more have a chance below 2^-32 at the means used here, and never come

// Every cell is as many slots of five days and a bit as a power of two says.
constexpr std::int64_t slot = static_cast<std::int64_t>(minutes_per_year) / 72;

struct Layer {
  std::int64_t cell = 0;     // minutes
  std::uint64_t stream = 0;  // kind and layer, as Cell::words wants them
  Place mark = 0;            // the layer's bits of a place
  int slots_log2 = 0;
  float lower = 0.0F;
  float step = 0.0F;  // 2^-24 of the layer's width
  // A cell whose number word (32 bits) is below number[0] has no point, below number[1] at most one, and so
  // on.
  std::array<std::uint64_t, most_points> number{};
};

// exp(x) for 0 <= x <= 8, by its series: the same bits from every compiler.
constexpr double exponential_of(double x) {
  double term = 1.0, sum = 1.0;
  for (int n = 1; n < 60; ++n) sum += term *= x / n;
  return sum;
}

// Cells hold about one point: from five days, in powers of two, to 58 years.
constexpr int slots_log2_for(double points_a_year) {
  int log2 = 0;
  while (log2 < 12 && points_a_year * static_cast<double>(1 << log2) < 54.0) ++log2;
  return log2;
}

// Upper bounds of the layers, a year: a little above the rates that most lives have under the shipped
// parameters, then in steps of four, and last one that no plausible rate exceeds.
constexpr std::array<std::array<float, layer_count>, kind_count> bounds = {{
    {0.0625F, 0.25F, 1.0F, 4.0F, 256.0F},      // need_up
    {0.75F, 1.75F, 3.0F, 12.0F, 192.0F},       // need_down
    {0.1875F, 1.125F, 3.25F, 6.5F, 104.0F},    // incident
    {0.015625F, 0.0625F, 0.25F, 1.0F, 16.0F},  // harm
    {0.03125F, 0.125F, 0.5F, 2.0F, 32.0F},     // crisis
    {0.015625F, 0.0625F, 0.25F, 1.0F, 16.0F},  // adult_arrives
    {2.0F, 8.0F, 32.0F, 128.0F, 256.0F},       // adult_leaves
}};

constexpr Layer make_layer(std::uint64_t kind, std::uint64_t layer_number, float lower, float upper) {
  Layer layer;
  const float width = upper - lower;
  layer.stream = (kind + 1) << 60 | layer_number << 56;
  layer.mark = static_cast<Place>(layer_number + 1) << 29;
  layer.lower = lower;
  layer.step = width * 0x1.0p-24F;
  layer.slots_log2 = slots_log2_for(width);
  layer.cell = slot << layer.slots_log2;
  const double mean = static_cast<double>(width) * static_cast<double>(layer.cell) / minutes_per_year;
  double chance = 1.0 / exponential_of(mean), sum = 0.0;
  for (std::size_t n = 0; n < most_points; ++n) {
    sum += chance;
    const double share = sum * 0x1.0p32;
    const auto whole = static_cast<std::uint64_t>(share);
    layer.number[n] = whole + (share - static_cast<double>(whole) < 0.5 ? 0 : 1);
    chance *= mean / static_cast<double>(n + 1);
  }
  layer.number[most_points - 1] = std::uint64_t{1} << 32;
  return layer;
}

constexpr auto make_layers() {
  std::array<std::array<Layer, layer_count>, kind_count> made{};
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    for (std::size_t k = 0; k < layer_count; ++k) {
      made[kind][k] = make_layer(kind, k, k == 0 ? 0.0F : bounds[kind][k - 1], bounds[kind][k]);
    }
  }
  return made;
}

constexpr auto layers = make_layers();

constexpr const Layer& layer_at(Kind kind, int layer) {
  return layers[static_cast<std::size_t>(kind)][static_cast<std::size_t>(layer)];
}

// Minutes from 1970 to the year 10,000: a narrow division, for speed.
constexpr std::uint64_t slot_of(std::int64_t minute) {
  return static_cast<std::uint32_t>(minute) / static_cast<std::uint32_t>(slot);
}

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
  [[nodiscard]] Place end() const { return begin_ + place_at(Instant{layer_.cell}); }

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

// The share of the layer's width is in (0, 1], so that a threshold lies above the layer's lower bound and may
// equal the upper one.
inline float threshold_at(const Layer& layer, Place place) {
  return layer.lower +
         layer.step * static_cast<float>(static_cast<std::int32_t>(place & static_cast<Place>(low24)) + 1);
}

// Thresholds are positive, so that their bits are in the order of their values.
inline std::uint32_t bits_of(float rate) {
  std::uint32_t bits = 0;
  std::memcpy(&bits, &rate, sizeof bits);
  return bits;
}
inline float rate_of(std::uint32_t bits) {
  float rate = 0.0F;
  std::memcpy(&rate, &bits, sizeof rate);
  return rate;
}

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

float bound(Kind kind, int layer) {
  return bounds[static_cast<std::size_t>(kind)][static_cast<std::size_t>(layer)];
}

float threshold_of(Kind kind, Place place) {
  return threshold_at(layer_at(kind, layer_of(place)), place);
}

Place end_of_cell(Kind kind, Place place) {
  return Cell(layer_at(kind, layer_of(place)), slot_of(minute_of(place).count())).end();
}

int layers_reached(Kind kind, float rate) {
  LSCB_ASSERT_ALWAYS(rate <= bound(kind, layer_count - 1),
                     "a rate of life exceeds the field's highest bound");
  if (rate == 0.0F) return 0;
  int count = 1;
  while (bound(kind, count - 1) < rate) ++count;
  return count;
}

Minutes cell_length(Kind kind, int layer) {
  return Minutes{layer_at(kind, layer).cell};
}

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

Place Field::next(kernel::Cause subject, Kind kind, float rate, Place from, Place before,
                  Ahead& ahead) const {
  if (from >= before) return never;
  const std::size_t highest = ahead.reached - std::size_t{1};
  for (;;) {
    std::size_t number = 0;
    for (std::size_t i = 1; i <= highest; ++i) number = ahead.next[i] < ahead.next[number] ? i : number;
    const Place known = ahead.next[number];
    if (known >= before) return never;
    if (is_point(known)) return known;
    const Layer& layer = layers[static_cast<std::size_t>(kind)][number];
    const Place begin = std::max(known, from);
    const Cell cell(layer, slot_of(minute_of(begin).count()));
    Place first = cell.end();
    unsigned count = 0;
    cell.visit(key_, subject, [&](Place place) {
      if (place < begin || (number == highest && threshold_at(layer, place) > rate)) return;
      first = std::min(first, place);
      ++count;
    });
    ahead.next[number] = first;
    const unsigned others = ahead.last_of_cell & ~(1U << number);
    ahead.last_of_cell = static_cast<std::uint8_t>(others | static_cast<unsigned>(count == 1) << number);
  }
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
