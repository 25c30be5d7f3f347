// The field's law: in each layer a Poisson process whose points are uniform in time and in rate.

#include <gtest/gtest.h>

#include "life/field.h"
#include "support/equivalence.h"

namespace lscb::life {
namespace {

using proof::Claim;
using proof::Scale;

constexpr int years_looked_at = 12;
constexpr Interval stretch{at_date(2004, 5, 6), at_date(2004, 5, 6) + years(years_looked_at)};
constexpr int subjects = 400;

struct Moments {
  double count = 0.0;       // points a subject, over their expectation
  double dispersion = 0.0;  // variance over mean of a subject's number
  double time = 0.0;        // mean position in the stretch, 0..1
  double threshold = 0.0;   // mean position in the layer, 0..1
};

Moments moments(kernel::WorldKey world, Kind kind, int layer) {
  const Field field(world);
  const double lower = layer == 0 ? 0.0 : static_cast<double>(bound(kind, layer - 1));
  const double width = static_cast<double>(bound(kind, layer)) - lower;
  double points = 0.0, squares = 0.0, time = 0.0, threshold = 0.0;
  for (std::uint64_t n = 0; n < subjects; ++n) {
    const auto found = field.all(kernel::Cause::root().child(91, n), kind, layer, stretch);
    const auto count = static_cast<double>(found.size());
    points += count;
    squares += count * count;
    for (const Candidate& c : found) {
      time += in_years(minute_of(c.place) - stretch.from) / years_looked_at;
      threshold += (static_cast<double>(c.threshold) - lower) / width;
    }
  }
  const double mean = points / subjects;
  return {mean / (width * years_looked_at),
          (squares / subjects - mean * mean) / (mean * (1.0 - 1.0 / subjects)), time / points,
          threshold / points};
}

// Sparse, about one point in a cell, and dense: each decodes its points in its own way.
struct Layer {
  Kind kind;
  int layer;
};
constexpr Layer sparse{Kind::need_up, 1}, middling{Kind::incident, 1}, dense{Kind::need_down, 4};

const Claim sparse_count("field, sparse layer: points", {0.01, Scale::kAbsolute});
const Claim sparse_dispersion("field, sparse layer: dispersion", {0.02, Scale::kAbsolute});
const Claim sparse_time("field, sparse layer: mean time", {0.005, Scale::kAbsolute});
const Claim sparse_threshold("field, sparse layer: mean threshold", {0.005, Scale::kAbsolute});
const Claim middling_count("field, middling layer: points", {0.01, Scale::kAbsolute});
const Claim middling_dispersion("field, middling layer: dispersion", {0.02, Scale::kAbsolute});
const Claim middling_time("field, middling layer: mean time", {0.005, Scale::kAbsolute});
const Claim middling_threshold("field, middling layer: mean threshold", {0.005, Scale::kAbsolute});
const Claim dense_count("field, dense layer: points", {0.01, Scale::kAbsolute});
const Claim dense_dispersion("field, dense layer: dispersion", {0.05, Scale::kAbsolute});
const Claim dense_time("field, dense layer: mean time", {0.005, Scale::kAbsolute});
const Claim dense_threshold("field, dense layer: mean threshold", {0.005, Scale::kAbsolute});

void check(Layer which, const Claim& count, const Claim& dispersion, const Claim& time,
           const Claim& threshold) {
  proof::expect_equivalent({{count, 1.0}, {dispersion, 1.0}, {time, 0.5}, {threshold, 0.5}},
                           [which](kernel::WorldKey world) {
                             const Moments m = moments(world, which.kind, which.layer);
                             return std::vector{m.count, m.dispersion, m.time, m.threshold};
                           });
}

TEST(FieldLaw, IsPoissonInASparseLayer) {
  check(sparse, sparse_count, sparse_dispersion, sparse_time, sparse_threshold);
}
TEST(FieldLaw, IsPoissonInAMiddlingLayer) {
  check(middling, middling_count, middling_dispersion, middling_time, middling_threshold);
}
TEST(FieldLaw, IsPoissonInADenseLayer) {
  check(dense, dense_count, dense_dispersion, dense_time, dense_threshold);
}

}  // namespace
}  // namespace lscb::life
