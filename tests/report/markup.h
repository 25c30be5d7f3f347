// A small reader of the HTML that the program writes: stricter than a browser, so that what passes here is a
// page anywhere.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lscb::report {

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;  ///< as written
  std::string text;                               ///< all that stands inside, without tags, entities resolved
};

class Markup {
 public:
  explicit Markup(std::string_view page) : rest_(page) {
    constexpr std::string_view doctype = "<!DOCTYPE html>\n";
    if (rest_.substr(0, doctype.size()) == doctype) rest_.remove_prefix(doctype.size());
    while (!rest_.empty() && mistake_.empty()) {
      rest_.front() == '<' ? tag() : text();
    }
    if (mistake_.empty() && !open_.empty()) mistake_ = "never closed: " + elements_[open_.back()].name;
  }

  /// What is wrong, or empty: tags that do not balance, attributes without quotes or given twice, ids that
  /// are not unique, `<` or `&` as they are.
  [[nodiscard]] const std::string& mistake() const { return mistake_; }
  [[nodiscard]] const std::vector<Element>& elements() const { return elements_; }
  [[nodiscard]] std::vector<Element> all(std::string_view name) const {
    std::vector<Element> found;
    for (const Element& element : elements_) {
      if (element.name == name) found.push_back(element);
    }
    return found;
  }

 private:
  void text() {
    const std::string_view raw = rest_.substr(0, rest_.find('<'));
    rest_.remove_prefix(raw.size());
    const bool is_style = !open_.empty() && elements_[open_.back()].name == "style";
    const std::string plain = is_style ? std::string{raw} : resolved(raw);
    for (const std::size_t place : open_) elements_[place].text += plain;
  }

  std::string resolved(std::string_view raw) {
    static const std::map<std::string_view, char> entities = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
    std::string out;
    while (!raw.empty()) {
      if (raw.front() != '&') {
        out += raw.front();
        raw.remove_prefix(1);
        continue;
      }
      const auto known = entities.find(raw.substr(0, raw.find(';') + 1));
      if (known == entities.end()) {
        mistake_ = "a bare & before " + std::string{raw.substr(0, 20)};
        return out;
      }
      out += known->second;
      raw.remove_prefix(known->first.size());
    }
    return out;
  }

  void tag() {
    const std::size_t end = rest_.find('>');
    if (end == std::string_view::npos) {
      mistake_ = "a tag without end";
      return;
    }
    std::string_view inside = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    if (!inside.empty() && inside.front() == '/') {
      if (open_.empty() || elements_[open_.back()].name != inside.substr(1)) {
        mistake_ = "closed but not open: " + std::string{inside};
      } else {
        open_.pop_back();
      }
      return;
    }
    const bool closes_itself = !inside.empty() && inside.back() == '/';
    if (closes_itself) inside.remove_suffix(1);
    Element element;
    const std::size_t name = std::min(inside.find_first_of(" \n"), inside.size());
    element.name = inside.substr(0, name);
    if (element.name.empty() ||
        element.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") != std::string::npos) {
      mistake_ = "no tag: <" + std::string{inside};
      return;
    }
    attributes(inside.substr(name), element);
    elements_.push_back(std::move(element));
    if (!closes_itself && elements_.back().name != "meta") open_.push_back(elements_.size() - 1);
  }

  void attributes(std::string_view text, Element& element) {
    while (true) {
      const std::size_t start = text.find_first_not_of(" \n");
      if (start == std::string_view::npos) return;
      text.remove_prefix(start);
      const std::size_t is = text.find("=\"");
      const std::size_t end = is == std::string_view::npos ? is : text.find('"', is + 2);
      if (end == std::string_view::npos) {
        mistake_ = "an attribute without quotes: " + std::string{text};
        return;
      }
      const std::string name{text.substr(0, is)};
      const std::string value = resolved(text.substr(is + 2, end - is - 2));
      if (!element.attributes.emplace(name, value).second) mistake_ = "given twice: " + name;
      if (name == "id" && !ids_.insert(value).second) mistake_ = "an id twice: " + value;
      text.remove_prefix(end + 1);
    }
  }

  std::string_view rest_;
  std::string mistake_;
  std::vector<Element> elements_;
  std::vector<std::size_t> open_;
  std::set<std::string> ids_;
};

}  // namespace lscb::report
