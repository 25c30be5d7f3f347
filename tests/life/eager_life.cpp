#include "eager_life.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "life/causes.h"

namespace lscb::life {
namespace {

using What = Occurrence::Kind;

struct Point {
  Instant at;
  int rank = 0;  // 0 milestones; 1-3 household; then four for each child; last of all the acts
  Place place = 0;
  Kind kind = Kind::crisis;
  int child = -1;
  float threshold = 0.0F;
  const Act* act = nullptr;
};

class Family {
 public:
  Family(const Parameters& p, const Setting& setting, kernel::WorldKey key, const Population& population,
         HouseholdId id, Instant begin)
      : rates_(p, setting.intensity),
        field_(key),
        population_(population),
        id_(id),
        home_(population.household(id)),
        begin_(begin),
        end_(setting.horizon.to),
        states_(home_.children) {}

  std::vector<Seen> live(const std::vector<Act>& acts) {
    gather_milestones();
    gather_points();
    for (const Act& act : acts) points_.push_back({act.at, 1000, 0, Kind::crisis, -1, 0.0F, &act});
    std::stable_sort(points_.begin(), points_.end(), [](const Point& a, const Point& b) {
      return std::tie(a.at, a.rank, a.place) < std::tie(b.at, b.rank, b.place);
    });
    now_ = begin_;
    if (family_here(begin_)) enter();
    for (const Point& point : points_) {
      now_ = point.at;
      if (point.act != nullptr) {
        perform(*point.act);
      } else if (point.rank == 0) {
        milestone();
      } else {
        attempt(point);
      }
    }
    return seen_;
  }

 private:
  struct State {
    bool here = false;
    int need = 0;
    int effective = 0;
    float harms = 0.0F;
    Influence influence;
  };

  [[nodiscard]] ChildId id_of(int i) const {
    return ChildId{home_.first_child.value() + static_cast<ChildId::Value>(i)};
  }
  [[nodiscard]] const Child& child(int i) const { return population_.child(id_of(i)); }
  [[nodiscard]] bool family_here(Instant at) const {
    for (int i = 0; i < home_.children; ++i) {
      if (at >= std::max(home_.moved_in, child(0).conceived()) && at < home_.moves_away &&
          at < child(i).turns_18()) {
        return true;
      }
    }
    return false;
  }

  void gather_milestones() {
    std::set<Instant> at{home_.moved_in, home_.moved_in + years(1), home_.moves_away};
    for (int i = 0; i < home_.children; ++i) {
      const Instant born = child(i).born;
      at.insert({child(i).conceived(), born, born + years(1), born + years(5), born + years(11),
                 child(i).turns_18()});
    }
    for (const Instant instant : at) {
      if (instant > begin_ && instant < end_) points_.push_back({instant});
    }
  }

  void gather_points() {
    const auto gather = [&](kernel::Cause subject, Kind kind, int rank, int child) {
      for (int layer = 0; layer < layer_count; ++layer) {
        for (const Candidate& c : field_.all(subject, kind, layer, {begin_, end_})) {
          points_.push_back({minute_of(c.place), rank, c.place, kind, child, c.threshold, nullptr});
        }
      }
    };
    gather(home_.cause, Kind::crisis, 1, -1);
    gather(home_.cause, Kind::adult_arrives, 2, -1);
    gather(home_.cause, Kind::adult_leaves, 3, -1);
    for (int i = 0; i < home_.children; ++i) {
      gather(child(i).cause, Kind::need_up, 4 + 4 * i, i);
      gather(child(i).cause, Kind::need_down, 5 + 4 * i, i);
      gather(child(i).cause, Kind::incident, 6 + 4 * i, i);
      gather(child(i).cause, Kind::harm, 7 + 4 * i, i);
    }
  }

  [[nodiscard]] Circumstances circumstances() const {
    Circumstances c{home_.frailty, false, now_ < home_.moved_in + years(1), adult_};
    for (int i = 0; i < home_.children; ++i) {
      if (child(i).conceived() <= now_ && now_ < child(i).born + years(1)) c.unsettled = true;
    }
    return c;
  }
  [[nodiscard]] AgeBand band(int i) const {
    const Minutes age = now_ - child(i).born;
    if (age < Minutes{0}) return AgeBand::unborn;
    if (age < years(1)) return AgeBand::under_1;
    if (age < years(5)) return AgeBand::from_1_to_4;
    return age < years(11) ? AgeBand::from_5_to_10 : AgeBand::from_11_to_17;
  }
  [[nodiscard]] float rate_of(const Point& point) const {
    const Circumstances c = circumstances();
    if (!here_) return 0.0F;
    if (point.kind == Kind::crisis) return rates_.crises(c);
    if (point.kind == Kind::adult_arrives) return adult_ ? 0.0F : rates_.adult_arrives(c);
    if (point.kind == Kind::adult_leaves) return adult_ ? rates_.adult_leaves() : 0.0F;
    const State& s = states_[static_cast<std::size_t>(point.child)];
    if (!s.here) return 0.0F;
    if (point.kind == Kind::need_up) return rates_.need_up(s.need, c, s.influence);
    if (point.kind == Kind::need_down) return rates_.need_down(s.need, s.influence);
    if (point.kind == Kind::incident) return rates_.incidents(s.effective, band(point.child), s.influence);
    return rates_.harms(s.effective, band(point.child), s.influence);
  }

  Occurrence& report(What kind, int i = -1) {
    Seen& seen = seen_.emplace_back();
    seen.at = now_;
    seen.what.kind = kind;
    seen.what.household = id_;
    if (i >= 0) {
      seen.what.child = id_of(i);
      seen.what.position = static_cast<std::uint8_t>(i);
    }
    return seen.what;
  }

  void refresh() {
    for (int i = 0; i < home_.children; ++i) {
      State& s = states_[static_cast<std::size_t>(i)];
      if (!s.here) continue;
      const int effective = adult_ && !s.influence.removed ? 3 : s.need;
      if (effective != s.effective) {
        s.effective = effective;
        report(What::need_changed, i).need = static_cast<std::uint8_t>(effective);
      }
      const float harms = rates_.harms(effective, band(i), s.influence);
      if (harms != s.harms) {
        s.harms = harms;
        report(What::harm_rate_changed, i).rate = static_cast<double>(harms);
      }
    }
  }

  void enter() {
    here_ = true;
    kernel::Draws draws(field_.key(), home_.cause.child(causes::beginning));
    if (draws.uniform01() < rates_.stationary_adult(circumstances())) {
      adult_ = true;
      report(What::adult_arrived).cause = home_.cause.child(causes::arrival);
    }
    for (int i = 0; i < home_.children; ++i) {
      if (child(i).conceived() <= now_ && now_ < child(i).turns_18()) enter(i);
    }
  }
  void enter(int i) {
    State& s = states_[static_cast<std::size_t>(i)];
    s.here = true;
    Circumstances c = circumstances();
    c.adult_there = false;
    const auto weight = rates_.stationary_need(c);
    double share = kernel::Draws(field_.key(), child(i).cause.child(causes::beginning)).uniform01() *
                   (weight[0] + weight[1] + weight[2] + weight[3]);
    s.need = 0;
    while (s.need < 3 && share >= weight[static_cast<std::size_t>(s.need)]) {
      share -= weight[static_cast<std::size_t>(s.need++)];
    }
    refresh();
  }

  void milestone() {
    if (here_ && now_ == home_.moves_away) {
      report(What::moved_away);
      here_ = adult_ = false;
      for (State& s : states_) s = State{};
      return;
    }
    if (!here_ && family_here(now_)) {
      if (now_ == home_.moved_in) report(What::moved_in).cause = home_.cause.child(causes::arrival);
      enter();
    }
    if (!here_) return;
    for (int i = 0; i < home_.children; ++i) {
      State& s = states_[static_cast<std::size_t>(i)];
      if (now_ == child(i).conceived()) {
        if (!s.here) enter(i);
        report(What::conceived, i).cause = child(i).cause.child(causes::arrival);
      }
      if (now_ == child(i).born) report(What::born, i);
      if (now_ == child(i).turns_18() && s.here) {
        report(What::turned_18, i);
        s = State{};
      }
    }
    if (!family_here(now_)) here_ = adult_ = false;
    refresh();
  }

  void attempt(const Point& point) {
    if (!here_ || point.threshold > rate_of(point)) return;
    const kernel::Cause subject = point.child < 0 ? home_.cause : child(point.child).cause;
    const kernel::Cause cause = Field::cause(subject, point.kind, point.place);
    if (point.kind == Kind::crisis) {
      report(What::crisis).cause = cause;
      for (State& s : states_) {
        if (s.here && !s.influence.removed) s.need = std::clamp(s.need + 1, 2, 3);
      }
    } else if (point.kind == Kind::adult_arrives || point.kind == Kind::adult_leaves) {
      adult_ = point.kind == Kind::adult_arrives;
      report(adult_ ? What::adult_arrived : What::adult_left).cause = cause;
    } else {
      State& s = states_[static_cast<std::size_t>(point.child)];
      if (point.kind == Kind::need_up) ++s.need;
      if (point.kind == Kind::need_down) --s.need;
      if (point.kind == Kind::incident || point.kind == Kind::harm) {
        Occurrence& o = report(point.kind == Kind::incident ? What::incident : What::harm, point.child);
        o.cause = cause;
        o.need = static_cast<std::uint8_t>(s.effective);
        o.severity = rates_.severity(s.effective, kernel::Draws(field_.key(), cause).uniform01());
      }
    }
    refresh();
  }

  void perform(const Act& act) {
    if (!act.child.valid()) {
      if (!adult_) return;
      adult_ = false;
      report(What::adult_left);
    } else {
      State& s = states_[act.child.value() - home_.first_child.value()];
      if (s.here) s.influence = act.influence;
    }
    refresh();
  }

  Rates rates_;
  Field field_;
  const Population& population_;
  HouseholdId id_;
  const Household& home_;
  Instant begin_, end_, now_;
  std::vector<State> states_;
  std::vector<Point> points_;
  std::vector<Seen> seen_;
  bool here_ = false;
  bool adult_ = false;
};

auto order(const Seen& s) {
  return std::make_tuple(s.at, s.what.kind, s.what.child, s.what.need, s.what.rate, s.what.cause.value);
}

}  // namespace

std::vector<Seen> eager_life(const Parameters& parameters, const Setting& setting, kernel::WorldKey key,
                             const Population& population, HouseholdId household, Instant begin,
                             const std::vector<Act>& acts) {
  return of_family(Family(parameters, setting, key, population, household, begin).live(acts), household);
}

std::vector<Seen> of_family(const std::vector<Seen>& seen, HouseholdId household) {
  std::vector<Seen> family;
  for (const Seen& s : seen) {
    if (s.what.household == household) family.push_back(s);
  }
  std::stable_sort(family.begin(), family.end(),
                   [](const Seen& a, const Seen& b) { return order(a) < order(b); });
  return family;
}

}  // namespace lscb::life
