// Adds up the chance of a false failure over all claims of the test programs named as arguments.
// Exit code 0: within the budget. 1: over it. 2: a program lists no claims, which means that it was not
// asked.

#include <cstdio>
#include <string>

#include "support/claim.h"

int main(int argc, char** argv) {
  double sum = 0.0;
  int claims = 0;
  for (int i = 1; i < argc; ++i) {
    std::string command = "'";
    command.append(argv[i]).append("' --list-claims");
    std::FILE* const list = popen(command.c_str(), "r");
    char line[1024];
    int of_this_program = 0;
    while (list != nullptr && std::fgets(line, sizeof line, list) != nullptr) {
      double failure = 0.0;
      if (std::sscanf(line, "%lf", &failure) != 1) continue;
      std::fputs(line, stdout);
      sum += failure;
      ++of_this_program;
    }
    if (list == nullptr || pclose(list) != 0 || of_this_program == 0) {
      std::fprintf(stderr, "claims_budget: %s lists no claims\n", argv[i]);
      return 2;
    }
    claims += of_this_program;
  }
  const bool within = claims > 0 && sum <= lscb::proof::kSuiteBudget;
  std::printf(
      "%d claims; a correct program fails by chance at most %g times in a run of the suite; budget %g%s\n",
      claims, sum, lscb::proof::kSuiteBudget, within ? "" : " EXCEEDED");
  return within ? 0 : 1;
}
