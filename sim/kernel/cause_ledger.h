#pragma once

#include <unordered_set>

#include "kernel/assert.h"
#include "kernel/cause.h"

namespace lscb::kernel {

// Proves, in debug builds, that no cause of a replication is drawn from twice. While it lives, each Draws
// made on this thread is entered, and a cause entered before is a broken invariant. In release builds Draws
// enters nothing. Optional: make one at the start of a replication. About 40 bytes a cause. Ledgers nest: the
// innermost is used. REQUIRES: ended on the thread that made it, in the reverse order of making.
class CauseLedger {
 public:
  CauseLedger();
  ~CauseLedger();
  CauseLedger(const CauseLedger&) = delete;
  CauseLedger& operator=(const CauseLedger&) = delete;

  // Enters a cause; false where it was there already. Expected O(1).
  bool enter(Cause cause) { return causes_.insert(cause.value).second; }

  [[nodiscard]] std::size_t size() const { return causes_.size(); }

  // The ledger in use on this thread, or null.
  [[nodiscard]] static CauseLedger* current();

 private:
  std::unordered_set<std::uint64_t> causes_;  // never iterated over
  CauseLedger* outer_;
};

namespace detail {
inline void note_draws([[maybe_unused]] Cause cause) {
#ifndef NDEBUG
  if (CauseLedger* const ledger = CauseLedger::current()) {
    LSCB_DEBUG_ASSERT(ledger->enter(cause), "one cause was drawn from twice in a replication");
  }
#endif
}
}  // namespace detail
}  // namespace lscb::kernel
