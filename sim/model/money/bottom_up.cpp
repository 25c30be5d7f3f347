#include "money/bottom_up.h"

#include <cmath>

namespace lscb::money {
namespace {

Pence times(Pence each, double count) {
  return Pence{static_cast<std::int64_t>(std::llround(static_cast<double>(each.count()) * count))};
}

}  // namespace

std::vector<Pence> bottom_up(const Parameters& parameters, const Accounts& accounts, const Outlook& outlook) {
  std::vector<Pence> need(static_cast<std::size_t>(accounts.ledger().size()));
  const double vacant = parameters.expected_vacancy;
  double agency_workers = 0.0;
  double appointments = 0.0;
  for (std::size_t t = 0; t < outlook.posts.size(); ++t) {
    Pence& staff = need[accounts.staff(TeamId{static_cast<TeamId::Value>(t)}).value()];
    for (std::size_t r = 0; r < spec::role_count; ++r) {
      const double heads = outlook.posts[t][r];
      const double posts = heads - (outlook.less.empty() ? 0.0 : outlook.less[t][r] / 100.0);
      const double covered = vacant * outlook.agency_cover[r];
      staff += times(accounts.post_year(static_cast<spec::Role>(r)), posts * (1.0 - vacant + covered));
      agency_workers += posts * covered;
      appointments += heads * (1.0 - vacant) * outlook.leaving_per_year;
    }
  }
  need[accounts.agency().value()] = times(from_pounds(parameters.agency_extra_year), agency_workers);
  need[accounts.recruitment().value()] = times(from_pounds(parameters.recruitment_each), appointments);
  need[accounts.placements().value()] = accounts.placement_year() * outlook.looked_after;
  for (std::size_t c = 0; c < accounts.centre_count(); ++c) {
    const CostCentreId running = accounts.running(CentreId{static_cast<CentreId::Value>(c)});
    need[running.value()] = accounts.ledger().rate(running);
  }
  return need;
}

}  // namespace lscb::money
