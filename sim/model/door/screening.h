// Screening: evidence against thresholds. The decision sees the file and the report, never the truth; this
// room cannot include the truth (tests/architecture).
#pragma once

#include <cstdint>

#include "door/parameters.h"
#include "record/household_file.h"
#include "spec/area.h"

namespace lscb::door {

enum class Decision : std::uint8_t {
  no_further_action,
  information_and_advice,
  caf,
  assessment,
  strategy_discussion
};

/// What the worker who decides has before them.
struct Evidence {
  double signal = 0.0;   ///< concern as told, in levels of need
  bool specific = true;  ///< told in particulars, not in general terms
  spec::Referrer referrer = spec::Referrer::police;
  bool chronology_read = false;
  double concerns_on_file = 0.0;  ///< only counted if the chronology was read
  double in_view = 0.0;           ///< share of the file known without reading it, 0..1
  bool adult_on_record = false;   ///< a check, or the file, shows a dangerous adult
  bool account_tested = false;
  double account = 0.0;  ///< how convincing the parents are, >= 0; only counted if not tested
  bool engages = false;  ///< the family is seen to engage with a CAF
  record::Label label = record::Label::none;
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Who decides, and in what place.
struct Decider {
  double noise = 0.0;          ///< a standard normal draw keyed by the contact
  double inexperience = 0.0;   ///< 0..1
  double yardstick = 0.0;      ///< mean concern of what the team has lately seen, in levels
  double backlog_weeks = 0.0;  ///< work waiting, in weeks of the team's time
  friend bool operator==(const Decider&, const Decider&) = default;
};

/// Policy in force: shifts of the published thresholds, positive is harder to pass.
struct Policy {
  double assessment_shift = 0.0;
  double section47_shift = 0.0;
  double caf_shift = 0.0;
  double downgrade_anchor = 0.0;
  friend bool operator==(const Policy&, const Policy&) = default;
};

/// What a score is held against, in levels of need.
struct Thresholds {
  double advice = 0.0;
  double caf = 0.0;
  double referral = 0.0;  ///< to be taken on as one
  double assessment = 0.0;
  double section47 = 0.0;
  friend bool operator==(const Thresholds&, const Thresholds&) = default;
};

/// The published thresholds as policy has shifted them.
[[nodiscard]] Thresholds in_force(const Parameters& parameters, const Policy& policy);

/// The rule's own terms; they add up to the total. Levels of need.
struct Score {
  double report = 0.0;
  double history = 0.0;
  double checks = 0.0;
  double account = 0.0;
  double engagement = 0.0;
  double norm = 0.0;
  double backlog = 0.0;
  double anchor = 0.0;
  double noise = 0.0;
  [[nodiscard]] double total() const {
    return report + history + checks + account + engagement + norm + backlog + anchor + noise;
  }
  friend bool operator==(const Score&, const Score&) = default;
};

[[nodiscard]] Score score(const Parameters& parameters, const Evidence& evidence, const Decider& decider,
                          const Policy& policy);

/// How clear the situation is, 0..1: the distance of `evidence_total`, the terms of the score that are
/// evidence (report, history, checks, account, engagement), from the nearest threshold in force, over
/// `clarity_reach`; `clarity_vague` times that where the report is vague. In an unclear situation judgement
/// rules: norm, backlog, anchor and noise weigh 1 - weight_clarity x clarity. (In a clear emergency procedure
/// does, and there is no score.)
[[nodiscard]] double clarity(const Parameters& parameters, double evidence_total, bool specific,
                             const Policy& policy);

/// Whether a contact is taken on as a referral (or more).
[[nodiscard]] bool accepted_as_referral(const Parameters& parameters, double total, const Policy& policy);

/// What follows from a score.
[[nodiscard]] Decision decide(const Parameters& parameters, double total, const Policy& policy);
[[nodiscard]] Decision decide(const Thresholds& in_force, double total);

/// The reference worker: published thresholds, chronology read, checks made, account tested, no noise, drift,
/// anchor or backlog (MODEL, What is counted). `evidence` holds what was obtainable.
[[nodiscard]] Decision reference_decision(const Parameters& parameters, Evidence evidence);
[[nodiscard]] Score reference_score(const Parameters& parameters, Evidence evidence);

[[nodiscard]] double credibility(const Parameters& parameters, spec::Referrer referrer);

}  // namespace lscb::door
