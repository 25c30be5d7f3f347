// Every room's parameters, gathered. A room's own struct names its parameters; nothing is named twice.
#pragma once

#include "door/parameters.h"
#include "effect/parameters.h"
#include "life/parameters.h"
#include "measures/parameters.h"
#include "money/parameters.h"
#include "observe/parameters.h"
#include "pathway/parameters.h"
#include "workforce/parameters.h"

namespace lscb::world {

struct Parameters {
  life::Parameters life;
  observe::Parameters observe;
  effect::Parameters effect;
  door::Parameters door;
  pathway::Parameters pathway;
  workforce::Parameters workforce;
  money::Parameters money;
  measures::Parameters measures;

  /// Calls v(id, unit, value&) for each parameter, in a fixed order.
  template <class Self, class Visitor>
  static void visit(Self& self, Visitor&& v) {
    life::Parameters::visit(self.life, v);
    observe::Parameters::visit(self.observe, v);
    effect::Parameters::visit(self.effect, v);
    door::Parameters::visit(self.door, v);
    pathway::Parameters::visit(self.pathway, v);
    workforce::Parameters::visit(self.workforce, v);
    money::Parameters::visit(self.money, v);
    measures::Parameters::visit(self.measures, v);
  }
};

}  // namespace lscb::world
