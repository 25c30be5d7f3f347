#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scenario/posts_over_time.h"

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

/// What waits for ever in a team without anybody of the role; nullptr where others do it.
const char* needed_to(const spec::Team& team, Role role) {
  const bool duty = team.kind == spec::TeamKind::duty;
  if (duty && role == Role::social_worker) return "decide";
  if (duty && role == Role::practitioner) return "screen";
  // Where an area states none in a team, they work from outside (stand_ins).
  const bool stated = established(team, role) > 0;
  if (stated && role == Role::team_manager) return "supervise";
  if (stated && !duty && role == Role::conference_chair) return "chair";
  return nullptr;
}

class PostsChecker {
 public:
  PostsChecker(const Together& together, const std::vector<const ReadChange*>& all)
      : together_(together), area_(together.area), all_(all) {}

  /// Posts of one role in one team, never below zero.
  void deletions() const {
    for (const spec::Team& team : area_.teams) {
      for (int r = 0; r < spec::role_count; ++r) {
        const auto role = static_cast<Role>(r);
        over_time(team, role)
            .short_of([&](const PostsOverTime::Step& step, int there, const PostsOverTime::Steps& before) {
              missing(step, "count", spec::id(role), team.id, there, before,
                      "those that " + in_quotes(team.id) + " then has");
            });
      }
    }
  }

  /// Somebody is left wherever work would wait for ever.
  void last_posts() const {
    for (const spec::Team& team : area_.teams) {
      for (int r = 0; r < spec::role_count; ++r) {
        const auto role = static_cast<Role>(r);
        const char* work = needed_to(team, role);
        if (work == nullptr) continue;
        over_time(team, role)
            .emptied([&](const PostsOverTime::Step& step, const PostsOverTime::Steps& before) {
              report(*step.read, step.ends ? "until" : "count",
                     fmt::format("{}, the last in {}{}", gone(step, spec::id(role)), in_quotes(team.id),
                                 after(before)),
                     fmt::format("at least one left there, to {}", work));
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
      managers.short_of([&](const PostsOverTime::Step& step, int there, const PostsOverTime::Steps& before) {
        if (!told)
          missing(step, "posts", "manager", centre.id, there, before,
                  "those that changes before it created at " + in_quotes(centre.id));
        told = true;
      });
      if (told) return;
    }
  }

  /// Posts are created where their role has work, or they would cost and do nothing.
  void workplaces() const {
    for (const ReadChange* read : all_) {
      const auto* posts = std::get_if<Posts>(&read->change.effect);
      if (posts == nullptr || posts->count == 0 || !read->dated) continue;
      for (const spec::Team& team : area_.teams) {
        if (team.id != posts->team) continue;
        const std::optional<std::string> elsewhere = works_elsewhere(team, *posts, read->change.date);
        if (!elsewhere) continue;
        report(*read, "role",
               fmt::format("{} posts {} in {}, where they have no work{}", spec::id(posts->role),
                           posts->count > 0 ? "created" : "deleted", in_quotes(team.id),
                           posts->role == Role::unit_coordinator ? " then" : ""),
               *elsewhere);
      }
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
        if (works_elsewhere(team, *posts, read->change.date)) continue;
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
  /// Where posts of the role have work, if not in the team; none if they have it there. What an area states
  /// may be deleted anywhere.
  [[nodiscard]] std::optional<std::string> works_elsewhere(const spec::Team& team, const Posts& posts,
                                                           Instant at) const {
    if (posts.role == Role::unit_coordinator) {
      if (units_at(at) && team.id == first_duty_team()) return std::nullopt;
      return fmt::format(
          "{} while there are units, whose clerical work coordinators do: a restructure with "
          "units before that day",
          in_quotes(first_duty_team()));
    }
    const char* elsewhere = posts.count > 0 ? place_of_work(posts.role, team.kind) : nullptr;
    return elsewhere != nullptr ? std::optional<std::string>(elsewhere) : std::nullopt;
  }

  /// Units have been made by then, and have not gone back.
  [[nodiscard]] bool units_at(Instant at) const {
    bool there = false;
    for (const ReadChange* read : all_) {
      const auto* restructure = std::get_if<Restructure>(&read->change.effect);
      if (restructure == nullptr || !read->dated || read->change.date > at) continue;
      if (restructure->units > 0) there = true;
      if (restructure->teams) there = false;
    }
    return there;
  }

  /// "4 social_worker posts deleted on 2011-04-01".
  static std::string gone(const PostsOverTime::Step& step, const std::string& whose) {
    const std::string posts = so_many_posts(-step.count, whose);
    return step.ends ? fmt::format("{} created on {}, to end on {}", posts, day(step.read->change.date),
                                   day(step.at))
                     : fmt::format("{} deleted on {}", posts, day(step.at));
  }

  /// Posts of which a step takes more than there are, at the line of the deletion, or of what ends.
  void missing(const PostsOverTime::Step& step, const char* key, const std::string& whose,
               const std::string& place, int there, const PostsOverTime::Steps& before,
               const std::string& those) const {
    report(*step.read, step.ends ? "until" : key, gone(step, whose),
           step.ends ? fmt::format("as many left in {} by then, which has {}{}", in_quotes(place), there,
                                   after(before))
                     : fmt::format("at most {}, {}{}", there, those, after(before)));
  }

  /// Posts from which units take their own: those of long-term teams first, then of the first duty team.
  struct Source {
    int long_term = 0;
    int duty = 0;                  ///< of the first duty team, the fewest from then on
    int other = 0;                 ///< of further duty teams: not touched before the first has none left
    PostsOverTime::Steps deleted;  ///< which lessened them
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
      const bool hub = team.kind == spec::TeamKind::duty && first;
      for (const PostsOverTime::Step& step : posts.deletions(hub ? Instant::never() : at + Minutes{1})) {
        out.deleted.push_back(step);
      }
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
      return fmt::format("{} {} posts in {}, {} of them in {}{}", posts.all(), whose, area_.id, posts.duty,
                         hub, after(posts.deleted));
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
    const bool coordinators = role == Role::unit_coordinator && team.id == first_duty_team();
    for (const ReadChange* read : all_) {
      const auto* restructure = std::get_if<Restructure>(&read->change.effect);
      if (coordinators && restructure != nullptr && restructure->coordinators > 0) {
        out.add(*read, restructure->coordinators, std::nullopt);
      }
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

const char* place_of_work(Role role, spec::TeamKind kind) {
  const bool duty = kind == spec::TeamKind::duty;
  if (role == Role::family_support_worker)
    return "children's centres, as family_support_posts of the area's file";
  if (role == Role::unit_coordinator)
    return "a restructure with units, which makes coordinators of practitioners";
  if (role == Role::clinician && !duty) return "a duty team, where they contribute to core assessments";
  if (role == Role::conference_chair && duty)
    return "a long-term team, where they chair conferences and reviews";
  return nullptr;
}

std::string so_many_posts(int count, const std::string& whose) {
  return fmt::format("{} {} {}", count, whose, count == 1 ? "post" : "posts");
}

std::string after(const PostsOverTime::Steps& deletions) {
  std::string out;
  for (const PostsOverTime::Step& step : deletions) {
    out += out.empty() ? ", after " : " and ";
    out += (step.ends ? "those that end at " : "those deleted at ") + written_at(*step.read);
  }
  return out;
}

void check_posts(const Together& together, const std::vector<const ReadChange*>& all) {
  const PostsChecker checker(together, all);
  checker.deletions();
  checker.last_posts();
  checker.workplaces();
  checker.stand_ins();
  checker.units();
  checker.centre_managers();
  checker.caf_readers();
}

}  // namespace lscb::scenario::detail
