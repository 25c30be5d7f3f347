// Results for other programs. JSON.md and CSV.md beside this file are the contract: a key or a column, once
// there, keeps its name and meaning.
#pragma once

#include <string>
#include <string_view>

#include "experiment/compare.h"
#include "experiment/run.h"

namespace lscb::report {

/// Pretty-printed UTF-8 JSON, ending in a newline. Numbers read back to the same double; undefined is null.
[[nodiscard]] std::string to_json(const experiment::RunResult& run, std::string_view version);
[[nodiscard]] std::string to_json(const experiment::CompareResult& comparison, std::string_view version);

/// RFC 4180: a header line, CRLF, quotes where needed. Numbers read back to the same double; undefined is
/// empty.
[[nodiscard]] std::string to_csv(const experiment::RunResult& run);
[[nodiscard]] std::string to_csv(const experiment::CompareResult& comparison);

}  // namespace lscb::report
