// The money: budgets drawn up each April, a report each month, and what the rules against overspending then
// do. All of it from the books and the establishment; nothing here knows of need.
#include "money/overspend.h"
#include "world/world.h"

namespace lscb::world {

using change::BudgetCut;
using change::OverspendRules;
using measures::Spend;

void World::begin_budget() {
  budget_.draw_up(need_of_budget(), now_);
  const auto today = date_of(now_);
  const Instant month = at_date(today.year() / today.month() / 1);
  schedule(add_months(month, 1), Timer{TimerKind::finance_report, 0, 0, 0});
}

std::vector<Pence> World::need_of_budget() const {
  money::Outlook outlook;
  outlook.posts.resize(static_cast<std::size_t>(workforce_.team_count()));
  outlook.less.resize(outlook.posts.size());
  for (std::size_t t = 0; t < outlook.posts.size(); ++t) {
    for (std::size_t r = 0; r < spec::role_count; ++r) {
      const auto role = static_cast<spec::Role>(r);
      const auto heads = workforce_.headcount(TeamId{static_cast<TeamId::Value>(t)}, role);
      outlook.posts[t][r] = heads.posts;
      outlook.less[t][r] = heads.less;
      outlook.agency_cover[r] = workforce::qualified(role) ? workforce_.agency_cover() : 0.0;
    }
  }
  outlook.leaving_per_year = workforce_.leaving_per_year();
  outlook.looked_after = static_cast<int>(plan_children_[world::index(PlanKind::looked_after)]);
  return money::bottom_up(p_.money, accounts_, outlook);
}

void World::finance_report() {
  if (now_ == money::financial_year_begins(now_)) {
    // A new year has money again: measures end with the old one, and the first report comes in a month.
    budget_.draw_up(need_of_budget(), now_);
    restraint_.begin_year(hands());
    return;
  }
  if (!restraint_.has_rules()) return;
  restraint_.report(money::forecast(accounts_.ledger(), budget_.ledger(), now_), hands());
  if (restraint_.early_help_cut() > 0.0) cut_early_help();
}

void World::cut_early_help() {
  std::vector<TeamId> teams;
  for (std::uint32_t c = 0; c < design_->area.centres.size(); ++c) {
    accounts_.cut_running_cost(CentreId{c}, restraint_.early_help_cut(), now_);
    teams.push_back(workforce_.team_of(CentreId{c}));
  }
  restraint_.cut_early_help_posts(teams, hands());
}

void World::act_on(const BudgetCut& cut, const Act& act) {
  if (act.step == undoing) {
    budget_.lift(cut.heading, act.change->date, now_);
  } else {
    budget_.cut(cut.heading, cut.cut, act.change->date, now_);
  }
}

void World::act_on(const OverspendRules&, const Act&) {
  // The latest rules in force are the rules; those of an earlier date come back where later ones end.
  std::optional<OverspendRules> latest;
  Instant since = Instant::long_ago();
  for (const Act& act : acts_) {
    const auto* rules = std::get_if<OverspendRules>(&act.change->effect);
    if (rules == nullptr || act.step == undoing || act.at > now_ || (rules->until && *rules->until <= now_))
      continue;
    if (act.change->date < since) continue;
    since = act.change->date;
    latest = *rules;
  }
  restraint_.set_rules(latest, hands());
}

std::array<Pence, measures::spend_count> World::by_spend(const money::Ledger& ledger,
                                                         Interval stretch) const {
  std::array<Pence, measures::spend_count> sums{};
  const auto add = [&](Spend on, money::CostCentreId centre) {
    sums[static_cast<std::size_t>(on)] += ledger.spend(centre, stretch.from, stretch.to);
  };
  const std::size_t teams = design_->area.teams.size();
  for (int t = 0; t < workforce_.team_count(); ++t) {
    const auto number = static_cast<std::size_t>(t);
    const bool centre =
        number >= teams && number < teams + design_->area.centres.size();  // units behind them
    add(centre ? Spend::centre_staff : Spend::team_staff,
        accounts_.staff(TeamId{static_cast<TeamId::Value>(t)}));
  }
  for (std::uint32_t c = 0; c < design_->area.centres.size(); ++c) {
    add(Spend::centre_running, accounts_.running(CentreId{c}));
  }
  add(Spend::agency_premium, accounts_.agency());
  add(Spend::recruitment, accounts_.recruitment());
  add(Spend::placements, accounts_.placements());
  return sums;
}

void World::count_money() {
  tally_.spend = by_spend(accounts_.ledger(), counted_);
  tally_.budget = by_spend(budget_.ledger(), counted_);
  for (std::size_t i = 0; i < measures::restraint_count; ++i) {
    tally_.restrained[i] = restraint_.in_force(static_cast<measures::Restraint>(i), counted_);
  }
  tally_.early_help_posts_cut = restraint_.early_help_posts_cut(counted_);
}

std::vector<measures::FinancialYear> World::financial_years() const {
  std::vector<measures::FinancialYear> years;
  Instant begins = money::financial_year_begins(counted_.from);
  if (begins < counted_.from) begins = add_months(begins, 12);
  for (; add_months(begins, 12) <= counted_.to; begins = add_months(begins, 12)) {
    const Interval year{begins, add_months(begins, 12)};
    measures::FinancialYear books;
    books.begins = year_of(begins);
    books.budget = by_spend(budget_.ledger(), year);
    books.spend = by_spend(accounts_.ledger(), year);
    for (std::size_t i = 0; i < measures::restraint_count; ++i) {
      const auto measure = static_cast<measures::Restraint>(i);
      books.restrained[i] = restraint_.in_force(measure, year);
      books.begun[i] = restraint_.begun(measure, year);
    }
    books.early_help_posts_cut = restraint_.early_help_posts_cut(year);
    years.push_back(books);
  }
  return years;
}

}  // namespace lscb::world
