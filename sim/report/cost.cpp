#include "report/cost.h"

#include <fmt/core.h>

#include "report/difference_rows.h"
#include "report/json_values.h"
#include "report/layout.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::Alternative;
using experiment::CompareResult;
using experiment::Difference;

/// How many kinds of work are told.
constexpr std::size_t most_kinds = 4;

/// What the page tells, as indices into the measures.
struct CostPage {
  Indices spend;
  Indices by_role;
  Indices by_kind;
  Indices missed;
};

CostPage cost_page(const std::vector<measures::Measure>& all) {
  CostPage page;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].id == experiment::spend_id) page.spend.push_back(i);
    if (is_split(all[i].id, "work_hours", "@role=")) page.by_role.push_back(i);
    if (is_split(all[i].id, "work_hours", "@kind=")) page.by_kind.push_back(i);
    if (all[i].id == experiment::headline_id) page.missed.push_back(i);
  }
  return page;
}

bool is_clear(const Difference& difference) {
  const auto& e = difference.estimate;
  return e.low && e.high && (*e.low > 0.0 || *e.high < 0.0);
}

Indices clear(const Indices& which, const std::vector<Difference>& differences) {
  Indices left;
  for (const std::size_t i : which) {
    if (is_clear(differences[i])) left.push_back(i);
  }
  return largest_first(left, differences);
}

void put_hours(std::string& out, const Alternative& alternative, const CostPage& page) {
  const auto& differences = alternative.differences;
  const Indices roles = clear(page.by_role, differences);
  for (const std::size_t i : roles) put_brief(out, 2, alternative.run.measures[i], differences[i]);
  if (roles.empty()) put_row(out, 2, "hours worked, by any role", "no clear difference");
  Indices kinds = clear(page.by_kind, differences);
  if (kinds.size() > most_kinds) kinds.resize(most_kinds);
  for (const std::size_t i : kinds) put_brief(out, 4, alternative.run.measures[i], differences[i]);
}

std::string owners_in_words(const std::vector<std::string>& owners) {
  std::string words;
  for (std::size_t i = 0; i < owners.size(); ++i) {
    if (i > 0) words += i + 1 == owners.size() ? " or " : ", ";
    words += owners[i];
  }
  return words;
}

}  // namespace

std::string cost_text(const CompareResult& comparison, const std::vector<Recommended>& recommended) {
  const auto& base = comparison.base;
  const CostPage page = cost_page(base.measures);
  std::string out;
  put_row(out, 0, heading);
  out += '\n';
  put_row(out, 0,
          fmt::format("What each recommendation of the review costs and does, against {}", base.scenario));
  put_row(out, 0, fmt::format("Counted   {}", window_in_words(comparison.counted)));
  put_row(out, 0,
          fmt::format("Runs      {} replications of the same simulated lives, seed {}", base.replications,
                      base.seed));
  put_row(out, 0,
          fmt::format("Intervals {:g} %, of missed assessments together, others each by itself",
                      base.confidence * 100.0));
  if (comparison.delta && !page.missed.empty()) {
    put_row(out, 0,
            fmt::format("Delta     {}: a difference you would act on, of missed assessments",
                        delta_in_words(*comparison.delta, base.measures[page.missed.front()].unit)));
  }
  out += '\n';
  put_wrapped(
      out, 0,
      "Spend is what is paid for. Hours come out of the time of staff who are paid already: they cost "
      "other work, which gives way, and no pounds. Both are net of what follows: work and placements "
      "that a recommendation brings or saves are in them. Kinds of work are told where they differ "
      "clearly, the largest first.");
  for (std::size_t a = 0; a < recommended.size(); ++a) {
    const Alternative& alternative = comparison.alternatives[a];
    const auto& measures = alternative.run.measures;
    out += '\n';
    put_wrapped(out, 0, recommended[a].recommendation);
    put_row(out, 2, fmt::format("{}, in {}", recommended[a].kind, alternative.run.scenario),
            fmt::format("decided by {}", owners_in_words(recommended[a].owners)));
    for (const std::size_t i : page.spend) put_brief(out, 2, measures[i], alternative.differences[i]);
    put_hours(out, alternative, page);
    for (const std::size_t i : page.missed) {
      const Difference& d = alternative.differences[i];
      put_brief(out, 2, measures[i], d);
      put_row(out, 4, "verdict", told(judged(d), measures[i].unit));
    }
  }
  out += '\n';
  put_row(out, 0, caution);
  return out;
}

std::string cost_json(const CompareResult& comparison, const std::vector<Recommended>& recommended,
                      std::string_view version) {
  const auto& base = comparison.base;
  const CostPage page = cost_page(base.measures);
  Json all = Json::array();
  for (std::size_t a = 0; a < recommended.size(); ++a) {
    const Alternative& alternative = comparison.alternatives[a];
    Json differences = Json::object();
    for (const auto* list : {&page.spend, &page.by_role, &page.by_kind, &page.missed}) {
      for (const std::size_t i : *list) {
        Json& told = differences[alternative.run.measures[i].id];
        told = {{"label", alternative.run.measures[i].label}, {"unit", alternative.run.measures[i].unit}};
        told.update(difference_of(alternative.differences[i]));
      }
    }
    all.push_back({{"answers", recommended[a].recommendation},
                   {"kind", recommended[a].kind},
                   {"owners", recommended[a].owners},
                   {"scenario", alternative.run.scenario},
                   {"title", alternative.run.title},
                   {"differences", std::move(differences)}});
  }
  return print({{"heading", heading},
                {"caution", caution},
                {"version", version},
                {"base", base.scenario},
                {"seed", base.seed},
                {"replications", base.replications},
                {"replications_asked", comparison.replications_asked},
                {"window", window(comparison.counted)},
                {"recommendations", std::move(all)}});
}

}  // namespace lscb::report
