// How the field is laid out: kinds, layers, cells, and what a point's place says (field.h). Constants of the
// program: to change any is to change every life.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>

#include "base/time.h"
#include "kernel/assert.h"

namespace lscb::life {

/// What can happen. The codes are part of every key: never renumber.
enum class Kind : std::uint8_t {
  need_up = 0,
  need_down = 1,
  incident = 2,
  harm = 3,
  crisis = 4,
  adult_arrives = 5,
  adult_leaves = 6,
};
inline constexpr int kind_count = 7;
inline constexpr int layer_count = 5;

/// The place of a point in the order of a subject's points of one kind: by minute, layer, number in its cell.
/// Behind them stands the threshold as a number of 24 bits, so that a place is all there is to a point.
/// REQUIRES of minutes: from 1970 to the year 6000.
using Place = std::int64_t;
inline constexpr Place never = INT64_MAX;
/// Before every point at that minute or later, after every earlier one.
constexpr Place place_at(Instant minute) {
  return minute.count() * (Place{1} << 32);
}
constexpr Place after_minute(Instant minute) {
  return place_at(minute + Minutes{1});
}
constexpr Instant minute_of(Place place) {
  return Instant{place >> 32};
}
constexpr int layer_of(Place place) {
  return static_cast<int>(place >> 29 & 0x7);
}
constexpr unsigned ordinal_of(Place place) {
  return static_cast<unsigned>(place >> 24 & 0x1f);
}

/// Of a cell. More have a chance below 2^-32 at the means used here, and never come.
inline constexpr std::size_t most_points = 24;

// Every cell is as many slots of five days and a bit as a power of two says.
inline constexpr std::int64_t slot = static_cast<std::int64_t>(minutes_per_year) / 72;

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
inline constexpr std::array<std::array<float, layer_count>, kind_count> bounds = {{
    {0.0625F, 0.25F, 1.0F, 4.0F, 256.0F},      // need_up
    {0.75F, 1.75F, 3.0F, 12.0F, 192.0F},       // need_down
    {0.1875F, 1.125F, 3.25F, 6.5F, 104.0F},    // incident
    {0.015625F, 0.0625F, 0.25F, 1.0F, 16.0F},  // harm
    {0.03125F, 0.125F, 0.5F, 2.0F, 32.0F},     // crisis
    {0.015625F, 0.0625F, 0.25F, 1.0F, 16.0F},  // adult_arrives
    {2.0F, 8.0F, 32.0F, 128.0F, 320.0F},       // adult_leaves
}};

constexpr Layer make_layer(std::uint64_t kind, std::uint64_t layer_number, float lower, float upper) {
  Layer layer;
  const float width = upper - lower;
  layer.stream = (kind + 1) << 60 | layer_number << 56;
  layer.mark = static_cast<Place>(layer_number) << 29;
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

inline constexpr auto layers = make_layers();

// A point's threshold lies above its layer's lower bound, also where the layer is narrow for a float.
constexpr bool steps_are_wide_enough() {
  for (const auto& of_kind : layers) {
    for (const Layer& layer : of_kind) {
      if (!(layer.lower + layer.step > layer.lower)) return false;
    }
  }
  return true;
}
static_assert(steps_are_wide_enough());

constexpr const Layer& layer_at(Kind kind, int layer) {
  return layers[static_cast<std::size_t>(kind)][static_cast<std::size_t>(layer)];
}

// Minutes from 1970 to the year 10,000: a narrow division, for speed.
constexpr std::uint64_t slot_of(std::int64_t minute) {
  return static_cast<std::uint32_t>(minute) / static_cast<std::uint32_t>(slot);
}

/// Upper bound of a layer, a year.
constexpr float bound(Kind kind, int layer) {
  return bounds[static_cast<std::size_t>(kind)][static_cast<std::size_t>(layer)];
}

/// Length of the layer's cells.
constexpr Minutes cell_length(Kind kind, int layer) {
  return Minutes{layer_at(kind, layer).cell};
}

/// How many layers hold points that take effect at a rate. A rate above the kind's highest bound is an
/// assertion.
inline int layers_reached(Kind kind, float rate) {
  LSCB_ASSERT_ALWAYS(rate <= bound(kind, layer_count - 1),
                     "a rate of life exceeds the field's highest bound");
  if (rate == 0.0F) return 0;
  int count = 1;
  while (bound(kind, count - 1) < rate) ++count;
  return count;
}

/// Threshold of a point of that layer, a year. The share of the layer's width is in (0, 1], so that it lies
/// above the layer's lower bound and may equal the upper one.
inline float threshold_at(const Layer& layer, Place place) {
  return layer.lower + layer.step * static_cast<float>(static_cast<std::int32_t>(place & 0xff'ffff) + 1);
}
inline float threshold_of(Kind kind, Place place) {
  return threshold_at(layer_at(kind, layer_of(place)), place);
}

/// Rates and thresholds are not negative, so that their bits are in the order of their values.
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
/// The greatest rate that a threshold is above.
inline float below(float threshold) {
  return rate_of(bits_of(threshold) - 1);
}

}  // namespace lscb::life
