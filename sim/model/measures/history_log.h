// Keeps children's histories while a replication runs: what happens to any child is appended in time order,
// and at the end each child's lists are handed out in one piece. One growing store a kind for all children,
// so that an append never allocates for a child of its own.
//
// Thread rule: one thread at a time. Memory: 24 bytes a child, and an entry's size plus 8 bytes an entry.
#pragma once

#include <algorithm>
#include <cstdint>
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

  void reserve(std::size_t children, std::size_t entries) {
    last_.reserve(children);
    nodes_.reserve(entries);
  }

  /// O(1), amortised.
  Position append(ChildId child, const Entry& entry) {
    if (child.value() >= last_.size()) last_.resize(child.value() + std::size_t{1}, none);
    const auto position = static_cast<Position>(nodes_.size());
    nodes_.push_back({entry, last_[child.value()]});
    last_[child.value()] = position;
    return position;
  }

  /// For what becomes known later: a route, an end, a finding.
  [[nodiscard]] Entry& at(Position position) { return nodes_[position].entry; }

  /// The child's entries in order of appending; valid until the next call of `of` or `append`.
  [[nodiscard]] std::span<const Entry> of(ChildId child) {
    if (child.value() >= last_.size() || last_[child.value()] == none) return {};
    gathered_.clear();
    for (Position p = last_[child.value()]; p != none; p = nodes_[p].before) {
      gathered_.push_back(nodes_[p].entry);
    }
    std::reverse(gathered_.begin(), gathered_.end());
    return gathered_;
  }

  [[nodiscard]] std::size_t size() const { return nodes_.size(); }

 private:
  static constexpr Position none = 0xffff'ffffU;
  struct Node {
    Entry entry;
    Position before = none;  // backwards, so that an append touches no earlier node
  };
  std::vector<Node> nodes_;
  std::vector<Position> last_;  // by child
  std::vector<Entry> gathered_;
};

struct HistoryLog {
  EntryLog<NeedPoint> need;
  EntryLog<ContactPoint> contacts;
  EntryLog<AssessmentPoint> assessments;
  EntryLog<ServiceSpan> services;
  EntryLog<HarmPoint> harm;
  EntryLog<HarmEvent> harm_events;

  /// Sets the lists of `history` to those of `history.child`; valid until the next call or append.
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
