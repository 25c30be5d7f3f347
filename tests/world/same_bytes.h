// Outcomes compared as they are.
#pragma once

#include <gtest/gtest.h>

#include <cstring>

#include "measures/catalogue.h"
#include "world/replicate.h"

namespace lscb::world {

/// Figure by figure and bit by bit, with all that is counted beside them.
inline bool same_bytes(const Outcome& a, const Outcome& b) {
  if (a.fingerprint != b.fingerprint || a.figures.size() != b.figures.size()) return false;
  for (std::size_t i = 0; i < a.figures.size(); ++i) {
    if (a.figures[i].has_value() != b.figures[i].has_value()) return false;
    if (a.figures[i] && std::memcmp(&*a.figures[i], &*b.figures[i], sizeof(double)) != 0) return false;
  }
  if (a.branches.size() != b.branches.size()) return false;
  for (std::size_t i = 0; i < a.branches.size(); ++i) {
    if (a.branches[i].taken != b.branches[i].taken) return false;
  }
  if (a.years != b.years || a.case_work.weeks != b.case_work.weeks) return false;
  return a.effort.events_run_in == b.effort.events_run_in &&
         a.effort.events_window == b.effort.events_window && a.effort.events_run_on == b.effort.events_run_on;
}

/// The same, saying where they differ. Bit by bit: a difference of the last place, or a minus before a zero,
/// counts.
inline void expect_same_bytes(const Outcome& a, const Outcome& b) {
  EXPECT_EQ(a.fingerprint, b.fingerprint);
  EXPECT_EQ(a.effort.events_run_in, b.effort.events_run_in);
  EXPECT_EQ(a.effort.events_window, b.effort.events_window);
  EXPECT_EQ(a.effort.events_run_on, b.effort.events_run_on);
  ASSERT_EQ(a.figures.size(), b.figures.size());
  for (std::size_t i = 0; i < a.figures.size(); ++i) {
    ASSERT_EQ(a.figures[i].has_value(), b.figures[i].has_value()) << measures::catalogue()[i].id;
    if (!a.figures[i]) continue;
    EXPECT_EQ(std::memcmp(&*a.figures[i], &*b.figures[i], sizeof(double)), 0) << measures::catalogue()[i].id;
  }
  EXPECT_EQ(a.by_catchment, b.by_catchment);
  EXPECT_EQ(a.quarterly.first.from, b.quarterly.first.from);
  EXPECT_EQ(a.quarterly.values, b.quarterly.values);
  EXPECT_EQ(a.case_work.from, b.case_work.from);
  EXPECT_TRUE(a.case_work.weeks == b.case_work.weeks) << "case work done";
  EXPECT_TRUE(a.years == b.years) << "the books of a financial year";
  ASSERT_EQ(a.branches.size(), b.branches.size());
  for (std::size_t i = 0; i < a.branches.size(); ++i) EXPECT_EQ(a.branches[i].taken, b.branches[i].taken);
}

}  // namespace lscb::world
