#include "measures/financial_year.h"

#include <functional>

namespace lscb::measures {
namespace {

struct YearEntry {
  Measure measure;
  std::function<std::optional<double>(const FinancialYear&)> figure;
};

Pence sum(const std::array<Pence, spend_count>& parts) {
  Pence all;
  for (const Pence part : parts) all += part;
  return all;
}

std::vector<YearEntry> made() {
  std::vector<YearEntry> all;
  all.push_back({{"budget_pounds", "budget", "pounds", Better::neither},
                 [](const FinancialYear& y) { return in_pounds(sum(y.budget)); }});
  all.push_back({{"spend_pounds", "spend", "pounds", Better::neither},
                 [](const FinancialYear& y) { return in_pounds(sum(y.spend)); }});
  all.push_back({{"overspend_pounds", "spent beyond the budget", "pounds", Better::lower},
                 [](const FinancialYear& y) { return in_pounds(sum(y.spend) - sum(y.budget)); }});
  for (std::size_t i = 0; i < spend_count; ++i) {
    const std::string on = std::string("@on=") + spend_ids[i];
    all.push_back(
        {{"budget_pounds" + on, std::string("budget: ") + spend_words[i], "pounds", Better::neither},
         [i](const FinancialYear& y) { return in_pounds(y.budget[i]); }});
    all.push_back({{"spend_pounds" + on, std::string("spend: ") + spend_words[i], "pounds", Better::neither},
                   [i](const FinancialYear& y) { return in_pounds(y.spend[i]); }});
  }
  for (std::size_t i = 0; i < restraint_count; ++i) {
    const std::string name = restraint_ids[i];
    all.push_back({{name + "_months", std::string(restraint_words[i]) + " in force", "months", Better::lower},
                   [i](const FinancialYear& y) { return in_months(y.restrained[i]); }});
    // Of the replications in which it began at all.
    all.push_back({{name + "_first_month", std::string(restraint_words[i]) + ": month in which it began",
                    "month of the year", Better::neither},
                   [i](const FinancialYear& y) -> std::optional<double> {
                     if (!y.begun[i]) return std::nullopt;
                     const auto month = static_cast<unsigned>(date_of(*y.begun[i]).month());
                     return month < 4U ? month + 9.0 : month - 3.0;
                   }});
  }
  all.push_back(
      {{"early_help_cut_posts", "family support posts deleted to save in the year", "posts", Better::lower},
       [](const FinancialYear& y) { return static_cast<double>(y.early_help_posts_cut); }});
  return all;
}

const std::vector<YearEntry>& year_entries() {
  static const std::vector<YearEntry> all = made();
  return all;
}

}  // namespace

std::string financial_year_name(int begins) {
  const int ends = (begins + 1) % 100;
  return std::to_string(begins) + (ends < 10 ? "-0" : "-") + std::to_string(ends);
}

const std::vector<Measure>& year_catalogue() {
  static const std::vector<Measure> all = [] {
    std::vector<Measure> list;
    for (const YearEntry& entry : year_entries()) list.push_back(entry.measure);
    return list;
  }();
  return all;
}

Figures year_figures(const FinancialYear& year) {
  Figures figures;
  figures.reserve(year_entries().size());
  for (const YearEntry& entry : year_entries()) figures.push_back(entry.figure(year));
  return figures;
}

}  // namespace lscb::measures
