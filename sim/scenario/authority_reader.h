// The table of England's authorities, scenarios/england/authorities.csv: each row becomes an area. Internal
// to the room.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/drafts.h"
#include "scenario/england.h"

namespace lscb::scenario::detail {

struct AuthorityDraft {
  Authority authority;
  /// What the row states or what is derived from it; the national profile lies under it.
  AreaDraft area;
};

/// Every sound row, in the file's order; each mistake is reported. What is derived with England's figures
/// takes them from `national`.
[[nodiscard]] std::vector<AuthorityDraft> read_authorities(const FileContext& context, std::string_view text,
                                                           const AreaDraft& national);

}  // namespace lscb::scenario::detail
