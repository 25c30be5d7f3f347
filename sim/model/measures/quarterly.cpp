#include "measures/quarterly.h"

#include <algorithm>
#include <array>

#include "measures/entry.h"

namespace lscb::measures {

const VisibleFigure& info(Visible figure) {
  static constexpr std::array<VisibleFigure, visible_count> all = {{
      {"contacts_children", "children named in calls", "children a quarter", Better::lower},
      {"turned_away_share", "children named in calls that were turned away", "share", Better::lower},
      {"referrals_children", "referrals", "children a quarter", Better::lower},
      {"rereferrals_share", "referrals within 12 months of the last", "share", Better::lower},
      {"initial_assessments_children", "initial and single assessments completed", "children a quarter",
       Better::neither},
      {"core_assessments_children", "core assessments completed", "children a quarter", Better::neither},
      {"section47_enquiries_children", "section 47 enquiries completed", "children a quarter", Better::lower},
      {"cafs_opened_children", "CAFs opened", "children a quarter", Better::higher},
      {"initial_in_time_share", "initial and single assessments in time, of those done", "share",
       Better::higher},
      {"core_in_time_share", "core assessments in time, of those done", "share", Better::higher},
      {"conference_in_time_share", "initial conferences in time, of those held", "share", Better::higher},
      {"review_in_time_share", "child protection reviews in time, of those held", "share", Better::higher},
      {"caf_stock_children", "children with a CAF", "children", Better::higher},
      {"child_in_need_stock_children", "children on a child-in-need plan", "children", Better::neither},
      {"protection_stock_children", "children on a protection plan", "children", Better::lower},
      {"looked_after_stock_children", "children looked after", "children", Better::lower},
      {"unallocated_children", "children without a worker", "children", Better::lower},
      {"caseload_households", "families to a social worker in post", "households a worker", Better::lower},
      {"vacancy_share", "social workers' posts without a permanent holder", "share", Better::lower},
      {"agency_share", "agency staff among social workers in post", "share", Better::lower},
      {"spend_pounds", "spend", "pounds a quarter", Better::lower},
  }};
  return all[static_cast<std::size_t>(figure)];
}

Quarters::Quarters(Interval stretch) {
  const auto date = date_of(stretch.from);
  const unsigned month = (static_cast<unsigned>(date.month()) - 1) / 3 * 3 + 1;
  Instant begin = at_date(static_cast<int>(date.year()), month, 1);
  if (begin < stretch.from) begin = add_months(begin, 3);
  for (; begin <= stretch.to; begin = add_months(begin, 3)) begins_.push_back(begin);
  if (begins_.empty()) begins_.push_back(stretch.from);
}

std::optional<int> Quarters::of(Instant at) const {
  if (at < begins_.front() || at >= begins_.back()) return std::nullopt;
  // Quarters are of nearly one length: the guess is right or next to it.
  const Minutes all = begins_.back() - begins_.front();
  auto quarter = static_cast<std::size_t>((at - begins_.front()).count() * count() / all.count());
  while (at < begins_[quarter]) --quarter;
  while (at >= begins_[quarter + 1]) ++quarter;
  return static_cast<int>(quarter);
}

namespace {

/// In time, and done at all.
struct InTime {
  std::int64_t met = 0;
  std::int64_t done = 0;
  [[nodiscard]] std::optional<double> share() const { return ratio(met, done); }
};

enum TimedWork : std::uint8_t { initial, core, conference, review, timed_count };

std::optional<TimedWork> timed(pathway::ClockKind kind) {
  using pathway::ClockKind;
  switch (kind) {
    case ClockKind::initial_assessment:
    case ClockKind::single_assessment:
      return initial;
    case ClockKind::core_assessment:
      return core;
    case ClockKind::conference:
      return conference;
    case ClockKind::first_review:
    case ClockKind::later_review:
      return review;
    case ClockKind::decision:
    case ClockKind::core_group:
      break;
  }
  return std::nullopt;
}

}  // namespace

struct QuarterlyCounter::Counts {
  std::int64_t contacts = 0;
  std::int64_t turned_away = 0;
  std::int64_t referrals = 0;
  std::int64_t rereferrals = 0;
  std::int64_t initial_assessments = 0;
  std::int64_t core_assessments = 0;
  std::int64_t enquiries = 0;
  std::int64_t cafs_opened = 0;
  std::array<InTime, timed_count> in_time{};
  std::array<std::int64_t, 4> stock{};  // by ServiceKind
  double pounds = 0.0;
};

QuarterlyCounter::QuarterlyCounter(Interval stretch)
    : quarters_(stretch), counts_(static_cast<std::size_t>(quarters_.count())) {
  levels_.reserve(counts_.size());
}
QuarterlyCounter::~QuarterlyCounter() = default;
QuarterlyCounter::QuarterlyCounter(const QuarterlyCounter&) = default;

Instant QuarterlyCounter::next_levels() const {
  const auto next = static_cast<int>(levels_.size());
  return next < quarters_.count() ? quarters_[next].to : Instant::never();
}

void QuarterlyCounter::add_levels(const StaffLevels& levels) {
  levels_.push_back(levels);
}

void QuarterlyCounter::add_referral(Instant call, int children, int again) {
  const auto quarter = quarters_.of(call);
  if (!quarter) return;
  Counts& counts = counts_[static_cast<std::size_t>(*quarter)];
  counts.referrals += children;
  counts.rereferrals += again;
}

void QuarterlyCounter::add_spend(int quarter, double pounds) {
  counts_[static_cast<std::size_t>(quarter)].pounds += pounds;
}

void QuarterlyCounter::add(const ChildHistory& history) {
  const auto at = [&](Instant when) -> Counts* {
    const auto quarter = quarters_.of(when);
    return quarter ? &counts_[static_cast<std::size_t>(*quarter)] : nullptr;
  };
  for (const ContactPoint& contact : history.contacts) {
    Counts* counts = at(contact.at);
    if (counts == nullptr) continue;
    ++counts->contacts;
    if (contact.route == Route::no_further_action || contact.route == Route::information_and_advice) {
      ++counts->turned_away;
    }
  }
  for (const AssessmentPoint& assessment : history.assessments) {
    Counts* counts = at(assessment.completed);
    if (counts == nullptr) continue;
    const bool brief =
        assessment.kind == AssessmentKind::initial || assessment.kind == AssessmentKind::single;
    ++(brief ? counts->initial_assessments : counts->core_assessments);
    if (assessment.kind == AssessmentKind::section47) ++counts->enquiries;
  }
  for (const ServiceSpan& service : history.services) {
    if (service.kind == ServiceKind::caf) {
      if (Counts* counts = at(service.from)) ++counts->cafs_opened;
    }
    for (int q = quarters_.of(service.from).value_or(0); q < quarters_.count(); ++q) {
      if (service.from >= quarters_[q].to) continue;
      if (service.to < quarters_[q].to) break;
      ++counts_[static_cast<std::size_t>(q)].stock[static_cast<std::size_t>(service.kind)];
    }
  }
}

void QuarterlyCounter::add(const ClockBook& clocks) {
  clocks.for_each_done([&](pathway::ClockKind kind, Instant limit, Instant done) {
    const auto work = timed(kind);
    const auto quarter = work ? quarters_.of(done) : std::nullopt;
    if (!quarter) return;
    InTime& in_time = counts_[static_cast<std::size_t>(*quarter)].in_time[*work];
    ++in_time.done;
    if (done <= limit) ++in_time.met;
  });
}

Quarterly QuarterlyCounter::finish() const {
  Quarterly result;
  if (counts_.empty()) return result;
  result.first = quarters_[0];
  result.values.reserve(counts_.size() * visible_count);
  const auto put = [&](std::optional<double> value) {
    result.values.push_back(value ? std::optional{static_cast<float>(*value)} : std::nullopt);
  };
  const auto put_count = [&](std::int64_t count) { put(static_cast<double>(count)); };
  for (std::size_t q = 0; q < counts_.size(); ++q) {
    const Counts& c = counts_[q];
    put_count(c.contacts);
    put(ratio(c.turned_away, c.contacts));
    put_count(c.referrals);
    put(ratio(c.rereferrals, c.referrals));
    put_count(c.initial_assessments);
    put_count(c.core_assessments);
    put_count(c.enquiries);
    put_count(c.cafs_opened);
    for (const InTime& in_time : c.in_time) put(in_time.share());
    for (const std::int64_t children : c.stock) put_count(children);
    if (q < levels_.size()) {
      const StaffLevels& levels = levels_[q];
      const std::int64_t in_post = levels.permanent + levels.agency;
      put_count(levels.unallocated_children);
      put(ratio(levels.held_cases, in_post));
      put(ratio(levels.posts - levels.permanent, levels.posts));
      put(ratio(levels.agency, in_post));
    } else {
      for (int i = 0; i < 4; ++i) put(std::nullopt);
    }
    put(c.pounds);
  }
  return result;
}

}  // namespace lscb::measures
