// What life costs: one island for two years of run-in, four counted and nine months of run-on, without
// services. Prints times (least and median over repetitions), counts and the prevalence of need. Not a test.
//
//   life_bench [repetitions]

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "kernel/calendar.h"
#include "life/truth.h"

namespace {

using namespace lscb;

// Time of this process on a core: what other work on the machine takes does not count.
struct Clock {
  using duration = std::chrono::duration<double>;
  static std::chrono::duration<double> now() {
    return duration(static_cast<double>(std::clock()) / CLOCKS_PER_SEC);
  }
};
using life::Occurrence;

constexpr Instant begins = at_date(2008, 1, 1);
constexpr Instant ends = at_date(2014, 10, 1);

life::Parameters read() {
  const toml::table file = toml::parse_file(LSCB_LIFE_PARAMETERS);
  life::Parameters p;
  life::Parameters::visit(p, [&](const char* id, const char*, double& value) {
    value = file.at_path(id)["value"].value_or(spec::unset);
  });
  return p;
}

double ms(Clock::duration d) {
  return std::chrono::duration<double, std::milli>(d).count();
}

struct Phase {
  const char* name;
  std::vector<double> times;
  void print() {
    std::sort(times.begin(), times.end());
    std::printf("%-34s %7.2f ms least %7.2f ms median\n", name, times.front(), times[times.size() / 2]);
  }
};

struct Counts {
  std::size_t events = 0;
  std::array<std::size_t, 12> of{};
  void add(const life::Outbox& out) {
    for (const Occurrence& o : out.occurrences) ++of[static_cast<std::size_t>(o.kind)];
  }
};

// Runs to the end; `visit` sees every occurrence with its time.
template <class Visit>
std::size_t run(life::Truth& truth, Visit&& visit) {
  kernel::Calendar<life::Event> agenda(begins.count());
  agenda.reserve(truth.population().households().size());
  life::Outbox out;
  std::size_t events = 0;
  Instant now = begins;
  const auto deliver = [&] {
    for (const auto& [at, event] : out.events) agenda.schedule(at.count(), event);
    for (const Occurrence& o : out.occurrences) visit(o, now);
    out.clear();
  };
  truth.start(begins, out);
  deliver();
  for (kernel::Fired<life::Event> fired; agenda.next_until(ends.count(), fired); ++events) {
    now = Instant{fired.at};
    truth.handle(fired.event, now, out);
    deliver();
  }
  return events;
}

// The same wake-ups through the calendar alone.
double calendar_alone(const std::vector<std::pair<std::int64_t, std::int64_t>>& wakes, std::size_t first) {
  const auto t0 = Clock::now();
  kernel::Calendar<life::Event> agenda(begins.count());
  agenda.reserve(first);
  std::size_t next = 0;
  for (; next < first; ++next) agenda.schedule(wakes[next].second, life::Event{});
  for (kernel::Fired<life::Event> fired; agenda.next_until(ends.count(), fired);) {
    if (next < wakes.size()) agenda.schedule(std::max(fired.at, wakes[next].second), life::Event{}), ++next;
  }
  return ms(Clock::now() - t0);
}

void print_prevalence(const life::Parameters& parameters, const life::Setting& setting) {
  life::Truth truth(parameters, setting, kernel::WorldKey{20'100'101, 0});
  const std::size_t n = truth.population().children().size();
  std::vector<std::uint8_t> need(n, 0);
  std::vector<Instant> since(n, begins);
  std::array<double, 4> years{};
  Counts counts;
  double expected_harm = 0.0;
  std::vector<double> rate(n, 0.0);
  std::vector<Instant> rate_since(n, begins);
  const auto change = [&](ChildId c, std::uint8_t to, Instant now) {
    const auto i = c.value();
    years[need[i]] += in_years(now - since[i]);
    need[i] = to;
    since[i] = now;
  };
  const auto change_rate = [&](ChildId c, double to, Instant now) {
    const auto i = c.value();
    expected_harm += rate[i] * in_years(now - rate_since[i]);
    rate[i] = to;
    rate_since[i] = now;
  };
  const std::size_t events = run(truth, [&](const Occurrence& o, Instant now) {
    ++counts.of[static_cast<std::size_t>(o.kind)];
    if (o.kind == Occurrence::Kind::need_changed) change(o.child, o.need, now);
    if (o.kind == Occurrence::Kind::harm_rate_changed) change_rate(o.child, o.rate, now);
  });
  for (std::size_t i = 0; i < n; ++i) {
    const ChildId id{static_cast<ChildId::Value>(i)};
    const Instant left = std::min(ends, truth.population().here(id).to);
    change(id, 0, std::max(since[i], left));
    change_rate(id, 0.0, std::max(rate_since[i], left));
  }
  const double total = setting.children * in_years(ends - begins);
  std::printf("need 1 %.2f %%, 2 %.2f %%, 3 %.2f %% of child-years\n", 100 * years[1] / total,
              100 * years[2] / total, 100 * years[3] / total);
  std::printf("expected serious harms a year %.3f\n", expected_harm / in_years(ends - begins));
  static constexpr const char* names[] = {"need changed", "harm rate changed", "incidents",   "harms",
                                          "crises",       "adults arrived",    "adults left", "conceived",
                                          "born",         "turned 18",         "moved in",    "moved away"};
  for (std::size_t k = 0; k < counts.of.size(); ++k) std::printf("  %-18s %8zu\n", names[k], counts.of[k]);
  std::printf("wake-ups %zu\n", events);
}

}  // namespace

int main(int argc, char** argv) {
  const int repetitions = argc > 1 ? std::max(1, std::atoi(argv[1])) : 9;
  const life::Parameters parameters = read();
  life::Setting setting;
  setting.children = 26'145;
  setting.catchments.assign(8, 0.125);
  setting.horizon = {begins, ends};

  Phase population{"population alone", {}}, construction{"construction (with population)", {}};
  Phase whole{"start and run, calendar included", {}}, start{"  of it start", {}},
      calendar{"calendar alone", {}};
  std::size_t bytes = 0, households = 0, children = 0, events = 0;
  for (int i = 0; i < repetitions; ++i) {
    const kernel::WorldKey key{20'100'101, static_cast<std::uint64_t>(i)};
    const auto t0 = Clock::now();
    { const life::Population alone(parameters, setting, key); }
    const auto t1 = Clock::now();
    life::Truth truth(parameters, setting, key);
    const auto t2 = Clock::now();
    std::size_t seen = 0;
    events = run(truth, [&](const Occurrence&, Instant) { ++seen; });
    const auto t3 = Clock::now();
    population.times.push_back(ms(t1 - t0));
    construction.times.push_back(ms(t2 - t1));
    whole.times.push_back(ms(t3 - t2));

    life::Truth again(parameters, setting, key);
    life::Outbox out;
    const auto t4 = Clock::now();
    again.start(begins, out);
    start.times.push_back(ms(Clock::now() - t4));
    std::vector<std::pair<std::int64_t, std::int64_t>> wakes;
    kernel::Calendar<life::Event> agenda(begins.count());
    for (const auto& s : out.events) {
      agenda.schedule(s.at.count(), s.event);
      wakes.emplace_back(begins.count(), s.at.count());
    }
    const std::size_t first = wakes.size();
    out.clear();
    for (kernel::Fired<life::Event> fired; agenda.next_until(ends.count(), fired);) {
      again.handle(fired.event, Instant{fired.at}, out);
      for (const auto& s : out.events) {
        agenda.schedule(s.at.count(), s.event);
        wakes.emplace_back(fired.at, s.at.count());
      }
      out.clear();
    }
    calendar.times.push_back(calendar_alone(wakes, first));
    bytes = truth.memory();
    households = truth.population().households().size();
    children = truth.population().children().size();
  }
  population.print();
  construction.print();
  whole.print();
  start.print();
  calendar.print();
  std::printf("%zu households, %zu children, %zu wake-ups, %.1f MB\n", households, children, events,
              static_cast<double>(bytes) / 1e6);
  print_prevalence(parameters, setting);
}
