// The finished comparison as a picture, without a person and without a window.
#pragma once

#include "ui/app/arguments.h"
#include "ui/session/session.h"

namespace lscb::ui {

/// Runs the session's comparison to its end, taking in what comes as a window would, and writes the picture
/// to the file that the arguments name. What went wrong is told on standard error; returns the exit code.
[[nodiscard]] int write_screenshot(Session& session, const Arguments& arguments);

}  // namespace lscb::ui
