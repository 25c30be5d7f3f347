// Organisational changes: what it does x when and where. A kind is a struct in a file of its own, and carries
// only fields that a built mechanism reads; a field without a mechanism does not exist, and the reader
// refuses it.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/time.h"
#include "change/budget_cut.h"
#include "change/caf_monitoring.h"
#include "change/centre_cut.h"
#include "change/centre_management.h"
#include "change/challenge.h"
#include "change/earlier_files.h"
#include "change/good_enough_parenting.h"
#include "change/inspection.h"
#include "change/measurable_outcomes.h"
#include "change/overspend_rules.h"
#include "change/perpetrator_removal.h"
#include "change/posts.h"
#include "change/publicity.h"
#include "change/recruitment.h"
#include "change/restructure.h"
#include "change/specific_recording.h"
#include "change/target_policy.h"
#include "change/threshold_policy.h"
#include "change/trees_and_chronologies.h"

namespace lscb::change {

using Effect = std::variant<Restructure, ThresholdPolicy, CentreCut, Posts, Recruitment, BudgetCut,
                            OverspendRules, TreesAndChronologies, MeasurableOutcomes, SpecificRecording,
                            PerpetratorRemoval, GoodEnoughParenting, CafMonitoring, CentreManagement,
                            Inspection, TargetPolicy, Publicity, Challenge, EarlierFiles>;

/// When it no longer holds, of kinds that may end (they have a field `until`) and where it was stated.
[[nodiscard]] inline std::optional<Instant> until_of(const Effect& effect) {
  return std::visit(
      [](const auto& kind) -> std::optional<Instant> {
        if constexpr (requires { kind.until; }) {
          return kind.until;
        } else {
          return std::nullopt;
        }
      },
      effect);
}

/// Where a change was written, for messages that name both lines of a contradiction.
struct Origin {
  std::string file;
  int line = 0;
};

struct Change {
  Instant date;
  std::string title;  ///< in words, for reports
  std::string owner;  ///< who owns the lever, e.g. "council", "board", "health"
  Effect effect;
  Origin origin;
};

}  // namespace lscb::change
