#include "base/settings/toml/Constraint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace luot::base::settings::toml {

namespace {

/// A place that a path with wildcards stands for. Without a node: it is missing, and `path` names the missing
/// part.
struct Place {
    std::string path;
    const Node* node = nullptr;
};

std::string join(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
}

void visitChild(const Place& from, std::string_view step, std::vector<Place>& into) {
    if (step == "*" && from.node->kind == Kind::table) {
        for (std::size_t i = 0; i < from.node->keys.size(); ++i)
            into.push_back({join(from.path, from.node->keys[i]), &from.node->values[i]});
    } else if (from.node->kind == Kind::table) {
        into.push_back({join(from.path, step), from.node->find(step)});
    }
}

void visitElements(const Place& list, std::vector<Place>& into) {
    if (list.node == nullptr || list.node->kind != Kind::list) return;
    for (std::size_t i = 0; i < list.node->values.size(); ++i)
        into.push_back({fmt::format("{}[{}]", list.path, i), &list.node->values[i]});
}

/// All places of "counters[].services[].rank" in the document.
std::vector<Place> placesOf(const Document& document, std::string_view path) {
    std::vector<Place> places{{"", &document.root}};
    while (!path.empty()) {
        auto step = path.substr(0, path.find('.'));
        path.remove_prefix(std::min(path.size(), step.size() + 1));
        const bool elements = step.ends_with("[]");
        if (elements) step.remove_suffix(2);
        const bool inAList = elements || path.find("[]") != path.npos;
        std::vector<Place> next;
        for (const auto& place : places) {
            std::vector<Place> found;
            if (place.node != nullptr) visitChild(place, step, found);
            // What a list holds is demanded of its elements only; a list that is missing has none.
            if (place.node == nullptr && !inAList) next.push_back(place);
            for (const auto& child : found) elements ? visitElements(child, next) : next.push_back(child);
        }
        places = std::move(next);
    }
    return places;
}

/// A text or whole number as text; none for everything else.
std::optional<std::string> scalar(const Node* node) {
    if (node == nullptr) return std::nullopt;
    if (node->kind == Kind::integer) return std::to_string(node->integer);
    if (node->kind == Kind::text || node->kind == Kind::date) return node->text;
    return std::nullopt;
}

std::vector<std::string> scalarsAt(const Document& document, std::string_view path) {
    std::vector<std::string> values;
    for (const auto& place : placesOf(document, path))
        if (auto value = scalar(place.node)) values.push_back(std::move(*value));
    return values;
}

std::vector<std::string> split(std::string_view words) {
    std::vector<std::string> parts;
    while (!words.empty()) {
        const auto part = words.substr(0, words.find('|'));
        parts.emplace_back(part);
        words.remove_prefix(std::min(words.size(), part.size() + 1));
    }
    return parts;
}

std::string unknownWord(const std::string& value, const std::vector<std::string>& known) {
    const auto meant = nearest(value, known);
    if (!meant.empty()) return fmt::format("'{}' is not known; did you mean '{}'?", value, meant);
    if (known.empty()) return fmt::format("'{}' is not known; this file defines none yet", value);
    std::string all;
    for (const auto& word : known) all += (all.empty() ? "" : ", ") + word;
    return fmt::format("'{}' is not known; use one of: {}", value, all);
}

/// One run over the document; each function checks one constraint.
struct Checker {
    const Document& document;
    Complaints& complaints;

    void complain(const Place& place, std::string what) {
        auto complaint = document.complaint(place.path, std::move(what));
        if (std::find(complaints.begin(), complaints.end(), complaint) == complaints.end())
            complaints.push_back(std::move(complaint));
    }

    void required(const Constraint& constraint) {
        for (const auto& place : placesOf(document, constraint.path)) {
            if (place.node == nullptr) {
                complain(place, "is missing; add it");
            } else if ((place.node->kind == Kind::text && place.node->text.empty()) ||
                       (place.node->kind == Kind::list && place.node->values.empty())) {
                complain(place, "is empty; fill it in");
            }
        }
    }

    void within(const Constraint& constraint) {
        for (const auto& place : placesOf(document, constraint.path)) {
            const bool number = place.node != nullptr &&
                                (place.node->kind == Kind::integer || place.node->kind == Kind::number);
            if (number && !constraint.range.holds(place.node->number))
                complain(place, fmt::format("must be {}", constraint.range.text()));
        }
    }

    void among(const Constraint& constraint, const std::vector<std::string>& words) {
        for (const auto& place : placesOf(document, constraint.path)) {
            const auto value = scalar(place.node);
            if (value && std::find(words.begin(), words.end(), *value) == words.end())
                complain(place, unknownWord(*value, words));
        }
    }

    void unique(const Constraint& constraint) {
        std::map<std::string, int> lines;
        for (const auto& place : placesOf(document, constraint.path)) {
            const auto value = scalar(place.node);
            if (!value) continue;
            const auto [first, fresh] = lines.emplace(*value, document.lineOf(place.path));
            if (!fresh)
                complain(place, fmt::format("'{}' stands already in line {}; give another one", *value,
                                            first->second));
        }
    }

    void keysKnown(const Constraint& constraint) {
        const auto words = scalarsAt(document, constraint.words);
        for (const auto& place : placesOf(document, constraint.path)) {
            if (place.node == nullptr || place.node->kind != Kind::table) continue;
            for (const auto& key : place.node->keys)
                if (std::find(words.begin(), words.end(), key) == words.end())
                    complain({join(place.path, key), nullptr}, unknownWord(key, words));
        }
    }

    void run(const Constraint& constraint) {
        switch (constraint.demand) {
            case Demand::required:
                return required(constraint);
            case Demand::within:
                return within(constraint);
            case Demand::oneOf:
                return among(constraint, split(constraint.words));
            case Demand::unique:
                return unique(constraint);
            case Demand::known:
                return among(constraint, scalarsAt(document, constraint.words));
            case Demand::keysKnown:
                return keysKnown(constraint);
        }
    }
};

}  // namespace

void check(const Document& document, const std::vector<Constraint>& constraints, Complaints& complaints) {
    Checker checker{document, complaints};
    for (const auto& constraint : constraints) checker.run(constraint);
}

}  // namespace luot::base::settings::toml
