#include "world/readings.h"

#include <algorithm>

namespace lscb::world {

void Readings::close() {
  for (auto& [name, series] : series_) {
    std::stable_sort(series.begin(), series.end(),
                     [](const Entry& a, const Entry& b) { return a.at < b.at; });
  }
}

}  // namespace lscb::world
