#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/Result.hpp"
#include "base/settings/Complaint.hpp"

/// TOML files as plain trees that know their lines; the TOML library itself is included in one .cpp only.
namespace luot::base::settings::toml {

enum class Kind { none, boolean, integer, number, text, date, time, list, table };

/// The format of settings files that this program writes and the newest that it reads. A file says it as
/// `format` in its first lines; one that does not is of format 1.
constexpr int fileFormat = 1;

/// One value of a TOML file and the line where it stands.
struct Node {
    Kind kind = Kind::none;
    int line = 0;
    bool boolean = false;
    std::int64_t integer = 0;
    double number = 0;
    std::string text;               ///< of text, and of dates (2026-11-23) and times (07:30)
    std::vector<std::string> keys;  ///< of a table, in the order of the file
    std::vector<Node> values;       ///< of a table, beside its keys; of a list, its elements

    const Node* find(std::string_view key) const;
};

/// A TOML file that could be read.
struct Document {
    std::string file;
    Node root;

    /// The line of "counters[2].number" (elements count from 0), or of the part of the path that is there.
    int lineOf(std::string_view path) const;

    Complaint complaint(std::string path, std::string what) const;
};

/// Reads a file of at most 4 MiB. Of errors of syntax the first is told.
Result<Document, Complaints> read(const std::filesystem::path& file);
Result<Document, Complaints> parse(std::string_view text, std::string file);

}  // namespace luot::base::settings::toml
