// Organisational changes: what it does x when and where. A kind is a struct in a file of its own, and carries
// only fields that a built mechanism reads; a field without a mechanism does not exist, and the reader
// refuses it.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/time.h"
#include "change/centre_cut.h"
#include "change/challenge.h"
#include "change/earlier_files.h"
#include "change/posts.h"
#include "change/publicity.h"
#include "change/recruitment.h"
#include "change/restructure.h"
#include "change/target_policy.h"
#include "change/threshold_policy.h"

namespace lscb::change {

using Effect = std::variant<Restructure, ThresholdPolicy, CentreCut, Posts, Recruitment, TargetPolicy,
                            Publicity, Challenge, EarlierFiles>;

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
