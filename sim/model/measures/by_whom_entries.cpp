// Who did what decisions rest on. Contributions to core assessments are not among it: no finding rests on
// one.
#include <array>
#include <utility>

#include "measures/entry.h"

namespace lscb::measures {

const char* id(DoneBy by) {
  static constexpr ByWhom<const char*> ids = {"not_qualified", "agency", "newly_qualified", "experienced"};
  return ids[index(by)];
}

const char* words(DoneBy by) {
  static constexpr ByWhom<const char*> all = {"unqualified staff", "agency staff", "newly qualified staff",
                                              "experienced staff"};
  return all[index(by)];
}

void add_by_whom_entries(std::vector<Entry>& entries) {
  using Count = ByWhom<std::int64_t> OrganisationTally::*;
  const auto split = [&](const std::string& id, const std::string& label, const std::string& unit,
                         Count count) {
    for (std::size_t i = 0; i < done_by_count; ++i) {
      const auto by = static_cast<DoneBy>(i);
      entries.push_back({{id + "@by=" + measures::id(by), label + " by " + words(by), unit, Better::neither},
                         [count, i](const Ground& g) { return g.a_year((g.organisation.*count)[i]); }});
    }
  };
  const auto sum = [](const ByWhom<std::int64_t>& parts) {
    std::int64_t all = 0;
    for (const std::int64_t part : parts) all += part;
    return all;
  };
  split("initial_assessments_children", "initial assessments completed", "children a year",
        &OrganisationTally::initial_by);
  split("core_assessments_children", "core assessments completed", "children a year",
        &OrganisationTally::core_by);
  split("single_assessments_children", "single assessments completed", "children a year",
        &OrganisationTally::single_by);
  split("section47_enquiries_children", "section 47 enquiries made", "children a year",
        &OrganisationTally::section47_by);
  entries.push_back({{"visits_households", "visits under plans", "households a year", Better::neither},
                     [sum](const Ground& g) { return g.a_year(sum(g.organisation.visits_by)); }});
  split("visits_households", "visits under plans", "households a year", &OrganisationTally::visits_by);
  for (int r = 0; r < spec::role_count; ++r) {
    const auto role = static_cast<spec::Role>(r);
    if (!spec::does_casework(role)) continue;
    static constexpr std::array<const char*, 4> who = {"social workers", "practitioners", "clinicians",
                                                       "family support workers"};
    entries.push_back(
        {{std::string("visits_households@role=") + spec::id(role),
          std::string("visits under plans by ") + who[spec::index(role)], "households a year",
          Better::neither},
         [role](const Ground& g) { return g.a_year(g.organisation.visits_by_role[spec::index(role)]); }});
  }
  const auto shares = [&](const std::string& id, const std::string& label, std::vector<Count> counts) {
    const auto add = [&](const char* what, const char* told, Better better, std::vector<DoneBy> who) {
      Measure measure;
      measure.id = id + "_by_" + what + "_share";
      measure.label = label + " " + told;
      measure.unit = "share";
      measure.better = better;
      const auto figure = [counts, who, sum](const Ground& g) {
        std::int64_t part = 0;
        std::int64_t whole = 0;
        for (const Count count : counts) {
          for (const DoneBy by : who) part += (g.organisation.*count)[index(by)];
          whole += sum(g.organisation.*count);
        }
        return ratio(part, whole);
      };
      entries.push_back({std::move(measure), figure});
    };
    add("qualified", "by qualified staff", Better::higher,
        {DoneBy::agency, DoneBy::newly_qualified, DoneBy::experienced});
    add("newly_qualified", "by newly qualified staff", Better::neither, {DoneBy::newly_qualified});
    add("agency", "by agency staff", Better::neither, {DoneBy::agency});
  };
  shares("assessed", "of children assessed,",
         {&OrganisationTally::initial_by, &OrganisationTally::core_by, &OrganisationTally::single_by});
  shares("visited", "of visits under plans,", {&OrganisationTally::visits_by});
}

}  // namespace lscb::measures
