// The parts of a workforce and the acts that need more than one of them. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "workforce/case_book.h"
#include "workforce/desk.h"
#include "workforce/staff.h"
#include "workforce/workforce.h"

namespace lscb::workforce {

struct Workforce::Inside {
  Inside(const Parameters& parameters, const spec::Area& area, kernel::WorldKey key,
         const WorkingCalendar& calendar, Sizes sizes);

  PostId create_post(std::uint32_t group, int hours, Instant now);

  /// What the holder's cases are to be in proportion to: hours of the contract, less where newly qualified.
  [[nodiscard]] std::int64_t capacity(PostId post, Instant now) const;
  /// Cases that a holder with that capacity may have: the role's cap in that proportion, to the nearest case.
  [[nodiscard]] int cap_with(spec::Role role, std::int64_t capacity) const;
  /// The least loaded present post of the group below the cap, other than `avoid`; none if all are full.
  [[nodiscard]] PostId least_loaded(std::uint32_t group, PostId avoid, Instant now) const;
  /// Allocates from the lists of a role.
  void serve_all(spec::Role role, Instant now, Outbox& out);
  void allocate(CaseIndex index, PostId post, Instant now, Outbox& out);
  /// Allocates from the group's list as long as somebody has room.
  void serve(std::uint32_t group, Instant now, Outbox& out);
  /// serve, and work from the pool for whoever is idle: after people came or went.
  void rouse(std::uint32_t group, Instant now, Outbox& out);
  /// From its holder, with its tasks. Stands nowhere afterwards. The holder is not woken.
  void detach(CaseIndex index, Instant now, Outbox& out);

  void place_task(TaskSlot task, Instant now, Outbox& out);
  /// Takes the task out of everything and tells that it will not be done. Its worker is not woken.
  void drop_task(TaskSlot task, Instant now, Outbox& out);
  void task_finished(const Event& event, Instant now, Outbox& out);

  /// Every case of the post on the list.
  void give_up_cases(PostId post, Instant now, Outbox& out);
  /// Work in hand laid down; what was begun from the pool is back in it. Cases stay. The pool is not served.
  void fall_ill(PostId post, Instant now, Outbox& out);
  /// The holder leaves: cases on the list, work in hand laid down, personal tasks lapsed. The list is not
  /// served.
  void clear_desk(PostId post, Instant now, Outbox& out);
  void vacate(PostId post, Instant now, Outbox& out);
  void fill(PostId post, Holder holder, Instant now, Outbox& out);
  void delete_post(PostId post, Instant now, Outbox& out);
  [[nodiscard]] PostId first_to_delete(std::uint32_t group) const;

  [[nodiscard]] Worker worker(PostId post) const;

  kernel::WorldKey key;
  Staff staff;
  CaseBook book;
  Desk desk;
  spec::ByRole<int> cap{};
  std::vector<std::string> team_ids;  // centres behind the teams
  std::uint32_t first_centre = 0;
  std::vector<std::pair<std::uint32_t, spec::Establishment>> establishment;  // by group
  std::vector<std::pair<TeamId, OpenDays>> opening;
  std::vector<CaseIndex> some_cases;  // reused
  std::vector<TaskSlot> some_tasks;   // reused
};

}  // namespace lscb::workforce
