#include "scenario/provenance.h"

#include <algorithm>

namespace lscb::scenario {

const char* name_of(spec::Grade grade) {
  switch (grade) {
    case spec::Grade::measured:
      return "measured";
    case spec::Grade::published:
      return "published";
    case spec::Grade::judgement:
      return "judgement";
    case spec::Grade::assumption:
      return "assumption";
  }
  return "assumption";
}

void Provenance::put(Figure figure) {
  const auto same = [&](const Figure& other) { return other.id == figure.id; };
  const auto place = std::find_if(figures_.begin(), figures_.end(), same);
  if (place != figures_.end()) {
    *place = std::move(figure);
  } else {
    figures_.push_back(std::move(figure));
  }
}

const Figure* Provenance::find(std::string_view id) const {
  for (const Figure& figure : figures_) {
    if (figure.id == id) return &figure;
  }
  return nullptr;
}

std::size_t Provenance::borrowed() const {
  return static_cast<std::size_t>(
      std::count_if(figures_.begin(), figures_.end(), [](const Figure& figure) { return figure.borrowed; }));
}

}  // namespace lscb::scenario
