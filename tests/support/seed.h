#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lscb::proof {

// FNV-1a, 64 bits.
[[nodiscard]] constexpr std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return hash;
}

// Seed of the test of that name: its hash. Where the environment sets LSCB_FRESH_SEED (`./dev test --fresh`
// does), its text is mixed in.
[[nodiscard]] std::uint64_t seed_of(const std::string& name);

// Seed of the running gtest test, from its full name, "Suite.Name".
[[nodiscard]] std::uint64_t seed_of_this_test();

}  // namespace lscb::proof
