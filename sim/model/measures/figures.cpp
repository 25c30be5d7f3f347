#include "measures/figures.h"

#include <algorithm>
#include <vector>

#include "kernel/assert.h"
#include "measures/catchments.h"
#include "measures/classification.h"
#include "measures/entry.h"
#include "measures/need_path.h"
#include "measures/running.h"
#include "measures/totals.h"

namespace lscb::measures {

struct Counter::Sums {
  Interval counted;
  Judge judge;
  RunningJudge running;
  Totals totals;
  HouseholdId household = HouseholdId::none();
  std::vector<std::uint64_t> missed_contacts;  // of that household, already counted
  std::function<void(const Opportunity&)> on_missed;

  // False where no spell ends in or overlaps the window and no contact in it belongs to one: most children.
  bool spells_matter(const ChildHistory& history) const {
    const bool called = !history.contacts.empty() && history.contacts.back().at >= counted.from;
    const Interval in_reach{called ? Instant::long_ago() : counted.from - Minutes{1}, counted.to};
    bool matter = false;
    for_each_stretch(history.need, in_reach,
                     [&](Interval, std::uint8_t need) { matter = matter || need >= spell_need; });
    return matter;
  }

  void add_missed_opportunities() {
    for (const Opportunity& o : judge.opportunities()) {
      if (!o.judged || o.met || !counted.contains(o.at)) continue;
      if (std::find(missed_contacts.begin(), missed_contacts.end(), o.contact) != missed_contacts.end())
        continue;
      missed_contacts.push_back(o.contact);
      ++totals.missed_opportunities[static_cast<std::size_t>(o.unmet)];
      if (on_missed) on_missed(o);
    }
  }
};

Counter::Counter(Interval counted, Interval run, AssessmentRules rules, std::size_t catchments)
    : sums_(new Sums{
          counted, Judge{run.to, rules}, RunningJudge{counted.to, rules}, {}, HouseholdId{}, {}, {}}) {
  LSCB_REQUIRE(run.from <= counted.from && counted.from < counted.to && counted.to <= run.to,
               "figures are counted in a window inside the run that is not empty");
  sums_->totals.catchments.resize(catchments);
}

void Counter::on_missed(std::function<void(const Opportunity&)> call) {
  sums_->on_missed = std::move(call);
}

Counter::~Counter() = default;
Counter::Counter(Counter&&) noexcept = default;
Counter& Counter::operator=(Counter&&) noexcept = default;

void Counter::add(const ChildHistory& history) {
  Sums& sums = *sums_;
  if (history.household != sums.household) {
    sums.household = history.household;
    sums.missed_contacts.clear();
  }
  add_presence(history, sums.counted, sums.totals);
  if (sums.spells_matter(history)) {
    sums.judge.judge(history);
    add_spells(history, sums.judge, sums.counted, sums.totals);
    sums.add_missed_opportunities();
    if (need_at(history.need, sums.counted.to - Minutes{1}) >= spell_need) {
      if (const auto spell = sums.running.judge(history)) add_running(*spell, sums.totals);
    }
    add_need(history, sums.counted, sums.totals);
  }
  if (!history.harm.empty() || !history.harm_events.empty()) add_harm(history, sums.counted, sums.totals);
  if (!history.contacts.empty() || !history.assessments.empty()) {
    add_first_assessment(history, sums.counted, sums.totals);
  }
  if (!history.services.empty()) add_early_help(history, sums.counted, sums.totals);
}

Figures Counter::finish(const OrganisationTally& organisation) const {
  const Ground ground{sums_->totals, organisation, sums_->counted};
  Figures figures;
  figures.reserve(entries().size());
  for (const Entry& entry : entries()) figures.push_back(entry.figure(ground));
  return figures;
}

Figures Counter::by_catchment() const {
  return catchment_figures(sums_->totals, sums_->counted);
}

Figures figures(std::span<const ChildHistory> children, const OrganisationTally& organisation,
                Interval counted, Interval run, AssessmentRules rules) {
  Counter counter{counted, run, rules};
  for (const ChildHistory& child : children) counter.add(child);
  return counter.finish(organisation);
}

}  // namespace lscb::measures
