// A library in memory: every declared parameter with some value, one complete area without a national
// profile, and whatever a test puts beside them.
#pragma once

#include <fmt/format.h>

#include <memory>
#include <ostream>
#include <string>

#include "scenario/change_kinds.h"
#include "scenario/load.h"
#include "scenario/parameter_reader.h"

namespace lscb::scenario {

/// A figure for a parameter that holds for every declared unit.
inline std::string parameter_text(const std::string& id, const std::string& unit) {
  return fmt::format("[{}]\nvalue = 0.5\nunit = \"{}\"\nrange = [0.1, 0.9]\n", id, unit);
}

inline constexpr const char* evidence_text =
    "[defaults]\nyear = 2012\nsource = \"a test\"\ngrade = \"assumption\"\n";

class SmallLibrary {
 public:
  SmallLibrary() : files_(std::make_shared<MemoryFiles>()) {
    world::Parameters parameters;
    const auto slots = detail::slots_of(parameters);
    for (const std::string& room : detail::rooms_of(slots)) {
      std::string text = evidence_text;
      for (const detail::Slot& slot : slots) {
        if (detail::room_of(slot.id) == room) text += parameter_text(slot.id, slot.unit);
      }
      files_->put("lib/parameters/" + room + ".toml", text);
    }
    put("areas/town.toml", town());
    put("base.toml", "title = \"Base\"\narea = \"town\"\nfrom = 2010-01-01\nto = 2012-01-01\n");
  }

  SmallLibrary& put(const std::string& name, std::string text) {
    files_->put("lib/" + name, std::move(text));
    return *this;
  }
  [[nodiscard]] Library library() const { return {{"lib"}, files_}; }
  [[nodiscard]] Loaded scenario(const std::string& name) const { return load_scenario(name, library()); }
  [[nodiscard]] Loaded area(const std::string& name) const { return load_area(name, library()); }

  /// A complete area: duty 4 social workers and 2 practitioners, long-term 3 social workers, two centres.
  static std::string town() {
    return std::string("title = \"Town\"\n") + evidence_text +
           "[figures]\nchildren = 10000\nreferrals = 600\ncontacts = 2000\ninitial_assessments = 450\n"
           "core_assessments = 230\nsection47_enquiries = 120\nconferences = 60\nprotection_plans = 40\n"
           "review_conferences = 80\nchildren_in_need = 330\nlooked_after = 60\nmonths_to_fill = \"4 "
           "months\"\n"
           "leaving = \"15 % a year\"\nagency_cover = \"50 %\"\n"
           "[referral_sources]\npolice = \"25 %\"\nhealth = \"15 %\"\nschool = \"15 %\"\nchildrens_centre = "
           "\"10 %\"\n"
           "relative = \"20 %\"\nanonymous = \"5 %\"\nhousing = \"5 %\"\nself = \"5 %\"\n"
           "[ages]\nunder_1 = \"6 %\"\nfrom_1_to_4 = \"22 %\"\nfrom_5_to_10 = \"33 %\"\nfrom_11_to_17 = \"39 "
           "%\"\n"
           "[[team]]\nid = \"duty\"\ntitle = \"Duty\"\nkind = \"duty\"\n"
           "social_worker = { posts = 4, vacant = \"25 %\" }\npractitioner = { posts = 2, vacant = \"0 %\" "
           "}\n"
           "[[team]]\nid = \"long-term\"\ntitle = \"Long-term\"\nkind = \"long-term\"\n"
           "social_worker = { posts = 3, vacant = \"0 %\" }\n"
           "[[centre]]\nid = \"east\"\ntitle = \"East\"\nfamily_support_posts = 3\nopen_days = \"5 days a "
           "week\"\n"
           "budget = \"£200,000\"\ncatchment = \"60 %\"\n"
           "[[centre]]\nid = \"west\"\ntitle = \"West\"\nfamily_support_posts = 2\nopen_days = \"4 days a "
           "week\"\n"
           "budget = \"£150,000.50\"\ncatchment = \"40 %\"\n";
  }

 private:
  std::shared_ptr<MemoryFiles> files_;
};

/// Who may decide a change of that kind; "council" where there is no such kind.
inline std::string owner_of(const std::string& kind) {
  for (const ChangeKind* each : change_kinds()) {
    if (kind == each->name) return each->owners.front();
  }
  return "council";
}

/// Every problem on a line of its own, for comparison with what a person would see.
inline std::string shown(const std::vector<Diagnostic>& problems) {
  std::string out;
  for (const Diagnostic& problem : problems) out += to_string(problem) + "\n";
  return out;
}

/// A scenario file with one mistake, and what is said of it.
struct Mistake {
  const char* name;
  std::string text;
  std::string said;
};

/// The name of a test holds its case's name, and no bytes of memory.
inline void PrintTo(const Mistake& mistake, std::ostream* out) {
  *out << mistake.name;
}

}  // namespace lscb::scenario
