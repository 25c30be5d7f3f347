// Systemic units: which posts form them, what they hold and carry, and how they go back to being teams. A
// unit is a team of the workforce: a consultant social worker, a social worker and a children's practitioner.
//
// It knows posts and not families: whose case a family is, is the world's affair (unit_cases.cpp). It meets
// every week, each member for an hour or so of its own; a meeting counts as held once somebody qualified and
// one more have come. What was thought over there carries until `lately_met` no longer holds. Copies are
// independent; nothing is drawn.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "change/restructure.h"
#include "world/hands.h"
#include "world/parameters.h"
#include "world/teams.h"

namespace lscb::world {

/// Posts that are to form one unit. The practitioner may be missing.
struct Seats {
  PostId consultant;
  PostId worker;
  PostId practitioner;
  [[nodiscard]] std::array<PostId, 3> all() const { return {consultant, worker, practitioner}; }
};

struct Unit {
  TeamId team;
  Seats seats;
  bool formed = false;  ///< and not gone back since
  // The last meeting that was held, and the one under way.
  Instant met = Instant::long_ago();
  double quality = 0.0;  ///< 0..1: attended by how many, led with what competence
  std::uint32_t round = 0;
  int asked = 0;
  int attended = 0;
  bool qualified_attended = false;
  bool held = false;         ///< somebody qualified and one more have come
  std::vector<TaskId> open;  ///< of the round under way
};

class Units {
 public:
  /// Of posts in these teams. The parameters outlive it.
  Units(const Parameters& parameters, Teams teams);

  // --- Which there are
  // -----------------------------------------------------------------------------------------
  [[nodiscard]] bool empty() const { return units_.empty(); }
  [[nodiscard]] std::size_t count() const { return units_.size(); }
  /// In order of their teams, formed or not.
  [[nodiscard]] const std::vector<Unit>& all() const { return units_; }
  [[nodiscard]] const Unit& operator[](std::size_t number) const { return units_[number]; }
  /// The unit that is this team; null where the team is no unit.
  [[nodiscard]] const Unit* of(TeamId team) const;
  /// Date of the reorganisation that drew them up.
  [[nodiscard]] Instant since() const { return since_; }
  /// Those that go over at this stage of a reorganisation, by number.
  [[nodiscard]] std::vector<std::size_t> at_stage(int stage, const change::Restructure& r) const;
  /// Every post that has a seat.
  [[nodiscard]] std::vector<PostId> all_seats() const;
  /// The formed unit with the fewest cases, held and waiting, for each social worker at work; none where no
  /// unit has been formed.
  [[nodiscard]] TeamId least_loaded(const workforce::Workforce& workforce) const;

  // --- How they come and go
  // -------------------------------------------------------------------------------------
  /// Seats posts, none of `for_a_time`, and makes coordinators of practitioners without a seat. Each duty
  /// team keeps its last post of each role: somebody has to screen and to decide. REQUIRES: no units yet.
  void draw_up(const change::Restructure& r, Instant date, const std::vector<PostId>& for_a_time,
               const Hands& hands);
  /// Those with a seat come together. REQUIRES: drawn up and not formed yet.
  void form(std::size_t number, const Hands& hands);
  /// Who sits there leads the unit; where competence is checked and not found, the post falls vacant for
  /// somebody better, and the answer is false. REQUIRES: formed.
  bool appoint_consultant(std::size_t number, const change::Restructure& r, const Hands& hands);
  /// Once there are units, long-term teams hold no case: whoever is left there, or comes there later, joins
  /// the unit with fewest of that role. Without effect for other teams and roles, and where no unit is
  /// formed.
  void take_in(TeamId team, spec::Role role, const Hands& hands);
  /// Each post goes back to the team that it left; the meeting under way is off. REQUIRES: formed.
  void dissolve(std::size_t number, const Hands& hands);
  /// Their posts are practitioners' again, and so is their work. Returns how many there were.
  int coordinators_go_back(const Hands& hands);

  // --- What they do (unit_work.cpp)
  // -----------------------------------------------------------------------------------
  struct Round {
    int due = 0;
    int missed = 0;  ///< of the week before
  };
  /// The week's meetings, one of each unit that is formed.
  Round begin_meetings(const Hands& hands);
  /// A member has given the meeting its time. True if this makes the meeting a held one.
  bool attended(const workforce::TaskDone& done, const Hands& hands);
  [[nodiscard]] bool lately_met(const Unit& unit, Instant now) const;
  /// 0..1: how much of what was known of a case stays in view when it goes from post to post; 0 unless both
  /// are of one unit that has lately met.
  [[nodiscard]] double carried(const workforce::CaseAllocated& allocated,
                               const workforce::Workforce& workforce, Instant now) const;
  /// Coordinators take on no more than they see a way to do.
  [[nodiscard]] bool coordinators_take_on(const workforce::Workforce& workforce) const;
  /// Work for a unit's family: its reflection is the meeting's, and its administration a coordinator's, if
  /// they take it on. The coordinator's task, where there is one.
  std::optional<workforce::Task> relieve(workforce::Task& task, bool taken_on) const;
  /// A month's coaching for each member; `left` tells the months apart.
  void coach(std::size_t number, int left, const Hands& hands) const;

 private:
  [[nodiscard]] std::vector<PostId> posts_to_seat(spec::Role role, const std::vector<PostId>& for_a_time,
                                                  const workforce::Workforce& workforce) const;
  void seat(const change::Restructure& r, std::vector<PostId> workers,
            const std::vector<PostId>& practitioners, const Hands& hands);
  void appoint_coordinators(int wanted, std::vector<PostId> without_seat, const Hands& hands);
  void join(PostId post, const Unit& unit, const Hands& hands);
  [[nodiscard]] const Unit& with_fewest(spec::Role role, const workforce::Workforce& workforce) const;
  [[nodiscard]] double led_with(const Unit& unit, const workforce::Workforce& workforce) const;
  /// Where coordinators sit.
  [[nodiscard]] TeamId hub() const { return teams_.duty.front(); }

  const Parameters& p_;
  Teams teams_;
  std::vector<Unit> units_;                ///< in order of their teams
  std::vector<TeamId> came_from_;          ///< by post: the team that it left for a unit
  std::vector<TeamId> coordinators_from_;  ///< duty teams whose practitioners' posts became coordinators'
  Instant since_;
  double coaching_hours_ = 0.0;  ///< a month, each member
};

}  // namespace lscb::world
