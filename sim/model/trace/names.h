// The words of a trace for what steps name: as files write them, in lower case with underscores.
#pragma once

#include "door/screening.h"
#include "measures/history.h"
#include "pathway/clock.h"
#include "pathway/work.h"
#include "record/household_file.h"
#include "spec/area.h"
#include "trace/branch.h"
#include "trace/kinds.h"

namespace lscb::trace {

[[nodiscard]] const char* id(Lane lane);
[[nodiscard]] const char* id(Origin origin);
[[nodiscard]] const char* id(Holding holding);
[[nodiscard]] const char* id(Silence silence);
[[nodiscard]] const char* id(Stage stage);
[[nodiscard]] const char* id(Standard standard);
[[nodiscard]] const char* id(Arranged arranged);
[[nodiscard]] const char* id(Obstacle obstacle);
[[nodiscard]] const char* id(Ending ending);
[[nodiscard]] const char* id(Branch branch);
[[nodiscard]] const char* id(measures::Route route);
[[nodiscard]] const char* id(measures::AssessmentKind kind);
[[nodiscard]] const char* id(measures::ServiceKind kind);
[[nodiscard]] const char* id(record::Label label);
[[nodiscard]] const char* id(pathway::Part part);
using pathway::id;  // of a kind of work, of a clock
using spec::id;     // of a role, of a referrer

}  // namespace lscb::trace
