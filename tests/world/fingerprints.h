// The fingerprint of each shipped scenario: a hash over everything that happens in one replication, and over
// every figure. It proves nothing about the model being right; it says that something has changed.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace lscb::world {

/// Which C library and compiler made it: exp and its kind may differ in the last place between versions, and
/// nothing is promised beyond one distribution. E.g. "debian-12", from /etc/os-release; "unknown" where that
/// says nothing.
[[nodiscard]] std::string distribution();

/// Distribution, then scenario.
using Fingerprints = std::map<std::string, std::map<std::string, std::uint64_t>>;

/// Of this build: seed 1, replication 0, the whole window.
[[nodiscard]] std::map<std::string, std::uint64_t> fingerprints_of_this_build();

/// The file tests/world/fingerprints.csv: distribution,scenario,fingerprint. Throws where it is malformed.
[[nodiscard]] Fingerprints read_fingerprints(const std::string& path);
void write_fingerprints(const std::string& path, const Fingerprints& fingerprints);

}  // namespace lscb::world
