#include "scenario/area_figures.h"

namespace lscb::scenario::detail {
namespace {

constexpr double most_children = 2.0e7;
constexpr double most_a_year = 1.0e7;
constexpr double most_posts = 1.0e5;

FigureRule flow() {
  return {&units::children_a_year(), 0.0, most_a_year, false};
}
FigureRule stock() {
  return {&units::children(), 0.0, most_a_year, false};
}
FigureRule count_of_posts() {
  return {&units::posts(), 0.0, most_posts, false};
}
FigureRule share() {
  return {&units::share(), 0.0, 100.0, false};
}

}  // namespace

const std::vector<AreaFigure>& area_figures() {
  static const std::vector<AreaFigure> figures{
      {"children", {&units::children(), 100.0, most_children, false}, nullptr},
      {"referrals", flow(), "children"},
      {"contacts", flow(), "referrals"},
      {"initial_assessments", flow(), "referrals"},
      {"core_assessments", flow(), "referrals"},
      {"section47_enquiries", flow(), "referrals"},
      {"conferences", flow(), "referrals"},
      {"protection_plans", stock(), "children"},
      {"review_conferences", flow(), "protection_plans"},
      {"children_in_need", stock(), "children"},
      {"looked_after", stock(), "children"},
      {"social_worker_posts", count_of_posts(), "children"},
      {"practitioner_posts", count_of_posts(), "social_worker_posts"},
      {"clinician_posts", count_of_posts(), "social_worker_posts"},
      {"team_manager_posts", count_of_posts(), "social_worker_posts"},
      {"conference_chair_posts", count_of_posts(), "conferences"},
      {"case_holding", share(), nullptr},
      {"social_workers_on_duty", share(), nullptr},
      {"practitioners_on_duty", share(), nullptr},
      {"clinicians_on_duty", share(), nullptr},
      {"social_worker_vacancy", share(), nullptr},
      {"practitioner_vacancy", share(), nullptr},
      {"clinician_vacancy", share(), nullptr},
      {"centre_spend", {&units::pounds_a_year(), 0.0, 1.0e10, false}, "children"},
      {"centres", {&units::centres(), 0.0, 10000.0, false}, "centre_spend"},
      {"family_support_posts", count_of_posts(), "centres"},
      {"centre_open_days", {&units::days_a_week(), 0.0, 5.0, true}, nullptr},
      {"months_to_fill", {&units::months(), 0.5, 120.0, false}, nullptr},
      {"leaving", {&units::share_a_year(), 0.0, 100.0, false}, nullptr},
      {"agency_cover", share(), nullptr},
  };
  return figures;
}

const std::vector<AreaFigure>& referral_sources() {
  static const std::vector<AreaFigure> figures{
      {"police", share(), nullptr},           {"health", share(), nullptr},   {"school", share(), nullptr},
      {"childrens_centre", share(), nullptr}, {"relative", share(), nullptr}, {"anonymous", share(), nullptr},
      {"housing", share(), nullptr},          {"self", share(), nullptr},
  };
  return figures;
}

const std::vector<AreaFigure>& age_bands() {
  static const std::vector<AreaFigure> figures{
      {"under_1", share(), nullptr},
      {"from_1_to_4", share(), nullptr},
      {"from_5_to_10", share(), nullptr},
      {"from_11_to_17", share(), nullptr},
  };
  return figures;
}

const std::vector<std::string>& post_figures() {
  static const std::vector<std::string> keys{
      "social_worker_posts",    "practitioner_posts",    "clinician_posts",    "case_holding",
      "social_workers_on_duty", "practitioners_on_duty", "clinicians_on_duty", "social_worker_vacancy",
      "practitioner_vacancy",   "clinician_vacancy"};
  return keys;
}

const std::vector<std::string>& centre_figures() {
  static const std::vector<std::string> keys{"centre_spend", "centres", "family_support_posts",
                                             "centre_open_days"};
  return keys;
}

}  // namespace lscb::scenario::detail
