// Opportunities: contacts from which social care could have come to know a child's need, and whether it did
// (MODEL, What is counted).
#pragma once

#include <cstdint>
#include <vector>

#include "base/statutory_limits.h"
#include "base/time.h"
#include "measures/history.h"
#include "measures/spell.h"

namespace lscb::measures {

/// Why an opportunity came to nothing.
enum class Unmet : std::uint8_t {
  screened_out,  ///< no further action, or advice
  sent_to_caf,
  waited,            ///< an assessment was due, and its limit passed
  superficial,       ///< assessed within the limit, and less found than the child's need
  lost_in_handover,  ///< its assessment was closed or dropped at a change of worker
};
inline constexpr int unmet_count = 5;
[[nodiscard]] const char* id(Unmet kind);     ///< e.g. "screened_out"
[[nodiscard]] const char* words(Unmet kind);  ///< in plain words

struct Opportunity {
  std::uint64_t contact = 0;
  Instant at;                         ///< when social care was told
  Instant limit;                      ///< the last minute in which a finding meets it
  bool met = false;                   ///< an assessment completed within the limit found at least the need
  bool judged = false;                ///< met, or its limit lies inside the run
  Unmet unmet = Unmet::screened_out;  ///< meaningful where judged and not met
};

/// True if the contact belongs to the spell: its incident lay in it, and the child had not left when it came.
[[nodiscard]] bool belongs(const ContactPoint& contact, const ChildHistory& history, const Spell& spell);

/// True if a contact that belongs to a spell is an opportunity: no assessment was open, and no plan stood at
/// or above the child's need at that moment. A contact that comes after the spell's end about an incident in
/// it is one too.
[[nodiscard]] bool is_opportunity(const ContactPoint& contact, const ChildHistory& history);

/// True if the assessment found at least the need that was there at some moment between `told` and its
/// completion
/// ("taken at its least"). REQUIRES: it was completed after `told`.
[[nodiscard]] bool found_the_need(const AssessmentPoint& assessment, const ChildHistory& history,
                                  Instant told);

/// The last minute in which the assessment meets a call made at `moment`.
[[nodiscard]] Instant call_limit(const AssessmentPoint& assessment, Instant moment,
                                 const AssessmentRules& rules);

/// True if the assessment was open at `moment` and would have met a call made then: completed within the
/// limit that runs from `moment`, it found at least the need.
[[nodiscard]] bool would_meet(const AssessmentPoint& assessment, const ChildHistory& history, Instant moment,
                              const AssessmentRules& rules);

/// Appends the opportunities of one spell in order of contact. An assessment may meet several.
///
/// Limit: opportunity_limit(), with the 35 days more where an initial assessment that answers the contact led
/// to a core assessment, or a core assessment or an enquiry answers it at once. A contact that was sent on to
/// an assessment may also have been answered by one that another contact opened: then one begun within the
/// shorter limit counts as its own.
void append_opportunities(const ChildHistory& history, const Spell& spell, const AssessmentRules& rules,
                          Instant run_end, std::vector<Opportunity>& opportunities);

}  // namespace lscb::measures
