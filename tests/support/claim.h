#pragma once

// A statistical claim about the program, declared before it is tested.
//
// A test of equivalence: the null hypothesis is that the program is off by the margin or more, and the test
// must reject it. So `alpha` is the chance of passing a program that is off by the margin, and `power` the
// chance of passing one that is not off at all; 1 - power is the chance of a false failure. The number of
// runs follows from these three and the spread (two_stage.h); nobody chooses it.
//
// Each claim is a constant at namespace scope of a test's source, so that it exists before main: the program
// lists its claims with --list-claims, and the ctest `statistical_budget` adds up what all of them may fail
// by chance.

#include <string>
#include <vector>

namespace lscb::proof {

enum class Scale {
  kAbsolute,  // the margin has the unit of the measure
  kRelative,  // the margin is a share of the true value
};

struct Terms {
  double margin = 0.02;
  Scale scale = Scale::kRelative;
  double alpha = 1e-3;
  double power = 1.0 - 1e-6;
};

class Claim {
 public:
  // REQUIRES: made before main begins; margin > 0; 0 < alpha < 1; 0 < power < 1.
  explicit Claim(const char* name, Terms terms = {});

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const Terms& terms() const { return terms_; }
  [[nodiscard]] double margin_about(double truth) const;

 private:
  std::string name_;
  Terms terms_;
};

// What all claims of the suite together may fail by chance.
inline constexpr double kSuiteBudget = 1e-3;

// The claims of this program, in no promised order, as (name, terms).
[[nodiscard]] const std::vector<Claim>& declared_claims();

// From here on a new claim is an error: it would be in no list.
void close_claims();

}  // namespace lscb::proof
