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

using Words = std::array<std::uint64_t, 2>;

struct Cell {
  const Layer* layer;
  std::uint64_t cell;
  std::uint64_t stream;  // kind and layer, as words_of wants them
  kernel::Cause subject;

  [[nodiscard]] Place begin() const {
    return place_at(Instant{static_cast<std::int64_t>(cell) * layer->cell});
  }
};

inline Cell cell_at(kernel::Cause subject, Kind kind, int number, std::int64_t minute) {
  const Layer& layer = layer_at(kind, number);
  const std::uint64_t stream =
      (static_cast<std::uint64_t>(kind) + 1) << 60 | static_cast<std::uint64_t>(number) << 56;
  return {&layer, cell_of(minute, layer), stream, subject};
}

// A subject's words of kind, layer and cell stand side by side in the sequence of its cause, far behind those
// that an ordinary draw from it takes (its blocks are numbered from 0).
inline Words words_of(kernel::WorldKey key, const Cell& at, std::uint64_t block) {
  return kernel::threefry_block(key.seed, key.replication, at.subject.value,
                                at.stream | at.cell << 8 | block);
}

// A point from 24 bits of time and 24 of threshold. The share of the layer's width is in (0, 1], so that a
// threshold lies above the layer's lower bound and may equal the upper one.
inline Candidate point(const Cell& at, std::uint64_t time, std::uint64_t threshold, unsigned ordinal) {
  const Place within = static_cast<Place>(time) * at.layer->cell >> 24;
  const float share = static_cast<float>(static_cast<std::int32_t>(threshold) + 1) * 0x1.0p-24F;
  return {at.begin() + (within << 24) + static_cast<Place>((at.stream >> 56 & 0xf) << 16 | ordinal),
          at.layer->lower + at.layer->width * share};
}

// The first block of a cell holds the number of its points and two of them, every further block two more.
constexpr std::uint64_t low24 = 0xff'ffffU;
template <class Visit>
inline void visit_points(kernel::WorldKey key, const Cell& at, const Words& words, Visit&& visit) {
  const std::uint64_t count = words[0] >> 32;
  const auto& number = at.layer->number;
  if (count < number[0]) return;
  visit(point(at, words[1] >> 40, words[1] >> 16 & low24, 0));
  if (count < number[1]) return;
  visit(point(at, words[0] >> 8 & low24, (words[1] << 8 | (words[0] & 0xffU)) & low24, 1));
  Words more{};
  for (unsigned ordinal = 2; count >= number[ordinal]; ++ordinal) {
    if (ordinal % 2 == 0) more = words_of(key, at, ordinal / 2);
    const std::uint64_t word = more[ordinal % 2];
    visit(point(at, word >> 40, word >> 16 & low24, ordinal));
  }
}

// The first point with above < threshold <= up_to and from <= place, as far as read.
class Search {
 public:
  Search(kernel::WorldKey key, float above, float up_to, Place from, Place before)
      : key_(key), above_(above), up_to_(up_to), from_(from), place_(before) {}

  void read(const Cell& at, const Words& words) {
    visit_points(key_, at, words, [this](const Candidate& point) { take(point); });
  }
  // The cells after `at`, as far as they could hold an earlier point.
  void read_on(Cell at) {
    for (++at.cell; at.begin() < place_; ++at.cell) read(at, words_of(key_, at, 0));
  }
  [[nodiscard]] Place place() const { return place_; }
  [[nodiscard]] Candidate found() const {
    Candidate candidate{place_, 0.0F};
    std::memcpy(&candidate.threshold, &threshold_, sizeof threshold_);
    return candidate;
  }

 private:
  // By masks, not branches: whether a point qualifies is a toss-up, and the processor would guess wrong.
  void take(const Candidate& point) {
    const auto better = static_cast<Place>(point.threshold > above_) &
                        static_cast<Place>(point.threshold <= up_to_) &
                        static_cast<Place>(point.place >= from_) & static_cast<Place>(point.place < place_);
    std::uint32_t threshold = 0;
    std::memcpy(&threshold, &point.threshold, sizeof threshold);
    place_ ^= (place_ ^ point.place) & -better;
    threshold_ ^= (threshold_ ^ threshold) & static_cast<std::uint32_t>(-better);
  }

  kernel::WorldKey key_;
  float above_;
  float up_to_;
  Place from_;
  Place place_;
  std::uint32_t threshold_ = 0;  // the float's bits
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
  for (int number = 0; number + 1 < layer_count; ++number) {
    highest += static_cast<int>(bound(kind, number) < up_to);
    lowest += static_cast<int>(bound(kind, number) <= above);
  }
  lowest = std::min(lowest, highest);

  Search search(key_, above, up_to, from, before);
  const std::int64_t minute = minute_of(from).count();
  const Cell top = cell_at(subject, kind, highest, minute);
  if (lowest == highest) {
    search.read(top, words_of(key_, top, 0));
    search.read_on(top);
  } else {
    // The present cell of each layer is needed in any case. Then dense layers first, whose points are near,
    // but the highest last, of which perhaps few take effect.
    const Words top_words = words_of(key_, top, 0);
    for (int number = highest - 1; number >= lowest; --number) {
      const Cell at = cell_at(subject, kind, number, minute);
      search.read(at, words_of(key_, at, 0));
    }
    search.read(top, top_words);
    for (int number = highest - 1; number >= lowest; --number) {
      search.read_on(cell_at(subject, kind, number, minute));
    }
    search.read_on(top);
  }
  return search.place() < before ? search.found() : Candidate{};
}

std::vector<Candidate> Field::all(kernel::Cause subject, Kind kind, int number, Interval stretch) const {
  std::vector<Candidate> found;
  for (Cell at = cell_at(subject, kind, number, stretch.from.count()); at.begin() < place_at(stretch.to);
       ++at.cell) {
    visit_points(key_, at, words_of(key_, at, 0), [&](const Candidate& candidate) {
      if (stretch.contains(minute_of(candidate.place))) found.push_back(candidate);
    });
  }
  std::sort(found.begin(), found.end(),
            [](const Candidate& a, const Candidate& b) { return a.place < b.place; });
  return found;
}

kernel::Cause Field::cause(kernel::Cause subject, Kind kind, Place place) {
  constexpr std::uint64_t most_ordinals = 64;
  const int number = layer_of(place);
  const std::uint64_t cell = cell_of(minute_of(place).count(), layer_at(kind, number));
  const auto code = static_cast<std::uint64_t>(kind) * 16 + static_cast<std::uint64_t>(number);
  return subject.child(code, cell * most_ordinals + ordinal_of(place));
}

}  // namespace lscb::life
