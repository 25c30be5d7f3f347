// One replication as families met it (recording.h says what for), and who takes it down.
#pragma once

#include <map>
#include <vector>

#include "base/ids.h"
#include "base/time.h"
#include "door/screening.h"
#include "workforce/record.h"
#include "workforce/recorder.h"
#include "world/readings.h"

namespace lscb::world {

/// The share of children of some need who hold a plan when the run begins, for a weight of one.
struct StartShares {
  double looked_after = 0.0;
  double protection = 0.0;
  double in_need = 0.0;
};

/// Something that befalls all families whose case it concerns at once.
struct Moment {
  enum class Kind : std::uint8_t {
    policy,         ///< other thresholds are in force
    unit_formed,    ///< and holds the cases that its members hold
    rest_to_units,  ///< cases that no unit holds go to one
    unit_dissolved  ///< its cases go back to teams
  };
  Instant at;
  Kind kind = Kind::policy;
  door::Policy policy;
  TeamId unit;
  /// Families whose case went to a unit by it, and which.
  std::map<HouseholdId, TeamId> brought;
};

struct Record {
  workforce::Record work;
  Readings readings;
  std::vector<Moment> moments;  ///< in the order in which they came
  StartShares shares;

  void close() {
    work.close();
    readings.close();
  }
};

/// Takes a replication down. To be told; it asks nothing.
class Recorder {
 public:
  /// REQUIRES: both outlive it.
  Recorder(workforce::Workforce& workforce, Record& record)
      : service_(workforce, record.work), workforce_(workforce), record_(record) {}

  [[nodiscard]] workforce::Recorder& service() { return service_; }

  void read(Reading what, std::uint32_t which, HouseholdId household, Instant now, double value) {
    record_.readings.put(what, which, {now, household, value});
  }
  void began(const StartShares& shares) { record_.shares = shares; }
  void policy(const door::Policy& policy, Instant now) {
    record_.moments.push_back({now, Moment::Kind::policy, policy, {}, {}});
  }
  void units(Moment::Kind kind, TeamId unit, Instant now) {
    record_.moments.push_back({now, kind, {}, unit, {}});
  }
  /// By the last moment told.
  void brought(HouseholdId household, TeamId unit) { record_.moments.back().brought[household] = unit; }
  /// Which posts there are in which teams may have changed.
  void posts(Instant now);
  void removal_prepared(HouseholdId household, Instant now) { prepared_[household] = now; }
  void removal_begins(HouseholdId household, Instant now);
  /// The run has ended: for what was prepared and is not begun there was no room.
  void ended();

 private:
  workforce::Recorder service_;
  workforce::Workforce& workforce_;
  Record& record_;
  std::vector<TeamId> team_of_;  // by post, as last told
  std::map<HouseholdId, Instant> prepared_;
};

}  // namespace lscb::world
