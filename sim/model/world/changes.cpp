// Organisational changes take effect: each acts on a mechanism that is there already, and on nothing else.
#include <algorithm>
#include <cmath>

#include "world/causes.h"
#include "world/task.h"
#include "world/world.h"

namespace lscb::world {

using change::CentreCut;
using change::Posts;
using change::Recruitment;
using change::Restructure;
using change::ThresholdPolicy;
using pathway::Work;

void World::do_act(const Act& act) {
  if (alone_ != nullptr) {
    act_alone(act);
    return;
  }
  // What a decision changes in the establishment it brings the money for, or takes it.
  const std::vector<Pence> need = need_of_budget();
  std::visit([&](const auto& effect) { act_on(effect, act); }, act.change->effect);
  if (recorder_) recorder_->posts(now_);
  budget_.follow(need, need_of_budget(), now_);
}

void World::act_on(const Restructure& r, const Act& act) {
  const change::Change& change = *act.change;
  const int step = act.step;
  // By what it is and when, not by its place in a list: another change beside it leaves its draws alone.
  const kernel::Cause cause = kernel::Cause::root()
                                  .child(causes::change, static_cast<std::uint64_t>(change.date.count()))
                                  .child(causes::change, static_cast<std::uint64_t>(step));
  const bool announced = step == announcement;
  const bool trains = announced == r.training_first;
  const auto take = [&](TeamId team, workforce::StageFilter stage, double each, Work work, Instant due,
                        std::uint64_t payload) {
    if (each <= 0.0) return;
    workforce_.take_hours(team, stage, hours(each), static_cast<workforce::TaskKind>(work),
                          workforce::Priority::normal, due, cause, now_, work_out_, payload);
  };
  const auto go_over = [&](TeamId team, workforce::StageFilter stage) {
    if (announced) {
      workforce_.unsettle(team, 1.0, now_);
      take(team, stage, r.consultation_hours, Work::consultation, change.date, 0);
    }
    if (trains) {
      take(team, stage, r.training_hours, Work::training, announced ? change.date : now_ + weeks(6),
           r.units > 0 ? practice_training : 0);
    }
    if (!announced && r.cases_transferred > 0.0) {
      workforce_.transfer_cases(team, stage, r.cases_transferred, cause, now_, work_out_);
    }
  };
  // Without a name it is every team of social care; children's centres are not theirs to reorganise.
  // Its own units are drawn up first: who has a seat goes over with the unit, and nobody twice.
  const bool own = r.units > 0 && (units_.empty() || units_.since() == change.date);
  if (own && step == 0) draw_up_units(r, change.date);
  const std::vector<PostId> seats = own && !announced ? units_.all_seats() : std::vector<PostId>{};
  const workforce::StageFilter stage{announced ? 0 : step, announced ? 1 : r.stages, seats};
  for (std::size_t i = 0; i < design_->area.teams.size(); ++i) {
    if (r.team && *r.team != design_->area.teams[i].id) continue;
    go_over(TeamId{static_cast<TeamId::Value>(i)}, stage);
  }
  if (own && !announced) form_units(r, step);
  // Units made by an earlier reorganisation go through this one as teams do; its own, as they are formed.
  if (!r.team && !announced && (r.teams || own)) {
    for (const std::size_t u : units_.at_stage(step, r)) {
      if (own || units_[u].formed) go_over(units_[u].team, {});
    }
  } else if (!r.team && !own) {
    for (const Unit& unit : units_.all()) go_over(unit.team, stage);
  }
  if (announced) return;
  if (own && step == r.stages - 1) bring_the_rest();  // who has no seat has gone over with a team
  if (r.teams) dissolve_units(r, step);
  break_ties(r);
}

void World::break_ties(const Restructure& r) {
  if (r.partner_ties_broken <= 0.0) return;
  // Each stage breaks its part of the ties that are whole.
  partners_.break_ties(r.partner_ties_broken / r.stages, r.ties_mend_months, now_, r.partners_consulted);
}

void World::act_on(const CentreCut& cut, const Act&) {
  double cumulative = 0.0;
  for (std::size_t i = 0; i < design_->area.centres.size(); ++i) {
    const spec::Centre& centre = design_->area.centres[i];
    if (cut.centre && *cut.centre != centre.id) continue;
    const CentreId id{static_cast<CentreId::Value>(i)};
    const TeamId team = workforce_.team_of(id);
    // Posts go in proportion to the money: whole posts, spread over the centres so that the sum comes right.
    const double before = cumulative;
    cumulative += workforce_.headcount(team, spec::Role::family_support_worker).posts * cut.budget_cut;
    const int posts = static_cast<int>(std::lround(cumulative) - std::lround(before));
    workforce_.delete_posts(team, spec::Role::family_support_worker, posts, now_, work_out_);
    accounts_.cut_running_cost(id, cut.budget_cut, now_);
    if (cut.days_closed > 0) {
      const int open = workforce_.open_days(team).count() - cut.days_closed;
      workforce_.set_open_days(team, workforce::OpenDays::from_monday(open > 0 ? open : 0), now_, work_out_);
    }
  }
}

void World::act_on(const Posts& posts, const Act& act) {
  const TeamId team = workforce_.team(posts.team);
  if (act.step == undoing) {
    undo(posts, act.change->date);
  } else if (posts.count > 0) {
    PostsInForce made{act.change->date, posts, {}, 0};
    for (int i = 0; i < posts.count; ++i) {
      made.made.emplace_back(static_cast<PostId::Value>(workforce_.posts().size()));
      workforce_.add_posts(team, posts.role, 1, now_, work_out_);
    }
    posts_in_force_.push_back(std::move(made));
    units_.take_in(team, posts.role, hands());
  } else {
    const int taken = workforce_.delete_posts(team, posts.role, -posts.count, now_, work_out_);
    posts_in_force_.push_back({act.change->date, posts, {}, taken});
  }
  supervision_.note_posts(workforce_);
  refresh_staff_cost();
}

// What was made goes, wherever it then stands, and what was taken comes back: no more of either.
void World::undo(const Posts& posts, Instant since) {
  const auto found =
      std::find_if(posts_in_force_.begin(), posts_in_force_.end(),
                   [&](const PostsInForce& each) { return each.since == since && each.change == posts; });
  const PostsInForce done = *found;
  posts_in_force_.erase(found);
  const TeamId team = workforce_.team(posts.team);
  int there = 0;
  for (const PostId post : done.made) {
    if (!workforce_.post(post).exists()) continue;
    if (workforce_.post(post).team == team) {
      ++there;
    } else {
      workforce_.delete_post(post, now_, work_out_);
    }
  }
  // In their own team posts of a role are alike: an empty one goes before one with somebody in it.
  workforce_.delete_posts(team, posts.role, there, now_, work_out_);
  workforce_.add_posts(team, posts.role, done.taken, now_, work_out_);
  units_.take_in(team, posts.role, hands());
}

std::vector<PostId> World::posts_for_a_time() const {
  std::vector<PostId> posts;
  for (const PostsInForce& each : posts_in_force_) {
    if (each.change.until) posts.insert(posts.end(), each.made.begin(), each.made.end());
  }
  return posts;
}

void World::act_on(const Recruitment& recruitment, const Act&) {
  workforce_.set_recruitment(recruitment.months_to_fill, recruitment.leaving_per_year);
  if (recruitment.newly_qualified_caseload || recruitment.newly_qualified_time) {
    workforce_.protect_newly_qualified(recruitment.newly_qualified_caseload, recruitment.newly_qualified_time,
                                       now_, work_out_);
  }
}

void World::act_on(const ThresholdPolicy&, const Act&) {
  refresh_policy();
}

}  // namespace lscb::world
