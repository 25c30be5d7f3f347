// Whatever is asked of a workforce, in whatever order: what must always hold.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <ostream>
#include <set>

#include "kernel/cause_ledger.h"
#include "rig.h"

namespace lscb::workforce::test {
namespace {

struct Step {
  int act = 0;
  int a = 0, b = 0, c = 0;
  int minutes_later = 0;
};
std::ostream& operator<<(std::ostream& out, const Step& s) {
  return out << "{act " << s.act << ", " << s.a << ", " << s.b << ", " << s.c << ", +" << s.minutes_later
             << " min}";
}

rc::Gen<std::vector<Step>> histories() {
  const auto step = rc::gen::map(
      rc::gen::tuple(rc::gen::inRange(0, 16), rc::gen::inRange(0, 60), rc::gen::inRange(0, 60),
                     rc::gen::inRange(0, 60), rc::gen::inRange(0, 4000)),
      [](const std::tuple<int, int, int, int, int>& t) {
        return Step{std::get<0>(t), std::get<1>(t), std::get<2>(t), std::get<3>(t), std::get<4>(t)};
      });
  return rc::gen::scale(4.0, rc::gen::container<std::vector<Step>>(step));
}

class History {
 public:
  explicit History(std::uint64_t replication) : rig_(parameters(), area(), replication) {}

  static Parameters parameters() {
    Parameters p = calm();
    p.productive_hours_year = 1500;
    p.ramp_start = 0.5;
    p.squeeze_slope = 0.8;
    p.leaving_load_slope = 0.3;
    p.absence_spells_year = 3.0;
    p.absence_cover_weeks = 1.0;
    return p;
  }
  static spec::Area area() {
    spec::Area area = small_area(3, 0.4);
    area.leaving_per_year = 1.0;
    area.months_to_fill = 1.5;
    area.agency_cover = 0.5;
    area.centres[0].open_days = 4;
    area.teams[0].establishment[0].part_time = 1;
    area.teams[0].establishment[0].part_time_hours = 60;
    return area;
  }

  void play(const std::vector<Step>& steps) {
    for (const Step& step : steps) {
      rig_.run_until(rig_.now() + Minutes{step.minutes_later}, [this] { check(); });
      act(step);
      rig_.drain();
      check();
    }
    // What is still open shows, when cancelled, what was done on it.
    for (const auto& [id, asked] : std::map<std::uint32_t, Task>(open_)) {
      RC_ASSERT(rig_.work.cancel(TaskId{id}, rig_.now(), rig_.out));
    }
    rig_.drain();
    check();
    RC_ASSERT(open_.empty());
    Minutes worked;
    for (int kind = 0; kind < 8; ++kind) {
      for (int role = 0; role < spec::role_count; ++role) {
        worked += rig_.work.worked(static_cast<TaskKind>(kind), static_cast<spec::Role>(role));
      }
    }
    RC_ASSERT(worked == given_);
  }

  [[nodiscard]] std::uint64_t fingerprint() const { return rig_.work.fingerprint(); }
  [[nodiscard]] const std::vector<Instant>& finished() const { return finished_; }

 private:
  void act(const Step& s) {
    Workforce& work = rig_.work;
    const TeamId team{static_cast<std::uint32_t>(s.a % 3)};
    const spec::Role role = team == north ? spec::Role::family_support_worker
                                          : (team == long_term && s.b % 2 == 0 ? spec::Role::practitioner
                                                                               : spec::Role::social_worker);
    const CaseRef ref = household(static_cast<std::uint32_t>(s.c % 25), s.b % 2);
    const auto cause = kernel::Cause::root().child(11, ++acts_);
    const Instant now = rig_.now();
    switch (s.act) {
      case 0:
      case 1:
      case 2:
        if (!work.requested(ref)) {
          work.request(ref, team, role, s.a % 3, now, rig_.out);
          requested_.insert(ref);
        }
        break;
      case 3:
        if (work.release(ref, now, rig_.out)) requested_.erase(ref);
        break;
      case 4:
        if (work.requested(ref)) work.move_case(ref, team, role, s.a % 3, now, rig_.out);
        break;
      case 5:
      case 6:
      case 7: {
        if (!work.requested(ref)) break;
        Task t = some_task(Assignee::of_case(ref.slot), s, cause);
        t.household = ref.household;
        add(t);
        break;
      }
      case 8:
      case 9:
        add(some_task(Assignee::in_pool(team, role), s, cause));
        break;
      case 10:
        add(some_task(Assignee::at_post(PostId{static_cast<std::uint32_t>(s.a) %
                                               static_cast<std::uint32_t>(work.posts().size())}),
                      s, cause));
        break;
      case 11:
        work.transfer_cases(s.b % 4 == 0 ? TeamId::none() : team, {s.a % 2, 2}, 0.5, cause, now, rig_.out);
        break;
      case 12:
        work.add_posts(team, role, s.b % 3, now, rig_.out);
        break;
      case 13:
        work.delete_posts(team, role, s.b % 2, now, rig_.out);
        break;
      case 14:
        work.set_open_days(team, OpenDays::from_monday(s.b % 6), now, rig_.out);
        break;
      default: {
        const std::uint64_t first = work.tasks_added();
        const int taken = work.take_hours(team, {}, Minutes{s.b * 10}, TaskKind{7}, Priority::normal,
                                          now + days(s.c), cause, now, rig_.out);
        for (std::uint64_t id = first; id < first + static_cast<std::uint64_t>(taken); ++id) {
          Task t;
          t.core = Minutes{s.b * 10};
          open_.emplace(static_cast<std::uint32_t>(id), t);
        }
      }
    }
  }

  [[nodiscard]] int cap(PostId id) const {
    const Post& post = rig_.work.post(id);
    return (rig_.work.cap(post.role) * post.hours + 50) / 100;
  }

  Task some_task(Assignee who, const Step& s, kernel::Cause cause) const {
    Task t;
    t.kind = static_cast<TaskKind>(s.a % 7);
    t.priority = static_cast<Priority>(s.c % 4);
    t.assignee = who;
    t.cause = cause;
    t.due = rig_.now() + days(s.b);
    t.core = Minutes{s.a * 20};
    t.parts = {Minutes{s.b * 5}, Minutes{s.c % 5 * 30}, Minutes{s.b % 2 * 90}, Minutes{s.a % 3 * 45}};
    return t;
  }

  void add(const Task& t) {
    const TaskId id = rig_.work.add(t, rig_.now(), rig_.out);
    RC_ASSERT(open_.emplace(id.value(), t).second);
  }

  void close(TaskId id, Minutes given) {
    RC_ASSERT(open_.erase(id.value()) == 1U);
    given_ += given;
  }

  void check_done(const TaskDone& done) {
    const Task& asked = open_.at(done.id.value());
    Minutes size = asked.core;
    for (std::size_t i = 0; i < part_count; ++i) {
      const bool did = (done.parts_done >> i & 1U) != 0;
      RC_ASSERT(!did || asked.parts[i] > Minutes{0});
      if (did) size += asked.parts[i];
    }
    RC_ASSERT(done.given == size);
    RC_ASSERT(done.worker.holder != Holder::vacant);
    // In office hours, at either end; nobody gives more than the time that passed.
    for (const Instant when : {done.started, done.finished}) {
      RC_ASSERT(WorkingCalendar::england().is_working_day(when));
      const std::int64_t minute = (when - start_of_day(day_number(when))).count();
      RC_ASSERT(minute >= WorkingCalendar::opening_minute && minute <= WorkingCalendar::closing_minute);
    }
    RC_ASSERT(done.given <= WorkingCalendar::england().office_time_between(done.started, done.finished));
    finished_.push_back(done.finished);
    close(done.id, done.given);
  }

  void check() {
    for (; read_ < rig_.notices.size(); ++read_) {
      const Notice& n = rig_.notices[read_];
      if (const auto* done = std::get_if<TaskDone>(&n)) check_done(*done);
      if (const auto* gone = std::get_if<TaskCancelled>(&n)) {
        Minutes size = gone->task.core;
        for (const Minutes part : gone->task.parts) size += part;
        RC_ASSERT(gone->given <= size);
        close(gone->id, gone->given);
      }
    }
    RC_ASSERT(rig_.work.tasks_open() == open_.size());
    int held = 0;
    for (std::uint32_t i = 0; i < rig_.work.posts().size(); ++i) {
      const PostId post{i};
      const int caseload = rig_.work.caseload(post);
      RC_ASSERT(caseload <= cap(post));
      RC_ASSERT(caseload == 0 || (rig_.work.post(post).exists() && rig_.work.post(post).present()));
      held += caseload;
    }
    int waiting = 0;
    for (const CaseRef& ref : requested_) {
      RC_ASSERT(rig_.work.requested(ref));
      const PostId holder = rig_.work.holder(ref);
      RC_ASSERT(holder.valid() != rig_.work.waits(ref));
      waiting += holder.valid() ? 0 : 1;
    }
    RC_ASSERT(static_cast<std::size_t>(held + waiting) == requested_.size());
    RC_ASSERT(rig_.work.unallocated(CaseSlot{0}) + rig_.work.unallocated(CaseSlot{1}) == waiting);
    // Nobody waits while somebody has room.
    for (std::uint32_t i = 0; i < rig_.work.posts().size(); ++i) {
      const Post& post = rig_.work.post(PostId{i});
      if (post.at_work() && rig_.work.caseload(PostId{i}) < cap(PostId{i})) {
        RC_ASSERT(rig_.work.unallocated(post.team, post.role) == 0);
      }
    }
  }

  kernel::CauseLedger ledger_;  // in debug builds no key is drawn from twice
  Rig rig_;
  std::set<CaseRef> requested_;
  std::map<std::uint32_t, Task> open_;
  Minutes given_;
  std::vector<Instant> finished_;
  std::size_t read_ = 0;
  std::uint64_t acts_ = 0;
};

TEST(AnyHistory, KeepsTheBooks) {
  EXPECT_TRUE(rc::check([] {
    const auto steps = *histories();
    History history{*rc::gen::arbitrary<std::uint64_t>()};
    history.play(steps);
  }));
}

TEST(AnyHistory, IsTheSameWhenRepeated) {
  EXPECT_TRUE(rc::check([] {
    const auto steps = *histories();
    const auto replication = *rc::gen::arbitrary<std::uint64_t>();
    const auto outcome = [&] {
      History history{replication};
      history.play(steps);
      return std::make_pair(history.fingerprint(), history.finished());
    };
    RC_ASSERT(outcome() == outcome());
  }));
}

}  // namespace
}  // namespace lscb::workforce::test
