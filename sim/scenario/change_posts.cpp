#include "scenario/change_builder.h"

namespace lscb::scenario::detail {

change::Effect read_posts(ChangeBuilder& build) {
  change::Posts out;
  out.team = build.table.need_text("team", "the id of a team").value_or("");
  build.table.need("role", listed(role_names()));
  const auto role = build.table.choice("role", role_names());
  out.role = role_named(role.value_or("")).value_or(out.role);
  const auto count = build.keep(build.table.need_figure("count", {&units::posts(), -50.0, 50.0, true},
                                                        build.stem + ".count", build.evidence));
  if (count == 0.0) {
    build.context.report(build.table.place_of("count"), "count = 0", "posts created (3) or deleted (-3)");
  }
  out.count = static_cast<int>(count.value_or(0.0));
  out.until = build.date("until");
  return out;
}

change::Effect read_recruitment(ChangeBuilder& build) {
  change::Recruitment out;
  build.at_least_one({"months_to_fill", "leaving"});
  out.months_to_fill = build.figure("months_to_fill", {&units::months(), 0.5, 120.0, false});
  out.leaving_per_year = build.figure("leaving", {&units::share_a_year(), 0.0, 100.0, false});
  return out;
}

}  // namespace lscb::scenario::detail
