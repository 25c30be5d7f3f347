#include "report/clock_drawing.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "report/family_words.h"
#include "report/html.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

constexpr double bar_width = 240.0;
constexpr double bar_height = 14.0;

/// The scale ends here, so that one clock that ran for a year does not press the others flat.
constexpr double most_days = 200.0;

std::string days_in_words(double days) {
  const auto whole = static_cast<int>(std::lround(days));
  return whole == 0 ? "less than a day" : fmt::format("{} day{}", whole, whole == 1 ? "" : "s");
}

/// The days of a clock's limit, or those it ran, whichever are more.
double reach(const ClockLine& clock, Instant end) {
  return std::max(in_days(clock.due - clock.from), in_days(std::min(clock.ended, end) - clock.from));
}

std::string bar(const ClockLine& clock, Instant end, double days_shown) {
  const Instant stop = std::min(clock.ended, end);
  const double due = in_days(clock.due - clock.from);
  const double lasted = std::max(0.0, in_days(stop - clock.from));
  const auto x = [&](double days) { return std::clamp(days / days_shown, 0.0, 1.0) * bar_width; };
  const bool beyond = lasted > days_shown;
  std::string out = fmt::format(
      "<svg class=\"bar\" width=\"{0:.0f}\" height=\"{1:.0f}\" viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" "
      "aria-label=\"{2}\">",
      bar_width + 12.0, bar_height,
      html::escaped(fmt::format("due after {}, {} after {}", days_in_words(due),
                                clock.ended < end ? "ended" : "still running", days_in_words(lasted))));
  out += fmt::format("<rect class=\"time\" x=\"0\" y=\"4\" width=\"{:.1f}\" height=\"6\"/>",
                     x(std::min(lasted, due)));
  if (lasted > due) {
    out += fmt::format("<rect class=\"over\" x=\"{:.1f}\" y=\"2\" width=\"{:.1f}\" height=\"10\"/>", x(due),
                       std::max(2.0, x(lasted) - x(due)));
  }
  out += fmt::format("<line class=\"due\" x1=\"{0:.1f}\" y1=\"0\" x2=\"{0:.1f}\" y2=\"14\"/>",
                     std::max(1.0, x(due)));
  if (beyond) out += fmt::format("<path class=\"more\" d=\"M{0:.0f} 2 l6 5 l-6 5\"/>", bar_width + 2.0);
  return out + "</svg>";
}

}  // namespace

double clock_scale(const std::vector<const experiment::Course*>& courses) {
  double longest = 1.0;
  for (const experiment::Course* course : courses) {
    for (const ClockLine& clock : clocks_of(*course))
      longest = std::max(longest, reach(clock, course->run.to));
  }
  return std::min(longest, most_days);
}

std::string clock_table(std::string_view title, const std::vector<ClockLine>& clocks, Instant end,
                        double scale) {
  if (clocks.empty()) return html::paragraph(no_clock());
  const bool beyond = std::any_of(clocks.begin(), clocks.end(),
                                  [&](const ClockLine& clock) { return reach(clock, end) > scale; });
  std::string out = fmt::format(
      "<table class=\"clocks stacks\" role=\"table\">\n<caption>{}. The bar runs from the start, on one "
      "scale of {:.0f} days; the mark is the limit, and what lies beyond it is thicker and "
      "striped.{}</caption>\n",
      html::escaped(title), scale, beyond ? " An arrow: it goes on beyond the scale." : "");
  out += html::table_head(simulated_mark(), {"Clock", "Started", "Due", "Ended", "How it ended", "Drawn"});
  const auto cell = [](const char* column, const char* kind, const std::string& what) {
    return fmt::format("<td{} role=\"cell\" data-label=\"{}\">{}</td>", kind, column, what);
  };
  constexpr const char* date = " class=\"date\"";
  for (const ClockLine& clock : clocks) {
    out += fmt::format("<tr{} role=\"row\"><th scope=\"row\" role=\"rowheader\">{}</th>",
                       breached(clock.fate) ? " class=\"breached\"" : "", html::escaped(clock.name));
    out += cell("Started", date, date_in_words(clock.from)) + cell("Due", date, date_in_words(clock.due));
    out += cell("Ended", date, clock.ended < end ? date_in_words(clock.ended) : "not yet");
    out += cell("How it ended", "", words(clock.fate));
    out += "<td role=\"cell\">" + bar(clock, end, scale) + "</td></tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

}  // namespace lscb::report
