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

bool decides_a_call(Branch branch) {
  switch (branch) {
    case Branch::existing_case:
    case Branch::screened_no_further_action:
    case Branch::screened_advice:
    case Branch::screened_caf:
    case Branch::screened_referral:
    case Branch::screened_strategy:
    case Branch::referral_no_further_action:
    case Branch::referral_advice:
    case Branch::referral_caf:
    case Branch::referral_assessment:
    case Branch::referral_strategy:
      return true;
    default:
      return false;
  }
}

}  // namespace lscb::report
