#pragma once

#include <string>
#include <vector>

namespace luot::base::settings {

/// What is wrong at one place of a settings file, and the cure.
struct Complaint {
    std::string file;
    int line = 0;     ///< 0: not in a file, a command-line argument
    std::string key;  ///< empty: the file as a whole
    std::string what;

    /// "file:line: key: what"
    std::string text() const;

    bool operator==(const Complaint&) const = default;
};

using Complaints = std::vector<Complaint>;

/// One complaint a line, sorted by file and line.
std::string textOf(Complaints complaints);

/// The element of `known` nearest to `word` when it is so near that a slip of the hand is likely; else empty.
std::string nearest(const std::string& word, const std::vector<std::string>& known);

}  // namespace luot::base::settings
