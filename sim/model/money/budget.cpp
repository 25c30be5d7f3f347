#include "money/budget.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace lscb::money {
namespace {

Pence part_of(Pence amount, double share) {
  return Pence{static_cast<std::int64_t>(std::llround(static_cast<double>(amount.count()) * share))};
}

/// part / whole of an amount. The whole of it is the amount itself, and more of the whole is never less.
Pence part_of(Pence amount, Pence part, Pence whole) {
  return part_of(amount, static_cast<double>(part.count()) / static_cast<double>(whole.count()));
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
  ledger_.set_rate(ledger_.open(spec::id(heading)), Instant{}, Pence{0});  // had nothing before
  need_year_.emplace_back();
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

Pence Budget::had_before(spec::Heading heading, Instant at) const {
  Pence sum;
  for (std::size_t i = 0; i < headings_.size(); ++i) {
    if (headings_[i] == heading) sum += ledger_.rate_before(centre_at(i), at);
  }
  return sum;
}

void Budget::cut(std::optional<spec::Heading> heading, double share, Instant since, Instant at) {
  Limit limit{heading, since, {}};
  for (std::size_t h = 0; h < spec::heading_count; ++h) {
    const auto each = static_cast<spec::Heading>(h);
    if (!heading || each == *heading) limit.most_year[h] = part_of(had_before(each, at), 1.0 - share);
  }
  limits_.push_back(limit);
  enter(at);
}

void Budget::lift(std::optional<spec::Heading> heading, Instant since, Instant at) {
  const auto named = [&](const Limit& limit) { return limit.heading == heading && limit.since == since; };
  limits_.erase(std::remove_if(limits_.begin(), limits_.end(), named), limits_.end());
  enter(at);
}

void Budget::enter(spec::Heading heading, Instant at) {
  Pence need;
  for (std::size_t i = 0; i < headings_.size(); ++i) {
    if (headings_[i] == heading) need += need_year_[i];
  }
  Pence may = need;
  for (const Limit& limit : limits_) {
    if (const auto& most = limit.most_year[static_cast<std::size_t>(heading)]) may = std::min(may, *most);
  }
  // Each gets what all up to it get less what all before it got, so that the pence add up.
  Pence need_so_far;
  Pence given;
  for (std::size_t i = 0; i < headings_.size(); ++i) {
    if (headings_[i] != heading) continue;
    need_so_far += need_year_[i];
    const Pence give = may == need ? need_so_far : part_of(may, need_so_far, need);
    ledger_.set_rate(centre_at(i), at, give - given);
    given = give;
  }
}

void Budget::enter(Instant at) {
  for (int h = 0; h < spec::heading_count; ++h) enter(static_cast<spec::Heading>(h), at);
}

}  // namespace lscb::money
