// The workforce of an area: posts and who is in them, each worker's own queue, cases held up to a cap and the
// list of those nobody holds, work squeezed under load, leaving, recruiting and handover.
//
// Work. A present worker does one task at a time, in the order (priority, due, order of adding) over its own
// queue and its pool's. m productive minutes take m / (productive share x ramp) minutes of the team's open
// office hours. An urgent task interrupts one that is not urgent; the interrupted task keeps its worker and
// its remaining minutes. When a task is first begun, each part is kept or dropped: its mark, keyed by (task's
// cause, kind, part) and never by the worker, against a keep probability that falls with the weeks of work
// waiting for that worker.
//
// Cases. A request goes to the post of that team and role that holds fewest cases below the cap (ties: lowest
// id), or on the list, which is served by (urgency, waiting since, household, slot) whenever somebody has
// room. When a holder leaves, the cases are requested again and their unfinished tasks go with them, keeping
// what was done.
//
// People. Leaving and filling are candidates drawn by (post, tenure, 15-day cell), accepted so that a
// constant rate gives exponential times; rates by load, tenure, missing colleagues and unrest: hazards.h.
// Somebody ill keeps the cases until they are covered; urgent work for them goes elsewhere (caller). Agency
// cover is drawn by (post, tenure, round). No key names a task
// or a case.
//
// Cost: a task is added, started and finished in O(log n) of the queue's length, without allocation once
// queues have reached their greatest length. Thread rule: one thread at a time; workforces share nothing but
// the calendar. Every call takes the present time, never earlier than that of the call before, and adds to
// `out`.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "base/working_calendar.h"
#include "kernel/keyed_random.h"
#include "spec/area.h"
#include "workforce/holds.h"
#include "workforce/notice.h"
#include "workforce/open_days.h"
#include "workforce/parameters.h"
#include "workforce/post.h"
#include "workforce/service.h"
#include "workforce/task.h"

namespace lscb::workforce {

/// Room made beforehand. More is taken when needed.
struct Sizes {
  std::uint32_t households = 1U << 14;
  std::uint32_t tasks = 1U << 18;  ///< added over the whole run
};

class Workforce final : public Service {
 public:
  /// Teams are numbered as in `area.teams`; behind them each centre is a team of family support workers.
  /// REQUIRES: every parameter set; the calendar outlives the workforce.
  Workforce(const Parameters& parameters, const spec::Area& area, kernel::WorldKey key,
            const WorkingCalendar& calendar, Sizes sizes = {});
  ~Workforce() override;
  /// Of nobody: it must not be asked anything. For a family that is played alone, against a record.
  Workforce();
  /// The same workforce at the same moment; from here on each goes its own way.
  Workforce(const Workforce& other);
  Workforce& operator=(const Workforce&) = delete;
  Workforce(Workforce&&) noexcept;
  Workforce& operator=(Workforce&&) noexcept;

  /// Creates the establishment and draws who is in post. Call once, before all else.
  void start(Instant now, Outbox& out);
  void handle(const Event& event, Instant now, Outbox& out) override;

  // --- Tasks and cases: as Service
  // --------------------------------------------------------------------------------------------
  TaskId add(const Task& task, Instant now, Outbox& out) override;
  bool cancel(TaskId task, Instant now, Outbox& out) override;
  bool request(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now, Outbox& out) override;
  bool release(CaseRef ref, Instant now, Outbox& out) override;
  void move_case(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now, Outbox& out) override;
  void set_urgency(CaseRef ref, int urgency) override;
  [[nodiscard]] bool requested(CaseRef ref) const override;
  [[nodiscard]] PostId holder(CaseRef ref) const override;
  [[nodiscard]] bool waits(CaseRef ref) const override;

  // --- Acts of the organisation
  // --------------------------------------------------------------------------------
  /// A task of `each` productive minutes for every present worker of the team (none: of all teams) in the
  /// stage. Lapses with the worker. Returns how many.
  int take_hours(TeamId team, StageFilter stage, Minutes each, TaskKind kind, Priority priority, Instant due,
                 kernel::Cause cause, Instant now, Outbox& out, std::uint64_t payload = 0);
  /// Each held case of the team (none: of all teams) in the stage whose mark, keyed by (cause, household), is
  /// below `share` goes to another post of the same team and role, if there is a present one. Returns how
  /// many left their holder.
  int transfer_cases(TeamId team, StageFilter stage, double share, kernel::Cause cause, Instant now,
                     Outbox& out);
  /// New posts are vacant and whole. REQUIRES: count >= 0.
  void add_posts(TeamId team, spec::Role role, int count, Instant now, Outbox& out);
  /// Vacant posts go first, then those with agency staff, then the rest; highest id first. Returns how many
  /// went.
  int delete_posts(TeamId team, spec::Role role, int count, Instant now, Outbox& out);
  /// That post, whoever is in it. REQUIRES: it exists.
  void delete_post(PostId post, Instant now, Outbox& out);
  /// A reorganisation of the team is announced: `amount` (1 for a whole one) is added to what the team still
  /// feels of earlier ones. REQUIRES: amount >= 0.
  void unsettle(TeamId team, double amount, Instant now);
  /// A team without posts, open all week, numbered behind all others. REQUIRES: no other team has that id.
  TeamId add_team(std::string id);
  /// The post, whoever is in it and the cases held there go to another team; work in hand goes on. Nothing is
  /// handed over. The pool of the team that is left is not served again. REQUIRES: the post exists.
  void move_post(PostId post, TeamId team, Instant now, Outbox& out);
  /// The post's holder leads a unit. Permanent holders to come are the best of so many who apply.
  /// REQUIRES: 1..255.
  void make_consultant(PostId post, int applicants);
  /// The post leads no unit any more; who comes next is whoever comes.
  void end_consultancy(PostId post);
  /// What waits in the pool of a role in a team goes to that of `to_role` in the team that `to` names for the
  /// task's household. What somebody has begun stays with whoever has.
  void move_pool(TeamId from, spec::Role role, spec::Role to_role,
                 const std::function<TeamId(HouseholdId)>& to, Instant now, Outbox& out);
  /// The holder leaves the post, which is then vacant. REQUIRES: somebody is in post.
  void displace(PostId post, Instant now, Outbox& out);
  /// Hours of training or coaching in the practice model; they go when the holder goes.
  void practise(PostId post, double hours);
  void set_open_days(TeamId team, OpenDays days, Instant now, Outbox& out);
  /// From now on the newly qualified (qualified, permanent, under a year in the work) may hold `caseload` of
  /// the cap, and `time` of their hours is kept free for their development; what is not given stays as it is.
  /// Nobody loses a case; work under way goes on at its pace. REQUIRES: caseload 0..1; time 0..1, not 1.
  void protect_newly_qualified(std::optional<double> caseload, std::optional<double> time, Instant now,
                               Outbox& out);
  void set_recruitment(std::optional<double> months_to_fill, std::optional<double> leaving_per_year);
  /// From the next vacancy, or the next round of cover, on. 0 stops new engagements. REQUIRES: 0..1.
  void set_agency_cover(double share);
  /// Vacancies wait: for a permanent appointment until the hold ends; for agency cover, if they were refused
  /// it, until then too. An engagement already agreed begins all the same.
  void hold(const Holds& holds, Instant now, Outbox& out);
  /// Nobody loses a case by a lower cap. REQUIRES: cases >= 0.
  void set_cap(spec::Role role, int cases, Instant now, Outbox& out);

  // --- Questions
  // -----------------------------------------------------------------------------------------------
  [[nodiscard]] int team_count() const;
  /// By the area's id; none if there is no such team or centre.
  [[nodiscard]] TeamId team(std::string_view id) const;
  [[nodiscard]] TeamId team_of(CentreId centre) const;
  [[nodiscard]] OpenDays open_days(TeamId team) const;
  /// As last set; a hold does not change them.
  [[nodiscard]] double leaving_per_year() const;
  [[nodiscard]] double agency_cover() const;

  /// All posts ever, by id; deleted ones stay.
  [[nodiscard]] const std::vector<Post>& posts() const;
  [[nodiscard]] const Post& post(PostId post) const;
  [[nodiscard]] int caseload(PostId post) const;
  /// Of a whole post; a part-time post's is in proportion, to the nearest case.
  [[nodiscard]] int cap(spec::Role role) const;
  /// Weeks of that worker's time that wait for it: its queue, and its share of the pool. 0 for a vacant post.
  [[nodiscard]] double pressure(PostId post, Instant now) const;

  /// On the lists: in one slot, or in one team (none: all teams) and role.
  [[nodiscard]] int unallocated(CaseSlot slot) const;
  /// Their households, by team, then in the order in which they will be served.
  [[nodiscard]] std::vector<HouseholdId> waiting_households(CaseSlot slot) const;
  [[nodiscard]] int unallocated(TeamId team, spec::Role role) const;

  /// Of a role in a team: in post and not ill.
  [[nodiscard]] int at_work(TeamId team, spec::Role role) const;

  struct Headcount {
    int posts = 0;
    int vacant = 0;  ///< with nobody at all
    int permanent = 0;
    int agency = 0;
    // By what part-time contracts among them fall short of whole ones, in hundredths of a post.
    int less = 0;
    int permanent_less = 0;
    int agency_less = 0;
  };
  /// Existing posts of a role in a team (none: in all teams).
  [[nodiscard]] Headcount headcount(TeamId team, spec::Role role) const;
  /// Those that exist, by id. Good until posts are next made, moved or deleted.
  [[nodiscard]] const std::vector<PostId>& posts_of(TeamId team, spec::Role role) const;

  /// Productive minutes waiting: for a role in a team (none: all), with what waits for a holder or in the
  /// pool.
  [[nodiscard]] Minutes queued(TeamId team, spec::Role role) const;
  /// Productive minutes given so far, counted when work stops or is finished.
  [[nodiscard]] Minutes worked(TaskKind kind, spec::Role role) const;
  [[nodiscard]] std::uint64_t tasks_added() const;
  [[nodiscard]] std::uint64_t tasks_open() const;

  /// Asks for the memory of a case about which something will soon be asked or added: first where it is
  /// found, a little later the case itself, at last its last task.
  enum class Foresight : std::uint8_t { place, itself, tasks };
  void foresee(CaseRef ref, Foresight what) const;
  /// The same for an event to come: what is in the hands of its worker.
  void foresee(const Event& event) const;
  /// Whom the work in those hands concerns; none where it concerns no household, or the event is of other
  /// things.
  [[nodiscard]] HouseholdId household_of(const Event& event) const;

  /// A hash over posts and who is in them, held and waiting cases, and tasks, for fingerprints and tests.
  /// Rates, caps, holds, unrest and what is drawn but has not come yet are not in it: where these differ it
  /// differs once they act. O(state).
  [[nodiscard]] std::uint64_t fingerprint() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace lscb::workforce
