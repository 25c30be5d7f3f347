#include "money/accounts.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lscb::money {
namespace {

// A year of 365.25 days in weeks, as a fraction: 1461 / 28.
constexpr std::int64_t quarter_days_a_year = 1461;
constexpr std::int64_t quarter_days_a_week = 28;

}  // namespace

Pence from_pounds(double pounds) {
  return Pence{static_cast<std::int64_t>(std::llround(pounds * 100.0))};
}

Accounts::Accounts(const Parameters& p, const spec::Area& area, Instant start)
    : post_year_{from_pounds(p.social_worker_year),   from_pounds(p.practitioner_year),
                 from_pounds(p.clinician_year),       from_pounds(p.family_support_worker_year),
                 from_pounds(p.team_manager_year),    from_pounds(p.unit_coordinator_year),
                 from_pounds(p.conference_chair_year)},
      agency_extra_year_(from_pounds(p.agency_extra_year)),
      placement_year_(share(from_pounds(p.placement_week), quarter_days_a_year, quarter_days_a_week)),
      recruitment_each_(from_pounds(p.recruitment_each)) {
  for (const spec::Team& team : area.teams) staff_.push_back(ledger_.open(team.title + ": staff"));
  first_centre_ = staff_.size();
  for (const spec::Centre& centre : area.centres) {
    staff_.push_back(ledger_.open(centre.title + ": staff"));
    running_.push_back(ledger_.open(centre.title + ": running costs"));
    const Pence posts = post_year(spec::Role::family_support_worker) * centre.family_support_posts;
    running_year_.push_back(std::max(Pence{0}, centre.budget - posts));
    ledger_.set_rate(running_.back(), start, running_year_.back());
  }
  in_post_.resize(staff_.size());
  agency_ = ledger_.open("Agency premium");
  recruitment_ = ledger_.open("Recruitment");
  placements_ = ledger_.open("Placements of looked-after children");
}

Pence Accounts::post_year(spec::Role role) const {
  return post_year_[spec::index(role)];
}

Pence Accounts::establishment_year(const spec::Area& area) const {
  Pence sum;
  for (const spec::Team& team : area.teams) {
    for (const spec::Establishment& e : team.establishment) {
      sum += post_year(e.role) * e.posts -
             share(post_year(e.role), std::int64_t{e.part_time} * (100 - e.part_time_hours), 100);
    }
  }
  for (const spec::Centre& centre : area.centres) {
    sum += post_year(spec::Role::family_support_worker) * centre.family_support_posts;
  }
  return sum;
}

void Accounts::add_team(std::string title) {
  staff_.push_back(ledger_.open(std::move(title)));
  in_post_.emplace_back();
}

std::vector<spec::Heading> Accounts::headings() const {
  std::vector<spec::Heading> headings(static_cast<std::size_t>(ledger_.size()),
                                      spec::Heading::social_care_staff);
  for (const CostCentreId running : running_) headings[running.value()] = spec::Heading::childrens_centres;
  for (std::size_t t = first_centre_; t < first_centre_ + running_.size(); ++t) {
    headings[staff_[t].value()] = spec::Heading::childrens_centres;
  }
  headings[placements_.value()] = spec::Heading::placements;
  return headings;
}

void Accounts::set_staff(TeamId team, spec::Role role, Staff staff, Instant at) {
  spec::ByRole<Staff>& in_post = in_post_[team.value()];
  const auto agency_hundredths = [](const Staff& s) { return 100 * s.agency - s.agency_less; };
  agency_hundredths_ += agency_hundredths(staff) - agency_hundredths(in_post[spec::index(role)]);
  in_post[spec::index(role)] = staff;
  Pence per_year;
  for (std::size_t i = 0; i < spec::role_count; ++i) {
    per_year += post_year_[i] * (in_post[i].permanent + in_post[i].agency) -
                share(post_year_[i], in_post[i].less, 100);
  }
  ledger_.set_rate(staff_[team.value()], at, per_year);
  ledger_.set_rate(agency_, at, share(agency_extra_year_, agency_hundredths_, 100));
}

void Accounts::appointed(Instant at) {
  ledger_.pay(recruitment_, at, recruitment_each_);
}

void Accounts::set_placements(int children, Instant at) {
  ledger_.set_rate(placements_, at, placement_year_ * children);
}

void Accounts::cut_running_cost(CentreId centre, double cut, Instant at) {
  Pence& present = running_year_[centre.value()];
  present =
      Pence{static_cast<std::int64_t>(std::llround(static_cast<double>(present.count()) * (1.0 - cut)))};
  ledger_.set_rate(running_[centre.value()], at, present);
}

}  // namespace lscb::money
