#include "world/decision_log.h"

namespace lscb::world {

void DecisionLog::put(std::uint32_t contact, const door::Weighed& weighed) {
  if (contact >= entries_.size()) entries_.resize(contact + contact / 2 + 1);
  entries_[contact] = {weighed, true};
}

void DecisionLog::count(const measures::Opportunity& missed, const door::Parameters& parameters) {
  using measures::Unmet;
  ++tally_.by_kind[static_cast<std::size_t>(missed.unmet)];
  if (missed.unmet != Unmet::screened_out && missed.unmet != Unmet::sent_to_caf) return;
  if (missed.contact >= entries_.size() || !entries_[missed.contact].known) return;
  const door::Weighed& weighed = entries_[missed.contact].weighed;
  if (door::goes_on(parameters, weighed, 0)) return;  // it was decided together with another, and ended later
  ++tally_.decided;
  const door::Attribution why = door::attribute(parameters, weighed);
  if (!why.would_have_gone_on) ++tally_.beyond;
  for (std::size_t i = 0; i < door::term_count; ++i) tally_.shares[i] += why.shares[i];
}

}  // namespace lscb::world
