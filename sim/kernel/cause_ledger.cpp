#include "kernel/cause_ledger.h"

namespace lscb::kernel {
namespace {
thread_local CauseLedger* current_ledger = nullptr;
}  // namespace

CauseLedger::CauseLedger() : outer_(current_ledger) {
  current_ledger = this;
}

CauseLedger::~CauseLedger() {
  current_ledger = outer_;
}

CauseLedger* CauseLedger::current() {
  return current_ledger;
}

}  // namespace lscb::kernel
