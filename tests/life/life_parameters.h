// The shipped parameters of life, read straight from scenarios/parameters/life.toml.
#pragma once

#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <string>

#include "life/parameters.h"

namespace lscb::life {

inline Parameters shipped_parameters() {
  const toml::table file = toml::parse_file(LSCB_LIFE_PARAMETERS);
  Parameters p;
  Parameters::visit(p, [&](const char* id, const char* unit, double& value) {
    const auto entry = file.at_path(id);
    if (entry["unit"].value_or(std::string{}) != unit) ADD_FAILURE() << id << " is not in " << unit;
    value = entry["value"].value_or(spec::unset);
  });
  return p;
}

}  // namespace lscb::life
