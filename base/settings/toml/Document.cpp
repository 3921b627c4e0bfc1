#include "base/settings/toml/Document.hpp"

#include <algorithm>
#include <charconv>

namespace luot::base::settings::toml {

namespace {

/// Takes "counters", "[2]" or "number" from the front of "counters[2].number".
std::string_view takeStep(std::string_view& path) {
    if (!path.empty() && path.front() == '.') path.remove_prefix(1);
    const auto end = path.empty() ? path.npos : path.find_first_of(".[", 1);
    const auto step = path.substr(0, end);
    path.remove_prefix(step.size());
    return step;
}

const Node* child(const Node& node, std::string_view step) {
    if (step.empty()) return nullptr;
    if (step.front() != '[') return node.find(step);
    std::size_t index = 0;
    std::from_chars(step.data() + 1, step.data() + step.size(), index);
    return node.kind == Kind::list && index < node.values.size() ? &node.values[index] : nullptr;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? nullptr : &values[static_cast<std::size_t>(found - keys.begin())];
}

int Document::lineOf(std::string_view path) const {
    const Node* node = &root;
    while (const auto* next = child(*node, takeStep(path))) node = next;
    return std::max(node->line, 1);
}

Complaint Document::complaint(std::string path, std::string what) const {
    const int line = lineOf(path);
    return Complaint{file, line, std::move(path), std::move(what)};
}

}  // namespace luot::base::settings::toml
