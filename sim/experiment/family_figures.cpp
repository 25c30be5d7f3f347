#include "experiment/family_figures.h"

#include <algorithm>
#include <tuple>

namespace lscb::experiment {
namespace {

/// Whether an adult was there in `stretch` whom nobody found before its end. The stretch may be empty.
bool hidden_in(Interval stretch, std::span<const AdultPoint> points) {
  bool there = false, found = false, hidden = false;
  Instant since;
  const auto close = [&](Instant until) {
    hidden = hidden || (there && !found && since < stretch.to && until > stretch.from);
    there = false;
  };
  for (const AdultPoint& point : points) {
    if (point.at >= stretch.to) break;
    switch (point.kind) {
      case AdultPoint::Kind::arrived:
        close(point.at);
        there = true;
        found = false;
        since = point.at;
        break;
      case AdultPoint::Kind::left:
        close(point.at);
        break;
      case AdultPoint::Kind::found:
        found = true;
        break;
    }
  }
  close(Instant::never());
  return hidden;
}

}  // namespace

void FamilyReader::add(const measures::ChildHistory& child) {
  measures::add_presence(child, counted_, totals_);
  measures::add_need(child, counted_, totals_);
  for (const measures::ContactPoint& contact : child.contacts) {
    calls_.push_back({contact.contact, contact.at, contact.route});
    if (contact.flagged) first_flag_ = std::min(first_flag_, contact.at);
  }
  for (const measures::AssessmentPoint& assessment : child.assessments) {
    if (assessment.completed != Instant::never()) assessments_.push_back(assessment);
  }
  services_.insert(services_.end(), child.services.begin(), child.services.end());
  for (const measures::HarmEvent& event : child.harm_events) {
    if (counted_.contains(event.at)) harms_.push_back(event.at);
  }
}

Instant FamilyReader::end_without_assessment() const {
  Instant end = Instant::never();
  for (const measures::AssessmentPoint& assessment : assessments_) {
    end = std::min(end, assessment.begun);
    for (const Call& call : calls_) {
      if (assessment.answers != 0 && call.contact == assessment.answers) end = std::min(end, call.at);
    }
  }
  for (const measures::ServiceSpan& service : services_) {
    if (measures::need_covered(service.kind) > 0) end = std::min(end, service.from);
  }
  return end;
}

bool FamilyReader::caf_held(Instant at) const {
  return std::any_of(services_.begin(), services_.end(), [at](const measures::ServiceSpan& service) {
    return service.kind == measures::ServiceKind::caf && service.from <= at && at < service.to;
  });
}

FamilyFigures FamilyReader::finish(std::span<const AdultPoint> adult) {
  FamilyFigures figures;
  // A call names several children, an assessment is about several: each stands once in each one's history.
  std::sort(calls_.begin(), calls_.end(), [](const Call& a, const Call& b) {
    return std::tie(a.at, a.contact) < std::tie(b.at, b.contact);
  });
  calls_.erase(std::unique(calls_.begin(), calls_.end(),
                           [](const Call& a, const Call& b) { return a.contact == b.contact; }),
               calls_.end());
  const auto one = [](const measures::AssessmentPoint& a) {
    return std::tuple{a.completed, a.begun, a.kind};
  };
  std::sort(assessments_.begin(), assessments_.end(),
            [&](const auto& a, const auto& b) { return one(a) < one(b); });
  const auto last = std::unique(assessments_.begin(), assessments_.end(),
                                [&](const auto& a, const auto& b) { return one(a) == one(b); });
  figures.assessments = static_cast<int>(std::count_if(
      assessments_.begin(), last, [&](const auto& a) { return counted_.contains(a.completed); }));
  figures.harms = static_cast<int>(harms_.size());
  figures.predictable_harms = static_cast<int>(
      std::count_if(harms_.begin(), harms_.end(), [&](Instant harm) { return first_flag_ < harm; }));
  figures.unprotected_minutes = totals_.unprotected_minutes - unprotected_before_;
  figures.assessed = end_without_assessment();

  const Instant end = std::min(figures.assessed, counted_.to);
  figures.caf_throughout = true;
  for (const Call& call : calls_) {
    figures.calls += counted_.contains(call.at);
    if (call.at >= end) continue;
    ++figures.unassessed_calls;
    figures.unassessed_before += call.at < counted_.from;
    const bool to_caf = call.route == measures::Route::caf;
    const bool turned_away = call.route == measures::Route::no_further_action ||
                             call.route == measures::Route::information_and_advice;
    figures.sent_to_caf += to_caf;
    if (!to_caf && !(turned_away && caf_held(call.at))) figures.caf_throughout = false;
  }
  figures.caf_throughout = figures.caf_throughout && figures.sent_to_caf > 0;
  if (figures.unassessed_calls > 0)
    figures.adult_hidden = hidden_in({std::max(calls_.front().at, counted_.from), end}, adult);

  calls_.clear();
  assessments_.clear();
  services_.clear();
  harms_.clear();
  first_flag_ = Instant::never();
  unprotected_before_ = totals_.unprotected_minutes;
  return figures;
}

}  // namespace lscb::experiment
