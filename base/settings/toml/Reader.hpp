#pragma once

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/Time.hpp"
#include "base/json/Json.hpp"
#include "base/settings/toml/Document.hpp"

namespace luot::base::settings::toml {

/// Reads a file into plain structs that BOOST_DESCRIBE_STRUCT lists: member `kioskOrder` from the key
/// `kiosk_order`. A key that is not in the file leaves its member as it is (Constraint says what must be
/// there); an unknown key and a value of a wrong type are complained of, and reading goes on, so that all
/// errors are told together.
class Reader {
public:
    Reader(const Document& document, Complaints& complaints) : document_(document), complaints_(complaints) {}

    template <class T>
    void read(T& into) {
        take(document_.root, "", into);
    }

    /// One table of the root; the rest of the file is left alone. Nothing happens when it is not there.
    template <class T>
    void readTable(const std::string& key, T& into) {
        if (const auto* table = document_.root.find(key)) take(*table, key, into);
    }

private:
    void take(const Node& node, const std::string& path, bool& into);
    void take(const Node& node, const std::string& path, int& into);
    void take(const Node& node, const std::string& path, double& into);
    void take(const Node& node, const std::string& path, std::string& into);
    void take(const Node& node, const std::string& path, Date& into);

    template <class T>
    void take(const Node& node, const std::string& path, std::optional<T>& into) {
        take(node, path, into.emplace());
    }

    template <class T>
    void take(const Node& node, const std::string& path, std::vector<T>& into) {
        if (!is(node, path, Kind::list, "a list in brackets")) return;
        into.resize(node.values.size());
        for (std::size_t i = 0; i < into.size(); ++i)
            take(node.values[i], path + "[" + std::to_string(i) + "]", into[i]);
    }

    template <class T>
    void take(const Node& node, const std::string& path, std::map<std::string, T>& into) {
        if (!is(node, path, Kind::table, "a table")) return;
        for (std::size_t i = 0; i < node.keys.size(); ++i)
            take(node.values[i], join(path, node.keys[i]), into[node.keys[i]]);
    }

    template <class T>
    void take(const Node& node, const std::string& path, T& into) requires std::is_class_v<T> {
        if (!is(node, path, Kind::table, "a table")) return;
        std::vector<std::string> known;
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto member) {
                known.push_back(json::snakeCase(member.name));
                if (const auto* child = node.find(known.back()))
                    take(*child, join(path, known.back()), into.*member.pointer);
            });
        complainOfUnknown(node, path, known);
    }

    static std::string join(const std::string& path, const std::string& key) {
        return path.empty() ? key : path + "." + key;
    }

    bool is(const Node& node, const std::string& path, Kind kind, const char* expected);
    void complainOfUnknown(const Node& table, const std::string& path, const std::vector<std::string>& known);

    const Document& document_;
    Complaints& complaints_;
};

}  // namespace luot::base::settings::toml
