#include "report/financial_years.h"

#include <fmt/core.h>

#include <array>
#include <cmath>
#include <string_view>

#include "measures/financial_year.h"
#include "report/layout.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::Estimate;

std::size_t index_of(std::string_view id) {
  const auto& all = measures::year_catalogue();
  std::size_t i = 0;
  while (all[i].id != id) ++i;  // every id asked for here is in the catalogue
  return i;
}

std::string month_in_words(double month) {
  static constexpr std::array<const char*, 12> names = {"April",    "May",       "June",     "July",
                                                        "August",   "September", "October",  "November",
                                                        "December", "January",   "February", "March"};
  const auto place = static_cast<std::size_t>(std::llround(month)) - 1;
  return names.at(place);
}

void put_year(std::string& out, const experiment::YearResult& year, int replications) {
  const auto& catalogue = measures::year_catalogue();
  const std::string name = measures::financial_year_name(year.begins);
  const auto figure = [&](std::string_view id) -> const Estimate& { return year.figures[index_of(id)]; };
  const auto level = [&](std::string_view id) {
    return level_in_words(figure(id), catalogue[index_of(id)].unit);
  };
  put_row(out, 2, fmt::format("{}: budget", name), level("budget_pounds"));
  put_row(out, 2, fmt::format("{}: spend", name), level("spend_pounds"));
  put_row(out, 2, fmt::format("{}: against the budget", name),
          balance_in_words(figure("overspend_pounds"), "pounds"));
  for (std::size_t i = 0; i < measures::restraint_count; ++i) {
    const std::string id = measures::restraint_ids[i];
    const Estimate& begun = figure(id + "_first_month");
    if (begun.n == 0) continue;
    put_row(out, 4,
            fmt::format("{}, in {} of {} runs, on average from {}", measures::restraint_words[i], begun.n,
                        replications, month_in_words(*begun.mean)),
            level(id + "_months"));
  }
  const Estimate& posts = figure("early_help_cut_posts");
  if (posts.mean && *posts.mean > 0.0)
    put_row(out, 4, "family support posts deleted by it", level("early_help_cut_posts"));
}

}  // namespace

void put_financial_years(std::string& out, const experiment::RunResult& run) {
  if (run.years.empty()) return;
  put_row(out, 0, "\nFinancial years, from 1 April");
  for (const auto& year : run.years) put_year(out, year, run.replications);
}

}  // namespace lscb::report
