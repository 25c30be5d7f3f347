#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "measures/catalogue.h"
#include "report/fixed_load_text.h"
#include "report/head.h"
#include "report/layout.h"
#include "report/phrases.h"
#include "report/why.h"
#include "report/why_organisation.h"

namespace lscb::report {
namespace {

using experiment::ButFor;
using experiment::Estimate;

constexpr std::string_view children = "children a year";

/// The same the other way round: children assessed instead of fewer missed.
Estimate negated(Estimate e) {
  const auto minus = [](double value) { return value == 0.0 ? 0.0 : -value; };
  const Estimate was = e;
  if (was.mean) e.mean = minus(*was.mean);
  e.low.reset();
  e.high.reset();
  if (was.high) e.low = minus(*was.high);
  if (was.low) e.high = minus(*was.low);
  return e;
}

enum class Effect { none, clear, worse, not_settled };

Effect effect_of(const ButFor& but_for) {
  const Estimate& missed = but_for.difference.front();
  if (!missed.low || !missed.high) return Effect::not_settled;
  if (*missed.low == 0.0 && *missed.high == 0.0) return Effect::none;
  if (*missed.high < 0.0) return Effect::clear;
  return *missed.low > 0.0 ? Effect::worse : Effect::not_settled;
}

std::string effect_in_words(const ButFor& but_for) {
  if (but_for.at_reference) return "nothing to restore";
  switch (effect_of(but_for)) {
    case Effect::clear:
      return level_in_words(negated(but_for.difference.front()), children);
    case Effect::worse:
      return "none: restored, more are missed";
    case Effect::none:
      return "none: exactly the same in every run";
    case Effect::not_settled:
      break;
  }
  return "not settled";
}

void put_group(std::string& out, const ButFor& but_for, const std::string& first) {
  put_row(out, 4, experiment::words(but_for.group), effect_in_words(but_for));
  const Effect effect = effect_of(but_for);
  const auto put_restored = [&](std::string_view label, std::size_t f) {
    put_row(out, 6, fmt::format("restored, {}", label), difference_in_words(but_for.difference[f], children));
  };
  if (effect == Effect::worse || effect == Effect::not_settled) put_restored("missed in all", 0);
  if (effect != Effect::none) {
    put_restored("missed though told", 1);
    put_restored("never told", 2);
  }
  if (but_for.beyond_first.front().mean) {
    put_row(out, 6, fmt::format("but for it, against {}", first),
            difference_in_words(negated(but_for.beyond_first.front()), children));
  }
}

void put_design(std::string& out, const experiment::OrganisationOfDesign& design, const std::string& first) {
  put_row(out, 0, fmt::format("\nUnder {}: {}", design.scenario, design.title));
  for (std::size_t f = 0; f < experiment::missed_ids.size(); ++f) {
    const auto& measure = measures::catalogue()[*measures::find(experiment::missed_ids[f])];
    put_row(out, f == 0 ? 2 : 4, measure.label, level_in_words(design.missed[f], children));
  }
  put_row(out, 2, "Would have been assessed, helped in time or not in such need but for");
  std::vector<const ButFor*> order;
  for (const ButFor& but_for : design.groups) order.push_back(&but_for);
  std::stable_sort(order.begin(), order.end(), [](const ButFor* a, const ButFor* b) {
    return a->difference.front().mean.value_or(0.0) < b->difference.front().mean.value_or(0.0);
  });
  for (const ButFor* but_for : order) put_group(out, *but_for, first);
}

}  // namespace

std::string to_text(const experiment::WhyOrganisation& why) {
  std::string out;
  put_decision_table(out, why, why.in_the_decision);
  out += '\n';
  put_head(out, "Why children who needed an assessment got none: in the organisation", why,
           ", of a figure's seven together");
  for (const auto& design : why.designs) put_design(out, design, why.designs.front().scenario);
  out += '\n';
  put_wrapped(
      out, 0,
      "Each row is a run of the whole area again, the same families from the first day on, with that "
      "part of the organisation put back to its reference and all else as it was. The numbers are net, "
      "over all children: some are assessed who were missed, some missed who were not, and some come "
      "to need less or more. They need not add up: two of them may each be enough by itself, or each "
      "be needed. No number says that a child is one of them.",
      2);
  put_fixed_load(out, why);
  out += '\n';
  put_row(out, 0, caution);
  return out;
}

}  // namespace lscb::report
