// What it costs to ask why, in times of the plain comparison of the same two Isles of Wight: the table in the
// decision alone, and both tables with everything run and played again for them. And how long one family's
// page under both designs takes, beside a replication of each. Processor time of all threads. Not a test.
//
//   why_bench [replications]      200 by default, which take some ten minutes on two cores

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "experiment/compare.h"
#include "experiment/course.h"
#include "experiment/memory.h"
#include "experiment/why.h"
#include "experiment/why_organisation.h"
#include "measured.h"
#include "report/family_html.h"
#include "scenario/load.h"
#include "world/replicate.h"

namespace {

using lscb::bench::median;
using lscb::bench::verdict;
using namespace lscb;

constexpr double limit_decision = 1.2;
constexpr double limit_both = 10.0;
constexpr double limit_page_s = 1.0;
constexpr int pages_measured = 7;
constexpr std::uint32_t family = 4170;

template <class Work>
double seconds(Work&& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void print_ratio(const char* what, double s, double comparison, double limit) {
  std::printf("%-44s %8.1f s %8.2f times, limit %.1f: %s\n", what, s, s / comparison, limit,
              verdict(s / comparison <= limit));
}

void print_page(const std::vector<world::Design>& designs) {
  const experiment::FamilyKey key{1, 1, family};
  std::size_t bytes = 0;
  std::vector<double> pages;
  std::vector<double> beyond;
  for (int i = 0; i < pages_measured; ++i) {
    pages.push_back(seconds([&] {
      bytes = report::family_html(experiment::course_of(designs.front(), key),
                                  experiment::course_of(designs.back(), key), "bench")
                  .size();
    }));
    beyond.push_back(pages.back() - seconds([&] {
                       for (const world::Design& design : designs)
                         (void)world::replicate(design, {1, 0}, design.window);
                     }));
  }
  const double page = median(pages);
  const double more = median(beyond);
  std::printf(
      "one family's page under both (%zu bytes): %.2f s, %.2f s more than the two replications, limit %.0f: "
      "%s\n",
      bytes, page, more, limit_page_s, verdict(more <= limit_page_s));
}

}  // namespace

int main(int argc, char** argv) {
  experiment::keep_memory();
  std::vector<world::Design> designs;
  for (const char* name : {"no-change", "isle-of-wight-2011"}) {
    const auto loaded = scenario::load_scenario(name, scenario::Library::at(SHIPPED_SCENARIOS));
    if (!loaded.design) {
      std::fprintf(stderr, "why_bench: the scenario %s does not load\n", name);
      return 1;
    }
    designs.push_back(*loaded.design);
  }
  print_page(designs);

  experiment::Options options;
  options.replications = argc > 1 ? std::max(2, std::atoi(argv[1])) : 200;
  const auto compare = [&] { (void)experiment::compare(designs.front(), {designs.back()}, options); };
  (void)seconds(compare);  // warms up
  const double before = seconds(compare);
  const double decision = seconds([&] { (void)experiment::why(designs, options); });
  const double both = seconds([&] { (void)experiment::why_organisation(designs, options); });
  const double comparison = (before + seconds(compare)) / 2.0;
  std::printf("%s against %s, %d replications, %d of the missed looked at one by one:\n",
              designs.back().scenario.c_str(), designs.front().scenario.c_str(), options.replications,
              experiment::usual_sample);
  std::printf("%-44s %8.1f s\n", "comparison, mean of before and after", comparison);
  print_ratio("why, in the decision", decision, comparison, limit_decision);
  print_ratio("why, in the decision and in the organisation", both, comparison, limit_both);
  return 0;
}
