#include "scenario/workload_text.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

namespace lscb::scenario {
namespace {

using spec::Role;

/// "43,790".
std::string whole(double value) {
  std::string digits = fmt::format("{:.0f}", std::abs(value));
  for (std::ptrdiff_t i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3) {
    digits.insert(static_cast<std::size_t>(i), 1, ',');
  }
  return value <= -0.5 ? fmt::format("-{}", digits) : digits;
}

std::string percent(double load) {
  if (!std::isfinite(load)) return "no post";
  return load > 0.0 ? fmt::format("{:.0f} %", 100.0 * load) : "-";
}

std::string number(double value) {
  return value > 0.0 ? whole(value) : "-";
}

void role_line(std::string& out, const char* name, const RoleHours& line) {
  if (line.posts <= 0.0 && line.hours_needed <= 0.0) return;
  fmt::format_to(std::back_inserter(out), "{:<38}{:>9.1f}{:>12}{:>12}{:>8}{:>11.1f}{:>12}{:>8}\n", name,
                 line.posts, whole(line.hours_needed), whole(line.hours_established),
                 percent(line.load_established()), line.posts_filled + line.posts_agency,
                 whole(line.hours_in_post), percent(line.load_in_post()));
}

void processes(std::string& out, const Workload& workload) {
  fmt::format_to(std::back_inserter(out), "{:<32}{:>10}{:>6}{:>8}{:>12}{:>12}{:>12}{:>9}{:>10}\n", "Work",
                 "a year", "hours", "sibling", "hours", "social", "practi-", "clini-", "family");
  fmt::format_to(std::back_inserter(out), "{:<32}{:>10}{:>6}{:>8}{:>12}{:>12}{:>12}{:>9}{:>10}\n", "", "",
                 "each", "factor", "a year", "workers", "tioners", "cians", "support");
  spec::ByRole<double> sums{};
  double sum = 0.0;
  const auto row = [&](const std::string& title, const std::string& count, const std::string& each,
                       const std::string& factor, double hours, const spec::ByRole<double>& by_role) {
    fmt::format_to(std::back_inserter(out), "{:<32}{:>10}{:>6}{:>8}{:>12}{:>12}{:>12}{:>9}{:>10}\n", title,
                   count, each, factor, whole(hours), number(by_role[spec::index(Role::social_worker)]),
                   number(by_role[spec::index(Role::practitioner)]),
                   number(by_role[spec::index(Role::clinician)]),
                   number(by_role[spec::index(Role::family_support_worker)]));
  };
  for (const ProcessHours& line : workload.processes) {
    row(line.title, whole(line.count), fmt::format("{:.4g}", line.hours_each),
        fmt::format("{:.2f}", line.sibling_factor), line.hours, line.by_role);
    sum += line.hours;
    for (std::size_t role = 0; role < sums.size(); ++role) sums[role] += line.by_role[role];
  }
  row("needed", "", "", "", sum, sums);
}

}  // namespace

void print_workload(std::string& out, const Workload& workload) {
  const auto to = std::back_inserter(out);
  fmt::format_to(to, "Workload identity: {} ({})\n", workload.title, workload.area);
  fmt::format_to(to, "{} figures of the area, {} of them borrowed from the national profile.\n\n",
                 workload.figures, workload.borrowed);
  processes(out, workload);
  fmt::format_to(to, "\n{:<38}{:>9}{:>12}{:>12}{:>8}{:>11}{:>12}{:>8}\n", "Role", "posts", "needed", "there",
                 "load", "in post*", "there", "load");
  constexpr Role in_teams[] = {Role::social_worker, Role::practitioner, Role::clinician};
  constexpr const char* names[] = {"social workers", "practitioners", "clinicians"};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t role = spec::index(in_teams[i]);
    role_line(out, names[i], workload.roles[role]);
    role_line(out, "  on duty", workload.duty[role]);
    role_line(out, "  in long-term teams", workload.long_term[role]);
  }
  role_line(out, "all teams", workload.teams);
  role_line(out, "family support in centres, without CAF",
            workload.roles[spec::index(Role::family_support_worker)]);
  const RoleHours& qualified = workload.roles[spec::index(Role::social_worker)];
  out += "* permanent holders and agency cover at the start\n\nAdjustments, with their grades\n";
  const double alone =
      qualified.hours_established > 0.0 ? workload.hours_unadjusted / qualified.hours_established : 0.0;
  fmt::format_to(
      to, "{:>16}  {:<10}  modal hours for every child, every step by social workers: {} of their hours\n",
      whole(workload.hours_unadjusted) + " h", "start", percent(alone));
  for (const Adjustment& line : workload.adjustments) {
    std::string effect = "-";
    if (std::abs(line.hours) >= 0.5)
      effect = fmt::format("{}{} h", line.hours > 0 && !line.moves ? "+" : "", whole(line.hours));
    if (line.moves) effect += " moved";
    fmt::format_to(to, "{:>16}  {:<10}  {}\n", effect, name_of(line.grade), line.text);
  }
  out += "\nFindings\n";
  for (const Finding& finding : workload.findings) {
    fmt::format_to(to, "{} {}\n", finding.outside_band ? "!" : "-", finding.text);
  }
}

}  // namespace lscb::scenario
