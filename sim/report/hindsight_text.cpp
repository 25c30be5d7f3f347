#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "experiment/families.h"
#include "report/hindsight.h"
#include "report/layout.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::CountedFigure;
using experiment::Estimate;
using experiment::HindsightCount;
using experiment::HindsightOfDesign;
using experiment::HindsightShare;
using experiment::ShareFigure;

std::string whole(std::int64_t number) {
  return grouped(static_cast<double>(number), 0);
}

std::string rate_in_words(const CountedFigure& figure, const Estimate& rate, const std::string& unit) {
  if (figure.number > 0 || !rate.high) return level_in_words(rate, unit);
  return fmt::format("none found; at most {:.2g} {}", *rate.high, unit);
}

/// So few in all that the number says more than the rate.
constexpr std::int64_t told_by_number = 30;

std::string difference_from_first(const Estimate& difference, const std::string& unit) {
  const bool settled = difference.low && difference.high && (*difference.low > 0.0 || *difference.high < 0.0);
  if (settled) return difference_in_words(difference, unit);
  if (difference.low && difference.high && *difference.low == 0.0 && *difference.high == 0.0)
    return "the same in every run: says nothing of a difference";
  return fmt::format("not enough runs to say ({})", difference_in_words(difference, unit));
}

void put_count(std::string& out, const HindsightCount& what, const CountedFigure& figure,
               const std::string& first) {
  const std::size_t indent = 4 + 2 * static_cast<std::size_t>(what.depth);
  const std::string a_year = fmt::format("{} a year", what.unit);
  put_row(out, indent, what.words, rate_in_words(figure, figure.a_year, a_year));
  if (figure.number > 0 && figure.number < told_by_number)
    put_row(out, indent + 2, "found in all runs together",
            fmt::format("{} {}", whole(figure.number), what.unit));
  if (figure.difference.mean)
    put_row(out, indent + 2, "against " + first, difference_from_first(figure.difference, a_year));
  if (what.first)
    put_row(out, indent + 2, "for every 10,000 children", rate_in_words(figure, figure.per_10000, a_year));
}

/// Decimals of the percentage: as many as a share needs that is nearly nothing or nearly everything.
int decimals_of(double share) {
  const double nearest_end = std::min(share, 1.0 - share);
  if (nearest_end <= 0.0) return 0;
  int decimals = 0;
  for (double smallest = 0.1; nearest_end < smallest && decimals < 4; smallest /= 10.0) ++decimals;
  return decimals;
}

std::string share_in_words(const HindsightShare& what, const ShareFigure& figure) {
  const Estimate& share = figure.share;
  if (!share.mean) return "not defined";
  const int decimals = decimals_of(*share.mean);
  const auto percent = [decimals](double part) { return fmt::format("{:.{}f}", 100.0 * part, decimals); };
  std::string text = percent(*share.mean) + " %";
  if (share.low && share.high) text += fmt::format(", {} to {}", percent(*share.low), percent(*share.high));
  if (!what.of_cases) return text;
  return text + fmt::format(" ({} of {})", whole(figure.part), whole(figure.whole));
}

void put_design(std::string& out, const HindsightOfDesign& design, const std::string& first) {
  put_row(out, 0, fmt::format("\nUnder {}: {}", design.scenario, design.title));
  const auto& counts = experiment::hindsight_counts();
  for (std::size_t i = 0; i < counts.size(); ++i) put_count(out, counts[i], design.counts[i], first);
  put_row(out, 2, "Shares, of all replications together");
  const auto& shares = experiment::hindsight_shares();
  for (std::size_t i = 0; i < shares.size(); ++i)
    put_row(out, 4, shares[i].words, share_in_words(shares[i], design.shares[i]));
  put_wrapped(out, 2, flags_in_words(design));
}

}  // namespace

std::string_view hindsight_caution() {
  return "Predictable does not mean foreseen, nor that anybody failed to see it. It means that before the "
         "harm a call had come on which the reference worker (published thresholds, chronology read, checks "
         "made, account tested, no noise, drift or backlog) would have had the family assessed. Who knows "
         "which families came to harm finds such a call; before it, it stood among those about families that "
         "came to none. An assessment averts no harm by itself, and a predictable harm may come to a child "
         "who is being helped. What the reference worker would have averted is a limit, not a target: work "
         "at once, whole and by the experienced, for one family alone, that no organisation could do for "
         "all; "
         "and it is asked only of families who are known to have come to harm. Nor is a flag that no harm "
         "followed a mistake: need is assessed, not harm foretold, and some of those "
         "families were helped. Where fewer people call, fewer families are flagged and less harm counts as "
         "predictable: that is silence, not safety.";
}

std::string flags_in_words(const HindsightOfDesign& design) {
  const std::int64_t harmed = design.count("flagged_harmed_families").number;
  const std::int64_t unharmed = design.count("flagged_unharmed_families").number;
  if (harmed + unharmed == 0) return "No simulated family was flagged.";
  if (harmed == 0)
    return fmt::format(
        "Of {} simulated families flagged, none came to serious harm afterwards: a flag does not "
        "say that harm will come.",
        whole(unharmed));
  const Estimate& share = design.share("flagged_unharmed_share").share;
  const auto for_each = [](double unharmed_share) {
    const double odds = unharmed_share / (1.0 - unharmed_share);
    const double digits = std::pow(10.0, std::max(0.0, std::floor(std::log10(odds)) - 1.0));
    return grouped(std::round(odds / digits) * digits, 0);
  };
  const std::string range = share.low && share.high && *share.high < 1.0
                                ? fmt::format(" ({} to {})", for_each(*share.low), for_each(*share.high))
                                : std::string{};
  return fmt::format(
      "For each simulated family that was flagged and came to serious harm afterwards ({} in all runs "
      "together), about {}{} were flagged and came to none: a flag does not say that harm will come.",
      whole(harmed), for_each(static_cast<double>(unharmed) / static_cast<double>(unharmed + harmed)), range);
}

std::string hindsight_text(const experiment::HindsightResult& result) {
  std::string out;
  put_row(out, 0, heading);
  out += '\n';
  put_row(out, 0, "Serious harm that was predictable, and what hindsight makes of it");
  put_row(out, 0, fmt::format("Counted   {}", window_in_words(result.counted)));
  put_row(out, 0,
          fmt::format("Runs      {} replications{}, seed {}; intervals at {:g} %, each by itself",
                      result.replications, result.designs.size() == 2 ? " of the same simulated lives" : "",
                      result.seed, result.confidence * 100.0));
  out += '\n';
  put_wrapped(
      out, 0,
      fmt::format("A call is flagged where the reference worker would have had the family assessed on "
                  "what was held or obtainable as it came. Families and children are counted once each "
                  "in the time counted, and so divided by its years. Intervals are Student's over "
                  "replications, of shares the ratio estimator's; of {} or fewer in all they are those "
                  "of a Poisson or binomial count.",
                  experiment::few_families));
  for (const auto& design : result.designs) put_design(out, design, result.designs.front().scenario);
  out += '\n';
  put_wrapped(out, 0, hindsight_caution());
  out += '\n';
  put_wrapped(
      out, 0,
      "Luck is the part of a decision in which two workers differ on the same evidence, on either side "
      "of the threshold: it is the decision's, and says nothing of who made it. All else is as it was: "
      "a call that would have gone on might still not have found the need. All families are simulated; "
      "no real family, and no forecast of one.");
  put_row(out, 0, caution);
  return out;
}

}  // namespace lscb::report
