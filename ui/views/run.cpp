// What was moved, how many runs on which lives, and the button that starts or stops them. It stands below the
// levers, so that a sentence that grows does not push a lever from under the pointer.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "ui/views/room.h"
#include "ui/widgets/text.h"

namespace lscb::ui {
namespace {

constexpr int least_runs = 2;
constexpr int most_runs = 1'000'000;

bool all_digits(const char* text) {
  return *text != '\0' && std::strspn(text, "0123456789") == std::strlen(text);
}

/// The number of a finished entry; empty while it is typed.
std::optional<std::uint64_t> put_number(const char* id, NumberEntry& entry, std::uint64_t value, float width,
                                        Landmarks& landmarks) {
  if (!entry.being_typed && entry.objection.empty()) {
    std::snprintf(entry.text.data(), entry.text.size(), "%llu", static_cast<unsigned long long>(value));
  }
  ImGui::SetNextItemWidth(width);
  const bool entered =
      ImGui::InputText(id, entry.text.data(), entry.text.size(),
                       ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll |
                           ImGuiInputTextFlags_CharsDecimal);
  landmarks.mark(id);
  entry.being_typed = ImGui::IsItemActive();
  if (!entered && !ImGui::IsItemDeactivatedAfterEdit()) return std::nullopt;
  constexpr std::size_t most_digits = 19;
  if (!all_digits(entry.text.data()) || std::strlen(entry.text.data()) > most_digits) {
    entry.objection = fmt::format("\"{}\" is no whole number", entry.text.data());
    return std::nullopt;
  }
  entry.objection.clear();
  return std::strtoull(entry.text.data(), nullptr, 10);
}

void put_numbers(Session& session, RoomState& state) {
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted("Runs");
  explain(
      "How many times both scenarios are simulated, each time on the same simulated lives. More runs narrow "
      "the "
      "interval.");
  ImGui::SameLine();
  if (const auto runs =
          put_number("##runs", state.replications, static_cast<std::uint64_t>(session.replications()),
                     em(5.0F), state.landmarks)) {
    if (*runs >= least_runs && *runs <= most_runs) {
      session.set_replications(static_cast<int>(*runs));
    } else {
      state.replications.objection = fmt::format("{} runs: expected {} to 1,000,000", *runs, least_runs);
    }
  }
  ImGui::SameLine(0.0F, em(1.0F));
  ImGui::TextUnformatted("Seed");
  explain("Names the simulated lives. The same seed gives the same lives, and the same figures, again.");
  ImGui::SameLine();
  if (const auto seed = put_number("##seed", state.seed, session.seed(), em(6.0F), state.landmarks)) {
    session.set_seed(*seed);
  }
}

bool primary_button(const Look& look, const char* label) {
  ImGui::PushStyleColor(ImGuiCol_Button, look.palette.strong);
  ImGui::PushStyleColor(ImGuiCol_ButtonHovered, look.palette.ink);
  ImGui::PushStyleColor(ImGuiCol_ButtonActive, look.palette.ink);
  const WithInk ink{look.palette.on_strong};
  const WithFont font{look.fonts.bold};
  const bool pressed = ImGui::Button(label, {-1.0F, em(2.1F)});
  ImGui::PopStyleColor(3);
  return pressed;
}

void put_progress(const Look& look, const Session& session) {
  const auto progress = session.progress();
  const bool any = progress.total > 0;
  const float share = any ? static_cast<float>(progress.done) / static_cast<float>(progress.total) : 0.0F;
  ImGui::ProgressBar(share, {-1.0F, em(0.5F)}, "");
  std::string text = any ? fmt::format("{} of {} runs", progress.done, progress.total) : "Nothing run yet";
  if (session.activity() == Activity::stopping) {
    text += ", stopping";
  } else if (const auto left = session.time_left(); !left.empty()) {
    text += ", " + left;
  } else if (any && session.activity() == Activity::idle) {
    text += progress.done < progress.total ? ", stopped" : ", done";
  }
  put_quiet_text(look, text);
}

/// Mistakes beside what they are about, each a line; empty if nothing stands in the way.
std::string objections(const Session& session, const RoomState& state) {
  std::string text;
  for (const auto* one : {&state.replications.objection, &state.seed.objection}) {
    if (one->empty()) continue;
    if (!text.empty()) text += '\n';
    text += *one;
  }
  if (text.empty() && session.activity() == Activity::idle && session.base().design &&
      session.change().design) {
    text = session.objection();
  }
  return text;
}

}  // namespace

float height_of_run(const Session& session, const RoomState& state) {
  const float spacing = ImGui::GetStyle().ItemSpacing.y;
  float height = spacing + ImGui::GetFrameHeight() + spacing + em(2.1F) + spacing + em(0.5F) + spacing +
                 ImGui::GetTextLineHeight() + 2.0F * spacing;
  for (const std::string& text : {session.sentence(), objections(session, state)}) {
    if (text.empty()) continue;
    height += ImGui::CalcTextSize(text.c_str(), nullptr, false, ImGui::GetContentRegionAvail().x).y + spacing;
  }
  return height;
}

void draw_run(const Look& look, Session& session, RoomState& state) {
  ImGui::Separator();
  if (const std::string moved = session.sentence(); !moved.empty()) put_text(moved);
  put_numbers(session, state);
  const std::string wrong = objections(session, state);
  if (!wrong.empty()) {
    const WithInk ink{look.palette.wrong};
    put_text(wrong);
  }
  if (session.activity() == Activity::idle) {
    const bool can_run = wrong.empty() && session.base().design && session.change().design;
    ImGui::BeginDisabled(!can_run);
    const bool pressed = primary_button(look, "Run the comparison (F5)");
    state.landmarks.mark("run");
    ImGui::EndDisabled();
    if (can_run && (pressed || state.keys.run)) session.run();
  } else {
    ImGui::BeginDisabled(session.activity() == Activity::stopping);
    const bool pressed = primary_button(look, "Stop, keep what has finished (F6)");
    state.landmarks.mark("stop");
    ImGui::EndDisabled();
    if (pressed || state.keys.stop) session.stop();
  }
  put_progress(look, session);
}

}  // namespace lscb::ui
