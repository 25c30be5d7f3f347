#include "workforce/record.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace lscb::workforce {
namespace {

auto name_of(const RecordedTask& task) {
  return std::tuple{task.household, task.cause.value, static_cast<int>(task.kind), task.added};
}

std::vector<std::uint32_t> numbers(std::size_t count) {
  std::vector<std::uint32_t> all(count);
  std::iota(all.begin(), all.end(), 0U);
  return all;
}

/// The last entry at `at` or before that `fits`, or else the first after it that does; null if none does.
template <class Entry, class Time, class Fits>
const Entry* last_before(const std::vector<Entry>& entries, const std::vector<std::uint32_t>& order,
                         Instant at, Time&& time, Fits&& fits) {
  const auto after = std::upper_bound(order.begin(), order.end(), at, [&](Instant moment, std::uint32_t i) {
    return moment < time(entries[i]);
  });
  for (auto i = after; i != order.begin();) {
    if (fits(entries[*--i])) return &entries[*i];
  }
  for (auto i = after; i != order.end(); ++i) {
    if (fits(entries[*i])) return &entries[*i];
  }
  return nullptr;
}

}  // namespace

void Record::close() {
  tasks_by_family_ = numbers(tasks.size());
  std::sort(tasks_by_family_.begin(), tasks_by_family_.end(), [this](std::uint32_t a, std::uint32_t b) {
    return std::pair{name_of(tasks[a]), a} < std::pair{name_of(tasks[b]), b};
  });
  holds_by_family_ = numbers(holds.size());
  std::stable_sort(
      holds_by_family_.begin(), holds_by_family_.end(),
      [this](std::uint32_t a, std::uint32_t b) { return holds[a].household < holds[b].household; });

  for (std::uint32_t i = 0; i < tasks.size(); ++i) {
    if (!tasks[i].done()) continue;
    tasks_by_queue_[tasks[i].queue].push_back(i);
    tasks_by_queue_[all_of(tasks[i].worker.role)].push_back(i);
  }
  for (auto& [queue, order] : tasks_by_queue_) {
    std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
      return std::pair{tasks[a].queued, a} < std::pair{tasks[b].queued, b};
    });
  }
  for (std::uint32_t i = 0; i < holds.size(); ++i) {
    if (holds[i].allocated == Instant::never()) continue;
    holds_by_group_[pool_of(holds[i].team, holds[i].role)].push_back(i);
  }
}

std::span<const std::uint32_t> Record::own_holds(HouseholdId household) const {
  const auto [first, last] = std::equal_range(
      holds_by_family_.begin(), holds_by_family_.end(), household, [this](const auto& a, const auto& b) {
        const auto id = [this](const auto& x) {
          if constexpr (std::is_same_v<std::decay_t<decltype(x)>, HouseholdId>) {
            return x;
          } else {
            return holds[x].household;
          }
        };
        return id(a) < id(b);
      });
  return {first, last};
}

const RecordedTask* Record::own_task(HouseholdId household, kernel::Cause cause, TaskKind kind,
                                     Instant added) const {
  const auto wanted = std::tuple{household, cause.value, static_cast<int>(kind), added};
  const auto found =
      std::lower_bound(tasks_by_family_.begin(), tasks_by_family_.end(), wanted,
                       [this](std::uint32_t i, const auto& name) { return name_of(tasks[i]) < name; });
  if (found == tasks_by_family_.end() || name_of(tasks[*found]) != wanted) return nullptr;
  return &tasks[*found];
}

const RecordedTask* Record::last_in(std::uint32_t queue, const Priority* priority, Instant at) const {
  const auto order = tasks_by_queue_.find(queue);
  if (order == tasks_by_queue_.end()) return nullptr;
  return last_before(
      tasks, order->second, at, [](const RecordedTask& task) { return task.queued; },
      [&](const RecordedTask& task) { return priority == nullptr || task.priority == *priority; });
}

const RecordedHold* Record::last_asked(TeamId team, spec::Role role, int urgency, Instant at) const {
  const auto order = holds_by_group_.find(pool_of(team, role));
  if (order == holds_by_group_.end()) return nullptr;
  const auto since = [](const RecordedHold& hold) { return hold.since; };
  const RecordedHold* alike = last_before(holds, order->second, at, since,
                                          [&](const RecordedHold& hold) { return hold.urgency == urgency; });
  if (alike != nullptr) return alike;
  return last_before(holds, order->second, at, since, [](const RecordedHold&) { return true; });
}

}  // namespace lscb::workforce
