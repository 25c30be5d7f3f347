// A family that is played alone: what it reads of others, and who does its work, as the record has it.
#pragma once

#include <cstdint>
#include <map>

#include "workforce/played.h"
#include "world/record.h"
#include "world/recording.h"

namespace lscb::world {

class Alone {
 public:
  /// REQUIRES: the record and what `work` refers to outlive it.
  Alone(const Record& record, const Eased& eased, const workforce::Played::Setting& work)
      : record_(record), eased_(eased), in_record_(work.in_record), service_(work) {}

  [[nodiscard]] workforce::Played& service() { return service_; }
  [[nodiscard]] const Record& record() const { return record_; }
  [[nodiscard]] const Eased& eased() const { return eased_; }
  /// From then on the family meets the reference worker: nothing of the organisation takes anything away.
  /// never: it does not.
  void set_reference(Instant from) { reference_from_ = from; }
  [[nodiscard]] Instant reference_from() const { return reference_from_; }
  void ease(const Eased& eased, Instant now, workforce::Outbox& out) {
    eased_ = eased;
    service_.ease({eased.load, eased.early_help, eased.turnover}, now, out);
  }
  [[nodiscard]] HouseholdId in_record() const { return in_record_; }

  /// What was read at that minute by the family itself; else by whoever read it last, or first afterwards;
  /// `otherwise` where nobody ever did. What is eased is as it is without load.
  [[nodiscard]] double reading(Reading what, std::uint32_t which, Instant now, double otherwise);

 private:
  const Record& record_;
  Eased eased_;
  Instant reference_from_ = Instant::never();
  HouseholdId in_record_;
  workforce::Played service_;
  // Of a series, the place behind the last of the family's own readings that was given: it may read a thing
  // twice in a minute.
  std::map<const Readings::Series*, std::size_t> given_;
};

}  // namespace lscb::world
