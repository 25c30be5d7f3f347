// Posts of one role in one place as changes create and delete them. Internal to the room.
#pragma once

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "scenario/checks.h"

namespace lscb::scenario::detail {

/// From those that the area states on. Steps are kept by time; on one day posts are created before others are
/// deleted.
class PostsOverTime {
 public:
  struct Step {
    Instant at;
    int count;  ///< negative: deleted, or no longer there
    const ReadChange* read;
    bool ends;  ///< at `until`, which takes back what the change did
  };
  using Steps = std::vector<Step>;

  explicit PostsOverTime(int established) : established_(established) {}

  /// Created, or deleted if negative, until the day given.
  void add(const ReadChange& read, int count, std::optional<Instant> until) {
    steps_.push_back({read.change.date, count, &read, false});
    if (until) steps_.push_back({*until, -count, &read, true});
    std::stable_sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) {
      return a.at != b.at ? a.at < b.at : a.count > b.count;
    });
  }

  /// Calls `tell(step, there, before)` for each step that deletes more posts than are then there; `before`
  /// are the deletions of earlier steps.
  template <class Tell>
  void short_of(const Tell& tell) const {
    int there = established_;
    Steps before;
    for (const Step& step : steps_) {
      if (there + step.count < 0) tell(step, there, before);
      there = std::max(0, there + step.count);
      if (step.count < 0) before.push_back(step);
    }
  }

  /// Calls `tell(step, before)` for the first step that leaves no post, where there were some and none is
  /// created on that day.
  template <class Tell>
  void emptied(const Tell& tell) const {
    int there = established_;
    Steps before;
    for (auto step = steps_.begin(); step != steps_.end(); ++step) {
      const int left = there + step->count;
      if (left == 0 && step->count < 0) return tell(*step, before);
      there = std::max(0, left);
      if (step->count < 0) before.push_back(*step);
    }
  }

  /// The fewest that are there at any time from `from`, end of that day, until `to`.
  [[nodiscard]] int fewest(Instant from, Instant to) const {
    int there = established_;
    auto step = steps_.begin();
    const auto go = [&] { there = std::max(0, there + (step++)->count); };
    while (step != steps_.end() && step->at <= from) go();
    int fewest = there;
    while (step != steps_.end() && step->at < to) {
      go();
      fewest = std::min(fewest, there);
    }
    return fewest;
  }

  /// The deletions before `to`.
  [[nodiscard]] Steps deletions(Instant to) const {
    Steps out;
    std::copy_if(steps_.begin(), steps_.end(), std::back_inserter(out),
                 [&](const Step& step) { return step.count < 0 && step.at < to; });
    return out;
  }

 private:
  int established_;
  Steps steps_;
};

/// ", after those deleted at a.toml:3 and those that end at a.toml:9", each at the line of its change; empty
/// if there are none.
[[nodiscard]] std::string after(const PostsOverTime::Steps& deletions);

/// "1 social_worker post", "5 social_worker posts".
[[nodiscard]] std::string so_many_posts(int count, const std::string& whose);

}  // namespace lscb::scenario::detail
