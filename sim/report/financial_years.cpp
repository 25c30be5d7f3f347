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

const Estimate& figure(const experiment::YearResult& year, std::string_view id) {
  return year.figures[index_of(id)];
}

std::string level(const experiment::YearResult& year, std::string_view id) {
  return level_in_words(figure(year, id), measures::year_catalogue()[index_of(id)].unit);
}

std::string first_month_id(std::size_t restraint) {
  return std::string(measures::restraint_ids[restraint]) + "_first_month";
}

bool restrained(const experiment::YearResult& year) {
  for (std::size_t i = 0; i < measures::restraint_count; ++i) {
    if (figure(year, first_month_id(i)).n > 0) return true;
  }
  return false;
}

void put_measures_of(std::string& out, const experiment::YearResult& year, int replications,
                     std::size_t indent) {
  for (std::size_t i = 0; i < measures::restraint_count; ++i) {
    const Estimate& begun = figure(year, first_month_id(i));
    if (begun.n == 0) continue;
    put_row(out, indent,
            fmt::format("{}: in {} of {} runs, on average from {}", measures::restraint_words[i], begun.n,
                        replications, month_in_words(*begun.mean)),
            level(year, std::string(measures::restraint_ids[i]) + "_months"));
  }
  const Estimate& posts = figure(year, "early_help_cut_posts");
  if (posts.mean && *posts.mean > 0.0) {
    put_row(out, indent, "family support posts deleted by it", level(year, "early_help_cut_posts"));
  }
}

}  // namespace

void put_financial_years(std::string& out, const experiment::RunResult& run) {
  if (run.years.empty()) return;
  put_row(out, 0, "\nFinancial years, from 1 April");
  for (const auto& year : run.years) {
    const std::string name = measures::financial_year_name(year.begins);
    put_row(out, 2, fmt::format("{}: budget", name), level(year, "budget_pounds"));
    put_row(out, 2, fmt::format("{}: spend", name), level(year, "spend_pounds"));
    put_row(out, 2, fmt::format("{}: against the budget", name),
            balance_in_words(figure(year, "overspend_pounds"), "pounds"));
    put_measures_of(out, year, run.replications, 4);
  }
}

void put_restraints(std::string& out, const experiment::RunResult& run) {
  bool headed = false;
  for (const auto& year : run.years) {
    if (!restrained(year)) continue;
    if (!headed) put_row(out, 2, "Held back by the rules against overspending");
    headed = true;
    put_row(out, 4, fmt::format("in the financial year {}", measures::financial_year_name(year.begins)));
    put_measures_of(out, year, run.replications, 6);
  }
}

}  // namespace lscb::report
