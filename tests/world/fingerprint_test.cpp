// A fingerprint, not a proof: it fails whenever results change, also where they change for the better. Then
// `world_fingerprints --update` writes the new ones, in the commit that changed the model.
#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "fingerprints.h"

namespace lscb::world {
namespace {

TEST(Fingerprint, OfEachShippedScenarioIsTheOneOnFile) {
  const Fingerprints on_file = read_fingerprints(FINGERPRINTS_CSV);
  const std::string system = distribution();
  const auto expected = on_file.find(system);
  if (expected == on_file.end()) {
    GTEST_SKIP() << "no fingerprints on file for " << system << "; g++ and clang are compared in CI";
  }
  EXPECT_EQ(expected->second, fingerprints_of_this_build())
      << "Results have changed. If that is meant, run: build/test-programs/world_fingerprints --update";
}

TEST(Fingerprint, FileSurvivesReadingAndWriting) {
  const std::string path = testing::TempDir() + "/lscb-fingerprints.csv";
  const Fingerprints some = {{"debian-12", {{"a", 1}, {"b", 0xffff'ffff'ffff'ffffU}}},
                             {"ubuntu-24.04", {{"a", 2}}}};
  write_fingerprints(path, some);
  EXPECT_EQ(read_fingerprints(path), some);
  std::remove(path.c_str());
}

}  // namespace
}  // namespace lscb::world
