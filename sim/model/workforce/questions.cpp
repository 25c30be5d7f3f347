// What may be asked of the workforce.
#include <algorithm>

#include "kernel/assert.h"
#include "workforce/inside.h"

namespace lscb::workforce {
namespace {

class Hash {
 public:
  void add(std::uint64_t word) { value_ = kernel::detail::mix64(value_ ^ word) + 0x9e3779b97f4a7c15U; }
  void add(std::int64_t word) { add(static_cast<std::uint64_t>(word)); }
  void add(std::uint32_t word) { add(static_cast<std::uint64_t>(word)); }
  void add(int word) { add(static_cast<std::uint64_t>(static_cast<std::int64_t>(word))); }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 0;
};

}  // namespace

int Workforce::team_count() const {
  return static_cast<int>(inside_->team_ids.size());
}

TeamId Workforce::team(std::string_view id) const {
  for (std::uint32_t i = 0; i < inside_->team_ids.size(); ++i) {
    if (inside_->team_ids[i] == id) return TeamId{i};
  }
  return TeamId::none();
}

TeamId Workforce::team_of(CentreId centre) const {
  LSCB_REQUIRE(inside_->first_centre + centre.value() < inside_->team_ids.size(),
               "the centre belongs to the area");
  return TeamId{inside_->first_centre + centre.value()};
}

OpenDays Workforce::open_days(TeamId team) const {
  return inside_->desk.hours(team).open_days();
}
double Workforce::leaving_per_year() const {
  return inside_->staff.leaving_per_year();
}
double Workforce::agency_cover() const {
  return inside_->staff.agency_cover();
}
const std::vector<Post>& Workforce::posts() const {
  return inside_->staff.posts();
}
const Post& Workforce::post(PostId post) const {
  return inside_->staff[post];
}
int Workforce::caseload(PostId post) const {
  return inside_->book.held(post);
}
int Workforce::cap(spec::Role role) const {
  return inside_->cap[spec::index(role)];
}
double Workforce::pressure(PostId post, Instant now) const {
  return inside_->desk.pressure(post, now);
}

void Workforce::foresee(CaseRef ref, Foresight what) const {
  const CaseBook& book = inside_->book;
  if (what == Foresight::place) {
    book.foresee(ref);
    return;
  }
  const CaseIndex index = book.find(ref);
  if (index == no_index) return;
  if (what == Foresight::itself) {
    kernel::fetch(&book[index]);
  } else if (const TaskSlot last = book[index].last_task; last != no_index) {
    kernel::fetch(&inside_->desk.tasks()[last]);
  }
}

void Workforce::foresee(const Event& event) const {
  if (event.type != Event::Type::finish) return;
  const TaskSlot task = inside_->desk.running(PostId{event.subject});
  if (task != no_index) kernel::fetch(&inside_->desk.tasks()[task]);
}

HouseholdId Workforce::household_of(const Event& event) const {
  if (event.type != Event::Type::finish) return HouseholdId::none();
  const TaskSlot task = inside_->desk.running(PostId{event.subject});
  return task == no_index ? HouseholdId::none() : inside_->desk.tasks()[task].task.household;
}

bool Workforce::requested(CaseRef ref) const {
  return inside_->book.find(ref) != no_index;
}

PostId Workforce::holder(CaseRef ref) const {
  const CaseIndex index = inside_->book.find(ref);
  return index == no_index ? PostId::none() : inside_->book[index].post;
}

bool Workforce::waits(CaseRef ref) const {
  return requested(ref) && !holder(ref).valid();
}

int Workforce::unallocated(CaseSlot slot) const {
  return inside_->book.waiting(slot);
}

std::vector<HouseholdId> Workforce::waiting_households(CaseSlot slot) const {
  std::vector<HouseholdId> households;
  if (unallocated(slot) == 0) return households;
  households.reserve(static_cast<std::size_t>(unallocated(slot)));
  for (std::uint32_t group = 0; group < inside_->staff.group_count(); ++group) {
    for (const CaseBook::Waiting& waiting : inside_->book.waiting_list(group)) {
      if (waiting.ref.slot == slot) households.push_back(waiting.ref.household);
    }
  }
  return households;
}

int Workforce::unallocated(TeamId team, spec::Role role) const {
  if (team.valid()) return inside_->book.waiting(group_of(team, role));
  int sum = 0;
  for (std::uint32_t t = 0; t < inside_->team_ids.size(); ++t)
    sum += inside_->book.waiting(group_of(TeamId{t}, role));
  return sum;
}

const std::vector<PostId>& Workforce::posts_of(TeamId team, spec::Role role) const {
  return inside_->staff.group(group_of(team, role)).posts;
}

Workforce::Headcount Workforce::headcount(TeamId team, spec::Role role) const {
  Headcount sum;
  const auto teams = static_cast<std::uint32_t>(inside_->team_ids.size());
  const std::uint32_t first = team.valid() ? team.value() : 0;
  for (std::uint32_t t = first; t < (team.valid() ? first + 1 : teams); ++t) {
    for (const PostId post : inside_->staff.group(group_of(TeamId{t}, role)).posts) {
      const Holder holder = inside_->staff[post].holder;
      const int less = 100 - inside_->staff[post].hours;
      sum.less += less;
      sum.permanent_less += holder == Holder::permanent ? less : 0;
      sum.agency_less += holder == Holder::agency ? less : 0;
      ++sum.posts;
      sum.vacant += holder == Holder::vacant ? 1 : 0;
      sum.permanent += holder == Holder::permanent ? 1 : 0;
      sum.agency += holder == Holder::agency ? 1 : 0;
    }
  }
  return sum;
}

int Workforce::at_work(TeamId team, spec::Role role) const {
  return inside_->staff.group(group_of(team, role)).at_work;
}

Minutes Workforce::queued(TeamId team, spec::Role role) const {
  Minutes sum;
  const auto teams = static_cast<std::uint32_t>(inside_->team_ids.size());
  const std::uint32_t first = team.valid() ? team.value() : 0;
  for (std::uint32_t t = first; t < (team.valid() ? first + 1 : teams); ++t) {
    const std::uint32_t group = group_of(TeamId{t}, role);
    sum += inside_->desk.pool(group).minutes();
    for (const PostId post : inside_->staff.group(group).posts) sum += inside_->desk.queue(post).minutes();
    for (const CaseBook::Waiting& waiting : inside_->book.waiting_list(group)) {
      const TaskStore& tasks = inside_->desk.tasks();
      for (TaskSlot task = inside_->book[waiting.index].first_task; task != no_index;
           task = tasks[task].case_after) {
        sum += tasks[task].remaining;
      }
    }
  }
  return sum;
}

Minutes Workforce::worked(TaskKind kind, spec::Role role) const {
  return inside_->desk.worked(kind, role);
}
std::uint64_t Workforce::tasks_added() const {
  return inside_->desk.tasks().added();
}
std::uint64_t Workforce::tasks_open() const {
  return inside_->desk.tasks().open();
}

std::uint64_t Workforce::fingerprint() const {
  Hash hash;
  for (const Post& post : posts()) {
    hash.add(post.team.value());
    hash.add(static_cast<int>(post.holder));
    hash.add(post.incumbent);
    hash.add(post.since.count());
    hash.add((post.absent ? 1 : 0) + (post.consultant ? 2 : 0) + 4 * (100 - post.hours));
    hash.add(static_cast<std::int64_t>(post.person.practised * 60.0));
    hash.add(post.person.experience_before.count());
    hash.add(post.deleted.count());
  }
  for (const Case& c : inside_->book.cases()) {
    if (!c.open) continue;
    hash.add(c.ref.household.value());
    hash.add(static_cast<int>(c.ref.slot));
    hash.add(c.group);
    hash.add(c.urgency);
    hash.add(c.since.count());
    hash.add(c.post.value());
  }
  for (const OpenTask& open : inside_->desk.tasks().slots()) {
    if (open.where == OpenTask::Where::free) continue;
    hash.add(open.id.value());
    hash.add(static_cast<int>(open.where));
    hash.add(open.place);
    hash.add(static_cast<int>(open.parts_done));
    hash.add(open.remaining.count());
    hash.add(open.given.count());
  }
  hash.add(tasks_added());
  return hash.value();
}

}  // namespace lscb::workforce
