#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "scenario/checks.h"

namespace lscb::scenario::detail {
namespace {

using change::CafMonitoring;
using change::CentreManagement;
using change::Posts;
using change::Restructure;
using spec::Role;

int established(const spec::Team& team, Role role) {
  int posts = 0;
  for (const spec::Establishment& line : team.establishment) {
    if (line.role == role) posts += line.posts;
  }
  return posts;
}

/// Posts of one role in one place, from those of the area on.
class PostsOverTime {
 public:
  struct Step {
    Instant at;
    int count;
    const ReadChange* read;
  };

  explicit PostsOverTime(int established) : established_(established) {}

  /// Created, or deleted if negative, until the day given.
  void add(const ReadChange& read, int count, std::optional<Instant> until) {
    steps_.push_back({read.change.date, count, &read});
    if (until) steps_.push_back({*until, -count, &read});
    // On one day posts are created before others are deleted.
    std::stable_sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) {
      return a.at != b.at ? a.at < b.at : a.count > b.count;
    });
  }

  /// Calls `tell(step, there)` for each step that deletes more posts than are then there.
  template <class Tell>
  void short_of(const Tell& tell) const {
    int there = established_;
    for (const Step& step : steps_) {
      if (there + step.count < 0) tell(step, there);
      there = std::max(0, there + step.count);
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

 private:
  int established_;
  std::vector<Step> steps_;
};

class PostsChecker {
 public:
  PostsChecker(const Together& together, const std::vector<const ReadChange*>& all)
      : together_(together), area_(together.area), all_(all) {}

  /// Posts of one role in one team, never below zero.
  void deletions() const {
    for (const spec::Team& team : area_.teams) {
      for (int r = 0; r < spec::role_count; ++r) {
        const auto role = static_cast<Role>(r);
        over_time(team, role).short_of([&](const PostsOverTime::Step& step, int there) {
          report(*step.read, "count",
                 fmt::format("{} {} posts deleted on {}", -step.count, spec::id(role), day(step.at)),
                 fmt::format("at most {}, those that {} then has", there, in_quotes(team.id)));
        });
      }
    }
  }

  /// Manager posts at a centre, never below zero.
  void centre_managers() const {
    for (const spec::Centre& centre : area_.centres) {
      PostsOverTime managers(0);
      for (const ReadChange* read : all_) {
        const auto* management = std::get_if<CentreManagement>(&read->change.effect);
        if (management == nullptr || (management->centre && *management->centre != centre.id)) continue;
        managers.add(*read, management->posts, management->until);
      }
      bool told = false;
      managers.short_of([&](const PostsOverTime::Step& step, int there) {
        if (!told) {
          report(*step.read, "posts",
                 fmt::format("{} manager posts deleted at {} on {}", -step.count, in_quotes(centre.id),
                             day(step.at)),
                 fmt::format("at most {}, those that changes before it created", there));
        }
        told = true;
      });
      if (told) return;
    }
  }

  /// Where an area states no manager or chair, they work from outside. One post, and all waits for its
  /// holder.
  void stand_ins() const {
    for (const ReadChange* read : all_) {
      const auto* posts = std::get_if<Posts>(&read->change.effect);
      if (posts == nullptr || posts->count <= 0) continue;
      if (posts->role != Role::team_manager && posts->role != Role::conference_chair) continue;
      for (const spec::Team& team : area_.teams) {
        if (team.id != posts->team || established(team, posts->role) > 0) continue;
        report(*read, "role",
               fmt::format("{} posts created in {}, for which {} states none", spec::id(posts->role),
                           in_quotes(team.id), area_.id),
               fmt::format("the team's {} posts in the area's file first: without any this work is done from "
                           "outside, and from the first post on it all waits for who holds it",
                           spec::id(posts->role)));
      }
    }
  }

  /// Somebody must be there to read a decision again, as long as they are read.
  void caf_readers() const {
    for (const ReadChange* read : all_) {
      const auto* monitoring = std::get_if<CafMonitoring>(&read->change.effect);
      if (monitoring == nullptr || !read->dated) continue;
      const Instant end = monitoring->until.value_or(Instant::never());
      for (const spec::Team& team : area_.teams) {
        if (team.kind != spec::TeamKind::duty) continue;
        if (over_time(team, monitoring->by).fewest(read->change.date, end) > 0) continue;
        report(
            *read, "by",
            fmt::format("{}, of whom {} has none{}", spec::id(monitoring->by), in_quotes(team.id),
                        established(team, monitoring->by) > 0 || creates(team, monitoring->by)
                            ? " for a part of that time"
                            : ""),
            fmt::format("a role with posts in each duty team from {} on, in the area or created by a change "
                        "of kind \"posts\"",
                        day(read->change.date)));
        break;
      }
    }
  }

  /// Units are made once, out of posts that there are, and leave somebody to screen and to decide.
  void units() const {
    const ReadChange* first = nullptr;
    for (const ReadChange* read : all_) {
      const auto* restructure = std::get_if<Restructure>(&read->change.effect);
      if (restructure == nullptr || restructure->units == 0) continue;
      if (read->dated) seats(*read, *restructure);
      if (first != nullptr) {
        report(*read, "units",
               fmt::format("units made a second time; the first are at {}:{}", first->change.origin.file,
                           first->change.origin.line),
               "one of the two, or a restructure without units, which goes through those there are");
      }
      if (first == nullptr) first = read;
    }
  }

 private:
  /// Posts from which units take their own: those of long-term teams first, then of the first duty team.
  struct Source {
    int long_term = 0;
    int duty = 0;   ///< of the first duty team, the fewest from then on
    int other = 0;  ///< of further duty teams: not touched before the first has none left
    [[nodiscard]] int all() const { return long_term + duty + other; }
    /// As many as can go and leave one on duty.
    [[nodiscard]] int spare() const { return duty > 0 ? long_term + duty - 1 : 0; }
  };

  [[nodiscard]] Source source(Role role, Instant at) const {
    // Posts created on the very day may come after the units that would need them.
    const Instant before = at - Minutes{1};
    Source out;
    bool first = true;
    for (const spec::Team& team : area_.teams) {
      const PostsOverTime posts = over_time(team, role);
      if (team.kind == spec::TeamKind::long_term) {
        out.long_term += posts.fewest(before, at + Minutes{1});
      } else if (first) {
        out.duty = posts.fewest(before, Instant::never());
        first = false;
      } else {
        out.other += posts.fewest(before, at + Minutes{1});
      }
    }
    return out;
  }

  /// Each unit takes two social workers' posts and a practitioner's; coordinators' posts are practitioners'
  /// of duty. Who is left screens contacts, and decides.
  void seats(const ReadChange& read, const Restructure& restructure) const {
    const Source workers = source(Role::social_worker, read.change.date);
    const Source practitioners = source(Role::practitioner, read.change.date);
    const std::string hub = in_quotes(first_duty_team());
    const auto of = [&](const Source& posts, const char* whose) {
      return fmt::format("{} {} posts in {}, {} of them in {}", posts.all(), whose, area_.id, posts.duty,
                         hub);
    };
    const int by_workers = workers.spare() / 2;
    const int by_practitioners = practitioners.spare();
    if (restructure.units > by_workers && by_workers <= by_practitioners) {
      report(read, "units",
             fmt::format("{} units of two social workers each, with {}", restructure.units,
                         of(workers, "social workers'")),
             fmt::format("at most {}, so that one post is left there to decide", by_workers));
    } else if (restructure.units > by_practitioners) {
      report(read, "units",
             fmt::format("{} units of a practitioner each, with {}", restructure.units,
                         of(practitioners, "practitioners'")),
             fmt::format("at most {}, so that one post is left there to screen", by_practitioners));
    } else {
      const int spare = std::min(practitioners.spare() - restructure.units, practitioners.duty - 1);
      if (restructure.coordinators <= spare) return;
      report(read, "coordinators",
             fmt::format("{} coordinators beside {} units of a practitioner each, with {}",
                         restructure.coordinators, restructure.units, of(practitioners, "practitioners'")),
             fmt::format("at most {}, so that one post is left there to screen", spare));
    }
  }

  [[nodiscard]] std::string first_duty_team() const {
    for (const spec::Team& team : area_.teams) {
      if (team.kind == spec::TeamKind::duty) return team.id;
    }
    return "";
  }

  [[nodiscard]] PostsOverTime over_time(const spec::Team& team, Role role) const {
    PostsOverTime out(established(team, role));
    for (const ReadChange* read : all_) {
      const auto* posts = std::get_if<Posts>(&read->change.effect);
      if (posts != nullptr && posts->team == team.id && posts->role == role) {
        out.add(*read, posts->count, posts->until);
      }
    }
    return out;
  }

  [[nodiscard]] bool creates(const spec::Team& team, Role role) const {
    return std::any_of(all_.begin(), all_.end(), [&](const ReadChange* read) {
      const auto* posts = std::get_if<Posts>(&read->change.effect);
      return posts != nullptr && posts->team == team.id && posts->role == role && posts->count > 0;
    });
  }

  void report(const ReadChange& read, const char* key, std::string found, std::string expected) const {
    together_.report(read, key, std::move(found), std::move(expected));
  }

  const Together& together_;
  const spec::Area& area_;
  const std::vector<const ReadChange*>& all_;
};

}  // namespace

void check_posts(const Together& together, const std::vector<const ReadChange*>& all) {
  const PostsChecker checker(together, all);
  checker.deletions();
  checker.stand_ins();
  checker.units();
  checker.centre_managers();
  checker.caf_readers();
}

}  // namespace lscb::scenario::detail
