// Managers' and chairs' hours: what a cut of them takes.
#include <gtest/gtest.h>

#include <algorithm>

#include "designs.h"
#include "world/watch.h"

namespace lscb::world {
namespace {

Design with_posts(Design design, const char* team, spec::Role role, int count) {
  change::Posts posts;
  posts.team = team;
  posts.role = role;
  posts.count = count;
  design.changes.push_back({at_date(2010, 1, 1), "posts", "council", posts, {}});
  return design;
}

int posts_of(const Design& design, std::size_t team, spec::Role role) {
  for (const spec::Establishment& line : design.area.teams[team].establishment) {
    if (line.role == role) return line.posts;
  }
  return 0;
}

double reflected_share(const Design& design) {
  std::uint64_t yes = 0;
  std::uint64_t all = 0;
  Watch watch;
  watch.step = [&](const trace::Step& step) {
    const auto* work = std::get_if<trace::Reflected>(&step.what);
    if (work == nullptr || step.at < design.window.from + weeks(12)) return;
    ++all;
    yes += work->reflected ? 1U : 0U;
  };
  (void)replicate_watched(design, {1, 2}, design.window, watch);
  return static_cast<double>(yes) / static_cast<double>(all);
}

TEST(Supervision, NeedsAManager) {
  const Design base = small("no-change");
  ASSERT_GT(posts_of(base, 0, spec::Role::team_manager), 0);
  Design cut =
      with_posts(base, "duty", spec::Role::team_manager, -posts_of(base, 0, spec::Role::team_manager));
  cut = with_posts(cut, "long-term", spec::Role::team_manager, -posts_of(base, 1, spec::Role::team_manager));
  const Outcome before = run(base);
  const Outcome after = run(cut);
  EXPECT_GT(figure(before, "supervision_held_share"), 0.7);
  EXPECT_EQ(figure(after, "supervision_held_share"), 0.0);
  EXPECT_EQ(figure(after, "work_hours@kind=supervising"), 0.0);
  EXPECT_GT(taken(after, "supervision_missed"), 0U);
  EXPECT_LT(reflected_share(cut) + 0.1, reflected_share(base));
}

// An area that states no managers has its supervision from outside, at no cost here.
TEST(Supervision, FromOutsideCostsNothingHere) {
  Design outside = small("no-change");
  for (spec::Team& team : outside.area.teams) {
    auto& lines = team.establishment;
    lines.erase(std::remove_if(lines.begin(), lines.end(),
                               [](const auto& line) { return line.role == spec::Role::team_manager; }),
                lines.end());
  }
  const Outcome outcome = run(outside);
  EXPECT_EQ(figure(outcome, "work_hours@kind=supervising"), 0.0);
  EXPECT_EQ(figure(outcome, "work_hours@kind=supervision"), 0.0);
  EXPECT_GT(reflected_share(outside), 0.5);
}

TEST(Chairs, WithoutThemConferencesWait) {
  const Design base = small("no-change");
  const int chairs = posts_of(base, 1, spec::Role::conference_chair);
  ASSERT_GT(chairs, 0);
  const Outcome before = run(base);
  const Outcome after = run(with_posts(base, "long-term", spec::Role::conference_chair, -chairs));
  EXPECT_GT(figure(before, "conferences_children"), 0.0);
  EXPECT_LT(figure(after, "conferences_children"), 0.1 * figure(before, "conferences_children"));
}

}  // namespace
}  // namespace lscb::world
