// A record of a workforce, answering for it to one family that is played again: when its work is done and by
// whom, who holds its case and how long.
//
// What the family asks at the minute and in the words of the record is answered as it was. What it asks
// otherwise is answered as the last other family was that asked the like (Record::like says who that is): its
// work waits as long in the same queue and then takes its own time, at the pace of the other's work or, where
// that was of another kind, at the usual pace and as long interrupted; its case waits as long and comes to
// the same post, and is taken from it when that post's cases were (of some of them, with their share as the
// chance, keyed by post and time). The family's own work presses nobody, itself included.
//
// Eased, a part of the workforce makes nobody wait, and takes cases from nobody.
//
// Cost: a task or case O(log n) of the record. Thread rule: one thread; a record may serve many.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/working_calendar.h"
#include "kernel/keyed_random.h"
#include "workforce/parameters.h"
#include "workforce/record.h"
#include "workforce/service.h"
#include "workforce/squeeze.h"

namespace lscb::workforce {

struct Easing {
  bool teams = false;    ///< no work and no case waits in teams of social care
  bool centres = false;  ///< nor in children's centres
  bool leaving = false;  ///< no case is taken from who holds it
};

class Played final : public Service {
 public:
  struct Setting {
    const Record& record;  ///< closed
    const Parameters& parameters;
    const Squeeze& squeeze;  ///< of these parameters
    const WorkingCalendar& calendar;
    kernel::WorldKey key;
    HouseholdId in_record;  ///< the family's name there
    kernel::Cause family;   ///< of the household
    TeamId first_centre;    ///< this team and those before `behind_centres` are centres
    TeamId behind_centres;
    Easing easing;
  };
  /// REQUIRES: what is referred to outlives it.
  explicit Played(const Setting& setting);

  /// From now on: what waits is taken up at once where it is eased, and nobody leaves if that is.
  void ease(const Easing& easing, Instant now, Outbox& out);
  /// Cases that are to be taken at this very minute are taken now, or given first if they pass through a
  /// hand.
  void take_due(Instant now, Outbox& out);
  /// Whether the case was asked for when, and where, the record has it asked for.
  [[nodiscard]] bool as_recorded(CaseRef ref) const { return hold(ref.slot).mine != nullptr; }

  void handle(const Event& event, Instant now, Outbox& out) override;
  TaskId add(const Task& task, Instant now, Outbox& out) override;
  bool cancel(TaskId task, Instant now, Outbox& out) override;
  bool request(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now, Outbox& out) override;
  bool release(CaseRef ref, Instant now, Outbox& out) override;
  void move_case(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now, Outbox& out) override;
  void set_urgency(CaseRef, int) override {}
  [[nodiscard]] bool requested(CaseRef ref) const override { return hold(ref.slot).requested; }
  [[nodiscard]] PostId holder(CaseRef ref) const override { return hold(ref.slot).post; }
  [[nodiscard]] bool waits(CaseRef ref) const override {
    return hold(ref.slot).requested && !hold(ref.slot).post.valid();
  }

 private:
  struct Hold {
    bool requested = false;
    CaseRef ref;
    TeamId team;
    spec::Role role = spec::Role::social_worker;
    int urgency = 0;
    Instant since;
    PostId post;  ///< none while it waits
    std::uint32_t incumbent = 0;
    PostId next_post;  ///< to whom it comes
    std::uint32_t next_incumbent = 0;
    PostId last_post;  ///< who held it before
    std::uint32_t last_incumbent = 0;
    const RecordedHold* mine = nullptr;  ///< asked for at the same minute; null: was not
    Instant taken = Instant::never();    ///< when it will be taken from who holds it
    std::uint64_t generation = 0;        ///< tells a stale event from a live one
  };
  struct OpenTask {
    Task task;
    Instant added;
    const RecordedTask* mine = nullptr;  ///< likewise
    bool open = true;
    // Once it is known when it will be done.
    Instant started;
    Worker worker;
    double pressure = 0.0;
    std::uint8_t parts = 0;
    Minutes given;
    Instant done_at = Instant::never();
    std::uint64_t generation = 0;
  };

  [[nodiscard]] Hold& hold(CaseSlot slot) { return holds_[static_cast<std::size_t>(slot)]; }
  [[nodiscard]] const Hold& hold(CaseSlot slot) const { return holds_[static_cast<std::size_t>(slot)]; }
  [[nodiscard]] bool eased(TeamId team) const;

  // Cases.
  void place(Hold& hold, Instant now, Outbox& out);
  void place_eased(Hold& hold, Instant now, Outbox& out);
  void place_as_others(Hold& hold, Instant asked, Instant now, Outbox& out);
  void allocate_at(Hold& hold, Instant at, Instant now, Outbox& out);
  void allocate(Hold& hold, Instant now, Outbox& out);
  void expect_taking(Hold& hold, Instant now, Outbox& out);
  void expect_taking_as_others(Hold& hold, Instant from, Outbox& out);
  static void take_at(Hold& hold, Instant at, Outbox& out);
  void taken(Hold& hold, Instant now, Outbox& out);
  void take(Hold& hold, Instant now, Outbox& out);
  [[nodiscard]] const RecordedHold* own_hold(const Hold& hold);
  [[nodiscard]] const RecordedHold* in_the_same_minute(std::span<const std::uint32_t> own, std::size_t& next,
                                                       const RecordedHold& before) const;

  // Tasks.
  void plan(std::uint32_t number, Instant now, Outbox& out);
  void queue(std::uint32_t number, Instant now, Outbox& out);
  void do_as_recorded(std::uint32_t number, Instant now, Outbox& out);
  void do_as_others(std::uint32_t number, Instant from, Outbox& out);
  void do_at_once(std::uint32_t number, Instant from, Outbox& out);
  void done_at(std::uint32_t number, Instant at, Outbox& out);
  void weigh_parts(OpenTask& open, double pressure) const;
  [[nodiscard]] const RecordedTask* other_in(const Task& task, Instant from) const;
  [[nodiscard]] Minutes office_time(const OpenTask& open, const RecordedTask& other) const;
  /// In which it waits. REQUIRES: of a case, that somebody holds it.
  [[nodiscard]] std::uint32_t queue_of(const Assignee& who) const;
  template <class Use>
  void each_task_of(CaseSlot slot, Use&& use);

  Setting setting_;
  std::array<Hold, case_slots> holds_{};
  std::array<std::size_t, case_slots> own_next_{};  ///< place among the family's own holds, by slot
  std::vector<OpenTask> tasks_;                     ///< by number
  std::uint64_t generations_ = 0;                   ///< of tasks, given out
};

}  // namespace lscb::workforce
