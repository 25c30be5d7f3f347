// How a world comes about: whole, taken down, as a fork of another, or of one family; and how it begins.
#include <algorithm>
#include <utility>

#include "kernel/assert.h"
#include "world/world.h"

namespace lscb::world {
namespace {

life::Setting setting_of(const Design& design, Instant begin, Instant end) {
  life::Setting setting;
  setting.children = design.area.children;
  setting.intensity = design.demand_intensity;
  for (const auto& centre : design.area.centres) setting.catchments.push_back(centre.catchment);
  setting.horizon = {begin, end};
  return setting;
}

// Room for what children and families lead to, in proportion to them, so that nothing large is moved while it
// grows and the worlds of small areas fit where that of a large one was. More than most areas need.
workforce::Sizes sizes_of(const life::Population& population) {
  return {static_cast<std::uint32_t>(population.households().size()),
          static_cast<std::uint32_t>(3 * population.children().size())};
}

}  // namespace

World::World(const Design& design, kernel::WorldKey key, Interval counted, const Watch* watch)
    : World(design, key, counted, watch, std::nullopt) {
  start();
}

World::World(const Design& design, kernel::WorldKey key, Interval counted, const Watch* watch, Record& record)
    : World(design, key, counted, watch, std::nullopt) {
  recorder_.emplace(workforce_, record);
  service_ = &recorder_->service();
  start();
}

World::World(const Design& design, kernel::WorldKey key, Interval counted, const Watch* watch, Alone& alone,
             life::Population family)
    : World(design, key, counted, watch, std::optional{std::move(family)}) {
  alone_ = &alone;
  service_ = &alone.service();
  start_alone();
}

World::World(const Design& design, kernel::WorldKey key, Interval counted, const Watch* watch,
             std::optional<life::Population> only)
    : design_(&design),
      p_(design.parameters),
      key_(key),
      counted_(counted),
      watch_(watch),
      begin_(run_of(design).from),
      end_(run_of(design).to),
      calendar_(WorkingCalendar::england()),
      teams_(teams_of(design.area)),
      acts_(timetable(design, {begin_, end_})),
      agenda_(begin_.count(), end_.count(), minutes_per_day),
      truth_(only ? Truth{p_.life, setting_of(design, begin_, end_), key, *std::move(only)}
                  : Truth{p_.life, setting_of(design, begin_, end_), key}),
      workforce_(only ? workforce::Workforce{}
                      : workforce::Workforce{p_.workforce, design.area, key, calendar_,
                                             sizes_of(truth_.population())}),
      accounts_(p_.money, design.area, begin_),
      budget_(accounts_.headings()),
      repute_(p_.observe),
      yardsticks_(teams_.duty.size(), door::Yardstick{p_.door}),
      units_(p_, teams_),
      supervision_(p_.pathway, design.area.teams.size(), begin_),
      returns_(begin_),
      family_of_(truth_.population().households().size(), nothing),
      quarters_({begin_, design.window.to}),
      case_work_({begin_, design.window.to}),
      centre_managed_(design.area.centres.size(), false),
      now_(begin_),
      month_(begin_) {
  LSCB_REQUIRE(!teams_.duty.empty() && !teams_.long_term.empty(), "an area has a duty and a long-term team");
  refresh_arrangements();
  families_.reserve(truth_.population().households().size());
  const std::size_t children = truth_.population().children().size();
  contacts_.reserve(children + 1);
  contacts_.emplace_back();  // contact numbers begin at 1: 0 means none (measures/history.h)
  assessments_.reserve(children / 3);
  clocks_.reserve(children);
  log_.need.reserve(3 * children);
  log_.harm.reserve(4 * children);
  log_.contacts.reserve(2 * children);
  log_.assessments.reserve(children);
  log_.services.reserve(children);
}

World::World(const World& past, const Design& design) : World(past) {
  LSCB_REQUIRE(past.watch_ == nullptr && past.alone_ == nullptr && !past.recorder_,
               "a world that is watched, taken down or of one family has no fork");
  service_ = &workforce_;
  LSCB_REQUIRE(past.design_->window.from == design.window.from &&
                   past.design_->window.to == design.window.to && same_world(*past.design_, design),
               "a fork begins as what it is forked from");
  design_ = &design;
  acts_ = timetable(design, stretch());
  families_.reserve(family_of_.size());  // a copy has no room to spare, and families must not move
}

void World::start() {
  const kernel::ReportedClock clock{agenda_.now()};
  workforce_.start(now_, work_out_);
  supervision_.note_posts(workforce_);
  if (recorder_) recorder_->posts(now_);
  refresh_staff_cost();
  truth_.start(now_, life_out_);
  begin_caseload();
  settle();
  schedule(now_, Timer{TimerKind::sample, 0, 0, 0});
  schedule(add_months(now_, 1), Timer{TimerKind::audit, 0, 0, 0});
  schedule(now_, Timer{TimerKind::supervision, 0, 0, 0});
  begin_budget();
}

}  // namespace lscb::world
