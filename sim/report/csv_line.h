// One line of a CSV table, as RFC 4180 has it.
#pragma once

#include <fmt/core.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "experiment/decile.h"
#include "experiment/estimate.h"

namespace lscb::report {

/// Fields are quoted where need be; numbers read back to the same double, undefined ones are empty.
class CsvLine {
 public:
  CsvLine& text(std::string_view field) {
    separate();
    if (field.find_first_of("\",\r\n") == std::string_view::npos) {
      line_ += field;
      return *this;
    }
    line_ += '"';
    for (const char c : field) {
      if (c == '"') line_ += '"';
      line_ += c;
    }
    line_ += '"';
    return *this;
  }
  template <class T>
  CsvLine& number(const std::optional<T>& value) {
    separate();
    if (value) line_ += fmt::format("{}", *value);
    return *this;
  }
  CsvLine& number(std::int64_t value) { return number(std::optional{value}); }
  CsvLine& empty(int fields) {
    for (; fields > 0; --fields) separate();
    return *this;
  }
  CsvLine& decile(const experiment::Decile& d) { return number(d.value).number(d.low).number(d.high); }
  CsvLine& estimate(const experiment::Estimate& e) { return number(e.mean).number(e.low).number(e.high); }

  [[nodiscard]] std::string end() const { return line_ + "\r\n"; }

 private:
  void separate() {
    if (begun_) line_ += ',';
    begun_ = true;
  }
  std::string line_;
  bool begun_ = false;
};

}  // namespace lscb::report
