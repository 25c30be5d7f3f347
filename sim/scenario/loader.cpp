#include "scenario/loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace lscb::scenario::detail {
namespace {

/// Longer chains of `extends` are somebody's mistake, and would only slow the message down.
constexpr std::size_t longest_chain = 16;

/// What an authority borrows from.
constexpr const char* national_profile = "england";
/// Stands between the table's path and the number of the authority in it.
constexpr char number_mark = '#';

std::string arrows(const std::vector<std::string>& chain, const std::string& last) {
  std::string out;
  for (const std::string& path : chain) out += stem_of(path) + " -> ";
  return out + stem_of(last);
}

bool same_change(const ReadChange& a, const ReadChange& b) {
  return a.change.origin.file == b.change.origin.file && a.change.origin.line == b.change.origin.line;
}

/// What a file does not say itself it takes from the first base that does; the others have to agree. True if
/// it was taken.
template <class T, class Differ>
bool inherit(std::optional<T>& here, const std::optional<T>& base, const Differ& differ) {
  if (!base) return false;
  if (here) {
    if (*here != *base) differ();
    return false;
  }
  here = base;
  return true;
}

}  // namespace

std::string folder_of(const std::string& path) {
  return std::filesystem::path(path).parent_path().generic_string();
}

std::optional<std::string> Loader::resolve(Kind kind, const Mention& mention, const std::string& file) {
  std::string path = find(library_, kind, mention.first, folder_of(file));
  if (path.empty() && kind == Kind::area) path = authority_path(mention.first);
  if (!path.empty()) return path;
  const std::vector<std::string> known = names(library_, kind);
  problems_.push_back(
      {file, mention.second.line, mention.second.column, none_called(kind, mention.first),
       known.empty() ? fmt::format("a {} in {}", name_of(kind), listed(library_.folders)) : listed(known, 20),
       nearest(kind, mention.first)});
  return std::nullopt;
}

const std::vector<AuthorityDraft>& Loader::authorities() {
  if (authorities_) return *authorities_;
  authorities_.emplace();
  const std::string path = find_authorities(library_);
  if (path.empty()) return *authorities_;
  FileContext context;
  std::vector<Diagnostic> own;
  context.problems = &own;
  context.file = path;
  const FileText file = library_.files->read(path);
  const auto profile = resolve(Kind::area, {national_profile, {1, 1}}, path);
  const AreaDraft* national = profile ? area(*profile) : nullptr;
  if (!file.text) {
    context.report({1, 1}, file.found, file.expected);
  } else if (national != nullptr) {
    authorities_ = read_authorities(context, *file.text, *national);
  }
  problems_.insert(problems_.end(), own.begin(), own.end());
  return *authorities_;
}

std::string Loader::authority_path(std::string_view name_or_number) {
  for (const AuthorityDraft& draft : authorities()) {
    const std::string number = fmt::format("{}", draft.authority.number);
    if (name_or_number != draft.authority.name && name_or_number != number) continue;
    return draft.area.path + number_mark + number;
  }
  return {};
}

std::string Loader::nearest(Kind kind, const std::string& name) {
  std::vector<std::string> known = names(library_, kind);
  if (kind == Kind::area) {
    for (const AuthorityDraft& draft : authorities()) known.push_back(draft.authority.name);
  }
  return nearest_name(name, known);
}

std::string Loader::none_called(Kind kind, std::string_view name) {
  const bool scenario = kind == Kind::area && !find(library_, Kind::scenario, name).empty();
  const bool area =
      kind == Kind::scenario && (!find(library_, Kind::area, name).empty() || !authority_path(name).empty());
  const char* other = scenario ? ", which is a scenario" : area ? ", which is an area" : "";
  return fmt::format("no {} called {}{}", name_of(kind), in_quotes(name), other);
}

bool Loader::refuse_circle(Kind kind, const std::string& path, const std::vector<std::string>& chain,
                           const Mention& mention, const std::string& file) {
  const char* article = kind == Kind::area ? "an" : "a";
  const auto report = [&](std::string found, std::string expected) {
    problems_.push_back(
        {file, mention.second.line, mention.second.column, std::move(found), std::move(expected), ""});
    return true;
  };
  const auto start = std::find(chain.begin(), chain.end(), path);
  if (start != chain.end()) {
    const std::vector<std::string> circle(start, chain.end());
    return report(fmt::format("{} {} that extends itself: {}", article, name_of(kind), arrows(circle, path)),
                  "a chain that ends");
  }
  if (chain.size() >= longest_chain) {
    return report(fmt::format("a chain of more than {} files", longest_chain), "fewer steps of extends");
  }
  return false;
}

const AreaDraft* Loader::area(const std::string& path, const std::vector<std::string>& chain) {
  if (const auto known = areas_.find(path); known != areas_.end()) return known->second.get();
  if (const std::size_t mark = path.rfind(number_mark);
      mark != std::string::npos && path.compare(0, mark, find_authorities(library_)) == 0) {
    for (const AuthorityDraft& draft : authorities()) {
      if (path.substr(mark + 1) == fmt::format("{}", draft.authority.number)) return &draft.area;
    }
    return nullptr;
  }
  FileContext context;
  std::vector<Diagnostic> own;
  context.problems = &own;
  Node root;
  std::unique_ptr<AreaDraft> draft;
  std::vector<Mention> bases;
  if (open(library_, path, context, root)) {
    draft = std::make_unique<AreaDraft>(read_area(context, root, bases));
    draft->at = root.at;
    draft->broken = context.partial;
  }
  problems_.insert(problems_.end(), own.begin(), own.end());
  for (const Mention& mention : bases) {
    const auto base_path = resolve(Kind::area, mention, path);
    std::vector<std::string> longer = chain;
    longer.push_back(path);
    const AreaDraft* base = nullptr;
    if (base_path && !refuse_circle(Kind::area, *base_path, longer, mention, path))
      base = area(*base_path, longer);
    if (base != nullptr) {
      extend(*draft, *base);
    } else {
      draft->broken = true;
    }
  }
  const AreaDraft* result = draft.get();
  areas_[path] = std::move(draft);
  return result;
}

void Loader::merge(ScenarioDraft& draft, const std::vector<const ScenarioDraft*>& bases,
                   const std::vector<Mention>& mentions, const FileContext& context) {
  std::vector<ReadChange> changes;
  const auto add = [&](const ReadChange& read) {
    const bool there = std::any_of(changes.begin(), changes.end(),
                                   [&](const ReadChange& other) { return same_change(read, other); });
    if (!there) changes.push_back(read);
  };
  const bool own_area = draft.area.has_value();
  const bool own_from = draft.from.has_value();
  const bool own_to = draft.to.has_value();
  for (std::size_t i = 0; i < bases.size(); ++i) {
    const ScenarioDraft& base = *bases[i];
    draft.broken = draft.broken || base.broken;
    draft.window_faulty = draft.window_faulty || base.window_faulty;
    const auto differ = [&](const char* what) {
      context.report(mentions[i].second,
                     fmt::format("{}, whose {} is not that of {}", in_quotes(mentions[i].first), what,
                                 in_quotes(mentions[0].first)),
                     fmt::format("scenarios of the same {0}, or {0} = … in this file", what));
    };
    if (!own_area && inherit(draft.area, base.area, [&] { differ("area"); })) {
      draft.area_file = base.area_file;
      draft.area_at = base.area_at;
    }
    if (!own_from) inherit(draft.from, base.from, [&] { differ("from"); });
    // If `from` is this file's own, the two were put together here.
    if (!own_to && inherit(draft.to, base.to, [&] { differ("to"); }) && !own_from) {
      draft.window_file = base.window_file;
      draft.to_at = base.to_at;
    }
    for (const ReadChange& read : base.changes) add(read);
  }
  for (const ReadChange& read : draft.changes) add(read);
  draft.changes = std::move(changes);
}

const ScenarioDraft* Loader::scenario(const std::string& path, const std::vector<std::string>& chain) {
  if (const auto known = scenarios_.find(path); known != scenarios_.end()) return known->second.get();
  FileContext context;
  std::vector<Diagnostic> own;
  context.problems = &own;
  Node root;
  std::unique_ptr<ScenarioDraft> draft;
  std::vector<Mention> mentions;
  if (open(library_, path, context, root)) {
    draft = std::make_unique<ScenarioDraft>(read_scenario(context, root, mentions));
    draft->broken = context.partial;
    if (draft->area) {
      const auto area_path = resolve(Kind::area, {*draft->area, draft->area_at}, path);
      if (!area_path) draft->broken = true;
      draft->area = area_path;
    }
  }
  std::vector<const ScenarioDraft*> bases;
  std::vector<Mention> found;
  for (const Mention& mention : mentions) {
    const auto base_path = resolve(Kind::scenario, mention, path);
    std::vector<std::string> longer = chain;
    longer.push_back(path);
    const ScenarioDraft* base = nullptr;
    if (base_path && !refuse_circle(Kind::scenario, *base_path, longer, mention, path)) {
      base = scenario(*base_path, longer);
    }
    if (base != nullptr) {
      bases.push_back(base);
      found.push_back(mention);
    } else {
      draft->broken = true;
    }
  }
  if (draft) merge(*draft, bases, found, context);
  problems_.insert(problems_.end(), own.begin(), own.end());
  const ScenarioDraft* result = draft.get();
  scenarios_[path] = std::move(draft);
  return result;
}

}  // namespace lscb::scenario::detail
