#include "trace/mark.h"

#include <cstring>
#include <type_traits>

namespace lscb::trace {
namespace {

class Content {
 public:
  template <class Value>
  void operator()(const char*, const Value& value) {
    add(value);
  }
  [[nodiscard]] std::uint64_t value() const { return hash_; }
  void add_number(std::uint64_t value) {
    hash_ = (hash_ ^ value) * 0x100000001b3U;
    hash_ ^= hash_ >> 29;
  }

 private:
  void add(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    add_number(bits);
  }
  void add(float value) { add(static_cast<double>(value)); }
  void add(Instant at) { add_number(static_cast<std::uint64_t>(at.count())); }
  void add(kernel::Cause cause) { add_number(cause.value); }
  void add(PostId post) { add_number(post.value()); }
  void add(Parts parts) { add_number(parts.bits); }
  void add(Child child) { add_number(child.position); }
  void add(Children children) { add_number(children.bits); }
  void add(const door::Evidence& e) {
    add(e.signal);
    add(e.specific);
    add(e.referrer);
    add(e.chronology_read);
    add(e.concerns_on_file);
    add(e.in_view);
    add(e.adult_on_record);
    add(e.account_tested);
    add(e.account);
    add(e.engages);
    add(e.label);
  }
  void add(const door::Decider& d) {
    add(d.noise);
    add(d.inexperience);
    add(d.yardstick);
    add(d.backlog_weeks);
  }
  void add(const door::Thresholds& t) {
    for (const double threshold : {t.advice, t.caf, t.referral, t.assessment, t.section47}) add(threshold);
  }
  void add(const door::Score& s) {
    for (const double term :
         {s.report, s.history, s.checks, s.account, s.engagement, s.norm, s.backlog, s.anchor, s.noise}) {
      add(term);
    }
  }
  template <class Value, class = std::enable_if_t<std::is_integral_v<Value> || std::is_enum_v<Value>>>
  void add(Value value) {
    add_number(static_cast<std::uint64_t>(value));
  }

  std::uint64_t hash_ = 0xcbf29ce484222325U;
};

std::vector<Mark> marks_of(const std::vector<Step>& steps) {
  std::vector<Mark> marks;
  marks.reserve(steps.size());
  for (const Step& step : steps) marks.push_back(mark_of(step));
  return marks;
}

std::size_t pass_over(std::span<const Mark> course, std::size_t place) {
  while (place < course.size() && course[place].origin == Origin::beside) ++place;
  return place;
}

}  // namespace

Mark mark_of(const Step& step) {
  Content content;
  content.add_number(step.what.index());
  std::visit([&content](const auto& what) { what.fields(content); }, step.what);
  return {step.at, content.value(), static_cast<std::uint8_t>(step.what.index()), step.origin()};
}

std::optional<Parting> parting(std::span<const Mark> first, std::span<const Mark> second) {
  std::size_t a = 0, b = 0;
  while (true) {
    a = pass_over(first, a);
    b = pass_over(second, b);
    const bool first_over = a == first.size(), second_over = b == second.size();
    if (first_over && second_over) return std::nullopt;
    if (first_over) return Parting{a, b, true, second[b].origin == Origin::arrives};
    if (second_over) return Parting{a, b, false, first[a].origin == Origin::arrives};
    if (first[a] == second[b]) {
      ++a;
      ++b;
      continue;
    }
    const Mark& x = first[a];
    const Mark& y = second[b];
    if (x.at != y.at) {
      const bool of_second = y.at < x.at;
      return Parting{a, b, of_second, (of_second ? y : x).origin == Origin::arrives};
    }
    const bool arrival = x.origin == Origin::arrives || y.origin == Origin::arrives;
    const bool same_read = x.kind == y.kind && x.origin == Origin::read;
    return Parting{a, b, x.origin != Origin::arrives && y.origin == Origin::arrives, arrival || same_read};
  }
}

std::optional<Parting> parting(const std::vector<Step>& first, const std::vector<Step>& second) {
  return parting(marks_of(first), marks_of(second));
}

}  // namespace lscb::trace
