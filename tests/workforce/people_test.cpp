// Who comes and goes, and what that does to cases and work.
#include <gtest/gtest.h>

#include "rig.h"

namespace lscb::workforce::test {
namespace {

constexpr auto social_worker = spec::Role::social_worker;

spec::Area restless_area() {
  spec::Area area = small_area(6, 0.0);
  area.leaving_per_year = 0.9;
  area.agency_cover = 0.7;
  area.months_to_fill = 3.0;
  return area;
}

TEST(People, WhoLeaveHandTheirCasesOver) {
  Rig rig{calm(), restless_area()};
  for (std::uint32_t i = 0; i < 12; ++i) rig.request(household(i));
  rig.run_until(monday() + days(700));
  ASSERT_GT(rig.told<PostVacated>().size(), 3U);
  std::size_t i = 0;
  for (; i < rig.notices.size(); ++i) {
    const auto* left = std::get_if<HolderLeft>(&rig.notices[i]);
    if (left == nullptr) continue;
    std::size_t next = i + 1;  // its cases, then the vacancy
    for (; std::holds_alternative<CaseReleased>(rig.notices[next]); ++next) {
      EXPECT_EQ(std::get<CaseReleased>(rig.notices[next]).post, left->post);
      EXPECT_EQ(std::get<CaseReleased>(rig.notices[next]).incumbent, left->incumbent);
    }
    ASSERT_TRUE(std::holds_alternative<PostVacated>(rig.notices[next]));
    EXPECT_EQ(std::get<PostVacated>(rig.notices[next]).post, left->post);
  }
  int held = 0;
  for (std::uint32_t n = 0; n < 12; ++n) {
    const PostId holder = rig.work.holder(household(n));
    if (!holder.valid()) continue;
    ++held;
    EXPECT_TRUE(rig.work.post(holder).present());
  }
  EXPECT_EQ(held + rig.work.unallocated(CaseSlot{}), 12);
  // Every allocation of a case after its first is a handover.
  std::vector<int> times(12, 0);
  for (const CaseAllocated& a : rig.told<CaseAllocated>()) {
    EXPECT_EQ(a.handover, times[a.ref.household.value()]++ > 0);
  }
}

TEST(People, AgencyStaffMakeWayForThePermanentHolder) {
  Rig rig{calm(), restless_area()};
  rig.run_until(monday() + days(1500));
  int made_way = 0;
  for (std::size_t i = 0; i + 1 < rig.notices.size(); ++i) {
    const auto* out = std::get_if<PostVacated>(&rig.notices[i]);
    const auto* in = std::get_if<PostFilled>(&rig.notices[i + 1]);
    if (out == nullptr || in == nullptr || out->post != in->post) continue;
    if (rig.told_at[i] != rig.told_at[i + 1]) continue;
    EXPECT_EQ(out->left, Holder::agency);
    EXPECT_EQ(in->holder, Holder::permanent);
    EXPECT_EQ(in->incumbent, out->incumbent + 1);
    ++made_way;
  }
  EXPECT_GT(made_way, 0);
  for (const PostFilled& filled : rig.told<PostFilled>()) {
    EXPECT_TRUE(filled.holder == Holder::permanent || qualified(rig.work.post(filled.post).role));
  }
}

TEST(People, PersonalWorkLapsesAndTheRestWaits) {
  spec::Area area = small_area(1, 0.0);
  area.leaving_per_year = 1.0;
  area.months_to_fill = 1.0;
  Rig rig{calm(), area};
  const PostId post{0};
  while (rig.work.post(post).present()) {
    if (rig.work.tasks_open() < 4) {  // more than a day's work
      rig.add(task(Assignee::at_post(post), Minutes{900}, rig.work.tasks_added()));
      rig.work.take_hours(duty, {}, Minutes{900}, TaskKind{1}, Priority::low, at(9, 0),
                          kernel::Cause::root().child(3, rig.work.tasks_added()), rig.now(), rig.out);
      rig.drain();
    }
    rig.run_until(rig.now() + days(1));
  }
  const std::size_t lapsed = rig.told<TaskCancelled>().size();
  EXPECT_GE(lapsed, 1U);
  for (const TaskCancelled& c : rig.told<TaskCancelled>()) EXPECT_EQ(c.task.kind, TaskKind{1});
  EXPECT_GT(rig.work.tasks_open(), 0U);
  rig.work.set_recruitment(std::nullopt, 0.0);
  rig.run_until(rig.now() + days(700));
  EXPECT_EQ(rig.work.tasks_open(), 0U);
  EXPECT_EQ(rig.told<TaskCancelled>().size(), lapsed);
}

TEST(People, PostsAreDeletedVacantFirstThenAgencyThenTheHighestId) {
  spec::Area area = small_area(8, 0.5);
  area.agency_cover = 0.5;
  const auto mixed = [&](std::uint64_t replication) {
    const auto heads = Rig{calm(), area, replication}.work.headcount(duty, social_worker);
    return heads.vacant >= 2 && heads.agency >= 2 && heads.permanent >= 2;
  };
  std::uint64_t replication = 0;
  while (!mixed(replication)) ++replication;  // a start with all three sorts
  Rig rig{calm(), area, replication};
  const auto rank = [](Holder h) { return h == Holder::vacant ? 0 : (h == Holder::agency ? 1 : 2); };
  EXPECT_EQ(rig.work.delete_posts(duty, social_worker, 20, rig.now(), rig.out), 8);
  rig.drain();
  const auto gone = rig.told<PostVacated>();
  ASSERT_EQ(gone.size(), 8U);
  for (std::size_t i = 1; i < gone.size(); ++i) {
    EXPECT_LE(rank(gone[i - 1].left), rank(gone[i].left));
    EXPECT_TRUE(gone[i - 1].left != gone[i].left || gone[i - 1].post.value() > gone[i].post.value());
  }
  EXPECT_EQ(rig.work.headcount(duty, social_worker).posts, 0);
}

TEST(People, InOneTeamDoNotMoveWithPostsAddedInAnother) {
  Rig plain{calm(), restless_area()};
  Rig grown{calm(), restless_area()};
  grown.work.add_posts(long_term, spec::Role::clinician, 5, grown.now(), grown.out);
  grown.drain();
  plain.run_until(monday() + days(900));
  grown.run_until(monday() + days(900));
  const auto in_duty = [](const Rig& rig) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> filled;
    for (const PostFilled& f : rig.told<PostFilled>()) {
      if (rig.work.post(f.post).team == duty) filled.emplace_back(f.post.value(), f.incumbent);
    }
    return filled;
  };
  EXPECT_FALSE(in_duty(plain).empty());
  EXPECT_EQ(in_duty(plain), in_duty(grown));
  EXPECT_EQ(plain.work.post(PostId{0}).since, grown.work.post(PostId{0}).since);
}

TEST(People, LeaveNoLessOftenUnderLoad) {
  Parameters p = calm();
  p.leaving_load_from = 0.5;
  p.leaving_load_slope = 1.0;
  spec::Area area = restless_area();
  area.leaving_per_year = 0.3;
  const auto first_to_leave = [&](bool loaded, std::uint64_t replication) {
    Rig rig{p, area, replication};
    if (loaded) {
      for (std::uint64_t i = 0; i < 30; ++i) rig.add(task(Assignee::at_post(PostId{0}), Minutes{6000}, i));
    }
    rig.run_until(monday() + days(600));
    for (const Notice& n : rig.notices) {
      const auto* left = std::get_if<PostVacated>(&n);
      if (left != nullptr && left->post == PostId{0}) return true;
    }
    return false;
  };
  int more = 0;
  for (std::uint64_t replication = 0; replication < 60; ++replication) {
    const bool calm_left = first_to_leave(false, replication);
    const bool loaded_left = first_to_leave(true, replication);
    EXPECT_TRUE(loaded_left || !calm_left);
    more += loaded_left && !calm_left ? 1 : 0;
  }
  EXPECT_GT(more, 0);
}

}  // namespace
}  // namespace lscb::workforce::test
