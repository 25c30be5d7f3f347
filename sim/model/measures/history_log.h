// Keeps children's histories while a replication runs: what happens to any child is appended in time order,
// and at the end each child's lists are handed out in one piece. One growing store a kind for all children,
// so that an append allocates for no child and touches no other memory than the store's end; the lists are
// parted by child, in two passes, when first they are asked for.
//
// Thread rule: one thread at a time. Memory: twice an entry's size and 4 bytes an entry, and 24 bytes a
// child.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "base/ids.h"
#include "measures/history.h"

namespace lscb::measures {

/// One kind of entry for all children.
template <class Entry>
class EntryLog {
 public:
  /// Of an entry, for `at`; stays valid. Appends are numbered from 0 without a gap.
  using Position = std::uint32_t;

  void reserve(std::size_t entries) {
    entries_.reserve(entries);
    children_.reserve(entries);
  }

  /// O(1), amortised.
  Position append(ChildId child, const Entry& entry) {
    parted_ = false;
    entries_.push_back(entry);
    children_.push_back(child.value());
    return static_cast<Position>(entries_.size() - 1);
  }

  /// For what becomes known later: a route, an end, a finding.
  [[nodiscard]] Entry& at(Position position) {
    parted_ = false;
    return entries_[position];
  }

  /// The child's entries in order of appending; valid until the next call of `append` or `at`. O(1), but
  /// O(entries + children) when first called after one of these.
  [[nodiscard]] std::span<const Entry> of(ChildId child) {
    if (!parted_) part();
    if (child.value() + std::size_t{1} >= begins_.size()) return {};
    const Position begin = begins_[child.value()];
    return {by_child_.data() + begin, begins_[child.value() + std::size_t{1}] - begin};
  }

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  // A counting sort, which keeps the order of entries of one child.
  void part() {
    const auto last = std::max_element(children_.begin(), children_.end());
    begins_.assign(last == children_.end() ? 1 : *last + std::size_t{2}, 0);
    for (const auto child : children_) ++begins_[child + std::size_t{1}];
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    std::vector<Position> next(begins_.begin(), begins_.end() - 1);
    by_child_.resize(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i) by_child_[next[children_[i]]++] = entries_[i];
    parted_ = true;
  }

  std::vector<Entry> entries_;  // in order of appending
  std::vector<ChildId::Value> children_;
  std::vector<Entry> by_child_;
  std::vector<Position> begins_;  // in by_child_, by child, and the end behind the last
  bool parted_ = false;
};

struct HistoryLog {
  EntryLog<NeedPoint> need;
  EntryLog<ContactPoint> contacts;
  EntryLog<AssessmentPoint> assessments;
  EntryLog<ServiceSpan> services;
  EntryLog<HarmPoint> harm;
  EntryLog<HarmEvent> harm_events;

  /// Sets the lists of `history` to those of `history.child`; valid until the next append.
  void gather(ChildHistory& history) {
    history.need = need.of(history.child);
    history.contacts = contacts.of(history.child);
    history.assessments = assessments.of(history.child);
    history.services = services.of(history.child);
    history.harm = harm.of(history.child);
    history.harm_events = harm_events.of(history.child);
  }
};

}  // namespace lscb::measures
