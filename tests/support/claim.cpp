#include "support/claim.h"

#include <cmath>

#include "kernel/assert.h"

namespace lscb::proof {
namespace {

bool closed = false;

std::vector<Claim>& registry() {
  static std::vector<Claim> claims;
  return claims;
}

}  // namespace

Claim::Claim(const char* name, Terms terms) : name_(name), terms_(terms) {
  LSCB_ASSERT_ALWAYS(!closed, "a claim is a constant at namespace scope");
  LSCB_ASSERT_ALWAYS(terms.margin > 0.0, "a claim has a margin");
  LSCB_ASSERT_ALWAYS(terms.alpha > 0.0 && terms.alpha < 1.0, "alpha is a chance");
  LSCB_ASSERT_ALWAYS(terms.power > 0.0 && terms.power < 1.0, "power is a chance, and no test is certain");
  registry().push_back(*this);
}

double Claim::margin_about(double truth) const {
  return terms_.scale == Scale::kRelative ? terms_.margin * std::fabs(truth) : terms_.margin;
}

const std::vector<Claim>& declared_claims() {
  return registry();
}

void close_claims() {
  closed = true;
}

}  // namespace lscb::proof
