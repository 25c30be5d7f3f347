// Writing a result so that a reader never finds half of one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lscb::report {

/// Why `path` could not be written, judged before the work is done: its folder is missing or not writable, or
/// it is a folder itself. Empty if nothing speaks against it. Leaves nothing behind.
[[nodiscard]] std::optional<std::string> cannot_write(const std::string& path);

/// Writes beside `path` and renames over it; an older file stays whole until then. What went wrong, in words,
/// or empty; after a failure the new bytes are gone and an older file is as it was.
[[nodiscard]] std::optional<std::string> write_file(const std::string& path, std::string_view bytes);

}  // namespace lscb::report
