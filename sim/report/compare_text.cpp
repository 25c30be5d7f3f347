#include <fmt/core.h>

#include <algorithm>

#include "report/chair_text.h"
#include "report/difference_rows.h"
#include "report/dip_text.h"
#include "report/financial_years.h"
#include "report/first_page.h"
#include "report/layout.h"
#include "report/phrases.h"
#include "report/text.h"

namespace lscb::report {
namespace {

using experiment::Alternative;
using experiment::CompareResult;
using experiment::Contrast;
using experiment::ContrastKind;
using experiment::Difference;
using measures::Measure;

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

class CompareText {
 public:
  CompareText(const CompareResult& comparison, const TextOptions& options)
      : comparison_(comparison),
        options_(options),
        measures_(comparison.base.measures),
        page_(first_page(measures_)) {}

  std::string write() {
    head();
    base();
    at_a_glance();
    for (const auto& alternative : comparison_.alternatives) write(alternative);
    if (!comparison_.contrasts.empty()) together();
    out_ += '\n';
    put_wrapped(
        out_, 0,
        fmt::format(
            "Correlation and ratio tell how well the scenarios' runs pair on the same simulated lives; "
            "the ratio is how many times more replications unpaired runs would need. Where the "
            "correlation is small (below {}), pairing hardly narrows the interval.",
            small_correlation));
    put_row(out_, 0, caution);
    return std::move(out_);
  }

 private:
  void head() {
    const auto& base = comparison_.base;
    put_row(out_, 0, heading);
    out_ += '\n';
    std::vector<std::string> names;
    names.reserve(comparison_.alternatives.size());
    for (const auto& alternative : comparison_.alternatives) names.push_back(alternative.run.scenario);
    put_wrapped(out_, 0, fmt::format("Compared  {} against {}", joined(names), base.scenario), 10);
    put_row(out_, 0, fmt::format("Counted   {}", window_in_words(comparison_.counted)));
    put_row(out_, 0,
            fmt::format("Runs      {} replications of the same simulated lives, seed {}", base.replications,
                        base.seed));
    if (base.replications < comparison_.replications_asked) {
      put_row(out_, 0,
              fmt::format("          stopped before all {} were done", comparison_.replications_asked));
    }
    const std::size_t count = comparison_.alternatives.size();
    put_row(
        out_, 0,
        fmt::format("Intervals {:g} %, {}", base.confidence * 100.0,
                    count > 1 ? fmt::format("the headline's together over all {} alternatives, others each "
                                            "by itself",
                                            count)
                              : std::string{"each by itself"}));
    if (comparison_.delta && !page_.headline.empty()) {
      put_row(out_, 0,
              fmt::format("Delta     {}: a difference you would act on, of the headline{}",
                          delta_in_words(*comparison_.delta, measures_[page_.headline.front()].unit),
                          comparison_.delta_is_default
                              ? fmt::format(" ({:g} % of the base)", experiment::default_delta_share * 100.0)
                              : std::string{}));
    }
  }

  void base() {
    out_ += '\n';
    put_row(out_, 0, fmt::format("{}: {}", comparison_.base.scenario, comparison_.base.title));
    for (const auto* list : {&page_.headline, &page_.levels}) {
      for (const std::size_t i : *list) {
        put_row(out_, 2, measures_[i].label, level_in_words(comparison_.base.figures[i], measures_[i].unit));
      }
    }
    const experiment::Decile& worst = comparison_.headline.highest;
    if (page_.headline.empty() || !worst.value) return;
    experiment::Estimate estimate;
    estimate.mean = worst.value;
    estimate.low = worst.low;
    estimate.high = worst.high;
    put_row(out_, 2, "in one run in ten, by chance alone, at least",
            level_in_words(estimate, measures_[page_.headline.front()].unit));
  }

  /// The headline of every alternative, one under the other.
  void at_a_glance() {
    if (comparison_.alternatives.size() < 2 || page_.headline.empty()) return;
    const std::size_t headline = page_.headline.front();
    out_ += '\n';
    put_row(out_, 0, fmt::format("Against {}: {}", comparison_.base.scenario, measures_[headline].label));
    std::size_t name = 0;
    for (const auto& alternative : comparison_.alternatives) {
      name = std::max(name, width_of(alternative.run.scenario));
    }
    for (const auto& alternative : comparison_.alternatives) {
      const Difference& d = alternative.differences[headline];
      put_wrapped(out_, 2,
                  fmt::format("{:<{}}  {}: {}", alternative.run.scenario, name,
                              difference_in_words(d.estimate, measures_[headline].unit),
                              verdict_in_short(judged(d), measures_[headline].unit)),
                  name + 2);
      put_wrapped(out_, name + 4, parts_in_words(alternative));
    }
  }

  /// The headline's parts in short: "missed though told: about 9 fewer, 6 to 11; never told: ...".
  [[nodiscard]] std::string parts_in_words(const Alternative& alternative) const {
    std::string words;
    for (const std::size_t i : page_.headline) {
      if (i == page_.headline.front()) continue;
      std::string label = measures_[i].label;
      constexpr std::string_view of_these = "of these: ";
      if (label.rfind(of_these, 0) == 0) label.erase(0, of_these.size());
      std::string difference = difference_in_words(alternative.differences[i].estimate, measures_[i].unit);
      if (const auto unit = difference.find(" " + measures_[i].unit); unit != std::string::npos) {
        difference.erase(unit, measures_[i].unit.size() + 1);
      }
      words += fmt::format("{}{}: {}", words.empty() ? "" : "; ", label, difference);
    }
    return words;
  }

  void write(const Alternative& alternative) {
    const bool all = options_.all_measures;
    out_ += '\n';
    put_row(out_, 0, fmt::format("{}: {}", alternative.run.scenario, alternative.run.title));
    levers(alternative);
    full(alternative, page_.headline);
    differences(alternative, page_.levels, "By level");
    if (!page_.headline.empty()) {
      put_worst_decile(out_, comparison_, alternative, measures_[page_.headline.front()].unit);
    }
    put_affected(out_, alternative, page_, all);
    put_waiting(out_, comparison_, alternative, page_, all);
    put_carriers(out_, alternative, page_, all);
    put_dip(out_, alternative, all);
    put_board_view(out_, alternative, all);
    differences(alternative, page_.others, "What bears on it");
    put_restraints(out_, alternative.run);
    if (all) differences(alternative, page_.rest, "Everything else");
  }

  void levers(const Alternative& alternative) {
    if (alternative.levers.empty()) put_row(out_, 2, "changes nothing");
    for (const auto& lever : alternative.levers) {
      put_row(out_, 2,
              fmt::format("{}{}, from {}", lever.removed ? "without: " : "", lever.title,
                          date_in_words(lever.date)),
              fmt::format("owner: {}", lever.owner.empty() ? "not stated" : lever.owner));
    }
  }

  void full(const Alternative& alternative, const Indices& which) {
    for (const std::size_t i : which) {
      put_full(out_, 4, measures_[i], alternative.differences[i], alternative.run.replications);
    }
  }

  void differences(const Alternative& alternative, const Indices& which, std::string_view title) {
    if (which.empty()) return;
    put_row(out_, 2, title);
    if (options_.all_measures) {
      full(alternative, which);
      return;
    }
    for (const std::size_t i : which) put_brief(out_, 4, measures_[i], alternative.differences[i]);
  }

  void together() {
    out_ += '\n';
    const std::size_t count = comparison_.contrasts.size();
    put_wrapped(
        out_, 0,
        fmt::format("Together or one by one: what the changes do in company that they do not do alone ({})",
                    count > 1 ? fmt::format("the headline's intervals together over these {} contrasts, "
                                            "others each by itself",
                                            count)
                              : std::string{"intervals each by itself"}),
        2);
    for (const auto& contrast : comparison_.contrasts) {
      put_wrapped(out_, 2, title_of(contrast), 2);
      figures(contrast, page_.headline);
      if (contrast.form.kind == ContrastKind::excess_over_parts) {
        figures(contrast, page_.levels);
        figures(contrast, page_.spend);
      }
    }
  }

  [[nodiscard]] static std::string title_of(const Contrast& contrast) {
    switch (contrast.form.kind) {
      case ContrastKind::excess_over_parts:
        return fmt::format("{}, beyond the sum of {}", contrast.form.together, joined(contrast.form.parts));
      case ContrastKind::pair:
        return fmt::format("{} by themselves, beyond their sum", joined(contrast.form.parts));
      case ContrastKind::three_way:
        break;
    }
    return fmt::format("{}, beyond what their pairs explain", joined(contrast.form.parts));
  }

  void figures(const Contrast& contrast, const Indices& which) {
    for (const std::size_t i : which) {
      const auto& figure = contrast.figures[i];
      put_row(out_, 4, measures_[i].label);
      put_row(out_, 6, difference_in_words(figure.estimate, measures_[i].unit),
              told(judged(figure), measures_[i].unit));
    }
  }

  const CompareResult& comparison_;
  const TextOptions options_;
  const std::vector<Measure>& measures_;
  const FirstPage page_;
  std::string out_;
};

}  // namespace

std::string to_text(const CompareResult& comparison, const TextOptions& options) {
  return CompareText{comparison, options}.write();
}

}  // namespace lscb::report
