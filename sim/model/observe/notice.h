// From an incident to a call: who notices, whether they call, when, in what words, and what the family says.
// Each answer is drawn from the incident's own cause, so that every design meets the same witness.
#pragma once

#include <cstdint>

#include "base/time.h"
#include "kernel/keyed_random.h"
#include "observe/parameters.h"
#include "spec/area.h"

namespace lscb::observe {

/// What the witness sees of the truth.
struct Scene {
  double severity = 0.0;     ///< of the incident, in levels of need, 0..4
  double age_years = 0.0;    ///< of the child; negative while unborn
  double centre_open = 1.0;  ///< share of the week in which the catchment's centre is open
  double publicity = 1.0;    ///< multiple of calling, >= 1 (publicity.h)
};

/// A witness who would call social care if willing.
struct Witness {
  bool noticed = false;
  spec::Referrer referrer = spec::Referrer::police;
  Minutes delay;            ///< from incident to call when the tie is whole
  double reluctance = 0.0;  ///< uniform mark: the call is made if it is below the willingness
};

/// What a call tells.
struct Report {
  double signal = 0.0;          ///< severity as told, in levels of need
  bool specific = true;         ///< in particulars, or "considerable concerns"
  double in_particulars = 0.0;  ///< what the signal is once the caller has said what happened
  std::uint8_t children = 0;    ///< bit mask of the household's children named
};

/// `mix` is the area's share of referral sources, summing to 1.
[[nodiscard]] Witness witness(const Parameters& parameters, const spec::ByReferrer<double>& mix,
                              const Scene& scene, kernel::WorldKey world, kernel::Cause incident);

/// Chance that a witness calls: whole tie, not given up. `refusals`: this referrer's earlier calls about the
/// household that led to nothing; `publicity`: 1 in ordinary times. Never above 1.
[[nodiscard]] double willingness(const Parameters& parameters, double tie, int refusals, double publicity);

/// How much closer people look while publicity lasts: what a multiple of calling asks for beyond everybody's
/// being willing. 1 in ordinary times.
[[nodiscard]] double attention(const Parameters& parameters, double publicity);

/// What is said. `child` is the position of the child seen, `siblings` the mask of all the household's
/// children alive or expected.
[[nodiscard]] Report report(const Parameters& parameters, const Scene& scene, double tie, int child,
                            std::uint8_t siblings, kernel::WorldKey world, kernel::Cause contact);

/// How convincing the parents are when asked about this contact, in levels of need, >= 0.
[[nodiscard]] double parents_account(const Parameters& parameters, kernel::WorldKey world,
                                     kernel::Cause contact);

/// Whether this household's parents seem to engage with early help: a standing trait.
[[nodiscard]] bool seems_to_engage(const Parameters& parameters, kernel::WorldKey world,
                                   kernel::Cause household);

/// Whether checks with partners bring out the dangerous adult who is there. `tie` weakens the answer.
[[nodiscard]] bool checks_reveal(const Parameters& parameters, double tie, kernel::WorldKey world,
                                 kernel::Cause trigger);

/// Whether a caller who spoke in general terms can be reached, and says what happened, when asked back.
[[nodiscard]] bool caller_clarifies(const Parameters& parameters, kernel::WorldKey world,
                                    kernel::Cause contact);

/// Whether who visits, and sees the children, takes the dangerous adult on file to have left. `there`: he has
/// not.
[[nodiscard]] bool adult_seems_gone(const Parameters& parameters, bool there, kernel::WorldKey world,
                                    kernel::Cause visit);

/// Whether drawing a family tree brings the dangerous adult's name, who he is in the household left open:
/// families deflect the question.
[[nodiscard]] bool tree_names_adult(const Parameters& parameters, kernel::WorldKey world,
                                    kernel::Cause assessment);

}  // namespace lscb::observe
