#pragma once

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <sstream>
#include <utility>

#include "support/seed.h"

namespace lscb::proof {

// Checks a RapidCheck property on `cases` generated cases, drawn from the running test's own name (and afresh
// with
// `./dev test --fresh`). A failure prints the smallest counterexample. Link `rapidcheck`.
template <class Property>
void holds(int cases, Property&& property) {
  rc::detail::TestParams params;
  params.seed = seed_of_this_test();
  params.maxSuccess = cases;
  const auto result =
      rc::detail::checkTestable(std::forward<Property>(property), rc::detail::TestMetadata{}, params);
  if (result.template is<rc::detail::SuccessResult>()) return;
  std::ostringstream report;
  rc::detail::printResultMessage(result, report);
  FAIL() << report.str();
}

}  // namespace lscb::proof
