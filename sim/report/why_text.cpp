#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "report/head.h"
#include "report/layout.h"
#include "report/phrases.h"
#include "report/why.h"

namespace lscb::report {
namespace {

constexpr std::string_view calls = "calls a year";

std::string percent(double share) {
  const std::string text = fmt::format("{:.0f}", 100.0 * share);
  return text == "-0" ? "0" : text;
}

std::string share_in_words(const experiment::Estimate& share) {
  if (!share.mean) return "not defined";
  if (!share.low || !share.high) return fmt::format("{} %", percent(*share.mean));
  return fmt::format("{} % ({} to {})", percent(*share.mean), percent(*share.low), percent(*share.high));
}

/// "12.4 points more of the share (12.1 to 12.6)"; with both signs where they cannot be told apart.
std::string points_in_words(const experiment::Estimate& difference) {
  if (!difference.mean) return "share not defined";
  const int digits = std::abs(*difference.mean) < 0.001 ? 2 : 1;
  const auto points = [digits](double share) {
    return fmt::format("{:.{}f}", 100.0 * std::abs(share), digits);
  };
  const std::string mean = points(*difference.mean);
  if (!difference.low || !difference.high)
    return fmt::format("{} points {} of the share", mean, *difference.mean < 0.0 ? "less" : "more");
  const double low = *difference.low, high = *difference.high;
  if (low > 0.0)
    return fmt::format("{} points more of the share ({} to {})", mean, points(low), points(high));
  if (high < 0.0)
    return fmt::format("{} points less of the share ({} to {})", mean, points(high), points(low));
  return fmt::format("share not told apart ({} points less to {} more)", points(low), points(high));
}

void put_part(std::string& out, const std::string& label, const experiment::WhyPart& part) {
  put_row(out, 4, label, share_in_words(part.share));
  if (!part.difference.mean) return;
  put_row(out, 6,
          fmt::format("{}; {}", difference_in_words(part.difference, calls),
                      points_in_words(part.share_difference)));
}

void put_design(std::string& out, const experiment::WhyOfDesign& design) {
  put_row(out, 0, fmt::format("\nUnder {}: {}", design.scenario, design.title));
  put_row(out, 2, "calls that could have led to an assessment of the need, and did not",
          level_in_words(design.missed, calls));
  if (design.missed_difference.mean) put_row(out, 4, difference_in_words(design.missed_difference, calls));
  for (std::size_t k = 0; k < design.by_kind.size(); ++k)
    put_row(out, 4, measures::words(static_cast<measures::Unmet>(k)),
            level_in_words(design.by_kind[k], calls));
  put_row(out, 2, "of these ended by a decision", level_in_words(design.decided, calls));
  put_row(out, 2, "What those decisions rested on; the shares add up to 100 %");
  std::vector<std::size_t> order(design.terms.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return design.terms[a].share.mean.value_or(0.0) > design.terms[b].share.mean.value_or(0.0);
  });
  for (const std::size_t i : order) put_part(out, door::words(static_cast<door::Term>(i)), design.terms[i]);
  put_part(out, "none of these: with all restored it would have gone no further", design.beyond);
}

}  // namespace

void put_decision_table(std::string& out, const experiment::Basis& basis,
                        const std::vector<experiment::WhyOfDesign>& designs) {
  put_head(out, "Why calls about children in need went no further: in the decision", basis,
           ", each by itself");
  for (const auto& design : designs) put_design(out, design);
  out += '\n';
  put_wrapped(
      out, 0,
      "A share is what restoring that term to the reference worker's adds towards the decision's going on, "
      "on "
      "the mean over all orders of restoring (Shapley). It says what the decision rested on, with all "
      "else as it was: not what would have become of the child, and not what a change of the organisation "
      "would do. A call that goes on is taken up as a referral, or assessed; it may still miss.",
      2);
}

std::string to_text(const experiment::WhyResult& why) {
  std::string out;
  put_decision_table(out, why, why.designs);
  put_row(out, 0, caution);
  return out;
}

}  // namespace lscb::report
