// Quarterly returns: whole quarters, and the four before a date.
#include "door/returns.h"

#include <gtest/gtest.h>

#include "example.h"

namespace lscb::door {
namespace {

TEST(Returns, CountByCalendarQuarter) {
  ReturnsBook book{at_date(2008, 1, 1)};
  book.count_enquiry(at_date(2008, 1, 1));
  book.count_enquiry(at_date(2008, 3, 31));
  book.count_caf(at_date(2008, 4, 1));
  EXPECT_EQ(book.last(at_date(2008, 4, 1))->enquiries, 2.0);
  EXPECT_EQ(book.last(at_date(2008, 6, 30))->cafs, 0.0);
  EXPECT_EQ(book.last(at_date(2008, 7, 1))->cafs, 1.0);
  EXPECT_EQ(book.running(at_date(2008, 6, 30)).cafs, 1.0);
}

TEST(Returns, AQuarterThatIsNotRecordedWholeIsNone) {
  EXPECT_FALSE(ReturnsBook{at_date(2008, 1, 1)}.last(at_date(2008, 3, 31)));
  ReturnsBook late{at_date(2008, 1, 2)};
  EXPECT_FALSE(late.last(at_date(2008, 4, 1)));
  EXPECT_TRUE(late.last(at_date(2008, 7, 1)));
  EXPECT_FALSE(late.mean_of_last_four(at_date(2009, 3, 31)));
  EXPECT_TRUE(late.mean_of_last_four(at_date(2009, 4, 1)));
}

TEST(Returns, AQuarterWithoutAnyCountsAsNothing) {
  ReturnsBook book{at_date(2008, 1, 1)};
  book.count_caf(at_date(2008, 2, 1));
  book.count_caf(at_date(2008, 11, 1));
  EXPECT_EQ(book.mean_of_last_four(at_date(2009, 1, 1))->cafs, 0.5);
  EXPECT_EQ(book.mean_of_last_four(at_date(2009, 1, 1))->enquiries, 0.0);
  EXPECT_EQ(book.mean_of_last_four(at_date(2010, 1, 1))->cafs, 0.0);
}

TEST(Returns, QuartersFollowOneAnother) {
  proof::holds(200, [] {
    const int quarter = *rc::gen::inRange(4 * 1960, 4 * 2060);
    const Instant begins = quarter_begins(quarter);
    RC_ASSERT(quarter_of(begins) == quarter);
    RC_ASSERT(quarter_of(begins - Minutes{1}) == quarter - 1);
    RC_ASSERT(add_months(begins, 3) == quarter_begins(quarter + 1));
  });
}

}  // namespace
}  // namespace lscb::door
