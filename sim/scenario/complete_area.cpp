#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "scenario/area_figures.h"
#include "scenario/drafts.h"

namespace lscb::scenario::detail {
namespace {

/// Looks figures up in the area and, failing that, in the national profile.
class Figures {
 public:
  Figures(const AreaDraft& draft, const FileContext& context, Provenance& provenance)
      : draft_(draft), context_(context), provenance_(provenance) {}

  /// The model's value of a figure, which is noted in the provenance; 0 after a report if nobody states it.
  double get(const AreaFigure& wanted, const std::string& prefix = {}) {
    const std::string key = prefix + wanted.key;
    if (const ReadFigure* own = lookup(draft_.figures, key)) {
      provenance_.put(own->figure);
      return own->value;
    }
    const ReadFigure* national = lookup(draft_.national_figures, key);
    // How many children there are is the one thing that no other place can tell.
    if (national == nullptr || key == "children") {
      missing(key, prefix, wanted);
      return 0.0;
    }
    Figure figure = national->figure;
    double ratio = 1.0;
    if (wanted.scales_with != nullptr) {
      const double theirs = lookup_value(draft_.national_figures, wanted.scales_with);
      const double ours = value_of(wanted.scales_with);
      if (!(theirs > 0.0)) {
        missing(key, prefix, wanted);
        return 0.0;
      }
      ratio = ours / theirs;
      figure.derived = true;
      figure.note = fmt::format("{} for {} {}, as in {}", written(figure.value, figure.unit),
                                written(theirs, ""), wanted.scales_with, figure.file);
    } else {
      figure.note = fmt::format("as in {}{}{}", figure.file, figure.note.empty() ? "" : ": ", figure.note);
    }
    figure.value *= ratio;
    if (figure.range) figure.range = Range{figure.range->low * ratio, figure.range->high * ratio};
    figure.borrowed = true;
    // However well England's figure is known, that it holds here is nobody's observation.
    figure.grade = spec::Grade::assumption;
    provenance_.put(figure);
    values_[key] = figure.value;
    return national->value * ratio;
  }

  double get(std::string_view key) {
    const auto& known = area_figures();
    const auto place =
        std::find_if(known.begin(), known.end(), [&](const AreaFigure& f) { return f.key == key; });
    return place != known.end() ? get(*place) : 0.0;
  }

  [[nodiscard]] bool states(const std::string& key) const { return lookup(draft_.figures, key) != nullptr; }

 private:
  static const ReadFigure* lookup(const std::map<std::string, ReadFigure>& figures, const std::string& key) {
    const auto place = figures.find(key);
    return place != figures.end() ? &place->second : nullptr;
  }
  static double lookup_value(const std::map<std::string, ReadFigure>& figures, const std::string& key) {
    const ReadFigure* figure = lookup(figures, key);
    return figure != nullptr ? figure->figure.value : 0.0;
  }
  double value_of(const std::string& key) {
    if (const ReadFigure* own = lookup(draft_.figures, key)) return own->figure.value;
    if (values_.count(key) == 0) get(key);
    return values_[key];
  }
  void missing(const std::string& key, const std::string& prefix, const AreaFigure& wanted) {
    // A figure that is there with a mistake has been reported already; shares are missed as one table.
    const std::string name = prefix.empty() ? key : prefix.substr(0, prefix.size() - 1);
    if (draft_.broken || draft_.mentioned.count(key) > 0 || !missed_.insert(name).second) return;
    const std::string stated =
        prefix.empty() ? fmt::format("{} = {{ value = \"{}\", … }}", key, wanted.rule.unit->example)
                       : fmt::format("[{}]", name);
    const char* way_out = key == "children" ? "" : ", or extends = \"england\" to borrow it";
    context_.report(draft_.at, fmt::format("no {} in the area", name), stated + way_out);
  }

  const AreaDraft& draft_;
  const FileContext& context_;
  Provenance& provenance_;
  std::set<std::string> missed_;
  std::map<std::string, double> values_;  // of borrowed figures, in their written unit
};

int whole(double value) {
  return static_cast<int>(std::lround(value));
}

/// One duty team and one long-term team with the posts that the short form gives.
std::vector<spec::Team> standard_teams(Figures& figures) {
  struct Line {
    spec::Role role;
    const char* posts;
    const char* on_duty;
    const char* vacancy;
  };
  constexpr Line lines[] = {
      {spec::Role::social_worker, "social_worker_posts", "social_workers_on_duty", "social_worker_vacancy"},
      {spec::Role::practitioner, "practitioner_posts", "practitioners_on_duty", "practitioner_vacancy"},
      {spec::Role::clinician, "clinician_posts", "clinicians_on_duty", "clinician_vacancy"}};
  spec::Team duty{"duty", "Duty and assessment", spec::TeamKind::duty, {}};
  spec::Team long_term{"long-term", "Long-term work", spec::TeamKind::long_term, {}};
  for (const Line& line : lines) {
    // The workforce return counts every children's social worker; the teams are those who hold these cases.
    const double holding = line.role == spec::Role::social_worker ? figures.get("case_holding") : 1.0;
    const int posts = whole(figures.get(line.posts) * holding);
    const int on_duty = whole(posts * figures.get(line.on_duty));
    const double vacant = figures.get(line.vacancy);
    if (on_duty > 0) duty.establishment.push_back({line.role, on_duty, vacant});
    if (posts > on_duty) long_term.establishment.push_back({line.role, posts - on_duty, vacant});
  }
  // Managers follow the social workers; chairs sit with those whose conferences they hold. None is vacant: no
  // figure says how many are.
  const int managers = std::max(2, whole(figures.get("team_manager_posts") * figures.get("case_holding")));
  const int of_duty = std::clamp(whole(managers * figures.get("social_workers_on_duty")), 1, managers - 1);
  duty.establishment.push_back({spec::Role::team_manager, of_duty, 0.0});
  long_term.establishment.push_back({spec::Role::team_manager, managers - of_duty, 0.0});
  const int chairs = std::max(1, whole(figures.get("conference_chair_posts")));
  long_term.establishment.push_back({spec::Role::conference_chair, chairs, 0.0});
  return {duty, long_term};
}

/// Equal centres; what does not divide goes to the first ones, so that posts and pence add up.
std::vector<spec::Centre> standard_centres(Figures& figures) {
  const int count = std::max(1, whole(figures.get("centres")));
  const auto pence = static_cast<std::int64_t>(std::llround(figures.get("centre_spend") * 100.0));
  const int posts = whole(figures.get("family_support_posts"));
  const int open_days = whole(figures.get("centre_open_days"));
  std::vector<spec::Centre> centres;
  for (int i = 0; i < count; ++i) {
    spec::Centre centre;
    centre.id = fmt::format("centre-{}", i + 1);
    centre.title = fmt::format("Children's centre {}", i + 1);
    centre.family_support_posts = posts / count + (i < posts % count ? 1 : 0);
    centre.open_days = open_days;
    centre.budget = Pence{pence / count + (i < pence % count ? 1 : 0)};
    centre.catchment = 1.0 / count;
    centres.push_back(std::move(centre));
  }
  return centres;
}

}  // namespace

spec::Area complete(const AreaDraft& draft, const std::string& id, const FileContext& context,
                    Provenance& provenance) {
  Figures figures(draft, context, provenance);
  spec::Area area;
  area.id = id;
  area.title = draft.title;
  area.children = figures.get("children");
  spec::Flows& flows = area.flows;
  flows.referrals = figures.get("referrals");
  flows.contacts = figures.get("contacts");
  flows.initial_assessments = figures.get("initial_assessments");
  flows.core_assessments = figures.get("core_assessments");
  flows.section47_enquiries = figures.get("section47_enquiries");
  flows.conferences = figures.get("conferences");
  flows.protection_plans_held = figures.get("protection_plans");
  flows.review_conferences = figures.get("review_conferences");
  flows.children_in_need = figures.get("children_in_need");
  flows.looked_after = figures.get("looked_after");
  if (flows.children_in_need < flows.looked_after + flows.protection_plans_held && !draft.broken &&
      context.problems->empty()) {
    context.report(draft.at,
                   fmt::format("{:.0f} children in need, fewer than the {:.0f} looked after and {:.0f} on "
                               "protection plans among them",
                               flows.children_in_need, flows.looked_after, flows.protection_plans_held),
                   "a children_in_need that includes them");
  }
  if (draft.teams.empty()) {
    area.teams = standard_teams(figures);
  }
  for (const TeamDraft& team : draft.teams) {
    area.teams.push_back(team.team);
    for (const Figure& figure : team.figures) provenance.put(figure);
  }
  if (draft.centres.empty()) {
    area.centres = standard_centres(figures);
  }
  for (const CentreDraft& centre : draft.centres) {
    area.centres.push_back(centre.centre);
    for (const Figure& figure : centre.figures) provenance.put(figure);
  }
  double sum = 0.0;
  for (std::size_t i = 0; i < referral_sources().size(); ++i) {
    area.referral_sources[i] = figures.get(referral_sources()[i], "referral_sources.");
    sum += area.referral_sources[i];
  }
  for (double& source : area.referral_sources) source /= sum > 0.0 ? sum : 1.0;
  sum = 0.0;
  for (std::size_t i = 0; i < age_bands().size(); ++i) {
    area.ages[i] = figures.get(age_bands()[i], "ages.");
    sum += area.ages[i];
  }
  for (double& band : area.ages) band /= sum > 0.0 ? sum : 1.0;
  area.months_to_fill = figures.get("months_to_fill");
  area.leaving_per_year = figures.get("leaving");
  area.agency_cover = figures.get("agency_cover");
  return area;
}

}  // namespace lscb::scenario::detail
