#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What the tidy rules look at: the files of the source tree, as text and with comments or literals blanked.
namespace luot::tidy {

/// One file. The blanked texts have the same length and the same lines as the text.
struct Source {
    std::string path;  ///< from the root of the tree: "queue/Hall.hpp"
    std::string text;
    std::string uncommented;  ///< comments are spaces
    std::string code;         ///< comments and the insides of literals are spaces

    bool isCode() const;
    bool isHeader() const { return path.ends_with(".hpp"); }
    /// Of a library or program; neither a test nor a benchmark.
    bool isProduction() const;
    /// "queue" of queue/decide/Day.cpp; empty for a file at the root.
    std::string topFolder() const;
};

/// Blanks comments and literals of `text`.
Source sourceOf(std::string path, std::string text);

/// All text files of the tree that we wrote, read once.
const std::vector<Source>& tree();

int lineOf(std::string_view text, std::size_t at);
std::vector<std::string_view> linesOf(std::string_view text);

/// A quoted or pointed include.
struct Include {
    std::string name;
    bool quoted = false;
    int line = 0;
};
std::vector<Include> includesOf(const Source& source);

/// Where `word` stands in `code` as a whole word.
std::vector<std::size_t> wordsIn(std::string_view code, std::string_view word);

/// The libraries and programs, lowest first.
const std::vector<std::string>& houseFolders();

/// Broken rules, each as "file:line: what".
using Violations = std::vector<std::string>;
std::string at(const Source& source, int line, std::string_view what);
std::string textOf(const Violations& violations);

}  // namespace luot::tidy
