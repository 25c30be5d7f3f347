#pragma once

#include "support/examine.h"

namespace lscb::proof {

// Body of main for a program that is one statistical test: examines the measures with the seed of the first
// claim's name, prints what it found and answers the exit code, 0 where every claim holds and else 1. Answers
// --list-claims.
[[nodiscard]] int prove(int argc, char** argv, const std::vector<Measure>& measures, const Run& run);

// The same for one claim.
[[nodiscard]] int prove(int argc, char** argv, const Claim& claim, double truth,
                        double (*measure)(kernel::WorldKey));

// Prints the claims of this program where the one argument is --list-claims; false where it is not.
bool listed_claims(int argc, char** argv);

}  // namespace lscb::proof
