#include "ui/session/levers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include "change/change.h"
#include "report/phrases.h"

namespace lscb::ui {
namespace {

using change::CentreCut;
using change::Change;
using change::Posts;
using change::Restructure;
using change::ThresholdPolicy;

constexpr double percent = 100.0;

constexpr std::array<LeverSpec, lever_count> specs{{
    {"Open cases that change hands",
     "%",
     "In a restructure: the share of open cases that get another worker, who has to learn the family anew.",
     "council",
     {0.0, 95.0},
     {0.0, 100.0},
     1.0},
    {"Training for each worker",
     "hours",
     "In a restructure: hours of training a worker, taken from the hours there are for families.",
     "council",
     {0.0, 80.0},
     {0.0, 500.0},
     1.0},
    {"Partners' ties that are broken",
     "%",
     "In a restructure: the share of working ties between partner agencies and the front door (who calls "
     "whom) "
     "that is lost, and mends over months.",
     "council",
     {0.0, 95.0},
     {0.0, 100.0},
     1.0},
    {"First assessments harder to get",
     "levels",
     "A shift of the published threshold for an initial assessment, the first look a social worker takes at "
     "a "
     "child's needs. Above zero it is harder to pass; one level is the step between two levels of need.",
     "board",
     {-0.4, 0.6},
     {-2.0, 2.0},
     0.05},
    {"Cut of children's centres' budget",
     "%",
     "The share of the centres' net spend that goes. Family support posts go in proportion.",
     "council",
     {0.0, 50.0},
     {0.0, 100.0},
     1.0},
    {"Social workers' posts added",
     "posts",
     "Posts created for qualified social workers. A new post stands vacant until somebody is found.",
     "council",
     {0.0, 8.0},
     {0.0, 50.0},
     1.0},
}};

bool is_restructure(Lever lever) {
  return lever == Lever::cases_transferred || lever == Lever::training_hours ||
         lever == Lever::partner_ties_broken;
}

bool edits(Lever lever, const Change& change) {
  if (is_restructure(lever)) return std::holds_alternative<Restructure>(change.effect);
  if (lever == Lever::assessment_threshold) return std::holds_alternative<ThresholdPolicy>(change.effect);
  if (lever == Lever::centre_budget_cut) return std::holds_alternative<CentreCut>(change.effect);
  const auto* posts = std::get_if<Posts>(&change.effect);
  return posts != nullptr && posts->role == spec::Role::social_worker && posts->count > 0;
}

template <class Changes>
auto first_edited(Changes& changes, Lever lever) {
  return std::find_if(changes.begin(), changes.end(), [&](const Change& c) { return edits(lever, c); });
}

int count_edited(const world::Design& design, Lever lever) {
  return static_cast<int>(std::count_if(design.changes.begin(), design.changes.end(),
                                        [&](const Change& c) { return edits(lever, c); }));
}

double read(Lever lever, const Change& change) {
  switch (lever) {
    case Lever::cases_transferred:
      return percent * std::get<Restructure>(change.effect).cases_transferred;
    case Lever::training_hours:
      return std::get<Restructure>(change.effect).training_hours;
    case Lever::partner_ties_broken:
      return percent * std::get<Restructure>(change.effect).partner_ties_broken;
    case Lever::assessment_threshold:
      return std::get<ThresholdPolicy>(change.effect).initial_assessment_shift;
    case Lever::centre_budget_cut:
      return percent * std::get<CentreCut>(change.effect).budget_cut;
    case Lever::posts_added:
      return std::get<Posts>(change.effect).count;
  }
  return 0.0;
}

void write(Lever lever, Change& change, double value) {
  switch (lever) {
    case Lever::cases_transferred:
      std::get<Restructure>(change.effect).cases_transferred = value / percent;
      break;
    case Lever::training_hours:
      std::get<Restructure>(change.effect).training_hours = value;
      break;
    case Lever::partner_ties_broken:
      std::get<Restructure>(change.effect).partner_ties_broken = value / percent;
      break;
    case Lever::assessment_threshold:
      std::get<ThresholdPolicy>(change.effect).initial_assessment_shift = value;
      break;
    case Lever::centre_budget_cut:
      std::get<CentreCut>(change.effect).budget_cut = value / percent;
      break;
    case Lever::posts_added:
      std::get<Posts>(change.effect).count = static_cast<int>(std::lround(value));
      break;
  }
}

/// When a change that a lever adds takes effect: with the scenario's first, else fifteen months into the
/// window (a financial year's beginning where the window opens in January).
Instant date_of_added(const world::Design& design) {
  constexpr int months_into_the_window = 15;
  if (!design.changes.empty()) return design.changes.front().date;
  const Instant date = add_months(design.window.from, months_into_the_window);
  return design.window.contains(date) ? date : design.window.from;
}

const spec::Team* team_for_posts(const world::Design& design) {
  for (const auto& team : design.area.teams) {
    if (team.kind == spec::TeamKind::duty) return &team;
  }
  return design.area.teams.empty() ? nullptr : &design.area.teams.front();
}

Change added(const world::Design& design, Lever lever) {
  constexpr int months_of_notice = 3;
  Change change;
  change.date = date_of_added(design);
  change.owner = spec_of(lever).owner;
  if (is_restructure(lever)) {
    Restructure restructure;
    restructure.announced = add_months(change.date, -months_of_notice);
    change.effect = restructure;
    change.title = "A restructure, set by levers";
  } else if (lever == Lever::assessment_threshold) {
    change.effect = ThresholdPolicy{};
    change.title = "A shift of thresholds, set by a lever";
  } else if (lever == Lever::centre_budget_cut) {
    change.effect = CentreCut{};
    change.title = "A cut of the centres' budget, set by a lever";
  } else {
    Posts posts;
    if (const auto* team = team_for_posts(design)) posts.team = team->id;
    change.effect = posts;
    change.title = "Posts, set by a lever";
  }
  return change;
}

const char* kind_in_file(Lever lever) {
  if (is_restructure(lever)) return "restructure";
  if (lever == Lever::assessment_threshold) return "threshold-policy";
  return lever == Lever::centre_budget_cut ? "centre-cut" : "posts";
}

const char* key_in_file(Lever lever) {
  switch (lever) {
    case Lever::cases_transferred:
      return "cases_transferred";
    case Lever::training_hours:
      return "training";
    case Lever::partner_ties_broken:
      return "partner_ties_broken";
    case Lever::assessment_threshold:
      return "initial_assessment";
    case Lever::centre_budget_cut:
      return "budget_cut";
    case Lever::posts_added:
      return "count";
  }
  return "";
}

/// The file's own figure behind a lever; null if it states none.
const scenario::Figure* figure_behind(const scenario::Provenance& provenance, Lever lever,
                                      const Change& change) {
  const auto day = date_of(change.date);
  std::string begins =
      fmt::format("change.{}@{:04}-{:02}-{:02}", kind_in_file(lever), static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  if (const auto* posts = std::get_if<Posts>(&change.effect)) begins += fmt::format("[{}/", posts->team);
  const std::string ends = fmt::format(".{}", key_in_file(lever));
  for (const auto& figure : provenance.figures()) {
    const std::string_view id = figure.id;
    if (id.size() >= begins.size() + ends.size() && id.substr(0, begins.size()) == begins &&
        id.substr(id.size() - ends.size()) == ends) {
      return &figure;
    }
  }
  return nullptr;
}

}  // namespace

const LeverSpec& spec_of(Lever lever) {
  return specs[static_cast<std::size_t>(lever)];
}

double value_in(const world::Design& design, Lever lever) {
  const auto change = first_edited(design.changes, lever);
  return change == design.changes.end() ? 0.0 : read(lever, *change);
}

LeverValues values_in(const world::Design& design) {
  LeverValues values{};
  for (std::size_t i = 0; i < lever_count; ++i) values[i] = value_in(design, lever_at(i));
  return values;
}

LeverGround ground_of(const world::Design& design, const scenario::Provenance& provenance, Lever lever) {
  LeverGround ground{spec_of(lever).plausible, spec_of(lever).owner, {}, {}};
  const auto change = first_edited(design.changes, lever);
  if (change == design.changes.end()) {
    ground.edits = fmt::format("The scenario has no such change. Moving the lever adds one on {}.",
                               report::date_in_words(date_of_added(design)));
    if (lever == Lever::posts_added) {
      if (const auto* team = team_for_posts(design)) {
        ground.edits += fmt::format(" The posts are in the team \"{}\".", team->title);
      }
    }
    return ground;
  }
  ground.edits = fmt::format("Edits \"{}\", {}.", change->title, report::date_in_words(change->date));
  if (const int all = count_edited(design, lever); all > 1) {
    ground.edits += fmt::format(" The scenario has {} such changes; this is the first.", all);
  }
  if (!change->owner.empty()) ground.owner = change->owner;
  if (const auto* figure = figure_behind(provenance, lever, *change)) {
    if (figure->range) ground.plausible = *figure->range;
    ground.evidence = fmt::format("Evidence: {}. {}", scenario::name_of(figure->grade), figure->source);
  }
  return ground;
}

world::Design with_levers(const world::Design& as_written, const LeverValues& values) {
  world::Design design = as_written;
  const int moved = moved_levers(as_written, values);
  if (moved == 0) return design;
  for (std::size_t i = 0; i < lever_count; ++i) {
    const Lever lever = lever_at(i);
    if (values[i] == value_in(as_written, lever)) continue;
    auto change = first_edited(design.changes, lever);
    if (change == design.changes.end()) {
      design.changes.push_back(added(as_written, lever));
      change = design.changes.end() - 1;
      write(lever, *change, values[i]);
    } else if (lever == Lever::posts_added && std::lround(values[i]) == 0) {
      design.changes.erase(change);  // a change of no posts does not exist
    } else {
      write(lever, *change, values[i]);
    }
  }
  std::stable_sort(design.changes.begin(), design.changes.end(),
                   [](const Change& a, const Change& b) { return a.date < b.date; });
  design.title += fmt::format(", with {} lever{} moved", moved, moved == 1 ? "" : "s");
  return design;
}

int moved_levers(const world::Design& as_written, const LeverValues& values) {
  int moved = 0;
  for (std::size_t i = 0; i < lever_count; ++i) moved += values[i] != value_in(as_written, lever_at(i));
  return moved;
}

std::string sentence(const world::Design& as_written, const LeverValues& values) {
  const int moved = moved_levers(as_written, values);
  if (moved == 0) return fmt::format("No lever moved: {} as its file says.", as_written.scenario);
  std::string text = fmt::format("{} lever{} moved from {} as its file says: ", moved, moved == 1 ? "" : "s",
                                 as_written.scenario);
  bool first = true;
  for (std::size_t i = 0; i < lever_count; ++i) {
    const Lever lever = lever_at(i);
    const double written = value_in(as_written, lever);
    if (values[i] == written) continue;
    std::string label = spec_of(lever).label;
    if (!first) label[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(label[0])));
    text += fmt::format("{}{} from {} to {}", first ? "" : "; ", label, value_in_words(lever, written),
                        value_in_words(lever, values[i]));
    first = false;
  }
  return text + ".";
}

std::string value_in_words(Lever lever, double value) {
  if (value == 0.0) return "none";
  std::string unit = spec_of(lever).unit;
  if (std::abs(value) == 1.0 && unit.back() == 's') unit.pop_back();
  return fmt::format("{:g} {}", value, unit);
}

std::string read_entry(Lever lever, const char* text, double& value) {
  const LeverSpec& s = spec_of(lever);
  const std::string expected =
      fmt::format("expected a number from {:g} to {:g} ({})", s.allowed.low, s.allowed.high, s.unit);
  char* end = nullptr;
  const double number = std::strtod(text, &end);
  while (*end == ' ') ++end;
  const std::string_view rest = end;
  if (end == text || (!rest.empty() && rest != s.unit) || !std::isfinite(number)) {
    return fmt::format("\"{}\" is no such number: {}", text, expected);
  }
  if (number < s.allowed.low || number > s.allowed.high) {
    return fmt::format("{:g} is out of range: {}", number, expected);
  }
  if (lever == Lever::posts_added && number != std::round(number)) {
    return fmt::format("{:g} is no whole number: {}", number, expected);
  }
  value = number;
  return {};
}

}  // namespace lscb::ui
