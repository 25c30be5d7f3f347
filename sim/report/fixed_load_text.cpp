#include "report/fixed_load_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <vector>

#include "report/layout.h"
#include "report/phrases.h"

namespace lscb::report {
namespace {

using experiment::Estimate;
using experiment::FixedLoad;
using experiment::FixedLoadGroup;
using experiment::FixedLoadPart;

constexpr std::string_view children = "children a year";
constexpr std::size_t label_width = 28;
constexpr std::size_t column_width = 20;

/// "31 % (29 to 33)", "3.1 % (2.9 to 3.3)": a digit more where the interval is narrower than a hundredth.
std::string numbers(const Estimate& e, double scale, std::string_view unit) {
  if (!e.mean) return "-";
  const bool wide = e.low && e.high && (*e.high - *e.low) / 2.0 * scale >= 1.0;
  const bool exact = e.low && e.high && *e.high - *e.low <= 1e-9;  // what width there is comes from rounding
  const int decimals = wide || exact ? 0 : 1;
  const auto number = [&](double value) { return grouped(value * scale, decimals); };
  const std::string mean = number(*e.mean) + std::string{unit};
  if (!e.low || !e.high || exact) return mean;
  return fmt::format("{} ({} to {})", mean, number(*e.low), number(*e.high));
}

std::string percent(const Estimate& share) {
  return numbers(share, 100.0, " %");
}

std::string points(const Estimate& share) {
  return numbers(share, 100.0, "");
}

void put_columns(std::string& out, std::string_view label, std::initializer_list<std::string> cells) {
  std::string line = "    ";
  line += label;
  std::size_t column = 4 + label_width;
  for (const std::string& cell : cells) {
    if (!cell.empty()) {
      line.append(column - std::min(column - 1, width_of(line)), ' ');
      line += cell;
    }
    column += column_width;
  }
  out += line;
  out += '\n';
}

/// The greatest share first.
std::vector<const FixedLoadGroup*> in_order(const FixedLoad& load) {
  std::vector<const FixedLoadGroup*> order;
  for (const FixedLoadGroup& group : load.groups) order.push_back(&group);
  std::stable_sort(order.begin(), order.end(), [](const FixedLoadGroup* a, const FixedLoadGroup* b) {
    return a->shapley.share.mean.value_or(0.0) > b->shapley.share.mean.value_or(0.0);
  });
  return order;
}

/// In whole runs those who are newly missed taken off, more than twice as many are missed less as in the
/// replays, and the two are told apart.
bool more_in_whole_runs(const FixedLoadGroup& group) {
  const Estimate& here = group.but_for.share;
  return group.net.mean && here.mean && *group.net.mean > 2.0 * *here.mean && group.apart.high &&
         *group.apart.high < 0.0;
}

void put_parts(std::string& out, const FixedLoad& load) {
  out += '\n';
  put_columns(out, "  shares of them",
              {"put back alone", "left out alone", "share, adding up", "as children a year"});
  const auto put_share = [&out](std::string_view label, const std::string& but_for, const std::string& alone,
                                const FixedLoadPart& part) {
    put_columns(out, label, {but_for, alone, percent(part.share), numbers(part.a_year, 1.0, "")});
  };
  for (const FixedLoadGroup* group : in_order(load)) {
    if (group->at_reference) {
      put_columns(out, short_words(group->group), {"nothing to restore"});
    } else {
      const std::string mark = more_in_whole_runs(*group) ? "*" : "";
      put_share(std::string{short_words(group->group)} + mark, percent(group->but_for.share),
                percent(group->sufficient_alone.share), group->shapley);
    }
  }
  if (std::any_of(load.groups.begin(), load.groups.end(), more_in_whole_runs))
    put_wrapped(
        out, 4,
        "* not to be read here: whole runs find more than twice as much, newly missed children taken "
        "off. What it does to others' work, which is held as it was here, is left out. Read it in the "
        "whole runs further up.",
        2);
  put_share("missed even with all back", "", "", load.beyond);
  put_columns(out, "  so, though told", {"", "", percent(load.beyond_told)});
}

std::string count(std::int64_t number) {
  return grouped(static_cast<double>(number), 0);
}

void put_error(std::string& out, const FixedLoad& load) {
  out += '\n';
  put_columns(out, "  set against whole runs",
              {"put back alone", "not missed in run", "the first less that", "replay agrees on"});
  for (const FixedLoadGroup* group : in_order(load)) {
    if (group->at_reference) continue;
    put_columns(out, short_words(group->group),
                {percent(group->but_for.share), percent(group->again), points(group->error),
                 percent(group->agreement)});
  }
  out += '\n';
  put_row(out, 2, "missed even with all back, of the same children, in replays", percent(load.beyond.share));
  if (load.runs_with_all != load.runs) {
    put_row(out, 4,
            fmt::format("of the {} of them in {} of the {} runs, in replays", count(load.sampled_with_all),
                        load.runs_with_all, load.runs),
            percent(load.beyond_there));
  }
  put_row(out, 4, "in the whole area's run with all seven parts put back", percent(load.beyond_again));
  put_row(out, 4, "the replays' less that", points(load.beyond_error));
  out += '\n';
  put_columns(out, "  all missed, in whole runs",
              {"not missed in run", "newly missed", "the first less that"});
  for (const FixedLoadGroup* group : in_order(load)) {
    if (group->at_reference) continue;
    put_columns(out, short_words(group->group),
                {percent(group->no_longer), percent(group->newly), percent(group->net)});
  }
}

void put_difference(std::string& out, const FixedLoad& load, const std::string& first) {
  if (!load.all.beyond_first.mean) return;
  out += '\n';
  put_row(out, 2, fmt::format("children a year by the share that adds up, against {}", first));
  const auto put = [&out](std::string_view label, const FixedLoadPart& part) {
    put_row(out, 4, label, difference_in_words(part.beyond_first, children));
  };
  for (const FixedLoadGroup* group : in_order(load)) put(short_words(group->group), group->shapley);
  put("missed even with all back", load.beyond);
  put("together", load.all);
}

void put_design(std::string& out, const experiment::OrganisationOfDesign& design, const std::string& first) {
  const FixedLoad& load = design.fixed_load;
  put_row(out, 0, fmt::format("\nUnder {}: {}", design.scenario, design.title));
  put_row(out, 2, "children missed, each once (further up: once each calendar year)",
          level_in_words(load.all.a_year, children));
  if (load.sampled == 0) {
    put_row(out, 2, "nobody was missed in these runs: there is no family to play again");
    return;
  }
  put_row(out, 2, "of these looked at one by one",
          fmt::format("{} of the {} in all runs", count(load.sampled), count(load.missed)));
  const std::int64_t families = load.replays / static_cast<std::int64_t>(load.sets);
  put_row(out, 2, fmt::format("their families played again, each in {} ways", load.sets), count(families));
  put_row(out, 2, "families whose unchanged replay misses others",
          load.astray == 0 ? "none"
                           : fmt::format("{}: more than a few are a fault, do not use", count(load.astray)));
  put_parts(out, load);
  put_error(out, load);
  put_difference(out, load, first);
}

}  // namespace

std::string_view short_words(experiment::Group group) {
  static constexpr std::array<std::string_view, experiment::group_count> all{
      "pressure on decisions",      "work waiting", "people leaving or moved", "no room for a CAF",
      "ties with partner agencies", "inexperience", "the parents' account"};
  return all[static_cast<std::size_t>(group)];
}

void put_fixed_load(std::string& out, const experiment::WhyOrganisation& why) {
  put_row(out, 0,
          "\nWhat shares of the missed rest on each part, the rest of the area's load held as it was");
  const auto put = [&out](std::string_view text) { put_wrapped(out, 0, text, 2); };
  put("Some of the missed children, drawn by lot, were looked at one by one: their family's life was played "
      "again with each part put back, alone and in every company of the others, while all that the other "
      "families asked of staff stayed as it was. No child is named: it says of how many, never of whom. Only "
      "children who were missed are in it, and not those newly missed when a part is put back: these shares "
      "are gross, the rows above are net, and where the two differ the rows above are to be trusted.");
  put("- put back alone: with that part alone put back so many of them are not missed. Of one child that can "
      "be "
      "true of several parts: these do not add up.");
  put("- left out alone: with all other parts put back so many are missed still who, with this one as well, "
      "are "
      "not. Nor do these add up.");
  put("- share, adding up: what putting the part back adds, on the mean over all orders in which the parts "
      "can be put back (Shapley); below 0, the part kept children from being missed. As children a year it "
      "is "
      "an accounting share, not a number of children who would be assessed.");
  put("- missed even with all back: with the shares it makes 100 %. Those of them whom social care had been "
      "told of in that need are counted beside it, of all the missed. It does not mean that nothing could "
      "be done. The parts are put back to a reference, not to the best practice, and the published "
      "thresholds, those "
      "who do not call or gave up, consent, chance, and the errors of assessments are in none of them.");
  put("- set against whole runs: of the same children, how many are not missed where the whole area is run "
      "again with that part put back, as further up. The first less that, in percentage points, is what "
      "comes "
      "of holding the load, and of the queue falling out otherwise for some by chance. Replay agrees on: of "
      "those not missed in the run, so many are not missed in the replay either. Newly missed: children whom "
      "the run with that part put back misses and the first did not, as a share of the missed.");
  put_row(
      out, 0,
      fmt::format("{:g} % intervals, for all seven parts at once; each replication's lot stands for all whom "
                  "it missed.",
                  why.confidence * 100.0));
  for (const auto& design : why.designs) put_design(out, design, why.designs.front().scenario);
}

}  // namespace lscb::report
