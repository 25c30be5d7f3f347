#include "door/returns.h"

namespace lscb::door {

int quarter_of(Instant at) {
  const auto date = date_of(at);
  return static_cast<int>(date.year()) * 4 + (static_cast<int>(static_cast<unsigned>(date.month())) - 1) / 3;
}

Instant quarter_begins(int quarter) {
  return at_date(quarter / 4, static_cast<unsigned>(quarter % 4) * 3 + 1, 1);
}

ReturnsBook::ReturnsBook(Instant begin)
    : first_(quarter_of(begin)), first_whole_(begin == quarter_begins(first_) ? first_ : first_ + 1) {}

Returns& ReturnsBook::in_quarter(Instant at) {
  const auto place = static_cast<std::size_t>(quarter_of(at) - first_);
  if (place >= quarters_.size()) quarters_.resize(place + 1);
  return quarters_[place];
}

Returns ReturnsBook::of(int quarter) const {
  const auto place = static_cast<std::size_t>(quarter - first_);
  return place < quarters_.size() ? quarters_[place] : Returns{};
}

std::optional<Returns> ReturnsBook::last(Instant at) const {
  const int quarter = quarter_of(at) - 1;
  return quarter < first_whole_ ? std::nullopt : std::optional(of(quarter));
}

std::optional<Returns> ReturnsBook::mean_of_last_four(Instant at) const {
  const int ended = quarter_of(at);
  if (ended - 4 < first_whole_) return std::nullopt;
  Returns sum;
  for (int quarter = ended - 4; quarter < ended; ++quarter) {
    sum.enquiries += of(quarter).enquiries;
    sum.cafs += of(quarter).cafs;
  }
  return Returns{sum.enquiries / 4.0, sum.cafs / 4.0};
}

}  // namespace lscb::door
