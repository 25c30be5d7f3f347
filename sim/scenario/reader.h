// Reading typed values out of a file's tree, collecting every mistake with its place.
//
// A TableReader is asked for each key that its table may hold; `finish` then reports every key that nobody
// asked for, with the nearest that somebody did.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/node.h"
#include "scenario/provenance.h"
#include "scenario/quantity.h"

namespace lscb::scenario {

/// Year, source and grade: what `[defaults]` or a change gives to figures that have none of their own.
struct Evidence {
  std::optional<std::string> year;
  std::optional<std::string> source;
  std::optional<spec::Grade> grade;
};

/// One file while it is read. At most `most_problems` mistakes are kept, so that a hostile file stays cheap.
struct FileContext {
  static constexpr std::size_t most_problems = 200;
  std::string file;
  std::vector<Diagnostic>* problems = nullptr;
  Evidence defaults;
  /// Lines were left out because of mistakes of syntax: what is missing may have stood there.
  bool partial = false;

  void report(Position at, std::string found, std::string expected, std::string suggestion = {}) const;
  /// A value of the wrong kind; nothing where it was refused as it was read.
  void report_value(const Node& node, std::string_view key, std::string expected,
                    std::string suggestion = {}) const;
};

/// What a figure must be.
struct FigureRule {
  const Unit* unit = nullptr;
  double low = 0.0;  ///< in the unit's own name: percent, months
  double high = 0.0;
  bool whole = false;
};

/// A figure as read, with the model's value beside the written one.
struct ReadFigure {
  Figure figure;
  double value = 0.0;  ///< figure.value / unit divisor
  Position at;
};

/// A name that people may reasonably try, and what does that work.
struct Pointer {
  const char* name;
  const char* lever;
};

class TableReader {
 public:
  /// `what` names the table in messages: "this change", "the area". REQUIRES: table is of type table.
  TableReader(const FileContext& context, const Node& table, std::string what);

  /// The value of a key, or nullptr; the key counts as known from now on.
  const Node* take(std::string_view key);
  /// As take, but a missing key is a mistake, reported at the table.
  const Node* need(std::string_view key, std::string_view expected);

  std::optional<std::string> text(std::string_view key);
  std::optional<std::string> need_text(std::string_view key, std::string_view expected);
  std::optional<bool> truth(std::string_view key);
  std::optional<std::chrono::year_month_day> date(std::string_view key);
  std::optional<std::chrono::year_month_day> need_date(std::string_view key);
  /// One of `choices`; a mistake names the nearest.
  std::optional<std::string> choice(std::string_view key, const std::vector<std::string>& choices);
  /// A text, or a list of texts; empty if the key is absent.
  std::vector<std::pair<std::string, Position>> texts(std::string_view key);
  /// A nested table; nullptr if absent or, after a report, if it is something else.
  const Node* table(std::string_view key);
  /// Tables written [[key]], in order; empty if absent.
  std::vector<const Node*> tables(std::string_view key);
  /// year, source and grade of this table, each falling back on `outer`.
  Evidence evidence(const Evidence& outer);

  /// A figure: "27 %", a plain number where the unit allows it, or { value, unit, year, source, grade, range,
  /// note, label }. Its id is `id`; what it does not say of its evidence comes from `evidence`.
  std::optional<ReadFigure> figure(std::string_view key, const FigureRule& rule, std::string id,
                                   const Evidence& evidence);
  std::optional<ReadFigure> need_figure(std::string_view key, const FigureRule& rule, std::string id,
                                        const Evidence& evidence);

  /// Names that people may reasonably try but for which nothing in the model exists yet.
  void without_mechanism(std::vector<std::string> names) { without_mechanism_ = std::move(names); }
  /// Names that people may reasonably try where another lever does it.
  void elsewhere(std::vector<Pointer> pointers) { elsewhere_ = std::move(pointers); }
  /// Reports every key that was not asked for. Call once, after the last take.
  void finish();

  [[nodiscard]] Position at() const { return table_.at; }
  [[nodiscard]] const FileContext& context() const { return context_; }
  [[nodiscard]] bool has(std::string_view key) const { return table_.get(key) != nullptr; }
  /// Where a key's value stands; the table's own place if the key is absent.
  [[nodiscard]] Position place_of(std::string_view key) const;

 private:
  void refuse(const Member& member) const;
  void wrong_type(std::string_view key, const Node& node, std::string expected) const;

  const FileContext& context_;
  const Node& table_;
  std::string what_;
  std::vector<std::string> known_;
  std::vector<std::string> without_mechanism_;
  std::vector<Pointer> elsewhere_;
};

/// Keys under which somebody might lay down who a child is. The simulator takes no such data: a message of
/// its own asks for their removal. True if it was one.
bool refuse_child_level(const FileContext& context, const Member& member, std::string suggestion = {});

/// A figure from its node; see TableReader::figure.
[[nodiscard]] std::optional<ReadFigure> read_figure(const FileContext& context, std::string_view key,
                                                    const Node& node, const FigureRule& rule, std::string id,
                                                    const Evidence& evidence);

/// The grade of that name.
[[nodiscard]] std::optional<spec::Grade> grade_named(std::string_view name);
[[nodiscard]] const std::vector<std::string>& grade_names();

}  // namespace lscb::scenario
