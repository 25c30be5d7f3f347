#include "workforce/case_book.h"

#include <algorithm>

#include "kernel/assert.h"

namespace lscb::workforce {

CaseBook::CaseBook(std::uint32_t groups, std::uint32_t households)
    : index_(static_cast<std::size_t>(households) * case_slots, no_index), waiting_(groups) {
  cases_.reserve(1024);
  free_.reserve(1024);
}

bool CaseBook::Waiting::before(const Waiting& other) const {
  if (urgency != other.urgency) return urgency < other.urgency;
  if (since != other.since) return since < other.since;
  return ref < other.ref;
}

std::size_t CaseBook::place(CaseRef ref) {
  LSCB_REQUIRE(static_cast<int>(ref.slot) < case_slots, "a case's slot lies from 0 to 7");
  return static_cast<std::size_t>(ref.household.value()) * case_slots + static_cast<std::size_t>(ref.slot);
}

CaseBook::Waiting CaseBook::entry(CaseIndex index) const {
  const Case& c = cases_[index];
  return {c.urgency, c.since, c.ref, index};
}

CaseIndex CaseBook::find(CaseRef ref) const {
  const std::size_t at = place(ref);
  return at < index_.size() ? index_[at] : no_index;
}

CaseIndex CaseBook::open(CaseRef ref) {
  LSCB_REQUIRE(ref.household.valid(), "a case belongs to a household");
  LSCB_REQUIRE(find(ref) == no_index, "a case is requested once until it is released");
  const std::size_t at = place(ref);
  if (at >= index_.size()) index_.resize(std::max(at + 1, index_.size() * 2), no_index);
  CaseIndex index = static_cast<CaseIndex>(cases_.size());
  if (free_.empty()) {
    cases_.emplace_back();
  } else {
    index = free_.back();
    free_.pop_back();
  }
  cases_[index] = Case{};
  cases_[index].ref = ref;
  cases_[index].open = true;
  index_[at] = index;
  return index;
}

void CaseBook::close(CaseIndex index) {
  Case& c = cases_[index];
  LSCB_DEBUG_ASSERT(!c.post.valid() && c.first_task == no_index, "a case is closed with nothing left in it");
  index_[place(c.ref)] = no_index;
  c.open = false;
  free_.push_back(index);
}

void CaseBook::wait(CaseIndex index) {
  std::deque<Waiting>& list = waiting_[cases_[index].group];
  const Waiting added = entry(index);
  const auto before = [](const Waiting& a, const Waiting& b) { return a.before(b); };
  list.insert(std::upper_bound(list.begin(), list.end(), added, before), added);
  ++waiting_in_slot_[static_cast<std::size_t>(added.ref.slot)];
}

void CaseBook::hold(CaseIndex index, PostId post) {
  cases_[index].post = post;
  held_[post.value()].push_back(index);
}

void CaseBook::take(CaseIndex index) {
  Case& c = cases_[index];
  if (c.post.valid()) {
    std::vector<CaseIndex>& held = held_[c.post.value()];
    held.erase(std::find(held.begin(), held.end(), index));
    c.last_post = c.post;
    c.post = PostId::none();
    return;
  }
  std::deque<Waiting>& list = waiting_[c.group];
  const auto before = [](const Waiting& a, const Waiting& b) { return a.before(b); };
  const auto at = std::lower_bound(list.begin(), list.end(), entry(index), before);
  LSCB_DEBUG_ASSERT(at != list.end() && at->index == index, "a case without a holder is on its group's list");
  list.erase(at);
  --waiting_in_slot_[static_cast<std::size_t>(c.ref.slot)];
}

void CaseBook::link(TaskStore& tasks, CaseIndex index, TaskSlot slot) {
  Case& c = cases_[index];
  OpenTask& open = tasks[slot];
  open.case_index = index;
  open.case_before = c.last_task;
  open.case_after = no_index;
  (c.last_task == no_index ? c.first_task : tasks[c.last_task].case_after) = slot;
  c.last_task = slot;
}

void CaseBook::unlink(TaskStore& tasks, TaskSlot slot) {
  OpenTask& open = tasks[slot];
  if (open.case_index == no_index) return;
  Case& c = cases_[open.case_index];
  (open.case_before == no_index ? c.first_task : tasks[open.case_before].case_after) = open.case_after;
  (open.case_after == no_index ? c.last_task : tasks[open.case_after].case_before) = open.case_before;
  open.case_index = no_index;
}

}  // namespace lscb::workforce
