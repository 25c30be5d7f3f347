#include "life/field.h"

#include <algorithm>
#include <array>

#include "kernel/assert.h"
#include "kernel/threefry.h"

namespace lscb::life {
namespace {

constexpr int most_points = 40;  // beyond it a cell's chance is below 2^-64 at the means used here

struct Layer {
  std::int64_t cell = 0;  // minutes
  float lower = 0.0F;
  float width = 0.0F;
  // A cell whose first word is below number[0] has no point, below number[1] at most one, and so on.
  std::array<std::uint64_t, most_points> number{};
};

// exp(x) for 0 <= x <= 8, by its series: the same bits from every compiler.
constexpr double exponential_of(double x) {
  double term = 1.0, sum = 1.0;
  for (int n = 1; n < 60; ++n) sum += term *= x / n;
  return sum;
}

constexpr std::uint64_t as_word(double share) {
  constexpr double words = 0x1.0p64;
  return share * words >= words * (1.0 - 0x1.0p-53) ? UINT64_MAX : static_cast<std::uint64_t>(share * words);
}

constexpr std::int64_t minutes_a_year = static_cast<std::int64_t>(minutes_per_year);

// A year, a third of one or a month: the longest that keeps about one point in a cell.
constexpr std::int64_t length_of_cells(double points_a_year) {
  return points_a_year <= 1.0 ? minutes_a_year : points_a_year <= 4.0 ? minutes_a_year / 3 : minutes_a_year / 12;
}

constexpr std::array<float, kind_count> first_bound = {
    0.0625F,     // need_up, to 16 a year
    0.25F,       // need_down, to 64
    0.25F,       // incident, to 64
    0.015625F,   // harm, to 4
    0.0625F,     // crisis, to 16
    0.015625F,   // adult_arrives, to 4
    0.5F,        // adult_leaves, to 128
};

constexpr Layer make_layer(float lower, float upper) {
  Layer layer;
  layer.lower = lower;
  layer.width = upper - lower;
  layer.cell = length_of_cells(layer.width);
  const double mean = static_cast<double>(layer.width) * static_cast<double>(layer.cell) / minutes_per_year;
  double chance = 1.0 / exponential_of(mean), sum = 0.0;
  for (int n = 0; n < most_points; ++n) {
    sum += chance;
    layer.number[static_cast<std::size_t>(n)] = n + 1 < most_points ? as_word(sum) : UINT64_MAX;
    chance *= mean / (n + 1);
  }
  return layer;
}

constexpr auto make_layers() {
  std::array<std::array<Layer, layer_count>, kind_count> layers{};
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    float lower = 0.0F, upper = first_bound[kind];
    for (auto& layer : layers[kind]) {
      layer = make_layer(lower, upper);
      lower = upper;
      upper *= 4.0F;
    }
  }
  return layers;
}

constexpr auto layers = make_layers();

constexpr const Layer& layer_at(Kind kind, int layer) {
  return layers[static_cast<std::size_t>(kind)][static_cast<std::size_t>(layer)];
}

constexpr std::int64_t cell_of(std::int64_t minute, const Layer& layer) {
  const std::int64_t cell = minute / layer.cell;
  return cell * layer.cell > minute ? cell - 1 : cell;
}

constexpr kernel::Cause cause_of_cell(kernel::Cause subject, Kind kind, int layer, std::int64_t cell) {
  const auto code = static_cast<std::uint64_t>(kind) * 16 + static_cast<std::uint64_t>(layer);
  return kernel::Cause::of(subject, code, static_cast<std::uint64_t>(cell));
}

constexpr unsigned points_in(std::uint64_t word, const Layer& layer) {
  unsigned n = 0;
  while (word >= layer.number[n] && n + 1 < most_points) ++n;
  return n;
}

constexpr Candidate point(std::uint64_t word, const Layer& layer, int number, std::int64_t cell, unsigned ordinal) {
  const std::int64_t minute =
      cell * layer.cell + static_cast<std::int64_t>((word >> 32) * static_cast<std::uint64_t>(layer.cell) >> 32);
  // In (0, 1], so that a threshold is above its layer's lower bound and may equal the upper one.
  const float share = static_cast<float>(((word & 0xffff'ffffU) >> 8) + 1) * 0x1.0p-24F;
  return {place_at(Instant{minute}) + (Place{number} << 16) + ordinal, layer.lower + layer.width * share};
}

// Calls visit(candidate) for each point of a cell that has any, in the order of their ordinals.
template <class Visit>
void visit_points(kernel::WorldKey key, std::uint64_t cause, std::array<std::uint64_t, 2> words, const Layer& layer,
                  int number, std::int64_t cell, Visit&& visit) {
  const unsigned points = points_in(words[0], layer);
  for (unsigned ordinal = 0; ordinal < points; ++ordinal) {
    if (ordinal % 2 == 1) words = kernel::threefry_block(key.seed, key.replication, cause, (ordinal + 1) / 2);
    visit(point(ordinal % 2 == 1 ? words[0] : words[1], layer, number, cell, ordinal));
  }
}

}  // namespace

float bound(Kind kind, int layer) {
  const Layer& l = layer_at(kind, layer);
  return l.lower + l.width;
}

Minutes cell_length(Kind kind, int layer) { return Minutes{layer_at(kind, layer).cell}; }

Candidate Field::first(kernel::Cause subject, Kind kind, float above, float up_to, Place from, Place before) const {
  LSCB_ASSERT_ALWAYS(up_to <= bound(kind, layer_count - 1), "a rate of life exceeds the field's highest bound");
  Candidate best{before, 0.0F};
  for (int number = 0; number < layer_count; ++number) {
    const Layer& layer = layer_at(kind, number);
    if (layer.lower >= up_to) break;
    if (layer.lower + layer.width <= above) continue;
    const std::int64_t first_cell = cell_of(minute_of(from).count(), layer);
    for (std::int64_t cell = first_cell; place_at(Instant{cell * layer.cell}) < best.place; ++cell) {
      const std::uint64_t cause = cause_of_cell(subject, kind, number, cell).value;
      const auto words = kernel::threefry_block(key_.seed, key_.replication, cause, 0);
      if (words[0] < layer.number[0]) continue;
      visit_points(key_, cause, words, layer, number, cell, [&](const Candidate& candidate) {
        if (candidate.place >= from && candidate.place < best.place && candidate.threshold > above &&
            candidate.threshold <= up_to) {
          best = candidate;
        }
      });
    }
  }
  return best.place < before ? best : Candidate{};
}

std::vector<Candidate> Field::all(kernel::Cause subject, Kind kind, int layer, Interval stretch) const {
  std::vector<Candidate> found;
  const Layer& l = layer_at(kind, layer);
  for (std::int64_t cell = cell_of(stretch.from.count(), l); cell * l.cell < stretch.to.count(); ++cell) {
    const std::uint64_t cause = cause_of_cell(subject, kind, layer, cell).value;
    const auto words = kernel::threefry_block(key_.seed, key_.replication, cause, 0);
    visit_points(key_, cause, words, l, layer, cell, [&](const Candidate& candidate) {
      if (stretch.contains(minute_of(candidate.place))) found.push_back(candidate);
    });
  }
  std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.place < b.place; });
  return found;
}

kernel::Cause Field::cause(kernel::Cause subject, Kind kind, Place place) {
  constexpr std::uint64_t of_point = 1;
  const int number = layer_of(place);
  const std::int64_t cell = cell_of(minute_of(place).count(), layer_at(kind, number));
  return cause_of_cell(subject, kind, number, cell).child(of_point, ordinal_of(place));
}

}  // namespace lscb::life
