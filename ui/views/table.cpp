// Every figure of the first page as a table.
#include "ui/session/rows.h"
#include "ui/views/room.h"
#include "ui/widgets/text.h"

namespace lscb::ui {
namespace {

void put_row(const Look& look, const Row& row) {
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  put_text(row.label);
  explain(row.label + "\nknown to other programs as " + row.id + "; " + row.pairing);
  ImGui::TableNextColumn();
  put_text(row.base);
  ImGui::TableNextColumn();
  put_text(row.change);
  ImGui::TableNextColumn();
  put_text(row.difference);
  ImGui::TableNextColumn();
  put_verdict_mark(look, row.kind, row.the_same);
  put_text(row.in_short);
  explain(row.the_same ? "Both sides are the same in every run." : row.verdict + ". " + meaning_of(row.kind));
}

}  // namespace

void draw_table(const Look& look, const Answer& answer, RoomState& state) {
  constexpr int columns = 5;
  if (!ImGui::BeginTable("figures", columns,
                         ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_RowBg |
                             ImGuiTableFlags_SizingStretchProp | ImGuiTableFlags_BordersOuter)) {
    return;
  }
  ImGui::TableSetupColumn("Measure", ImGuiTableColumnFlags_WidthStretch, 0.25F);
  ImGui::TableSetupColumn("Base", ImGuiTableColumnFlags_WidthStretch, 0.18F);
  ImGui::TableSetupColumn("With the change", ImGuiTableColumnFlags_WidthStretch, 0.18F);
  ImGui::TableSetupColumn("Difference", ImGuiTableColumnFlags_WidthStretch, 0.22F);
  ImGui::TableSetupColumn("Verdict", ImGuiTableColumnFlags_WidthStretch, 0.17F);
  ImGui::TableHeadersRow();
  for (const auto& group : first_page_rows(answer.result)) {
    if (!group.title.empty()) {
      ImGui::TableNextRow();
      ImGui::TableNextColumn();
      const WithFont bold{look.fonts.bold};
      ImGui::TextUnformatted(group.title.c_str());
    }
    for (const auto& row : group.rows) put_row(look, row);
  }
  ImGui::EndTable();
  state.landmarks.mark("table");
}

}  // namespace lscb::ui
