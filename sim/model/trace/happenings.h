// Steps of what happens in a family, whoever knows of it.
#pragma once

#include <cstdint>

#include "kernel/cause.h"
#include "trace/kinds.h"

namespace lscb::trace {

struct Need {
  static constexpr const char* name = "need";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::truth;
  Child child;
  std::uint8_t level = 0;  ///< effective: 3 while a dangerous adult is there
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("child", child);
    v("level", level);
  }
  friend bool operator==(const Need&, const Need&) = default;
};

/// Something that others could notice.
struct Incident {
  static constexpr const char* name = "incident";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::truth;
  Child child;
  float severity = 0.0F;  ///< levels of need, 0..4
  kernel::Cause cause;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("child", child);
    v("severity", severity);
    v("cause", cause);
  }
  friend bool operator==(const Incident&, const Incident&) = default;
};

/// A serious harm.
struct Harm {
  static constexpr const char* name = "harm";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::truth;
  Child child;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("child", child);
  }
  friend bool operator==(const Harm&, const Harm&) = default;
};

/// Domestic abuse, relapse.
struct Crisis {
  static constexpr const char* name = "crisis";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::truth;
  template <class Visitor>
  void fields([[maybe_unused]] Visitor&& v) const {}
  friend bool operator==(const Crisis&, const Crisis&) = default;
};

/// A dangerous adult joins the family.
struct AdultArrived {
  static constexpr const char* name = "adult_arrived";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::truth;
  template <class Visitor>
  void fields([[maybe_unused]] Visitor&& v) const {}
  friend bool operator==(const AdultArrived&, const AdultArrived&) = default;
};

/// The dangerous adult has gone.
struct AdultLeft {
  static constexpr const char* name = "adult_left";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::truth;
  template <class Visitor>
  void fields([[maybe_unused]] Visitor&& v) const {}
  friend bool operator==(const AdultLeft&, const AdultLeft&) = default;
};

struct Conceived {
  static constexpr const char* name = "conceived";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::truth;
  Child child;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("child", child);
  }
  friend bool operator==(const Conceived&, const Conceived&) = default;
};

struct Born {
  static constexpr const char* name = "born";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::truth;
  Child child;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("child", child);
  }
  friend bool operator==(const Born&, const Born&) = default;
};

struct Turned18 {
  static constexpr const char* name = "turned_18";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::truth;
  Child child;
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("child", child);
  }
  friend bool operator==(const Turned18&, const Turned18&) = default;
};

/// Into the area.
struct MovedIn {
  static constexpr const char* name = "moved_in";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::truth;
  bool file_elsewhere = false;  ///< another authority has a file
  template <class Visitor>
  void fields(Visitor&& v) const {
    v("file_elsewhere", file_elsewhere);
  }
  friend bool operator==(const MovedIn&, const MovedIn&) = default;
};

struct MovedAway {
  static constexpr const char* name = "moved_away";
  static constexpr Origin origin = Origin::follows;
  static constexpr Lane lane = Lane::truth;
  template <class Visitor>
  void fields([[maybe_unused]] Visitor&& v) const {}
  friend bool operator==(const MovedAway&, const MovedAway&) = default;
};

}  // namespace lscb::trace
