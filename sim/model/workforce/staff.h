// The posts and who is in them: leaving, filling, agency cover, illness.
//
// Time is cut into absolute cells of 15 days. For each post, tenure (a stay of a permanent holder, or a
// vacancy) and cell there is one candidate at a keyed time t with a keyed mark u; it takes effect if u < r
// exp(-r (t - s)), with r the rate a cell and t - s the part of the cell that the tenure has lasted by then:
// with a constant rate the length of a tenure is then exactly exponential. A higher rate keeps every
// candidate that a lower one keeps as long as r <= 1, that is, down to half a month to fill a post. Illness
// has a candidate of its own a cell, by the same rule.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "kernel/keyed_random.h"
#include "spec/area.h"
#include "workforce/hazards.h"
#include "workforce/holds.h"
#include "workforce/notice.h"
#include "workforce/parameters.h"
#include "workforce/post.h"

namespace lscb::workforce {

/// The posts of one role in one team.
struct Group {
  TeamId team;
  spec::Role role = spec::Role::social_worker;
  std::vector<PostId> posts;  ///< existing ones, by id
  int at_work = 0;            ///< of them with somebody in post who is not ill
  int hours_at_work = 0;      ///< of these, in hundredths of a whole post
  std::uint32_t created = 0;  ///< ever
};

constexpr std::uint32_t group_of(TeamId team, spec::Role role) {
  return team.value() * spec::role_count + static_cast<std::uint32_t>(role);
}

class Staff {
 public:
  Staff(const Parameters& parameters, const spec::Area& area, kernel::WorldKey key);

  static constexpr std::int64_t cell_days = 15;

  /// A team without posts.
  TeamId add_team();
  /// The post is the other team's from now on; who holds it stays. REQUIRES: it exists.
  void move(PostId post, TeamId team);
  void practise(PostId post, double hours) { posts_[post.value()].person.practised += hours; }
  void make_consultant(PostId post, int applicants);
  void end_consultancy(PostId post);
  /// A post without a holder, in which nothing happens yet. `hours` in hundredths of a whole post, 1..100.
  PostId create(std::uint32_t group, int hours, Instant now);
  /// Draws who is in the new post when the run begins.
  void settle_at_start(PostId post, double chance_vacant, Instant now, Outbox& out);
  void schedule_next_cell(Instant now, Outbox& out) const;
  /// Candidates of all posts for the cell that begins.
  void begin_cell(std::int64_t cell, Outbox& out);

  /// Whether a candidate takes effect: the permanent holder leaves, or the vacancy is filled. `pressure` in
  /// weeks of waiting work counts for leaving.
  [[nodiscard]] bool takes_effect(const Event& event, Instant now, double pressure) const;
  /// Whether the holder falls ill by this candidate.
  [[nodiscard]] bool falls_ill(const Event& event, Instant now, double pressure) const;
  /// Whether a recovery, or the covering of an illness, still speaks of this one.
  [[nodiscard]] bool still_ill(const Event& event) const;
  /// REQUIRES: a permanent holder at work.
  void fall_ill(PostId post, Instant now, Outbox& out);
  void recover(PostId post);
  /// Whether an agency event still speaks of this vacancy.
  [[nodiscard]] bool is_current(const Event& event) const;

  void arrive(PostId post, Holder holder, Instant now, Outbox& out);
  /// The holder leaves. A vacancy begins, or goes on where agency staff leave.
  void depart(PostId post, Instant now, Outbox& out);
  /// A new vacancy: its candidates and its agency cover.
  void begin_vacancy(PostId post, Instant now, Outbox& out);
  void remove(PostId post, Instant now);

  void set_recruitment(double months_to_fill, double leaving_per_year);
  void set_agency_cover(double share) { agency_cover_ = share; }
  /// A reorganisation of the team is announced.
  void unsettle(TeamId team, double amount, Instant now);
  /// From now on, until other holds are set.
  void hold(const Holds& holds, Instant now, Outbox& out);
  /// Shares for who is newly qualified, each in its range; what is not given stays.
  void protect_newly_qualified(std::optional<double> caseload, std::optional<double> time);
  /// Qualified, permanent, and under a year in the work.
  [[nodiscard]] bool newly_qualified(PostId post, Instant now) const;
  /// Share of the cap that the present holder may hold, in 1/65536.
  [[nodiscard]] std::int64_t caseload_share(PostId post, Instant now) const;
  /// Share of the hours that the present holder gives to work, in 1/65536.
  [[nodiscard]] std::int64_t working_share(PostId post, Instant now) const;
  [[nodiscard]] double months_to_fill() const { return months_to_fill_; }
  [[nodiscard]] double leaving_per_year() const { return leaving_per_year_; }
  [[nodiscard]] double agency_cover() const { return agency_cover_; }
  /// Share of posts without a permanent holder in the long run, at the base rate of leaving.
  [[nodiscard]] double long_run_vacancy() const;

  [[nodiscard]] const std::vector<Post>& posts() const { return posts_; }
  [[nodiscard]] const Post& operator[](PostId post) const { return posts_[post.value()]; }
  [[nodiscard]] const Group& group(std::uint32_t group) const { return groups_[group]; }
  [[nodiscard]] const Group& group(PostId post) const;
  [[nodiscard]] std::uint32_t group_count() const { return static_cast<std::uint32_t>(groups_.size()); }
  /// Speed of the present holder as a share of full speed, in 1/65536.
  [[nodiscard]] std::int64_t ramp(PostId post, Instant now) const;

 private:
  struct Turnover {
    kernel::Cause cause;  // the post's
    std::uint32_t tenure = 0;
    std::uint32_t round = 0;  // of agency cover in this vacancy
    Instant counted_from;     // start of the tenure, or of the run
    std::int64_t drawn_cell = -1;
    double mark = 0.0;           // of the candidate of drawn_cell
    double ill_mark = 0.0;       // of that cell's candidate for illness
    Minutes illness;             // its length
    std::uint32_t ills = 0;      // illnesses begun in this tenure
    Minutes agency_stay;         // of the engagement that is to come or runs
    bool awaits_agency = false;  // this round was refused by a hold, and not drawn
  };

  /// The holder of the post comes to work (1), or is no longer at it (-1).
  void count_at_work(const Post& post, int sign);
  [[nodiscard]] static std::uint64_t round_generation(const Turnover& t);
  void draw_candidate(PostId post, std::int64_t cell, Outbox& out);
  [[nodiscard]] bool agency_covers(PostId post);
  void engage_agency(PostId post, Instant now, Outbox& out);
  void begin_tenure(PostId post, Instant now, Outbox& out);
  void draw_illness(PostId post, std::int64_t cell, Outbox& out);
  [[nodiscard]] Surroundings surroundings(PostId post, Instant now, double pressure) const;
  [[nodiscard]] bool accepted(const Turnover& t, double mark, double rate_a_cell, Instant now) const;
  [[nodiscard]] static std::uint64_t illness_generation(const Turnover& t);

  Parameters p_;
  kernel::WorldKey key_;
  double months_to_fill_;
  double leaving_per_year_;
  double agency_cover_;
  Minutes agency_delay_;
  double agency_stay_;       // minutes, mean
  std::int64_t ramp_start_;  // 1/65536
  Minutes ramp_length_, agency_ramp_length_;
  std::int64_t newly_qualified_caseload_ = 65536;  // 1/65536
  std::int64_t newly_qualified_work_ = 65536;      // likewise, of the hours
  Minutes absence_cover_;
  Holds holds_;
  std::vector<Post> posts_;
  std::vector<Turnover> turnover_;
  std::vector<Group> groups_;
  std::vector<Unrest> unrest_;  // by team
};

}  // namespace lscb::workforce
