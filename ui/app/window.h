// The window: opens, hands the person's keys and pointer on, draws when there is something to see, and sleeps
// when there is not.
#pragma once

#include "ui/app/arguments.h"
#include "ui/session/session.h"

namespace lscb::ui {

/// Returns when the window is closed: an exit code. Where no window can be opened, says why on standard
/// error.
[[nodiscard]] int show_window(Session& session, const Arguments& arguments);

}  // namespace lscb::ui
