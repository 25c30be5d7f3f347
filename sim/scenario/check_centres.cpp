// Changes at children's centres, over time: that the days they close are open, and the centre too.
#include <fmt/format.h>

#include <algorithm>

#include "scenario/checks.h"

namespace lscb::scenario::detail {
namespace {

using change::CentreCut;
using change::CentreManagement;

/// One centre, and what closes it.
class CentreChecker {
 public:
  CentreChecker(const Together& together, const spec::Centre& centre, std::vector<const ReadChange*>& told)
      : together_(together), centre_(centre), told_(told) {}

  /// Days closed out of those that are open, up to the change that leaves no open day or no money.
  void days(const std::vector<const ReadChange*>& all) {
    int open = centre_.open_days;
    std::string before;
    for (const ReadChange* read : all) {
      const auto* cut = std::get_if<CentreCut>(&read->change.effect);
      if (cut == nullptr || !concerns(cut->centre) || closing_ != nullptr || !read->dated) continue;
      if (cut->days_closed > open) {
        tell(*read, "days_closed",
             fmt::format("{} days a week closed at {}", cut->days_closed, in_quotes(centre_.id)),
             fmt::format("at most {}, the days it is then open{}", open,
                         before.empty() ? "" : ", after those closed at " + before));
        return;
      }
      open -= cut->days_closed;
      if (cut->days_closed > 0) before += (before.empty() ? "" : " and ") + written_at(*read);
      without_money_ = cut->budget_cut >= 1.0;
      if (without_money_ || (cut->days_closed > 0 && open == 0)) closing_ = read;
    }
  }

  /// Of a centre that is closed nothing more can be closed, and nobody can be managed there.
  void after_closing(const std::vector<const ReadChange*>& all) const {
    for (const ReadChange* read : all) {
      if (read == closing_ || !read->dated) continue;
      if (const auto* management = std::get_if<CentreManagement>(&read->change.effect)) {
        if (management->posts > 0 && concerns(management->centre)) {
          closed(*read, management->centre.has_value(),
                 closing_ != nullptr && read->change.date >= closing_->change.date);
        }
      } else if (const auto* cut = std::get_if<CentreCut>(&read->change.effect)) {
        // Money taken from every centre is meant for those that are still there.
        const bool meant = cut->centre.has_value() || cut->days_closed > 0;
        const bool later = closing_ != nullptr && read->change.date > closing_->change.date;
        if (meant && later && concerns(cut->centre)) closed(*read, cut->centre.has_value(), true);
      }
    }
  }

 private:
  [[nodiscard]] bool concerns(const std::optional<std::string>& named) const {
    return !named || *named == centre_.id;
  }

  void closed(const ReadChange& read, bool named, bool by_then) const {
    const bool never_open = centre_.open_days == 0;
    if (!by_then && !never_open) return;
    const std::string since =
        never_open ? "which the area's file has closed (open_days)"
                   : fmt::format("which has {} since {} ({})", without_money_ ? "no budget" : "been closed",
                                 day(closing_->change.date), written_at(*closing_));
    tell(read, named ? "centre" : "date",
         fmt::format("a {} at {} on {}, {}", read.kind, in_quotes(centre_.id), day(read.change.date), since),
         named ? "a centre that is open then" : "one change for each centre that is open then, by its name");
  }

  /// A change of every centre is told of once.
  void tell(const ReadChange& read, const char* key, std::string found, std::string expected) const {
    if (std::find(told_.begin(), told_.end(), &read) != told_.end()) return;
    told_.push_back(&read);
    together_.report(read, key, std::move(found), std::move(expected));
  }

  const Together& together_;
  const spec::Centre& centre_;
  std::vector<const ReadChange*>& told_;
  const ReadChange* closing_ = nullptr;
  bool without_money_ = false;
};

}  // namespace

void check_centres(const Together& together, const std::vector<const ReadChange*>& all) {
  std::vector<const ReadChange*> told;
  for (const spec::Centre& centre : together.area.centres) {
    CentreChecker checker(together, centre, told);
    checker.days(all);
    checker.after_closing(all);
  }
}

}  // namespace lscb::scenario::detail
