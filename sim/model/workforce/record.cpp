#include "workforce/record.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "kernel/assert.h"

namespace lscb::workforce {
namespace {

auto name_of(const RecordedTask& task) {
  return std::tuple{task.cause.value, static_cast<int>(task.kind), task.added};
}

/// In order of `time`, and of number where that is the same. What is compared is brought together: the
/// entries themselves lie far apart.
template <class Entry>
void put_in_order(std::vector<std::uint32_t>& order, const std::vector<Entry>& entries,
                  Instant (*time)(const Entry&)) {
  std::vector<std::pair<Instant, std::uint32_t>> keys;
  keys.reserve(order.size());
  for (const std::uint32_t i : order) keys.emplace_back(time(entries[i]), i);
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = keys[i].second;
}

/// Entries in order of a time of theirs.
template <class Entry>
struct Series {
  const std::vector<Entry>& entries;
  const std::vector<std::uint32_t>* order;  ///< null: there are none
  Instant (*time)(const Entry&);

  [[nodiscard]] auto behind(Instant at) const {
    return std::upper_bound(order->begin(), order->end(), at,
                            [this](Instant moment, std::uint32_t i) { return moment < time(entries[i]); });
  }
  /// The last at `at` or before, and not before `least`, that `fits`.
  template <class Fits>
  [[nodiscard]] const Entry* last(Instant least, Instant at, Fits&& fits) const {
    if (order == nullptr) return nullptr;
    for (auto i = behind(at); i != order->begin();) {
      const Entry& entry = entries[*--i];
      if (time(entry) < least) return nullptr;
      if (fits(entry)) return &entry;
    }
    return nullptr;
  }
  /// The last that `fits`, however old, or else the first after it.
  template <class Fits>
  [[nodiscard]] const Entry* nearest(Instant at, Fits&& fits) const {
    if (const Entry* before = last(Instant::long_ago(), at, fits)) return before;
    if (order == nullptr) return nullptr;
    for (auto i = behind(at); i != order->end(); ++i) {
      if (fits(entries[*i])) return &entries[*i];
    }
    return nullptr;
  }
};

const std::vector<std::uint32_t>* order_of(const std::map<std::uint32_t, std::vector<std::uint32_t>>& orders,
                                           std::uint32_t key) {
  const auto found = orders.find(key);
  return found == orders.end() ? nullptr : &found->second;
}

/// Another family's: the first of the `likenesses` that fits something not stale, here and then anywhere, or
/// any such; then the nearest, its own last of all.
template <class Entry, class... Likeness>
const Entry* most_like(const Series<Entry>& here, const Series<Entry>& anywhere, Record::Asked asked,
                       Likeness&&... likenesses) {
  const auto anothers = [&](const Entry& one) { return one.household != asked.household; };
  const Entry* found = nullptr;
  for (const Series<Entry>* series : {&here, &anywhere}) {
    const auto lately = [&](const auto& like) {
      found = series->last(asked.at - Record::stale, asked.at,
                           [&](const Entry& one) { return anothers(one) && like(one); });
      return found != nullptr;
    };
    if ((lately(likenesses) || ...) || lately(anothers)) return found;
  }
  if (const Entry* one = here.nearest(asked.at, anothers)) return one;
  if (const Entry* one = anywhere.nearest(asked.at, anothers)) return one;
  return anywhere.nearest(asked.at, [](const Entry&) { return true; });
}

Instant queued(const RecordedTask& task) {
  return task.queued;
}
Instant since(const RecordedHold& hold) {
  return hold.since;
}

}  // namespace

template <class Entry>
void Record::ByFamily::sort(const std::vector<Entry>& entries) {
  first_.clear();
  for (const Entry& entry : entries) {
    LSCB_REQUIRE(entry.household.valid(), "what is taken down was done for a family");
    const std::size_t behind = entry.household.value() + std::size_t{1};
    if (first_.size() <= behind) first_.resize(behind + 1, 0);
    ++first_[behind];
  }
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  std::vector<std::uint32_t> next = first_;
  order_.resize(entries.size());
  for (std::uint32_t i = 0; i < entries.size(); ++i) order_[next[entries[i].household.value()]++] = i;
}

template <class Entry, class Before>
void Record::ByFamily::sort(const std::vector<Entry>& entries, Before&& before) {
  sort(entries);
  for (std::size_t family = 0; family + 1 < first_.size(); ++family) {
    const auto at = [this](std::uint32_t place) {
      return order_.begin() + static_cast<std::ptrdiff_t>(place);
    };
    std::sort(at(first_[family]), at(first_[family + 1]), before);
  }
}

std::span<const std::uint32_t> Record::ByFamily::of(HouseholdId household) const {
  const std::size_t family = household.value();
  if (family + 1 >= first_.size()) return {};
  return std::span{order_}.subspan(first_[family], first_[family + 1] - first_[family]);
}

void Record::close() {
  tasks_by_queue_.clear();
  holds_by_group_.clear();
  tasks_by_family_.sort(tasks, [this](std::uint32_t a, std::uint32_t b) {
    return std::pair{name_of(tasks[a]), a} < std::pair{name_of(tasks[b]), b};
  });
  holds_by_family_.sort(holds);

  for (std::uint32_t i = 0; i < tasks.size(); ++i) {
    if (!tasks[i].done()) continue;
    tasks_by_queue_[tasks[i].queue].push_back(i);
    tasks_by_queue_[all_of(tasks[i].worker.role)].push_back(i);
  }
  for (auto& [queue, order] : tasks_by_queue_) put_in_order(order, tasks, queued);
  for (std::uint32_t i = 0; i < holds.size(); ++i) {
    if (holds[i].allocated == Instant::never()) continue;
    holds_by_group_[pool_of(holds[i].team, holds[i].role)].push_back(i);
    holds_by_group_[all_of(holds[i].role)].push_back(i);
  }
}

std::span<const std::uint32_t> Record::own_holds(HouseholdId household) const {
  return holds_by_family_.of(household);
}

const RecordedTask* Record::own_task(HouseholdId household, const Task& task, Instant added) const {
  const auto wanted = std::tuple{task.cause.value, static_cast<int>(task.kind), added};
  const std::span<const std::uint32_t> own = tasks_by_family_.of(household);
  auto found = std::lower_bound(own.begin(), own.end(), wanted, [this](std::uint32_t i, const auto& name) {
    return name_of(tasks[i]) < name;
  });
  for (; found != own.end() && name_of(tasks[*found]) == wanted; ++found) {
    const RecordedTask& one = tasks[*found];
    if (one.asked == task.assignee && one.core == task.core && one.parts == task.parts) return &one;
  }
  return nullptr;
}

const RecordedTask* Record::like(std::uint32_t queue, spec::Role role, const Task& task, Asked asked) const {
  const auto as_urgent = [&](const RecordedTask& one) { return one.priority == task.priority; };
  const auto same = [&](const RecordedTask& one) { return as_urgent(one) && one.kind == task.kind; };
  return most_like(Series<RecordedTask>{tasks, order_of(tasks_by_queue_, queue), queued},
                   Series<RecordedTask>{tasks, order_of(tasks_by_queue_, all_of(role)), queued}, asked, same,
                   as_urgent);
}

const RecordedHold* Record::like(TeamId team, spec::Role role, int urgency, Asked asked) const {
  const auto same = [&](const RecordedHold& one) { return one.urgency == urgency; };
  return most_like(Series<RecordedHold>{holds, order_of(holds_by_group_, pool_of(team, role)), since},
                   Series<RecordedHold>{holds, order_of(holds_by_group_, all_of(role)), since}, asked, same);
}

}  // namespace lscb::workforce
