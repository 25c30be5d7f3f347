#include "station.h"

#include <algorithm>

#include "kernel/distributions.h"

namespace lscb::proof {

using kernel::Cause;
using kernel::Draws;
using kernel::Tick;

namespace {
enum Purpose : std::uint64_t { kGap = 1, kService, kPatience };
}

Station::Station(const StationSpec& spec, kernel::WorldKey world)
    : spec_(spec), world_(world), present_(spec.window), waiting_(spec.window) {}

StationRun Station::run() {
  schedule_arrival();
  kernel::Fired<Event> fired;
  while (calendar_.next_until(spec_.window.to, fired)) {
    switch (fired.event.kind) {
      case kArrival:
        arrive(fired.at);
        break;
      case kDeparture:
        depart(fired.event.who, fired.at);
        break;
      case kGiveUp:
        give_up(fired.event.who, fired.at);
        break;
    }
  }
  finish();
  return result_;
}

void Station::schedule_arrival() {
  Draws draws(world_, Cause::root().child(kGap, arrived_++));
  calendar_.schedule(calendar_.now() + kernel::exponential_ticks(draws, kUnit / spec_.arrival_rate),
                     {kArrival, 0});
}

std::uint32_t Station::newcomer(Tick now) {
  if (spare_.empty()) {
    spare_.push_back(static_cast<std::uint32_t>(customers_.size()));
    customers_.emplace_back();
  }
  const std::uint32_t who = spare_.back();
  spare_.pop_back();
  customers_[who] = Customer{now, {}, false};
  return who;
}

void Station::arrive(Tick now) {
  schedule_arrival();
  if (counts(now)) ++result_.arrivals;
  if (present_.number() >= spec_.room) {
    if (counts(now)) ++result_.refused;
    return;
  }
  const std::uint32_t who = newcomer(now);
  present_.arrive(now);
  waiting_.arrive(now);
  if (busy_ < spec_.servers) {
    begin(who, now);
    return;
  }
  line_.push_back(who);
  if (spec_.mean_patience > 0.0) {
    Draws draws(world_, Cause::root().child(kPatience, arrived_));
    const Tick until = now + kernel::exponential_ticks(draws, kUnit * spec_.mean_patience);
    customers_[who].gives_up = calendar_.schedule(until, {kGiveUp, who});
  }
}

void Station::begin(std::uint32_t who, Tick now) {
  Customer& customer = customers_[who];
  ++busy_;
  calendar_.cancel(customer.gives_up);
  waiting_.leave(customer.arrived, now);
  if (counts(now)) {
    result_.wait.add(static_cast<double>(now - customer.arrived));
    if (now > customer.arrived) ++result_.delayed;
    if (now - customer.arrived > units(spec_.tail)) ++result_.longer;
  }
  Draws draws(world_, Cause::root().child(kService, begun_++));
  Tick service = kUnit;
  if (spec_.service_cv == 1.0) {
    service = kernel::exponential_ticks(draws, kUnit);
  } else if (spec_.service_cv > 0.0) {
    const double square = spec_.service_cv * spec_.service_cv;
    service = static_cast<Tick>(kernel::gamma(draws, 1.0 / square, kUnit * square) + 0.5);
  }
  in_service_.push_back(who);
  calendar_.schedule(now + service, {kDeparture, who});
}

void Station::depart(std::uint32_t who, Tick now) {
  --busy_;
  in_service_.erase(std::find(in_service_.begin(), in_service_.end(), who));
  present_.leave(customers_[who].arrived, now);
  spare_.push_back(who);
  while (!line_.empty()) {
    const std::uint32_t next = line_.front();
    line_.pop_front();
    if (!customers_[next].gone) {
      begin(next, now);
      return;
    }
    spare_.push_back(next);
  }
}

void Station::give_up(std::uint32_t who, Tick now) {
  customers_[who].gone = true;
  waiting_.leave(customers_[who].arrived, now);
  present_.leave(customers_[who].arrived, now);
  if (counts(now)) ++result_.abandoned;
}

void Station::finish() {
  const Tick end = spec_.window.to;
  for (const std::uint32_t who : in_service_) present_.still_here(customers_[who].arrived, end);
  for (const std::uint32_t who : line_) {
    if (customers_[who].gone) continue;
    present_.still_here(customers_[who].arrived, end);
    waiting_.still_here(customers_[who].arrived, end);
  }
  result_.mean_number = present_.mean(end);
  result_.mean_waiting = waiting_.mean(end);
  result_.balances = present_.balances(end) && waiting_.balances(end);
}

}  // namespace lscb::proof
