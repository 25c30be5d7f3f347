// The reader of scenario files on arbitrary bytes: it must end, without a crash or a leak, in a design or in
// messages. The first byte says as what kind of file the rest is read; a small sound library lies beside it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "scenario/load.h"

namespace {

using namespace lscb::scenario;

constexpr const char* area = R"(title = "Town"
[defaults]
year = 2012
source = "fuzzing"
grade = "assumption"
[figures]
children = 10000
[[team]]
id = "duty"
title = "Duty"
kind = "duty"
social_worker = { posts = 4, vacant = "25 %" }
[[centre]]
id = "east"
title = "East"
family_support_posts = 3
open_days = "5 days a week"
budget = "£200,000"
catchment = "100 %"
)";

constexpr const char* base = "title = \"Base\"\narea = \"town\"\nfrom = 2010-01-01\nto = 2012-01-01\n";

void demand(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Kind kind = data[0] % 3 == 0 ? Kind::scenario : (data[0] % 3 == 1 ? Kind::area : Kind::parameters);
  const char* folder = kind == Kind::scenario ? "" : (kind == Kind::area ? "areas/" : "parameters/");
  const std::string path =
      std::string("lib/") + folder + (kind == Kind::parameters ? "door" : "fuzzed") + ".toml";
  auto files = std::make_shared<MemoryFiles>();
  files->put("lib/areas/town.toml", area);
  files->put("lib/base.toml", base);
  files->put(path, text);
  const Library library{{"lib"}, files};

  const Checked checked = check_file(path, library);
  const Loaded& loaded = checked.loaded;
  demand(!loaded.design || loaded.problems.empty());
  for (const Diagnostic& problem : loaded.problems) {
    demand(problem.line >= 1 && problem.column >= 1 && !problem.found.empty());
    demand(to_string(problem).find('\n') == std::string::npos);
  }
  for (const Entry& entry : list(library)) demand(!entry.stem.empty());
  return 0;
}
