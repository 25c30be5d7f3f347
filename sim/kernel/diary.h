#pragma once

// A calendar for events that mostly lie far ahead. Time is cut into pages of one length (a day, say). What
// falls on a later page is written there, in constant time and without a look at what else is due; when the
// page is opened its events are put in order, once; and only what is added to the open page goes through a
// calendar, which so stays small. The page also tells what comes next, so that a caller can ask for the
// memory of events to come.
//
// The order is that of the calendar without priorities: by time, then in the order of scheduling. Events
// cannot be cancelled.
//
// Many events at once for the open page (all that a day brings, told at its beginning) go on it, too.
//
// Cost, for n events on a page: schedule O(1) for a later page, O(log n) for the open one; a page O(n log n)
// once. Nothing is allocated once pages and calendar have been as full as they become. Memory: 8 bytes and an
// event for each, in chunks of 15; 8 bytes a page. Limits: a page is shorter than 2^32 ticks and holds fewer
// than 2^32 events; the diary ends. Thread rule: one thread at a time; a copy goes its own way.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "kernel/assert.h"
#include "kernel/calendar.h"

namespace lscb::kernel {

template <class Event>
class Diary {
 public:
  // Pages of `page` ticks from `start` until at least `end`. REQUIRES: 0 < page < 2^32; start < end.
  Diary(Tick start, Tick end, Tick page) : today_(start - 1), now_(start - 1), start_(start), page_(page) {
    LSCB_REQUIRE(page > 0 && page < (Tick{1} << 32) && start < end, "a diary has pages and an end");
    pages_.resize(static_cast<std::size_t>((end - start + page - 1) / page));
  }

  // REQUIRES: at >= now() and before the end.
  void schedule(Tick at, const Event& event) {
    if (at < opens_) {
      today_.schedule(at, event);
      return;
    }
    const auto number = static_cast<std::size_t>((at - start_) / page_);
    LSCB_REQUIRE(number < pages_.size(), "an event lies before the diary's end");
    Page& page = pages_[number];
    if (page.count == kChunk) {
      page.newest = new_chunk(page.newest);
      page.count = 0;
    }
    chunks_[page.newest].entries[page.count++] = {static_cast<std::uint32_t>((at - start_) % page_), event};
  }

  // As schedule() of each in turn, with the time and the event that the functions give of it. Many at once
  // for the open page are written on it, if nothing has been added to it that is still to come. REQUIRES: as
  // schedule.
  template <class Many, class TimeOf, class EventOf>
  void schedule_all(const Many& many, TimeOf&& time_of, EventOf&& event_of) {
    const bool on_page = today_.empty() && many.size() >= kMany;
    const std::size_t before = order_.size();
    for (const auto& one : many) {
      const Tick at = time_of(one);
      if (at >= opens_ || !on_page) {
        schedule(at, event_of(one));
        continue;
      }
      const Tick within = at - (opens_ - page_);
      order_.push_back(static_cast<std::uint64_t>(within) << 32 | entries_.size());
      entries_.push_back({static_cast<std::uint32_t>(within), event_of(one)});
    }
    if (order_.size() == before) return;
    const auto coming = order_.begin() + static_cast<std::ptrdiff_t>(turned_);
    std::sort(order_.begin() + static_cast<std::ptrdiff_t>(before), order_.end());
    std::inplace_merge(coming, order_.begin() + static_cast<std::ptrdiff_t>(before), order_.end());
  }

  // Takes the next event off, sets now() to its time and hands it out; where it is later than `end`, it
  // stays, now() becomes `end`, and the answer is false. REQUIRES: end >= now().
  bool next_until(Tick end, Fired<Event>& fired) {
    while (true) {
      const bool left = turned_ < order_.size();
      const Tick written = left ? time_of(order_[turned_]) : opens_;
      // What was written on the page was scheduled before it was opened, so it goes first at equal times.
      const Tick before = std::min(written - 1, end);
      if (before >= today_.now() && today_.next_until(before, fired)) {
        now_ = fired.at;
        return true;
      }
      if (written > end || (!left && next_page_ == pages_.size())) {
        now_ = end;
        return false;
      }
      if (left) {
        fired.at = now_ = written;
        fired.event = entries_[index_of(order_[turned_++])].event;
        return true;
      }
      open_page();
    }
  }

  // The event that comes `count` places after the last one handed out from the page, as far as it is written
  // there; nullptr if it is not.
  [[nodiscard]] const Event* ahead(std::size_t count) const {
    const std::size_t place = turned_ + count - 1;
    return place < order_.size() ? &entries_[index_of(order_[place])].event : nullptr;
  }
  // How many events have been handed out from the open page.
  [[nodiscard]] std::size_t turned() const { return turned_; }

  // Time of the event handed out last, or the minute before the start. The reference holds as long as the
  // diary (ReportedClock).
  [[nodiscard]] const Tick& now() const { return now_; }

 private:
  static constexpr std::size_t kMany = 8;
  static constexpr std::uint32_t kChunk = 15;
  static constexpr std::uint32_t kNothing = 0xffff'ffffU;

  struct Entry {
    std::uint32_t within = 0;  // ticks from the page's beginning
    Event event{};
  };
  struct Chunk {
    std::uint32_t before = kNothing;  // the next older of the page, or of the free ones
    std::array<Entry, kChunk> entries;
  };
  // The newest chunk and how many it holds; all older ones are full.
  struct Page {
    std::uint32_t newest = kNothing;
    std::uint32_t count = kChunk;
  };

  // A key of the open page's order: time within the page above, place in entries_ below.
  [[nodiscard]] static std::size_t index_of(std::uint64_t key) { return key & 0xffff'ffffU; }
  [[nodiscard]] Tick time_of(std::uint64_t key) const {
    return opens_ - page_ + static_cast<Tick>(key >> 32);
  }

  std::uint32_t new_chunk(std::uint32_t before) {
    std::uint32_t chunk = free_;
    if (chunk != kNothing) {
      free_ = chunks_[chunk].before;
    } else {
      chunk = static_cast<std::uint32_t>(chunks_.size());
      chunks_.emplace_back();
    }
    chunks_[chunk].before = before;
    return chunk;
  }

  void open_page() {
    Page& page = pages_[next_page_++];
    entries_.clear();
    order_.clear();
    turned_ = 0;
    opens_ += page_;
    std::uint32_t count = page.count;
    while (page.newest != kNothing) {
      Chunk& chunk = chunks_[page.newest];
      for (std::uint32_t i = count; i-- > 0;) entries_.push_back(chunk.entries[i]);
      count = kChunk;
      const std::uint32_t older = chunk.before;
      chunk.before = free_;
      free_ = page.newest;
      page.newest = older;
    }
    std::reverse(entries_.begin(), entries_.end());
    for (std::size_t i = 0; i < entries_.size(); ++i)
      order_.push_back(static_cast<std::uint64_t>(entries_[i].within) << 32 | i);
    std::sort(order_.begin(), order_.end());
  }

  Calendar<Event> today_;  // what is added to the open page
  Tick now_;
  Tick start_;
  Tick page_;
  Tick opens_ = start_;  // when the next page begins
  std::size_t next_page_ = 0;
  std::vector<Entry> entries_;  // of the open page, in the order of scheduling
  std::vector<std::uint64_t> order_;
  std::size_t turned_ = 0;
  std::vector<Page> pages_;
  std::vector<Chunk> chunks_;
  std::uint32_t free_ = kNothing;
};

}  // namespace lscb::kernel
