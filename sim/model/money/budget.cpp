#include "money/budget.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lscb::money {
namespace {

Pence part_of(Pence amount, double share) {
  return Pence{static_cast<std::int64_t>(std::llround(static_cast<double>(amount.count()) * share))};
}

CostCentreId centre_at(std::size_t i) {
  return CostCentreId{static_cast<CostCentreId::Value>(i)};
}

}  // namespace

Budget::Budget(std::vector<spec::Heading> headings)
    : headings_(std::move(headings)), need_year_(headings_.size()) {
  for (const spec::Heading heading : headings_) ledger_.open(spec::id(heading));
}

void Budget::open(spec::Heading heading) {
  headings_.push_back(heading);
  ledger_.open(spec::id(heading));
  need_year_.emplace_back();
  for (Limit& limit : limits_) limit.most_year.emplace_back();
}

void Budget::draw_up(const std::vector<Pence>& need_year, Instant at) {
  need_year_ = need_year;
  enter(at);
}

void Budget::follow(const std::vector<Pence>& before, const std::vector<Pence>& after, Instant at) {
  if (before == after) return;
  for (std::size_t i = 0; i < need_year_.size(); ++i) {
    need_year_[i] = std::max(Pence{0}, need_year_[i] + (i < before.size() ? after[i] - before[i] : after[i]));
  }
  enter(at);
}

void Budget::cut(std::optional<spec::Heading> heading, double share, Instant since, Instant at) {
  Limit limit{heading, since, std::vector<std::optional<Pence>>(headings_.size())};
  for (std::size_t i = 0; i < headings_.size(); ++i) {
    if (heading && headings_[i] != *heading) continue;
    limit.most_year[i] = part_of(ledger_.rate_before(centre_at(i), at), 1.0 - share);
  }
  limits_.push_back(std::move(limit));
  enter(at);
}

void Budget::lift(std::optional<spec::Heading> heading, Instant since, Instant at) {
  const auto named = [&](const Limit& limit) { return limit.heading == heading && limit.since == since; };
  limits_.erase(std::remove_if(limits_.begin(), limits_.end(), named), limits_.end());
  enter(at);
}

void Budget::enter(Instant at) {
  for (std::size_t i = 0; i < need_year_.size(); ++i) {
    Pence may = need_year_[i];
    for (const Limit& limit : limits_) {
      if (limit.most_year[i]) may = std::min(may, *limit.most_year[i]);
    }
    ledger_.set_rate(centre_at(i), at, may);
  }
}

}  // namespace lscb::money
