// Posts against the two-state chain: leaving at rate L a year, filling at rate F.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "rig.h"
#include "support/equivalence.h"

namespace lscb::workforce::test {
namespace {

const proof::Claim long_run{"workforce turnover: vacancy share in the long run", {.margin = 0.05}};
const proof::Claim after_half_a_year{"workforce turnover: still vacant half a year after all posts were",
                                     {.margin = 0.05}};
const proof::Claim stayers{"workforce turnover: first holders who stay two years", {.margin = 0.05}};
const proof::Claim uncovered{"workforce turnover: vacancy not covered by agency staff", {.margin = 0.05}};

constexpr double leaving = 0.15;
constexpr int crowd = 400;

spec::Area crowd_of(double vacant, double months_to_fill, double leaving_per_year) {
  spec::Area area;
  area.teams.resize(1);
  area.teams[0].id = "all";
  area.teams[0].establishment = {posts(spec::Role::social_worker, crowd, vacant)};
  area.months_to_fill = months_to_fill;
  area.leaving_per_year = leaving_per_year;
  area.agency_cover = 0.0;
  return area;
}

Workforce make(const Parameters& p, const spec::Area& area, kernel::WorldKey world) {
  return Workforce{p, area, world, WorkingCalendar::england(), {16, 16}};
}

/// Runs a workforce in which nothing but turnover happens and returns the integrals, from `counted_from` on,
/// of posts that are vacant and of posts that agency staff cover.
struct Course {
  double vacant = 0.0;  // post-minutes with nobody at all
  double agency = 0.0;
};
Course follow(Workforce& work, Instant begin, Instant counted_from, Instant end) {
  kernel::Calendar<Event> calendar{begin.count()};
  Outbox out;
  Course course;
  Instant last = begin;
  work.start(begin, out);
  auto heads = work.headcount(TeamId::none(), spec::Role::social_worker);
  const auto pass = [&](Instant now) {
    if (now <= counted_from) return;
    const auto passed = static_cast<double>((now - std::max(last, counted_from)).count());
    course.vacant += heads.vacant * passed;
    course.agency += heads.agency * passed;
    last = now;
  };
  kernel::Fired<Event> fired;
  for (;;) {
    for (const Scheduled& s : out.events) calendar.schedule(s.at.count(), s.event);
    if (!out.notices.empty()) heads = work.headcount(TeamId::none(), spec::Role::social_worker);
    out.clear();
    if (!calendar.next_until(end.count(), fired)) break;
    pass(Instant{fired.at});
    work.handle(fired.event, Instant{fired.at}, out);
  }
  pass(end);
  return course;
}

TEST(Turnover, AgreesWithTheTwoStateChain) {
  const Instant begin = at_date(2008, 1, 5);
  const double filling = 3.0;  // four months
  const double share = leaving / (leaving + filling);
  const double half_a_year = in_years(days(182));
  const double still_vacant = share + (1.0 - share) * std::exp(-(leaving + filling) * half_a_year);
  const double two_years = in_years(days(730));
  proof::expect_equivalent(
      {{long_run, share}, {after_half_a_year, still_vacant}, {stayers, std::exp(-leaving * two_years)}},
      [&](kernel::WorldKey world) {
        // Begun in equilibrium, so that the share over any time has the equilibrium's mean.
        Workforce steady = make(calm(), crowd_of(share, 4.0, leaving), world);
        const Instant end = begin + days(1461);
        const double vacant =
            follow(steady, begin, begin, end).vacant / (crowd * static_cast<double>((end - begin).count()));

        Workforce empty = make(calm(), crowd_of(1.0, 4.0, leaving), world);
        (void)follow(empty, begin, begin, begin + days(182));
        const double left_vacant =
            empty.headcount(TeamId::none(), spec::Role::social_worker).vacant / double{crowd};

        Workforce full = make(calm(), crowd_of(0.0, 4.0, leaving), world);
        (void)follow(full, begin, begin, begin + days(730));
        int stayed = 0;
        for (const Post& post : full.posts()) stayed += post.incumbent == 1 && post.present() ? 1 : 0;
        return std::vector<double>{vacant, left_vacant, stayed / double{crowd}};
      });
}

// Every vacancy is covered after three weeks by somebody who stays as long as needed: of a vacancy that lasts
// an exponential time of mean f, the part before the delay d is 1 - e^(-d / f). Two years go by first, so
// that the posts are in equilibrium and vacancies cut off at either end of the count balance.
TEST(Turnover, LeavesVacanciesUncoveredUntilAgencyStaffCome) {
  const Instant begin = at_date(2008, 1, 5);
  Parameters p = calm();
  p.agency_stay_months = 1e5;
  spec::Area area = crowd_of(0.0, 2.0, 0.6);
  area.agency_cover = 1.0;
  const double delay = in_years(days(21));
  proof::expect_equivalent({{uncovered, 1.0 - std::exp(-delay * 6.0)}}, [&](kernel::WorldKey world) {
    Workforce work = make(p, area, world);
    const Course course = follow(work, begin, begin + days(730), begin + days(3652));
    return std::vector<double>{course.vacant / (course.vacant + course.agency)};
  });
}

}  // namespace
}  // namespace lscb::workforce::test
