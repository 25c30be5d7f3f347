#include "fingerprints.h"

#include <cstdio>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "designs.h"

namespace lscb::world {
namespace {

constexpr const char* header = "distribution,scenario,fingerprint";

std::string hex(std::uint64_t value) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value));
  return text;
}

/// What happened, and every figure that was counted of it, to the bit.
std::uint64_t whole(const Outcome& outcome) {
  std::uint64_t hash = outcome.fingerprint;
  for (const auto& value : outcome.figures) {
    std::uint64_t bits = 0x7ff8'0000'0000'0000U;
    if (value) std::memcpy(&bits, &*value, sizeof bits);
    hash = (hash ^ bits) * 0x100000001b3U;
    hash ^= hash >> 29;
  }
  return hash;
}

std::string unquoted(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '"'), text.end());
  return text;
}

}  // namespace

std::string distribution() {
  std::ifstream file("/etc/os-release");
  std::string id;
  std::string version;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("ID=", 0) == 0) id = unquoted(line.substr(3));
    if (line.rfind("VERSION_ID=", 0) == 0) version = unquoted(line.substr(11));
  }
  if (id.empty()) return "unknown";
  return version.empty() ? id : id + "-" + version;
}

std::map<std::string, std::uint64_t> fingerprints_of_this_build() {
  std::map<std::string, std::uint64_t> result;
  for (const std::string& scenario : shipped_scenarios()) result[scenario] = whole(run(shipped(scenario)));
  return result;
}

Fingerprints read_fingerprints(const std::string& path) {
  std::ifstream file(path);
  Fingerprints result;
  std::string line;
  if (!file || !std::getline(file, line)) throw std::runtime_error(path + " cannot be read");
  if (line != header) throw std::runtime_error(path + " does not begin with " + header);
  while (std::getline(file, line)) {
    const auto first = line.find(',');
    const auto second = line.find(',', first + 1);
    if (first == std::string::npos || second == std::string::npos)
      throw std::runtime_error(path + ": " + line);
    result[line.substr(0, first)][line.substr(first + 1, second - first - 1)] =
        std::stoull(line.substr(second + 1), nullptr, 16);
  }
  return result;
}

void write_fingerprints(const std::string& path, const Fingerprints& fingerprints) {
  std::ofstream file(path);
  file << header << '\n';
  for (const auto& [system, scenarios] : fingerprints) {
    for (const auto& [scenario, value] : scenarios)
      file << system << ',' << scenario << ',' << hex(value) << '\n';
  }
  if (!file.flush()) throw std::runtime_error(path + " cannot be written");
}

}  // namespace lscb::world
