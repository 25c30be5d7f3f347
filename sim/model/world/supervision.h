// Supervision of casework by the managers of teams, month by month, and which teams have chairs of
// conferences. Teams that never had such posts are supervised and chaired from outside the model, at no cost
// here.
//
// In each round everybody at work who does casework in a team with managers is due one. It takes a manager's
// time first, out of the team's pool, and then the worker's own; what no manager has come to by the next
// round is missed. Copies are independent; nothing is drawn.
#pragma once

#include <cstdint>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "pathway/parameters.h"
#include "world/hands.h"

namespace lscb::world {

/// When a post's holder was last supervised.
struct Supervised {
  Instant at = Instant::long_ago();
  std::uint32_t incumbent = 0;
  TaskId open;  ///< the manager's task that is still to be done
};

class Supervision {
 public:
  /// The workforce's first `teams` teams have managers of casework; those behind them, centres and units,
  /// have not. Whoever is in post at `begin` counts as supervised then. The parameters outlive it.
  Supervision(const pathway::Parameters& parameters, std::size_t teams, Instant begin);

  /// To be called once the workforce has started, and whenever posts or teams have been added.
  void note_posts(const workforce::Workforce& workforce);

  struct Round {
    int due = 0;
    int missed = 0;  ///< of the round before
  };
  Round begin_round(const Hands& hands);
  /// A manager has come to it: the worker's own part follows, if the worker is still there.
  void manager_ready(const workforce::TaskDone& done, const Hands& hands);
  /// The worker's own part is done.
  void held(const workforce::TaskDone& done, Instant now);

  /// Whether the worker's last supervision is no longer ago than it lasts. Who is new in the post counts from
  /// that day. True in a team that never had managers.
  [[nodiscard]] bool lasts_for(const workforce::Worker& worker, Instant now) const;
  /// Whether the team has, or had, chairs of conferences.
  [[nodiscard]] bool chaired(TeamId team) const { return chaired_[team.value()]; }

  /// By post, as last noted.
  [[nodiscard]] const std::vector<Supervised>& records() const { return records_; }

 private:
  const pathway::Parameters& p_;
  std::size_t teams_;
  Instant begin_;
  std::vector<Supervised> records_;
  std::vector<bool> managed_;  ///< by team: has or had a manager's post
  std::vector<bool> chaired_;
  std::uint64_t round_ = 0;
};

}  // namespace lscb::world
