#include "experiment/course_book.h"

#include <algorithm>
#include <span>

#include "trace/mark.h"

namespace lscb::experiment {
namespace {

/// The entries of a family, and goes on behind them.
template <class Entry>
std::span<const Entry> take_family(std::span<const Entry>& rest, std::uint32_t family) {
  std::size_t count = 0;
  while (count < rest.size() && rest[count].family == family) ++count;
  const auto taken = rest.first(count);
  rest = rest.subspan(count);
  return taken;
}

/// When the first of the entries that are left after `same` comes, in either list.
template <class Entry, class Same>
Instant first_apart(std::span<const Entry> a, std::span<const Entry> b, Same same) {
  std::size_t common = 0;
  while (common < a.size() && common < b.size() && same(a[common], b[common])) ++common;
  return std::min(common < a.size() ? a[common].at : Instant::never(),
                  common < b.size() ? b[common].at : Instant::never());
}

}  // namespace

void CourseBook::see(const trace::Step& step) {
  if (!step.household.valid()) return;
  const std::uint32_t family = step.household.value();
  if (is_seen(step)) seen_.push_back({step.at, trace::mark_of(step).content, family});
  if (const auto outcome = outcome_of(step)) settled_.push_back({step.at, *outcome, family});
}

void CourseBook::sort() {
  std::stable_sort(seen_.begin(), seen_.end(),
                   [](const Seen& a, const Seen& b) { return a.family < b.family; });
  std::stable_sort(settled_.begin(), settled_.end(), [](const Settled& a, const Settled& b) {
    return a.family != b.family ? a.family < b.family : a.outcome.about < b.outcome.about;
  });
}

std::uint32_t CourseBook::families() const {
  return seen_.empty() ? 0 : seen_.back().family + 1;
}

std::vector<CourseParting> partings(CourseBook& first, CourseBook& second) {
  first.sort();
  second.sort();
  std::vector<CourseParting> all(std::max(first.families(), second.families()));
  std::span<const CourseBook::Seen> seen_a{first.seen_}, seen_b{second.seen_};
  std::span<const CourseBook::Settled> settled_a{first.settled_}, settled_b{second.settled_};
  for (std::uint32_t family = 0; family < all.size(); ++family) {
    all[family].parted =
        first_apart(take_family(seen_a, family), take_family(seen_b, family),
                    [](const auto& a, const auto& b) { return a.at == b.at && a.content == b.content; });
    auto a = take_family(settled_a, family);
    auto b = take_family(settled_b, family);
    while (!a.empty() || !b.empty()) {
      // What is about the same thing, in order of time, in both courses.
      const auto& about = b.empty() || (!a.empty() && a.front().outcome.about < b.front().outcome.about)
                              ? a.front().outcome.about
                              : b.front().outcome.about;
      const auto take_about = [&about](std::span<const CourseBook::Settled>& rest) {
        std::size_t count = 0;
        while (count < rest.size() && rest[count].outcome.about == about) ++count;
        const auto taken = rest.first(count);
        rest = rest.subspan(count);
        return taken;
      };
      const auto of_a = take_about(a);
      const auto of_b = take_about(b);
      for (std::size_t i = 0; i < std::max(of_a.size(), of_b.size()); ++i) {
        if (i < of_a.size() && i < of_b.size() && of_a[i].outcome.value == of_b[i].outcome.value) continue;
        const Instant at = std::min(i < of_a.size() ? of_a[i].at : Instant::never(),
                                    i < of_b.size() ? of_b[i].at : Instant::never());
        all[family].differs = std::min(all[family].differs, at);
      }
    }
  }
  return all;
}

}  // namespace lscb::experiment
