#include "report/branch_words.h"

namespace lscb::report {

using trace::Branch;

const char* words(Branch branch) {
  return trace::info(branch).words;
}

bool is_routine(Branch branch) {
  switch (branch) {
    case Branch::protection_review_carried_on:
    case Branch::child_in_need_review_carried_on:
    case Branch::looked_after_review_carried_on:
    case Branch::caf_carried_on:
      return true;
    default:
      return false;
  }
}

}  // namespace lscb::report
