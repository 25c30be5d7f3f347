// What a watched replication showed of each child, in a form in which two runs can be compared.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/working_calendar.h"
#include "measures/classification.h"
#include "world/design.h"
#include "world/watch.h"

namespace lscb::world {

enum class What : std::uint8_t { need, harm, told, decided, assessment, found, service_begins, service_ends };

/// One thing that happened to a child. Contacts are numbered within the child: their numbers in the
/// replication count other families' calls.
struct Happening {
  Instant at;
  What what = What::need;
  std::uint64_t detail = 0;
  friend bool operator==(const Happening&, const Happening&) = default;
};

struct Life {
  HouseholdId household;
  std::uint16_t catchment = 0;
  std::vector<Happening> happenings;  ///< by time
  std::vector<measures::JudgedSpell> spells;
  std::size_t contacts = 0;
};

inline std::vector<Happening> happenings_of(const measures::ChildHistory& child) {
  std::vector<Happening> all;
  const auto number = [&](std::uint64_t contact) -> std::uint64_t {
    for (std::size_t i = 0; i < child.contacts.size(); ++i) {
      if (child.contacts[i].contact == contact) return i + 1;
    }
    return 0;
  };
  for (const auto& point : child.need) all.push_back({point.at, What::need, point.need});
  for (const auto& event : child.harm_events) all.push_back({event.at, What::harm, 0});
  for (const auto& point : child.contacts) {
    all.push_back({point.at, What::told, static_cast<std::uint64_t>(point.incident_at.count())});
    all.push_back({point.at, What::decided, static_cast<std::uint64_t>(point.route)});
  }
  for (const auto& a : child.assessments) {
    const auto kind = static_cast<std::uint64_t>(a.kind);
    all.push_back({a.begun, What::assessment, kind << 8 | number(a.answers)});
    all.push_back({a.completed, What::found, kind << 16 | std::uint64_t{a.led_to_core} << 8 | a.found});
  }
  for (const auto& span : child.services) {
    all.push_back({span.from, What::service_begins, static_cast<std::uint64_t>(span.kind)});
    all.push_back({span.to, What::service_ends, static_cast<std::uint64_t>(span.kind)});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Happening& a, const Happening& b) { return a.at < b.at; });
  return all;
}

/// Every child of a replication, by id. Spells are judged as the world's counter judges them: with nothing
/// known after the run's end.
inline std::vector<Life> lives_of(const Design& design, kernel::WorldKey key, Outcome* outcome = nullptr) {
  std::vector<Life> lives;
  measures::Judge judge{run_of(design).to, design.area.assessment_rules};
  Watch watch;
  watch.child = [&](const measures::ChildHistory& child, const life::Household& family) {
    judge.judge(child);
    lives.push_back(
        {child.household, family.catchment, happenings_of(child), judge.spells(), child.contacts.size()});
  };
  Outcome result = replicate_watched(design, key, design.window, watch);
  if (outcome != nullptr) *outcome = std::move(result);
  return lives;
}

/// The first thing in which two courses of the same child's life differ; empty where they do not.
inline std::optional<Happening> first_difference(const Life& a, const Life& b) {
  const std::size_t common = std::min(a.happenings.size(), b.happenings.size());
  for (std::size_t i = 0; i < common; ++i) {
    if (a.happenings[i] == b.happenings[i]) continue;
    return a.happenings[i].at <= b.happenings[i].at ? a.happenings[i] : b.happenings[i];
  }
  if (a.happenings.size() == b.happenings.size()) return std::nullopt;
  return a.happenings.size() > common ? a.happenings[common] : b.happenings[common];
}

}  // namespace lscb::world
