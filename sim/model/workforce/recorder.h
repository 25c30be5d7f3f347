// Takes down what a workforce comes to do for families, while it does it: stands before it, passes on what it
// is asked, and hears what it tells. Changes nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "workforce/record.h"
#include "workforce/workforce.h"

namespace lscb::workforce {

class Recorder final : public Service {
 public:
  /// REQUIRES: both outlive it.
  Recorder(Workforce& workforce, Record& record) : workforce_(workforce), record_(record) {}

  /// To be told of every notice as the caller comes to it. A caller that acts on notices later than it gets
  /// them still does so at the same minute.
  void hear(const Notice& notice, Instant now);

  void handle(const Event& event, Instant now, Outbox& out) override { workforce_.handle(event, now, out); }
  TaskId add(const Task& task, Instant now, Outbox& out) override;
  bool cancel(TaskId task, Instant now, Outbox& out) override { return workforce_.cancel(task, now, out); }
  bool request(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now, Outbox& out) override;
  bool release(CaseRef ref, Instant now, Outbox& out) override;
  void move_case(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now, Outbox& out) override;
  void set_urgency(CaseRef ref, int urgency) override;
  [[nodiscard]] bool requested(CaseRef ref) const override { return workforce_.requested(ref); }
  [[nodiscard]] PostId holder(CaseRef ref) const override { return workforce_.holder(ref); }
  [[nodiscard]] bool waits(CaseRef ref) const override { return workforce_.waits(ref); }

 private:
  [[nodiscard]] std::uint32_t& present(CaseRef ref);
  void begin_hold(CaseRef ref, TeamId team, spec::Role role, int urgency, Instant now);
  void end_hold(CaseRef ref, RecordedHold::End how, Instant now);
  void allocate(RecordedHold& hold, PostId holder, Instant now) const;
  void note_if_at_once(CaseRef ref, Instant now);
  void hear(const TaskDone& done);
  void hear(const TaskCancelled& cancelled, Instant now);
  void hear(const CaseAllocated& allocated, Instant now);
  void hear(const CaseReleased& released, Instant now);

  static constexpr std::uint32_t nothing = 0xffff'ffffU;
  Workforce& workforce_;
  Record& record_;
  std::vector<std::uint32_t> task_of_;  // by TaskId, place in the record
  std::vector<std::uint32_t> hold_of_;  // by household and slot, likewise: the one that is under way
  // Still to be heard: releases that the family's own moves bring, and allocations that are known already.
  std::vector<CaseRef> moved_;
  std::vector<CaseRef> at_once_;
};

}  // namespace lscb::workforce
