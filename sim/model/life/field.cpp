#include "life/field.h"

#include <algorithm>
#include <array>

#include "kernel/assert.h"
#include "kernel/threefry.h"

namespace lscb::life {
namespace {

constexpr std::size_t most_points =
    24;  // more have a chance below 2^-32 at the means used here, and never come

// Every cell is as many slots of five days and a bit as a power of two says.
constexpr std::int64_t slot = static_cast<std::int64_t>(minutes_per_year) / 72;

struct Layer {
  std::int64_t cell = 0;  // minutes
  int slots_log2 = 0;
  float lower = 0.0F;
  float width = 0.0F;
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

constexpr Layer make_layer(float lower, float upper) {
  Layer layer;
  layer.lower = lower;
  layer.width = upper - lower;
  layer.slots_log2 = slots_log2_for(layer.width);
  layer.cell = slot << layer.slots_log2;
  const double mean = static_cast<double>(layer.width) * static_cast<double>(layer.cell) / minutes_per_year;
  double chance = 1.0 / exponential_of(mean), sum = 0.0;
  for (std::size_t n = 0; n < most_points; ++n) {
    sum += chance;
    layer.number[n] = static_cast<std::uint64_t>(sum * 0x1.0p32 + 0.5);
    chance *= mean / static_cast<double>(n + 1);
  }
  layer.number[most_points - 1] = std::uint64_t{1} << 32;
  return layer;
}

constexpr auto make_layers() {
  std::array<std::array<Layer, layer_count>, kind_count> made{};
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    for (std::size_t k = 0; k < layer_count; ++k) {
      made[kind][k] = make_layer(k == 0 ? 0.0F : bounds[kind][k - 1], bounds[kind][k]);
    }
  }
  return made;
}

constexpr auto layers = make_layers();

constexpr const Layer& layer_at(Kind kind, int layer) {
  return layers[static_cast<std::size_t>(kind)][static_cast<std::size_t>(layer)];
}

// Minutes from 1970 to the year 10,000: a narrow division, for speed.
constexpr std::uint64_t cell_of(std::int64_t minute, const Layer& layer) {
  return static_cast<std::uint32_t>(minute) / static_cast<std::uint32_t>(slot) >> layer.slots_log2;
}

constexpr Place begin_of(std::uint64_t cell, const Layer& layer) {
  return place_at(Instant{static_cast<std::int64_t>(cell) * layer.cell});
}

// The layer's words; each cell has a stretch of blocks of its own.
constexpr std::uint64_t blocks_of_cell = 32;
constexpr kernel::Cause stream_of(kernel::Cause subject, Kind kind, int layer) {
  return kernel::Cause::of(subject, static_cast<std::uint64_t>(kind), static_cast<std::uint64_t>(layer));
}

using Words = std::array<std::uint64_t, 2>;

inline Words words_of(kernel::WorldKey key, kernel::Cause stream, std::uint64_t cell, std::uint64_t block) {
  return kernel::threefry_block(key.seed, key.replication, stream.value, cell * blocks_of_cell + block);
}

struct Cell {
  const Layer& layer;
  kernel::Cause stream;
  std::uint64_t cell;
  int number;  // of the layer
};

// A point from 24 bits of time and 24 of threshold. The share of the layer's width is in (0, 1], so that a
// threshold lies above the layer's lower bound and may equal the upper one.
inline Candidate point(const Cell& at, std::uint64_t time, std::uint64_t threshold, unsigned ordinal) {
  const std::int64_t minute =
      (static_cast<std::int64_t>(at.cell << 24) + static_cast<std::int64_t>(time)) * at.layer.cell >> 24;
  const float share = static_cast<float>(static_cast<std::int32_t>(threshold) + 1) * 0x1.0p-24F;
  return {place_at(Instant{minute}) + (Place{at.number} << 16) + ordinal,
          at.layer.lower + at.layer.width * share};
}

// Calls visit(candidate) for each point of a cell, in the order of their ordinals. `words`: its first block,
// which holds the number and two points.
template <class Visit>
inline void visit_points(kernel::WorldKey key, const Cell& at, const Words& words, Visit&& visit) {
  constexpr std::uint64_t low24 = 0xff'ffffU;
  const std::uint64_t count = words[0] >> 32;
  const auto& number = at.layer.number;
  if (count < number[0]) return;
  visit(point(at, words[1] >> 40, words[1] >> 16 & low24, 0));
  if (count < number[1]) return;
  visit(point(at, words[0] >> 8 & low24, (words[1] << 8 | (words[0] & 0xffU)) & low24, 1));
  Words more{};
  for (unsigned ordinal = 2; ordinal < most_points && count >= number[ordinal]; ++ordinal) {
    if (ordinal % 2 == 0) more = words_of(key, at.stream, at.cell, ordinal / 2);
    const std::uint64_t word = more[ordinal % 2];
    visit(point(at, word >> 40, word >> 16 & low24, ordinal));
  }
}

// The first point in a strip of rates and a stretch of places, as far as read.
struct Search {
  kernel::WorldKey key;
  float above;
  float up_to;
  Place from;
  Candidate best;

  void read(const Cell& at, const Words& words) {
    visit_points(key, at, words, [this](const Candidate& found) {
      if (found.threshold > above && found.threshold <= up_to && found.place >= from &&
          found.place < best.place) {
        best = found;
      }
    });
  }
  // The cells after `at`, as far as they could hold an earlier point.
  void read_on(Cell at) {
    while (begin_of(++at.cell, at.layer) < best.place) read(at, words_of(key, at.stream, at.cell, 0));
  }
};

}  // namespace

float bound(Kind kind, int layer) {
  return bounds[static_cast<std::size_t>(kind)][static_cast<std::size_t>(layer)];
}

Minutes cell_length(Kind kind, int layer) {
  return Minutes{layer_at(kind, layer).cell};
}

Candidate Field::first(kernel::Cause subject, Kind kind, float above, float up_to, Place from,
                       Place before) const {
  LSCB_ASSERT_ALWAYS(up_to <= bound(kind, layer_count - 1),
                     "a rate of life exceeds the field's highest bound");
  int highest = 0, lowest = 0;
  while (bound(kind, highest) < up_to) ++highest;
  while (lowest < highest && bound(kind, lowest) <= above) ++lowest;

  Search search{key_, above, up_to, from, {before, 0.0F}};
  const std::int64_t minute = minute_of(from).count();
  const auto present = [&](int number) {
    const Layer& layer = layer_at(kind, number);
    return Cell{layer, stream_of(subject, kind, number), cell_of(minute, layer), number};
  };
  const auto words = [&](const Cell& at) { return words_of(key_, at.stream, at.cell, 0); };
  if (lowest == highest) {
    const Cell only = present(lowest);
    search.read(only, words(only));
    search.read_on(only);
  } else if (lowest + 1 == highest) {
    // The words of the present cells are all needed, and asked for together do not wait for each other.
    const Cell lower = present(lowest), upper = present(highest);
    const Words of_lower = words(lower), of_upper = words(upper);
    search.read(lower, of_lower);
    search.read(upper, of_upper);
    search.read_on(lower);
    search.read_on(upper);
  } else {
    // Dense layers first, whose points are near, but the highest last, of which perhaps few take effect.
    std::array<Words, layer_count> first_words;
    for (int n = lowest; n <= highest; ++n) first_words[static_cast<std::size_t>(n)] = words(present(n));
    for (int n = lowest; n <= highest; ++n) search.read(present(n), first_words[static_cast<std::size_t>(n)]);
    for (int n = highest - 1; n >= lowest; --n) search.read_on(present(n));
    search.read_on(present(highest));
  }
  return search.best.place < before ? search.best : Candidate{};
}

std::vector<Candidate> Field::all(kernel::Cause subject, Kind kind, int number, Interval stretch) const {
  std::vector<Candidate> found;
  const Layer& layer = layer_at(kind, number);
  Cell at{layer, stream_of(subject, kind, number), cell_of(stretch.from.count(), layer), number};
  for (; begin_of(at.cell, layer) < place_at(stretch.to); ++at.cell) {
    visit_points(key_, at, words_of(key_, at.stream, at.cell, 0), [&](const Candidate& candidate) {
      if (stretch.contains(minute_of(candidate.place))) found.push_back(candidate);
    });
  }
  std::sort(found.begin(), found.end(),
            [](const Candidate& a, const Candidate& b) { return a.place < b.place; });
  return found;
}

kernel::Cause Field::cause(kernel::Cause subject, Kind kind, Place place) {
  constexpr std::uint64_t of_point = 1, most_ordinals = 64;
  const int number = layer_of(place);
  const std::uint64_t cell = cell_of(minute_of(place).count(), layer_at(kind, number));
  return stream_of(subject, kind, number).child(of_point, cell * most_ordinals + ordinal_of(place));
}

}  // namespace lscb::life
