#include "report/chair_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "report/difference_rows.h"
#include "report/layout.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::Alternative;
using experiment::BoardView;
using experiment::CompareResult;
using experiment::Deciles;
using experiment::Seen;

constexpr std::size_t title_indent = 2;
constexpr std::size_t row_indent = 4;
/// How many rows of a list that is cut short.
constexpr std::size_t few = 3;
/// A warning is told where the chart gives it in this share of the runs more than by chance.
constexpr double telling = 0.2;

void put_rows(std::string& out, const Alternative& alternative, const Indices& which, bool full) {
  for (const std::size_t i : which) {
    const auto& measure = alternative.run.measures[i];
    if (full) {
      put_full(out, row_indent, measure, alternative.differences[i], alternative.run.replications);
    } else {
      put_brief(out, row_indent, measure, alternative.differences[i]);
    }
  }
}

Indices first_of(const Indices& which, std::size_t count) {
  return {which.begin(), which.begin() + static_cast<std::ptrdiff_t>(std::min(count, which.size()))};
}

/// What the list leaves out: "the other 5: from about 1.2 to 3.4 more children a year".
void put_others(std::string& out, const Alternative& alternative, const Indices& sorted, std::size_t shown) {
  if (sorted.size() <= shown) return;
  double least = 0.0;
  double most = 0.0;
  for (std::size_t k = shown; k < sorted.size(); ++k) {
    const double mean = alternative.differences[sorted[k]].estimate.mean.value_or(0.0);
    least = k == shown ? mean : std::min(least, mean);
    most = k == shown ? mean : std::max(most, mean);
  }
  const auto number = [](double value) {
    return std::abs(value) < 0.05
               ? std::string{"none"}
               : fmt::format("{} {}", grouped(std::abs(value), 1), value < 0.0 ? "fewer" : "more");
  };
  put_row(out, row_indent, fmt::format("the other {}", sorted.size() - shown),
          fmt::format("means from {} to {}", number(least), number(most)));
}

std::string decile(const experiment::Decile& decile, std::string_view unit, bool worst) {
  experiment::Estimate estimate;
  estimate.mean = decile.value;
  estimate.low = decile.low;
  estimate.high = decile.high;
  std::string words = difference_in_words(estimate, unit);
  constexpr std::string_view about = "about ";
  if (words.rfind(about, 0) == 0) words.erase(0, about.size());
  const bool more = *decile.value >= 0.0;
  return fmt::format("in one run in ten {} {}", more == worst ? "at least" : "no more than", words);
}

const experiment::Difference* headline(const Alternative& alternative) {
  for (std::size_t i = 0; i < alternative.differences.size(); ++i) {
    if (alternative.run.measures[i].id == experiment::headline_id) return &alternative.differences[i];
  }
  return nullptr;
}

std::string percent(double share) {
  return fmt::format("{} %", grouped(share * 100.0, 0));
}

double excess(const experiment::Signal& signal) {
  return signal.share.value_or(0.0) - signal.base_share.value_or(0.0);
}

/// Which way the figure goes where it warns.
std::string_view warns_by(const Seen& seen) {
  switch (info(seen.figure).reads_well) {
    case measures::Better::lower:
      return "rises";
    case measures::Better::higher:
      return "falls";
    case measures::Better::neither:
      break;
  }
  return "changes";
}

void put_signal(std::string& out, std::string_view label, const experiment::Signal& signal) {
  std::string words = fmt::format("in {} of runs ({} by chance)", percent(signal.share.value_or(0.0)),
                                  percent(signal.base_share.value_or(0.0)));
  if (signal.weeks) words += fmt::format(", after {} weeks", grouped(*signal.weeks, 0));
  put_row(out, row_indent, label, words);
}

void put_warnings(std::string& out, const BoardView& board, bool all) {
  std::vector<const Seen*> telling_ones;
  for (const Seen& seen : board.figures) {
    if (all || excess(seen.warning) >= telling) telling_ones.push_back(&seen);
  }
  std::stable_sort(telling_ones.begin(), telling_ones.end(),
                   [](auto* a, auto* b) { return excess(a->warning) > excess(b->warning); });
  if (telling_ones.empty()) {
    put_wrapped(out, row_indent,
                "No figure that the board sees would have warned it: none signals clearly more often than "
                "without the change.");
    return;
  }
  put_row(out, row_indent, "These would have warned it:");
  const std::size_t shown = all ? telling_ones.size() : std::min(few + 1, telling_ones.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const Seen& seen = *telling_ones[i];
    put_signal(out, fmt::format("  {}: {}", info(seen.figure).label, warns_by(seen)), seen.warning);
  }
}

/// What a board would take for good news while more children are missed.
void put_good_news(std::string& out, const BoardView& board, bool all) {
  std::vector<const Seen*> better;
  for (const Seen& seen : board.figures) {
    if (seen.reads == experiment::Reads::better) better.push_back(&seen);
  }
  if (better.empty()) return;
  const auto sure = [](const Seen& seen) { return seen.good_news ? excess(*seen.good_news) : 0.0; };
  std::stable_sort(better.begin(), better.end(), [&](auto* a, auto* b) { return sure(*a) > sure(*b); });
  put_row(out, row_indent, "These look better while more children are missed:");
  const std::size_t shown = all ? better.size() : std::min(few + 1, better.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& figure = info(better[i]->figure);
    put_row(out, row_indent + 2, figure.label, difference_in_words(better[i]->difference, figure.unit));
  }
}

}  // namespace

void put_worst_decile(std::string& out, const CompareResult& comparison, const Alternative& alternative,
                      std::string_view unit) {
  const Deciles& difference = alternative.headline_difference;
  if (difference.n == 0) return;
  put_row(out, title_indent, "How bad it may get, by chance alone");
  if (!difference.highest.value) {
    put_row(out, row_indent,
            fmt::format("in one run in ten: not known from {} runs; {} are needed", difference.n,
                        experiment::runs_for_deciles(comparison.base.confidence)));
    return;
  }
  put_row(out, row_indent, decile(difference.highest, unit, true));
  put_row(out, row_indent, decile(difference.lowest, unit, false));
}

void put_affected(std::string& out, const Alternative& alternative, const FirstPage& page, bool all) {
  if (page.ages.empty() && page.areas.empty()) return;
  put_row(out, title_indent, "Who is affected, the largest differences first");
  put_rows(out, alternative, largest_first(page.ages, alternative.differences), all);
  const Indices areas = largest_first(page.areas, alternative.differences);
  const std::size_t shown = all || areas.size() <= few + 1 ? areas.size() : few;
  put_rows(out, alternative, first_of(areas, shown), all);
  put_others(out, alternative, areas, shown);
}

void put_waiting(std::string& out, const CompareResult& comparison, const Alternative& alternative,
                 const FirstPage& page, bool all) {
  if (page.waiting.empty()) return;
  put_row(out, title_indent, "Who waits without a worker at the end");
  for (const std::size_t i : page.waiting) {
    const auto& measure = alternative.run.measures[i];
    if (all) {
      put_full(out, row_indent, measure, alternative.differences[i], alternative.run.replications);
      continue;
    }
    const auto level = [&](const experiment::RunResult& run) { return run.figures[i].mean.value_or(0.0); };
    put_row(out, row_indent, measure.label,
            fmt::format("{} ({}: {})", grouped(level(alternative.run), 1), comparison.base.scenario,
                        grouped(level(comparison.base), 1)));
  }
  if (page.waiting_ages.empty()) return;
  std::string ages;
  for (const std::size_t i : page.waiting_ages) {
    const std::string& label = alternative.run.measures[i].label;
    const auto comma = label.find(", ");
    ages += fmt::format("{}{} {}", ages.empty() ? "" : ", ",
                        comma == std::string::npos ? label : label.substr(comma + 2),
                        grouped(alternative.run.figures[i].mean.value_or(0.0), 1));
  }
  put_wrapped(out, row_indent, "of these by age: " + ages, 2);
}

void put_carriers(std::string& out, const Alternative& alternative, const FirstPage& page, bool all) {
  const auto& differences = alternative.differences;
  const auto largest = [&](const Indices& which) {
    const Indices sorted = largest_first(moved(which, differences), differences);
    return all ? sorted : first_of(sorted, few);
  };
  if (page.spend.empty() && page.work.empty() && page.calls.empty()) return;
  put_row(out, title_indent, "Who carries it");
  put_rows(out, alternative, page.spend, all);
  put_rows(out, alternative, largest_first(moved(page.spend_on, differences), differences), all);
  put_rows(out, alternative, moved(page.work, differences), all);
  put_rows(out, alternative, largest(page.calls), all);
  put_rows(out, alternative, largest(page.turned_away), all);
}

void put_board_view(std::string& out, const Alternative& alternative, bool all) {
  if (!alternative.board) return;
  const BoardView& board = *alternative.board;
  put_row(out, title_indent, "When the board would have learned of it");
  put_wrapped(out, row_indent,
              fmt::format("Quarterly figures, seen {} weeks after a quarter's end and charted on the {} "
                          "quarters before {}; watched for {} quarters.",
                          grouped(board.lag_weeks, 0), experiment::quarters_before,
                          date_in_words(board.change), board.quarters));
  put_warnings(out, board, all);
  const experiment::Difference* missed = headline(alternative);
  if (missed != nullptr && missed->verdict == experiment::Verdict::more) put_good_news(out, board, all);
}

}  // namespace lscb::report
