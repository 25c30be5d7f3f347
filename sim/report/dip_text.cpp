#include "report/dip_text.h"

#include <fmt/core.h>

#include "report/layout.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::Dip;
using experiment::DipFigure;
using experiment::DipQuarter;
using experiment::Estimate;

constexpr std::size_t title_indent = 2;
constexpr std::size_t row_indent = 4;
constexpr int months_a_quarter = 3;

std::string back_in_words(const DipFigure& figure) {
  const auto when = [](std::optional<int> quarter) {
    if (!quarter) return std::string{"not within the window"};
    if (*quarter == 1) return std::string{"from the go-live on"};
    return fmt::format("after {} months", (*quarter - 1) * months_a_quarter);
  };
  if (figure.back == figure.surely_back) return when(figure.back);
  if (!figure.surely_back) return fmt::format("perhaps {}; not certain within the window", when(figure.back));
  return fmt::format("perhaps {}; certain only {}", when(figure.back), when(figure.surely_back));
}

void put(std::string& out, const char* label, const DipFigure& figure) {
  put_row(out, row_indent, label, relative_in_words(figure.depth));
  put_row(out, row_indent + 2,
          fmt::format("no more than {:g} % lower, for half a year", experiment::dip_back_within * 100.0),
          back_in_words(figure));
}

std::string quarter_in_words(const DipQuarter& quarter) {
  return fmt::format("{} {}, from {}", quarter.number < 0 ? "before: quarter" : "quarter", quarter.number,
                     date_in_words(quarter.stretch.from));
}

void put_quarters(std::string& out, const Dip& dip, const char* label, Estimate DipQuarter::*which) {
  put_row(out, row_indent, label);
  for (const DipQuarter& quarter : dip.quarters) {
    put_row(out, row_indent + 2, quarter_in_words(quarter), relative_in_words(quarter.*which));
  }
}

}  // namespace

void put_dip(std::string& out, const experiment::Alternative& alternative, bool all) {
  if (!alternative.dip) return;
  const Dip& dip = *alternative.dip;
  put_row(out, title_indent,
          fmt::format("The dip: case work done once the reorganisation of {} is live, of the base's",
                      date_in_words(dip.go_live)));
  const PublishedDip& told = published_dip;
  put_wrapped(
      out, row_indent,
      fmt::format("Productivity after such changes: {:g} to {:g} % lower, falling over {} to {} months ({}). "
                  "Here at standard hours{}, in the first half year:",
                  told.least * 100.0, told.most * 100.0, told.least_months, told.most_months, told.grade,
                  alternative.levers.size() > 1 ? ", with whatever else this alternative changes" : ""));
  put(out, "case work done", dip.work);
  put(out, "case work done for each hour paid", dip.per_hour);
  if (!all) return;
  put_quarters(out, dip, "case work done, by quarters of thirteen weeks", &DipQuarter::work);
  put_quarters(out, dip, "case work done for each hour paid, likewise", &DipQuarter::per_hour);
}

}  // namespace lscb::report
