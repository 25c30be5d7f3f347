// A family's course written line by line, for tests of what is made of courses. Link `experiment`.
#pragma once

#include <cstdint>
#include <utility>

#include "experiment/course.h"

namespace lscb::proof {

/// Of two children, born on 1 March 2008 and 1 November 2010, in January to December 2011. Steps come at
/// noon of the day in May 2011 that `on` last named; days go on past 31.
class CourseByHand {
 public:
  explicit CourseByHand(std::string scenario = "no-change", std::string title = "No change") {
    course_.scenario = std::move(scenario);
    course_.title = std::move(title);
    course_.key = {1, 1, 7};
    course_.run = {at_date(2011, 1, 1), at_date(2012, 1, 1)};
    course_.window = course_.run;
    course_.centre = "Children's centre 3";
    course_.children = {child(at_date(2008, 3, 1)), child(at_date(2010, 11, 1))};
  }

  CourseByHand& on(int day, int minutes_after_noon = 0) {
    now_ = at_date(2011, 5, 1) + days(day - 1) + hours(12) + Minutes{minutes_after_noon};
    return *this;
  }
  CourseByHand& then(trace::What what) {
    course_.steps.push_back({now_, HouseholdId{6}, std::move(what)});
    return *this;
  }

  [[nodiscard]] Instant now() const { return now_; }
  [[nodiscard]] const experiment::Course& course() const { return course_; }
  [[nodiscard]] experiment::Course& course() { return course_; }

 private:
  static experiment::ChildOfCourse child(Instant born) {
    return {born - weeks(40), born, add_months(born, 18 * 12), {}, {}};
  }

  experiment::Course course_;
  Instant now_ = at_date(2011, 5, 1) + hours(12);
};

inline constexpr kernel::Cause call_of_may{0x0123'4567'89ab'cdefU};
inline constexpr kernel::Cause incident_of_may{0xfeed'f00dU};

/// The police tell of the first child.
inline trace::Told told_by_police() {
  return {call_of_may, spec::Referrer::police, {1}, 2.0, true, false, incident_of_may};
}

inline trace::WorkDone work_done(pathway::Work work, std::uint8_t asked = 0, std::uint8_t done = 0,
                                 kernel::Cause about = call_of_may) {
  return {work, {asked}, {done}, spec::Role::social_worker, about};
}

/// A decision weighed under the published thresholds, or shifted ones.
inline trace::Judged judged(double shift = 0.0) {
  trace::Judged j;
  j.stage = trace::Stage::screening;
  j.about = call_of_may;
  j.evidence.signal = 2.0;
  j.thresholds = {0.7, 1.2, 2.0 + shift, 1.7 + shift, 4.0 + shift};
  j.score.report = 2.0;
  return j;
}

}  // namespace lscb::proof
