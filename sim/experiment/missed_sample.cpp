#include "experiment/missed_sample.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace lscb::experiment {
namespace {

// The name of this draw, of a child's cause. Never renumbered; no room of the model uses it.
constexpr std::uint64_t sampling = 9001;

struct Lot {
  std::uint64_t drawn;
  std::uint64_t cause;  // settles a draw that two share
  std::size_t place;
};

}  // namespace

std::vector<world::MissedChild> missed_sample(const std::vector<world::MissedChild>& missed,
                                              kernel::WorldKey key, std::size_t size) {
  if (missed.size() <= size) return missed;
  std::vector<Lot> lots;
  lots.reserve(missed.size());
  for (std::size_t i = 0; i < missed.size(); ++i) {
    kernel::Draws draws{key, missed[i].cause.child(sampling)};
    lots.push_back({draws(), missed[i].cause.value, i});
  }
  const auto end = lots.begin() + static_cast<std::ptrdiff_t>(size);
  std::nth_element(lots.begin(), end, lots.end(), [](const Lot& a, const Lot& b) {
    return std::tie(a.drawn, a.cause) < std::tie(b.drawn, b.cause);
  });
  lots.resize(size);
  std::sort(lots.begin(), lots.end(), [](const Lot& a, const Lot& b) { return a.place < b.place; });
  std::vector<world::MissedChild> sample;
  sample.reserve(size);
  for (const Lot& lot : lots) sample.push_back(missed[lot.place]);
  return sample;
}

}  // namespace lscb::experiment
