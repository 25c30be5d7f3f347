// Vacancies held open, and agency engagements held back.
#include <gtest/gtest.h>

#include "rig.h"

namespace lscb::workforce::test {
namespace {

/// Half of six social workers' posts vacant at first, two practitioners; quickly filled, readily covered.
spec::Area area_with_vacancies(double agency_cover) {
  spec::Area area = small_area(6, 0.5);
  area.teams[1].establishment[1].vacant_at_start = 1.0;
  area.months_to_fill = 1.0;
  area.agency_cover = agency_cover;
  return area;
}

int filled(const Rig& rig, Holder holder) {
  int count = 0;
  for (const PostFilled& post : rig.told<PostFilled>()) count += post.holder == holder ? 1 : 0;
  return count;
}

void hold(Rig& rig, const Holds& holds) {
  rig.work.hold(holds, rig.now(), rig.out);
  rig.drain();
}

TEST(Holds, OfNothingChangeNothing) {
  Rig plain{calm(), area_with_vacancies(0.7)};
  Rig held{calm(), area_with_vacancies(0.7)};
  hold(held, Holds{});
  for (Rig* rig : {&plain, &held}) rig->run_until(monday() + days(300));
  EXPECT_EQ(plain.work.fingerprint(), held.work.fingerprint());
}

TEST(Holds, KeepVacanciesOpenUntilTheyEnd) {
  Rig rig{calm(), area_with_vacancies(0.0)};
  hold(rig, {true, true, false});
  rig.run_until(monday() + days(300));
  EXPECT_EQ(filled(rig, Holder::permanent), 0);
  hold(rig, Holds{});
  rig.run_until(monday() + days(900));
  EXPECT_EQ(rig.work.headcount(TeamId::none(), spec::Role::social_worker).vacant, 0);
  EXPECT_EQ(rig.work.headcount(TeamId::none(), spec::Role::practitioner).vacant, 0);
}

TEST(Holds, MaySpareThePostsThatNeedAQualification) {
  Rig rig{calm(), area_with_vacancies(0.0)};
  hold(rig, {false, true, false});
  rig.run_until(monday() + days(900));
  EXPECT_EQ(rig.work.headcount(TeamId::none(), spec::Role::social_worker).vacant, 0);
  EXPECT_EQ(rig.work.headcount(TeamId::none(), spec::Role::practitioner).vacant, 2);
}

// A vacancy that is filled by agency staff waits for its permanent holder too.
TEST(Holds, LeaveAgencyStaffWhereTheyAre) {
  Parameters p = calm();
  p.agency_stay_months = 1200.0;
  Rig rig{p, area_with_vacancies(1.0)};
  const int agency = rig.work.headcount(duty, spec::Role::social_worker).agency;
  ASSERT_GT(agency, 0);
  hold(rig, {true, true, true});
  rig.run_until(monday() + days(300));
  EXPECT_EQ(rig.work.headcount(duty, spec::Role::social_worker).agency, agency);
}

TEST(Holds, RefuseAgencyCoverAndOfferItAgainWhenTheyEnd) {
  Parameters p = calm();
  p.agency_stay_months = 2.0;
  spec::Area area = area_with_vacancies(1.0);
  area.months_to_fill = 1200.0;
  Rig rig{p, area};
  ASSERT_GT(rig.work.headcount(duty, spec::Role::social_worker).agency, 0);
  hold(rig, {false, false, true});
  const int before = filled(rig, Holder::agency);
  rig.run_until(monday() + days(2000));
  EXPECT_EQ(filled(rig, Holder::agency), before)
      << "nothing was agreed before the hold that could still begin";
  EXPECT_EQ(rig.work.headcount(duty, spec::Role::social_worker).agency, 0);
  const int vacant = rig.work.headcount(duty, spec::Role::social_worker).vacant;
  ASSERT_GT(vacant, 0);
  hold(rig, Holds{});
  rig.run_until(monday() + days(2000 + 22));  // agency staff come after three weeks
  EXPECT_EQ(rig.work.headcount(duty, spec::Role::social_worker).agency, vacant);
}

// An engagement that is agreed when the hold begins still comes.
TEST(Holds, KeepTheirWordOnWhatIsAgreed) {
  spec::Area area = small_area(6, 0.0);
  area.leaving_per_year = 0.9;
  area.months_to_fill = 1200.0;
  area.agency_cover = 1.0;
  Rig rig{calm(), area};
  rig.run_until(monday() + days(400), [&] {
    for (const PostVacated& vacated : rig.told<PostVacated>()) {
      if (qualified(rig.work.post(vacated.post).role)) hold(rig, {false, false, true});
    }
  });
  EXPECT_EQ(filled(rig, Holder::agency), 1);
}

}  // namespace
}  // namespace lscb::workforce::test
