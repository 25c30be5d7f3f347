// The reader of the table of authorities on arbitrary bytes: it must end, without a crash or a leak, in areas
// or in messages that point into the table.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "scenario/authority_reader.h"

namespace {

using namespace lscb::scenario;

void demand(bool holds) {
  if (!holds) std::abort();
}

detail::AreaDraft national_profile() {
  detail::AreaDraft draft;
  draft.path = "england.toml";
  draft.national = true;
  const auto state = [&draft](const char* key, double value) {
    draft.figures[key].value = value;
    draft.figures[key].figure.value = value;
  };
  state("children", 11506450.0);
  state("referrals", 593440.0);
  state("children_in_need", 377990.0);
  state("social_worker_posts", 26570.0);
  return draft;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const detail::AreaDraft national = national_profile();
  std::vector<Diagnostic> problems;
  FileContext context;
  context.file = "england/authorities.csv";
  context.problems = &problems;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto drafts = detail::read_authorities(context, text, national);
  demand(!drafts.empty() || !problems.empty());
  for (const auto& draft : drafts) {
    demand(draft.authority.number >= 100 && draft.authority.number <= 999);
    demand(!draft.authority.name.empty() && draft.area.figures.count("children") == 1);
    for (const auto& [key, read] : draft.area.figures) demand(read.value >= 0.0 && read.value < 1e16);
  }
  for (const Diagnostic& problem : problems) {
    demand(problem.line >= 1 && problem.column >= 1 && !problem.found.empty());
    demand(to_string(problem).find('\n') == std::string::npos);
  }
  return 0;
}
