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
/// A signal is told where the chart gives it in this share of the runs more than without the change.
constexpr double telling = 0.2;

void put_in_full(std::string& out, const Alternative& alternative, const Indices& which) {
  for (const std::size_t i : which) {
    put_full(out, row_indent, alternative.run.measures[i], alternative.differences[i],
             alternative.run.replications);
  }
}

/// What a list leaves out: "means from 1.2 more to 3.4 more".
void put_range(std::string& out, const Alternative& alternative, const Indices& sorted, std::size_t shown,
               std::string_view label) {
  if (sorted.size() <= shown) return;
  const auto mean = [&](std::size_t k) {
    return alternative.differences[sorted[k]].estimate.mean.value_or(0.0);
  };
  double least = mean(shown);
  double most = least;
  for (std::size_t k = shown; k < sorted.size(); ++k) {
    least = std::min(least, mean(k));
    most = std::max(most, mean(k));
  }
  const auto words = [](double value) {
    const std::string size = grouped(std::abs(value), 1);
    return size == "0.0" ? std::string{"none"} : fmt::format("{} {}", size, value < 0.0 ? "fewer" : "more");
  };
  put_row(out, row_indent, label, fmt::format("from {} to {} each", words(least), words(most)));
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

/// A figure and the side on which its chart signals.
struct Telling {
  const Seen* seen = nullptr;
  const experiment::Signal* signal = nullptr;
};

/// Surest first: those whose signals of this kind are more frequent by `least` than without the change.
std::vector<Telling> signals(const BoardView& board, bool warning, double least) {
  std::vector<Telling> found;
  for (const Seen& seen : board.figures) {
    const auto* signal = warning ? &seen.warning : (seen.good_news ? &*seen.good_news : nullptr);
    if (signal != nullptr && excess(*signal) >= least) found.push_back({&seen, signal});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Telling& a, const Telling& b) { return excess(*a.signal) > excess(*b.signal); });
  return found;
}

/// Which way the figure goes where it gives such a signal.
std::string_view movement(const Seen& seen, bool warning) {
  const auto well = info(seen.figure).reads_well;
  if (well == measures::Better::neither) return "changes";
  return (well == measures::Better::lower) == warning ? "rises" : "falls";
}

/// Two questions: when, if it is seen at all; and whether it can be relied upon.
std::string weeks_in_words(const experiment::Signal& signal) {
  return fmt::format("(of the runs in which it signals) week {}; {}", grouped(*signal.weeks, 0),
                     signal.weeks_of_half
                         ? fmt::format("in half of all runs by week {}", grouped(*signal.weeks_of_half, 0))
                         : std::string{"never in half of the runs"});
}

void put_signals(std::string& out, const BoardView& board, bool warning, bool all) {
  const auto found = signals(board, warning, all ? -1.0 : telling);
  if (found.empty()) {
    put_row(out, row_indent,
            fmt::format("nothing reads as {} so often", warning ? "a warning" : "good news"));
    return;
  }
  put_row(out, row_indent, warning ? "reads as a warning" : "reads as good news");
  const std::size_t shown = all ? found.size() : std::min(few, found.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& signal = *found[i].signal;
    put_row(out, row_indent + 2,
            fmt::format("{}: {}", info(found[i].seen->figure).label, movement(*found[i].seen, warning)),
            fmt::format("in {} of runs, {} without it", percent(signal.share.value_or(0.0)),
                        percent(signal.base_share.value_or(0.0))));
    if (signal.weeks) put_row(out, row_indent + 4, weeks_in_words(signal));
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
  if (all) {
    put_row(out, row_indent, "Look better while more children are missed:");
    for (const Seen* seen : better) {
      const auto& figure = info(seen->figure);
      put_row(out, row_indent + 2, figure.label, difference_in_words(seen->difference, figure.unit));
    }
    return;
  }
  std::string names;
  const std::size_t shown = std::min(2 * few, better.size());
  for (std::size_t i = 0; i < shown; ++i) {
    names += fmt::format("{} {}", names.empty() ? "" : ";", info(better[i]->figure).label);
  }
  if (better.size() > shown) names += fmt::format("; and {} more", better.size() - shown);
  put_wrapped(out, row_indent, "Look better while more children are missed:" + names + ".", 2);
}

/// "11 to 17" of "got no assessment, 11 to 17"; "placements" of "spend: placements".
std::string_view split_of(std::string_view label) {
  const auto mark = label.find_first_of(",:");
  return mark == std::string_view::npos || mark + 2 > label.size() ? label : label.substr(mark + 2);
}

/// "east" of "missed_assessments@catchment=east".
std::string_view of_catchment(std::string_view id) {
  return id.substr(std::min(id.find('=') + 1, id.size()));
}

/// "about 15" of a mean that is told beside another.
std::string number(const experiment::Estimate& estimate) {
  if (!estimate.mean) return "not defined";
  return grouped(*estimate.mean, *estimate.mean < 10.0 ? 1 : 0);
}

bool is_clear(const experiment::Difference& difference) {
  const auto& e = difference.estimate;
  return e.low && e.high && (*e.low > 0.0 || *e.high < 0.0);
}

/// One line: a split's own words, and the difference.
void put_split(std::string& out, const Alternative& alternative, std::size_t i, std::string_view before) {
  const auto& measure = alternative.run.measures[i];
  put_row(out, row_indent, fmt::format("{}{}", before, split_of(measure.label)),
          difference_in_words(alternative.differences[i].estimate, measure.unit));
}

/// The catchments that stand out by their rate, and what the others' numbers are.
void put_catchments(std::string& out, const Alternative& alternative, const Indices& areas) {
  if (areas.size() == 1) put_split(out, alternative, areas.front(), "");
  if (areas.size() < 2) return;
  const auto rate_of = [&](std::size_t count) -> const experiment::BeyondArea* {
    for (const auto& catchment : alternative.catchments) {
      const auto& rate = alternative.run.measures[catchment.measure];
      if (of_catchment(rate.id) == of_catchment(alternative.run.measures[count].id)) return &catchment;
    }
    return nullptr;
  };
  Indices outstanding;
  Indices others;
  for (const std::size_t i : areas) {
    const auto* rate = rate_of(i);
    (rate != nullptr && experiment::stands_out(*rate) ? outstanding : others).push_back(i);
  }
  const auto how = fmt::format(
      "by their rates of 10,000 children less the area's, intervals together over {}", areas.size());
  if (!outstanding.empty()) put_row(out, row_indent, fmt::format("catchments that stand out ({})", how));
  for (const std::size_t i : outstanding) {
    const auto* rate = rate_of(i);
    put_split(out, alternative, i, "  ");
    put_row(out, row_indent + 4, "of 10,000 children, beyond the area's",
            difference_in_words(rate->estimate, alternative.run.measures[rate->measure].unit));
  }
  if (others.empty()) return;
  const std::string apart = fmt::format("cannot be told apart in {} runs", alternative.run.replications);
  if (!outstanding.empty()) {
    put_range(out, alternative, others, 0, fmt::format("the other {} {}", others.size(), apart));
  } else if (alternative.catchments.empty()) {
    put_range(out, alternative, others, 0,
              fmt::format("the {} catchments of centres: not compared, no rates", others.size()));
  } else {
    put_range(out, alternative, others, 0,
              fmt::format("the {} catchments of centres {}", others.size(), apart));
    put_row(out, row_indent + 2, fmt::format("({})", how));
  }
}

}  // namespace

void put_worst_decile(std::string& out, const CompareResult& comparison, const Alternative& alternative,
                      std::string_view unit) {
  const Deciles& difference = alternative.headline_difference;
  if (difference.n == 0) return;
  put_row(
      out, title_indent,
      "How bad it may get, by chance alone: the same lives under both designs, which no place can observe");
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
  put_row(
      out, title_indent,
      "Who is affected: children who got no assessment, largest differences first (individual intervals)");
  const auto& differences = alternative.differences;
  const Indices ages = largest_first(page.ages, differences);
  const Indices areas = largest_first(page.areas, differences);
  if (all) {
    put_in_full(out, alternative, ages);
    put_in_full(out, alternative, areas);
    return;
  }
  for (const std::size_t i : ages) {
    const bool years = split_of(alternative.run.measures[i].label) != "unborn";
    put_split(out, alternative, i, years ? "aged " : "");
  }
  put_catchments(out, alternative, areas);
}

void put_waiting(std::string& out, const CompareResult& comparison, const Alternative& alternative,
                 const FirstPage& page, bool all) {
  if (page.waiting.empty()) return;
  put_row(out, title_indent,
          fmt::format("Who waits without a worker at the end ({} in brackets)", comparison.base.scenario));
  if (all) {
    put_in_full(out, alternative, page.waiting);
    put_in_full(out, alternative, page.waiting_ages);
    return;
  }
  const auto both = [&](std::size_t i) {
    return fmt::format("{} ({})", number(alternative.run.figures[i]), number(comparison.base.figures[i]));
  };
  for (const std::size_t i : page.waiting) {
    const auto& measure = alternative.run.measures[i];
    const bool whole = measure.id == waiting;
    put_row(out, whole ? row_indent : row_indent + 2,
            whole ? "children on the list" : split_of(measure.label), both(i));
  }
  std::string ages;
  for (const std::size_t i : page.waiting_ages) {
    ages += fmt::format("{} {} {}", ages.empty() ? "" : ";", split_of(alternative.run.measures[i].label),
                        both(i));
  }
  if (!ages.empty()) put_wrapped(out, row_indent, "by age:" + ages, 2);
}

void put_carriers(std::string& out, const Alternative& alternative, const FirstPage& page, bool all) {
  if (page.spend.empty() && page.work.empty() && page.calls.empty()) return;
  const auto& differences = alternative.differences;
  put_row(out, title_indent,
          "Who carries it (pounds are the council's; partners' own costs are not in the model)");
  // The parts of the spend stand below it, before what it is set beside.
  Indices spend;
  Indices balance;
  for (const std::size_t i : page.spend) {
    (alternative.run.measures[i].id == balance_id ? balance : spend).push_back(i);
  }
  if (all) {
    const Indices* const in_order[] = {&spend,     &page.spend_on, &balance,
                                       &page.work, &page.calls,    &page.turned_away};
    for (const auto* list : in_order) {
      put_in_full(out, alternative, *list);
    }
    return;
  }
  std::string unclear;
  const auto put = [&](const Indices& which, bool split) {
    for (const std::size_t i : largest_first(moved(which, differences), differences)) {
      const auto& measure = alternative.run.measures[i];
      if (!is_clear(differences[i])) {
        unclear += fmt::format("{} {}", unclear.empty() ? "" : ";", measure.label);
      } else if (split) {
        put_split(out, alternative, i, "  on ");
      } else {
        put_brief(out, row_indent, measure, differences[i]);
      }
    }
  };
  for (const std::size_t i : spend) put_brief(out, row_indent, alternative.run.measures[i], differences[i]);
  put(page.spend_on, true);
  for (const std::size_t i : balance) put_brief(out, row_indent, alternative.run.measures[i], differences[i]);
  for (const auto* list : {&page.work, &page.calls, &page.turned_away}) put(*list, false);
  if (!unclear.empty()) put_wrapped(out, row_indent, "no clear difference:" + unclear, 2);
}

void put_board_view(std::string& out, const Alternative& alternative, bool all) {
  if (!alternative.board) return;
  const BoardView& board = *alternative.board;
  put_row(out, title_indent, "What the board would have seen, and when");
  put_wrapped(
      out, row_indent,
      fmt::format("Quarterly figures that reach it {} week{} after the quarter, each charted on the {} "
                  "quarters before {}, the first day on which the designs differ and from which weeks are "
                  "counted, and then watched for {} quarters. Listed: {}; with the middle one of the weeks "
                  "when it is first seen, and the week by which half of all runs have signalled.",
                  grouped(board.lag_weeks, 0), grouped(board.lag_weeks, 0) == "1" ? "" : "s",
                  experiment::quarters_before, date_in_words(board.change), board.quarters,
                  all ? std::string{"every figure"}
                      : fmt::format("what signals in at least {} percentage points more of the runs than "
                                    "without the change, at most {} of a kind",
                                    grouped(telling * 100.0, 0), few)));
  put_wrapped(out, row_indent,
              "Which way a figure reads well is a judgement, not a finding: fewer calls, referrals and plans "
              "are taken as good news, as boards have done.");
  put_signals(out, board, true, all);
  put_signals(out, board, false, all);
  const experiment::Difference* missed = headline(alternative);
  if (missed != nullptr && missed->verdict == experiment::Verdict::more) put_good_news(out, board, all);
}

}  // namespace lscb::report
