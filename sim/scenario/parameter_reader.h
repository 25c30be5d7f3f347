// Parameter files: scenarios/parameters/<room>.toml against what the code declares. Internal to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scenario/library.h"
#include "scenario/reader.h"

namespace lscb::scenario::detail {

/// One declared parameter and where its value goes.
struct Slot {
  std::string id;  ///< "door.threshold_caf"
  std::string unit;
  double* value = nullptr;
};

/// Slots of a struct with `visit`, in its order. The struct must outlive them.
template <class Parameters>
[[nodiscard]] std::vector<Slot> slots_of(Parameters& parameters) {
  std::vector<Slot> slots;
  Parameters::visit(parameters, [&](const char* id, const char* unit, double& value) {
    slots.push_back({id, unit, &value});
  });
  return slots;
}

/// A parameter as a file gives it, with the places that messages name.
struct ParameterFigure {
  Figure figure;
  Position at;  ///< of its table's name
  Position unit_at;
};

/// The part of an id before its first dot: the name of the file it stands in.
[[nodiscard]] std::string room_of(std::string_view id);
/// Rooms in order of first mention.
[[nodiscard]] std::vector<std::string> rooms_of(const std::vector<Slot>& slots);

/// Every table with a `value` under `node`, as figures whose ids are the paths of their tables. Value, unit,
/// range and evidence are required of each, the evidence from [defaults] if need be.
[[nodiscard]] std::vector<ParameterFigure> read_parameter_figures(const FileContext& context,
                                                                  const Node& node);

/// Sets the slots from figures; reports unknown ids and wrong units.
void set_slots(const std::vector<ParameterFigure>& figures, const std::vector<Slot>& slots,
               Provenance& provenance, std::vector<Diagnostic>& problems);

/// Reads one parameter file; reports each parameter of its rooms that it leaves out.
void read_parameter_file(const FileContext& context, const Node& root, const std::vector<Slot>& slots,
                         Provenance& provenance);

/// Reads the file of every room of `slots`.
void read_parameters(const Library& library, const std::vector<Slot>& slots, Provenance& provenance,
                     std::vector<Diagnostic>& problems);

/// Reads `path`, parses it and prepares its context with [defaults]; reports what is wrong with the file
/// itself. False if there is nothing to read.
[[nodiscard]] bool open(const Library& library, const std::string& path, FileContext& context, Node& root);

}  // namespace lscb::scenario::detail
