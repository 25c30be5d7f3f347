#include "scenario/drafts.h"

namespace lscb::scenario::detail {

ScenarioDraft read_scenario(const FileContext& context, const Node& root, std::vector<Mention>& bases) {
  TableReader table(context, root, "the scenario");
  ScenarioDraft draft;
  draft.path = context.file;
  draft.title = table.need_text("title", "the scenario in a few words").value_or("");
  draft.summary = table.text("summary").value_or("");
  bases = table.texts("extends");
  table.table("defaults");  // already read into context.defaults
  draft.area = table.text("area");
  draft.area_file = context.file;
  draft.area_at = table.place_of("area");
  draft.from = table.date("from");
  draft.to = table.date("to");
  draft.window_faulty = (table.has("from") && !draft.from) || (table.has("to") && !draft.to);
  draft.window_file = context.file;
  draft.to_at = table.place_of("to");
  draft.changes = read_changes(context, table, "change");
  table.finish();
  return draft;
}

}  // namespace lscb::scenario::detail
