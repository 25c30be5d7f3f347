// Main of every test program that makes statistical claims.

#include <gtest/gtest.h>

#include <cstdio>
#include <cstring>

#include "support/claim.h"

int main(int argc, char** argv) {
  lscb::proof::close_claims();
  if (argc == 2 && std::strcmp(argv[1], "--list-claims") == 0) {
    for (const auto& claim : lscb::proof::declared_claims()) {
      const lscb::proof::Terms& terms = claim.terms();
      std::printf("%g\t%g\t%g%s\t%s\n", 1.0 - terms.power, terms.alpha, terms.margin,
                  terms.scale == lscb::proof::Scale::kRelative ? " of truth" : "", claim.name().c_str());
    }
    return 0;
  }
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
