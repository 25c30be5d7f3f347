#include "measures/catalogue.h"

#include <algorithm>

#include "measures/entry.h"

namespace lscb::measures {

const std::vector<Entry>& entries() {
  static const std::vector<Entry> all = [] {
    std::vector<Entry> list;
    add_child_entries(list);
    add_organisation_entries(list);
    add_by_whom_entries(list);
    return list;
  }();
  return all;
}

const std::vector<Measure>& catalogue() {
  static const std::vector<Measure> all = [] {
    std::vector<Measure> list;
    for (const Entry& entry : entries()) list.push_back(entry.measure);
    return list;
  }();
  return all;
}

std::optional<MeasureIndex> find(std::string_view id) {
  static const std::vector<MeasureIndex> by_id = [] {
    std::vector<MeasureIndex> order(catalogue().size());
    for (MeasureIndex i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [](MeasureIndex a, MeasureIndex b) { return catalogue()[a].id < catalogue()[b].id; });
    return order;
  }();
  const auto at =
      std::lower_bound(by_id.begin(), by_id.end(), id,
                       [](MeasureIndex i, std::string_view wanted) { return catalogue()[i].id < wanted; });
  if (at == by_id.end() || catalogue()[*at].id != id) return std::nullopt;
  return *at;
}

}  // namespace lscb::measures
