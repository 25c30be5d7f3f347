#include "report/trace_lines.h"

#include <fmt/core.h>

#include <type_traits>

#include "report/json_values.h"
#include "trace/names.h"

namespace lscb::report {
namespace {

Json value_of(double value) {
  return value;
}
Json value_of(float value) {
  return static_cast<double>(value);
}
Json value_of(Instant at) {
  return iso_minute(at);
}
Json value_of(kernel::Cause cause) {
  return fmt::format("{:016x}", cause.value);
}
Json value_of(PostId post) {
  return post.value();
}
Json value_of(trace::Parts parts) {
  Json all = Json::array();
  for (int i = 0; i < pathway::part_count; ++i) {
    if (parts.has(i)) all.push_back(trace::id(static_cast<pathway::Part>(i)));
  }
  return all;
}
/// Children are counted from 1.
Json value_of(trace::Child child) {
  return child.position + 1;
}
Json value_of(trace::Children children) {
  Json all = Json::array();
  for (int i = 0; i < 8; ++i) {
    if (children.has(i)) all.push_back(i + 1);
  }
  return all;
}
Json value_of(const door::Evidence& e) {
  return {{"signal", e.signal},
          {"specific", e.specific},
          {"referrer", trace::id(e.referrer)},
          {"chronology_read", e.chronology_read},
          {"concerns_on_file", e.concerns_on_file},
          {"in_view", e.in_view},
          {"adult_on_record", e.adult_on_record},
          {"account_tested", e.account_tested},
          {"account", e.account},
          {"engages", e.engages},
          {"label", trace::id(e.label)}};
}
Json value_of(const door::Decider& d) {
  return {{"noise", d.noise},
          {"inexperience", d.inexperience},
          {"yardstick", d.yardstick},
          {"backlog_weeks", d.backlog_weeks}};
}
Json value_of(const door::Thresholds& t) {
  return {{"advice", t.advice},
          {"caf", t.caf},
          {"referral", t.referral},
          {"assessment", t.assessment},
          {"section47", t.section47}};
}
Json value_of(const door::Score& s) {
  return {{"report", s.report},   {"history", s.history},       {"checks", s.checks},
          {"account", s.account}, {"engagement", s.engagement}, {"norm", s.norm},
          {"backlog", s.backlog}, {"anchor", s.anchor},         {"noise", s.noise},
          {"total", s.total()}};
}
template <class Value>
Json value_of(Value value) {
  if constexpr (std::is_enum_v<Value>) {
    return trace::id(value);
  } else {
    return value;
  }
}

}  // namespace

std::string iso_minute(Instant at) {
  const auto minute = (at - start_of_day(day_number(at))).count();
  return fmt::format("{}T{:02}:{:02}", iso(at), minute / 60, minute % 60);
}

void append_trace_line(std::string& out, int replication, const trace::Step& step) {
  Json line = {{"replication", replication}};
  line["simulated_family"] = step.household.valid() ? Json(trace::number_of(step.household)) : Json(nullptr);
  line["at"] = iso_minute(step.at);
  line["lane"] = trace::id(step.lane());
  line["origin"] = trace::id(step.origin());
  line["step"] = step.name();
  std::visit(
      [&line](const auto& what) {
        what.fields([&line](const char* field, const auto& value) { line[field] = value_of(value); });
      },
      step.what);
  out += line.dump(-1, ' ', false, Json::error_handler_t::replace);
  out += '\n';
}

}  // namespace lscb::report
