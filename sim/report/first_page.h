// Which measures a report shows, and in what company: the headline never without its parts.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "experiment/options.h"
#include "measures/catalogue.h"

namespace lscb::report {

using Indices = std::vector<std::size_t>;

/// What the headline falls into; each pair adds up to it, but for a child that is in both in one year.
inline constexpr std::string_view headline_parts[] = {"missed_though_told_children", "never_told_children"};
inline constexpr std::string_view headline_levels[] = {"protection_missed_children", "help_missed_children"};

/// What was spent beyond the budget; beside the spend.
inline constexpr std::string_view balance_id = "overspend_pounds";

[[nodiscard]] inline bool is_headline_split(std::string_view id, std::string_view by) {
  const std::string_view headline = experiment::headline_id;
  return id.size() > headline.size() && id.substr(0, headline.size()) == headline &&
         id.substr(headline.size(), by.size()) == by;
}

/// A board's reading order, as indices into `all`: each measure stands in one list at most.
struct FirstPage {
  Indices headline;  ///< the headline and its two parts
  Indices levels;    ///< protection missed and help missed
  Indices ages;      ///< the headline by age band
  Indices others;    ///< what else is marked for the first page
  Indices spend;
  Indices rest;  ///< everything else, in the registry's order
};

[[nodiscard]] inline FirstPage first_page(const std::vector<measures::Measure>& all) {
  FirstPage page;
  const auto among = [](std::string_view id, const auto& ids) {
    return std::find(std::begin(ids), std::end(ids), id) != std::end(ids);
  };
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string_view id = all[i].id;
    if (id == experiment::headline_id || among(id, headline_parts)) {
      page.headline.push_back(i);
    } else if (among(id, headline_levels)) {
      page.levels.push_back(i);
    } else if (is_headline_split(id, "@age=")) {
      page.ages.push_back(i);
    } else if (id == experiment::spend_id || id == balance_id) {
      page.spend.push_back(i);
    } else if (all[i].headline) {
      // "of this: ..." is nothing without the measure before it.
      const bool continues = all[i].label.rfind("of th", 0) == 0;
      if (continues && !page.rest.empty() && page.rest.back() + 1 == i) {
        page.others.push_back(page.rest.back());
        page.rest.pop_back();
      }
      page.others.push_back(i);
    } else {
      page.rest.push_back(i);
    }
  }
  return page;
}

}  // namespace lscb::report
