// Steps of every kind, as they come from chance.
#pragma once

#include <rapidcheck.h>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <variant>

#include "trace/step.h"

namespace lscb::trace {

/// Calls `act(Kind{})` for every kind of step, in the order of What.
template <class Act>
void for_every_kind(Act&& act) {
  [&]<std::size_t... index>(std::index_sequence<index...>) {
    (act(std::variant_alternative_t<index, What>{}), ...);
  }
  (std::make_index_sequence<std::variant_size_v<What>>{});
}

/// Calls `act(x)` for every plain value in a field, and in what a field holds: numbers, moments, flags,
/// words.
template <class Act>
void for_every_value(door::Evidence& e, Act&& act) {
  act(e.signal);
  act(e.specific);
  act(e.referrer);
  act(e.chronology_read);
  act(e.concerns_on_file);
  act(e.in_view);
  act(e.adult_on_record);
  act(e.account_tested);
  act(e.account);
  act(e.engages);
  act(e.label);
}
template <class Act>
void for_every_value(door::Decider& d, Act&& act) {
  for (double* x : {&d.noise, &d.inexperience, &d.yardstick, &d.backlog_weeks}) act(*x);
}
template <class Act>
void for_every_value(door::Thresholds& t, Act&& act) {
  for (double* x : {&t.advice, &t.caf, &t.referral, &t.assessment, &t.section47}) act(*x);
}
template <class Act>
void for_every_value(door::Score& s, Act&& act) {
  for (double* x : {&s.report, &s.history, &s.checks, &s.account, &s.engagement, &s.norm, &s.backlog,
                    &s.anchor, &s.noise}) {
    act(*x);
  }
}
template <class Act>
void for_every_value(kernel::Cause& cause, Act&& act) {
  act(cause.value);
}
template <class Act>
void for_every_value(Child& child, Act&& act) {
  act(child.position);
}
template <class Act>
void for_every_value(Children& children, Act&& act) {
  act(children.bits);
}
template <class Act>
void for_every_value(Parts& parts, Act&& act) {
  act(parts.bits);
}
template <class Value, class Act>
void for_every_value(Value& value, Act&& act) {
  act(value);
}

/// Every plain value of a step's own fields, by the order in which the step shows them.
template <class Kind, class Act>
void for_every_value_of(Kind& kind, Act&& act) {
  // Steps show their fields as constants; these are the fields of a step that may be written to.
  std::as_const(kind).fields([&](const char*, const auto& field) {
    using Field = std::remove_cvref_t<decltype(field)>;
    for_every_value(const_cast<Field&>(field), act);
  });
}

inline void put_some(bool& x) {
  x = *rc::gen::arbitrary<bool>();
}
inline void put_some(double& x) {
  x = *rc::gen::inRange(-4000, 4000) / 1000.0;
}
inline void put_some(float& x) {
  x = static_cast<float>(*rc::gen::inRange(0, 4000)) / 1000.0F;
}
inline void put_some(Instant& x) {
  x = at_date(2010, 1, 1) + Minutes{*rc::gen::inRange(0, 1'000'000)};
}
inline void put_some(PostId& x) {
  x = PostId{*rc::gen::inRange<PostId::Value>(0, 500)};
}
template <class Value>
void put_some(Value& x) {
  if constexpr (std::is_enum_v<Value>) {
    x = static_cast<Value>(*rc::gen::inRange(0, 3));
  } else {
    x = static_cast<Value>(*rc::gen::inRange(0, 200));
  }
}

/// Another value than there was.
inline void change(bool& x) {
  x = !x;
}
inline void change(Instant& x) {
  x = x + Minutes{*rc::gen::inRange(1, 500)};
}
inline void change(PostId& x) {
  x = PostId{x.value() + 1U};
}
template <class Value>
void change(Value& x) {
  if constexpr (std::is_floating_point_v<Value>) {
    x += static_cast<Value>(*rc::gen::inRange(1, 1000)) / Value{1000};
  } else if constexpr (std::is_enum_v<Value>) {
    x = static_cast<Value>(static_cast<int>(x) + 1);
  } else {
    x = static_cast<Value>(x + 1U);
  }
}

/// A step of that kind with chance in every field.
template <class Kind>
Kind some() {
  Kind kind;
  for_every_value_of(kind, [](auto& value) { put_some(value); });
  return kind;
}

}  // namespace lscb::trace
