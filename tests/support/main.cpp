// Main of every gtest program that makes statistical claims.

#include <gtest/gtest.h>

#include "support/prove.h"

int main(int argc, char** argv) {
  lscb::proof::close_claims();
  if (lscb::proof::listed_claims(argc, argv)) return 0;
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
