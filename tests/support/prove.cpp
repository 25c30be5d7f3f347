#include "support/prove.h"

#include <cstdio>
#include <cstring>

#include "support/seed.h"

namespace lscb::proof {

bool listed_claims(int argc, char** argv) {
  if (argc != 2 || std::strcmp(argv[1], "--list-claims") != 0) return false;
  for (const Claim& claim : declared_claims()) {
    const Terms& terms = claim.terms();
    std::printf("%g\t%g\t%g%s\t%s\n", 1.0 - terms.power, terms.alpha, terms.margin,
                terms.scale == Scale::kRelative ? " of truth" : "", claim.name().c_str());
  }
  return true;
}

int prove(int argc, char** argv, const std::vector<Measure>& measures, const Run& run) {
  close_claims();
  if (listed_claims(argc, argv)) return 0;
  int exit_code = 0;
  for (const Finding& finding : examine(measures, run, seed_of(measures.front().claim.name()))) {
    std::printf("%s: %s\n", finding.holds ? "holds" : "NOT SHOWN", finding.text.c_str());
    if (!finding.holds) exit_code = 1;
  }
  return exit_code;
}

int prove(int argc, char** argv, const Claim& claim, double truth, double (*measure)(kernel::WorldKey)) {
  return prove(argc, argv, {{claim, truth}},
               [measure](kernel::WorldKey world) { return std::vector<double>{measure(world)}; });
}

}  // namespace lscb::proof
