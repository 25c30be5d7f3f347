#include "world/task.h"

namespace lscb::world {

workforce::Task task_of(const pathway::Parameters& parameters, pathway::Work work, HouseholdId household,
                        kernel::Cause cause, int children, Instant due, std::uint64_t payload) {
  const pathway::Effort effort = pathway::effort(parameters, work, children);
  workforce::Task task;
  task.kind = static_cast<workforce::TaskKind>(work);
  task.priority = static_cast<workforce::Priority>(pathway::priority(work));
  task.household = household;
  task.cause = cause;
  task.due = due;
  task.core = effort.core;
  for (std::size_t i = 0; i < task.parts.size(); ++i) task.parts[i] = effort.parts[i];
  task.payload = payload;
  if (pathway::is_case_work(work)) task.standard = static_cast<std::uint32_t>(effort.total().count());
  return task;
}

}  // namespace lscb::world
