#include "observe/notice.h"

#include "base/numeric.h"
#include "kernel/distributions.h"
#include "observe/causes.h"

namespace lscb::observe {
namespace {

using kernel::Draws;
using spec::Referrer;

// Who can see a child depends on its age: schools from four, centres and health visitors before.
double exposure(Referrer referrer, const Scene& scene) {
  switch (referrer) {
    case Referrer::school:
      return scene.age_years >= 4.0 ? 1.4 : 0.0;
    case Referrer::childrens_centre:
      return scene.age_years < 5.0 ? 2.5 * scene.centre_open : 0.0;
    case Referrer::health:
      return scene.age_years < 1.0 ? 2.5 : 0.8;
    default:
      return 1.0;
  }
}

}  // namespace

Witness witness(const Parameters& p, const spec::ByReferrer<double>& mix, const Scene& scene,
                kernel::WorldKey world, kernel::Cause incident) {
  Draws draws{world, incident.child(causes::notice)};
  Witness result;
  const double noticed = numeric::clamp(p.notice_base + p.notice_per_severity * scene.severity, 0.0, 0.95);
  double mark = draws.uniform01();
  // The children's centre comes last: a closed day loses its witnesses and leaves everybody else's as they
  // were.
  constexpr spec::ByReferrer<Referrer> order = {
      Referrer::police,    Referrer::health,  Referrer::school, Referrer::relative,
      Referrer::anonymous, Referrer::housing, Referrer::self,   Referrer::childrens_centre};
  const auto somebody_notices = [&](double chance) {
    for (const Referrer referrer : order) {
      const double share = chance * mix[spec::index(referrer)] * exposure(referrer, scene);
      if (mark < share) {
        result.noticed = true;
        result.referrer = referrer;
        return;
      }
      mark -= share;
    }
  };
  somebody_notices(noticed);
  // What is noticed only because people look closer comes on top: no witness is another for it.
  const double closer = attention(p, scene.publicity);
  if (!result.noticed && closer > 1.0) {
    somebody_notices(numeric::clamp(noticed * closer, 0.0, 0.95) - noticed);
  }
  if (!result.noticed) return result;
  Draws call{world, incident.child(causes::call)};
  result.reluctance = call.uniform01();
  const bool delayed = call.uniform01() < p.delayed_share;
  result.delay = hours(24.0 * kernel::exponential(call, delayed ? p.delayed_days : p.prompt_days));
  return result;
}

double willingness(const Parameters& p, double tie, int refusals, double publicity) {
  const double kept = numeric::pow(1.0 - p.giving_up_per_refusal, refusals);
  return numeric::clamp(p.call_willingness * (0.5 + 0.5 * tie) * kept * publicity, 0.0, 1.0);
}

double attention(const Parameters& p, double publicity) {
  const double wanted = p.call_willingness * publicity;
  return publicity > 1.0 && wanted > 1.0 ? wanted : 1.0;
}

Report report(const Parameters& p, const Scene& scene, double tie, int child, std::uint8_t siblings,
              kernel::WorldKey world, kernel::Cause contact) {
  Draws draws{world, contact.child(causes::report)};
  Report result;
  const double vague = p.vague_share + (1.0 - tie) * (p.vague_share_without_tie - p.vague_share);
  result.specific = draws.uniform01() >= vague;
  const double noise = kernel::normal(draws, 0.0, 1.0);
  // A vague word carries less: it is pulled towards "some concern" and scattered more.
  result.in_particulars = scene.severity + p.report_error * noise;
  result.signal =
      result.specific ? result.in_particulars : 1.0 + 0.6 * (scene.severity - 1.0) + p.vague_error * noise;
  result.children = static_cast<std::uint8_t>(1U << child);
  // One word serves all: a mark of eight bits for each place in the household.
  const std::uint64_t marks = draws();
  const auto named_below = static_cast<std::uint64_t>(p.sibling_named * 256.0);
  for (int i = 0; i < 8; ++i) {
    if (((siblings >> i) & 1U) != 0 && (marks >> (8 * i) & 0xffU) < named_below) {
      result.children |= static_cast<std::uint8_t>(1U << i);
    }
  }
  return result;
}

double parents_account(const Parameters& p, kernel::WorldKey world, kernel::Cause contact) {
  Draws draws{world, contact.child(causes::account)};
  return draws.uniform01() < p.account_convinces ? 1.0 : 0.3;
}

bool seems_to_engage(const Parameters& p, kernel::WorldKey world, kernel::Cause household) {
  Draws draws{world, household.child(causes::engagement)};
  return draws.uniform01() < p.engagement_share;
}

bool checks_reveal(const Parameters& p, double tie, kernel::WorldKey world, kernel::Cause trigger) {
  Draws draws{world, trigger.child(causes::checks)};
  return draws.uniform01() < p.checks_reveal_adult * tie;
}

bool caller_clarifies(const Parameters& p, kernel::WorldKey world, kernel::Cause contact) {
  Draws draws{world, contact.child(causes::clarified)};
  return draws.uniform01() < p.caller_clarifies;
}

bool adult_seems_gone(const Parameters& p, bool there, kernel::WorldKey world, kernel::Cause visit) {
  Draws draws{world, visit.child(causes::adult_gone)};
  return draws.uniform01() < (there ? p.adult_said_gone : p.adult_seen_gone);
}

bool tree_names_adult(const Parameters& p, kernel::WorldKey world, kernel::Cause assessment) {
  Draws draws{world, assessment.child(causes::family_tree)};
  return draws.uniform01() < p.tree_names_adult;
}

}  // namespace lscb::observe
