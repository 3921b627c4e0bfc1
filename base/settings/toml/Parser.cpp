#include <fmt/format.h>
#include <toml++/toml.h>

#include <fstream>
#include <sstream>

#include "base/settings/toml/Document.hpp"

namespace luot::base::settings::toml {

namespace {

constexpr std::size_t maxFileBytes = 4 * 1024 * 1024;

Node nodeOf(const ::toml::node& from);

void fill(Node& node, const ::toml::table& table) {
    node.kind = Kind::table;
    std::vector<std::pair<std::string, const ::toml::node*>> members;
    for (const auto& [key, value] : table) members.emplace_back(std::string(key.str()), &value);
    std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) {
        return a.second->source().begin < b.second->source().begin;
    });
    for (const auto& [key, value] : members) {
        node.keys.push_back(key);
        node.values.push_back(nodeOf(*value));
    }
}

void fill(Node& node, const ::toml::array& array) {
    node.kind = Kind::list;
    for (const auto& element : array) node.values.push_back(nodeOf(element));
}

void fillScalar(Node& node, const ::toml::node& from) {
    if (const auto* text = from.as_string()) {
        node.kind = Kind::text;
        node.text = text->get();
    } else if (const auto* boolean = from.as_boolean()) {
        node.kind = Kind::boolean;
        node.boolean = boolean->get();
    } else if (const auto* integer = from.as_integer()) {
        node.kind = Kind::integer;
        node.integer = integer->get();
        node.number = static_cast<double>(node.integer);
    } else if (const auto* number = from.as_floating_point()) {
        node.kind = Kind::number;
        node.number = number->get();
    } else if (const auto* date = from.as_date()) {
        node.kind = Kind::date;
        node.text = fmt::format("{:04}-{:02}-{:02}", date->get().year, date->get().month, date->get().day);
    } else if (const auto* time = from.as_time()) {
        node.kind = Kind::time;
        node.text = fmt::format("{:02}:{:02}", time->get().hour, time->get().minute);
    }
}

Node nodeOf(const ::toml::node& from) {
    Node node;
    node.line = static_cast<int>(from.source().begin.line);
    if (const auto* table = from.as_table()) {
        fill(node, *table);
    } else if (const auto* array = from.as_array()) {
        fill(node, *array);
    } else {
        fillScalar(node, from);
    }
    return node;
}

/// `format` says for which programs a file was written. Read here, so that all files may have it and no table
/// of keys needs it; of a newer file nothing else is said, since all of it may mean something else.
Result<Document, Complaints> inKnownFormat(Document document) {
    auto& root = document.root;
    const auto* format = root.find("format");
    if (!format) return document;
    if (format->kind != Kind::integer || format->integer < 1)
        return tl::unexpected(Complaints{document.complaint("format", "must be a whole number, 1 or more")});
    if (format->integer > fileFormat)
        return tl::unexpected(Complaints{document.complaint(
            "format",
            fmt::format("this file was written for a newer program (format {}, this one knows {}); use that "
                        "program, or this one's --print-config to write the file anew",
                        format->integer, fileFormat))});
    const auto at = format - root.values.data();
    root.values.erase(root.values.begin() + at);
    root.keys.erase(root.keys.begin() + at);
    return document;
}

}  // namespace

Result<Document, Complaints> parse(std::string_view text, std::string file) {
    try {
        return inKnownFormat(Document{file, nodeOf(::toml::parse(text, file))});
    } catch (const ::toml::parse_error& error) {
        const auto line = static_cast<int>(error.source().begin.line);
        return tl::unexpected(Complaints{{file, line, "", fmt::format("not TOML: {}", error.description())}});
    }
}

Result<Document, Complaints> read(const std::filesystem::path& file) {
    const auto failed = [&](std::string what) {
        return tl::unexpected(Complaints{{file.string(), 0, "", std::move(what)}});
    };
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return failed("there is no such file; check its name");
    if (const auto size = std::filesystem::file_size(file, error); error || size > maxFileBytes)
        return failed(fmt::format("larger than {} bytes, which no settings file is", maxFileBytes));
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) return failed("cannot be read; check its permissions");
    return parse(text.str(), file.string());
}

}  // namespace luot::base::settings::toml
