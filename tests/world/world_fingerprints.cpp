// Prints the fingerprint of each shipped scenario; --update writes them into tests/world/fingerprints.csv for
// this distribution, after a change of the model that is meant.
#include <cstdio>
#include <exception>
#include <fstream>
#include <string_view>

#include "fingerprints.h"

int main(int argc, char** argv) {
  using namespace lscb::world;
  const bool update = argc == 2 && std::string_view(argv[1]) == "--update";
  if (argc > 1 && !update) {
    std::fprintf(stderr, "usage: world_fingerprints [--update]\n");
    return 2;
  }
  try {
    const auto here = fingerprints_of_this_build();
    for (const auto& [scenario, value] : here) {
      std::printf("%s %s %016llx\n", distribution().c_str(), scenario.c_str(),
                  static_cast<unsigned long long>(value));
    }
    if (!update) return 0;
    Fingerprints all;
    if (std::ifstream(FINGERPRINTS_CSV).good()) all = read_fingerprints(FINGERPRINTS_CSV);
    all[distribution()] = here;
    write_fingerprints(FINGERPRINTS_CSV, all);
    std::printf("written to %s\n", FINGERPRINTS_CSV);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "world_fingerprints: %s\n", error.what());
    return 1;
  }
  return 0;
}
