// From replications to figures: what experiments have in common.
#pragma once

#include <string>
#include <vector>

#include "experiment/basis.h"
#include "experiment/estimate.h"
#include "experiment/replications.h"
#include "experiment/run.h"
#include "measures/catalogue.h"

namespace lscb::experiment {

/// Throws std::invalid_argument with all objections, one a line, unless there are none.
void refuse(const std::vector<std::string>& objections);

/// Of the replications that are done without a gap. Throws their failure if there is one.
[[nodiscard]] Basis basis_of(const Replications& replications, double confidence);

/// One measure of one design over the first `done` replications.
[[nodiscard]] Series series(const Replications& replications, std::size_t design, std::size_t measure,
                            int done);

/// Replication by replication, `to` less `from`; empty where either is. REQUIRES: of one length.
[[nodiscard]] Series apart(const Series& from, const Series& to);

/// Every measure of one design over the first `done` replications.
[[nodiscard]] RunResult summarise(const Replications& replications, std::size_t design, int done,
                                  const std::vector<measures::Measure>& catalogue, StudentT& t);

}  // namespace lscb::experiment
