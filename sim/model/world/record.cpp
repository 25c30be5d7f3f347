#include "world/record.h"

namespace lscb::world {

void Recorder::posts(Instant now) {
  const std::vector<workforce::Post>& posts = workforce_.posts();
  team_of_.resize(posts.size());
  for (std::uint32_t i = 0; i < posts.size(); ++i) {
    if (posts[i].team == team_of_[i]) continue;
    team_of_[i] = posts[i].team;
    read(Reading::team_of_post, i, HouseholdId::none(), now, posts[i].team.value());
  }
}

void Recorder::removal_begins(HouseholdId household, Instant now) {
  const auto prepared = prepared_.find(household);
  if (prepared == prepared_.end()) return;  // nobody had to prepare it
  read(Reading::removal_waits, 0, household, prepared->second,
       static_cast<double>((now - prepared->second).count()));
  prepared_.erase(prepared);
}

void Recorder::ended() {
  for (const auto& [household, prepared] : prepared_)
    read(Reading::removal_waits, 0, household, prepared, no_room);
  prepared_.clear();
}

}  // namespace lscb::world
