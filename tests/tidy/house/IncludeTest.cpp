#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "Source.hpp"

/// Who may include whom: the table of docs/architecture.md.
namespace luot::tidy {
namespace {

using Folders = std::set<std::string>;

const std::map<std::string, Folders>& allowed() {
    static const std::map<std::string, Folders> table{
        {"base", {}},
        {"queue", {"base"}},
        {"journal", {"base"}},
        {"protocol", {"base"}},
        {"net", {"base"}},
        {"draw", {"base"}},
        {"ui", {"draw", "base"}},
        {"hardware", {"base"}},
        {"server", {"queue", "journal", "protocol", "net", "draw", "base"}},
        {"display", {"protocol", "net", "ui", "draw", "base"}},
        {"dispenser", {"protocol", "net", "ui", "draw", "hardware", "journal", "base"}},
        {"counter-client", {"protocol", "net", "ui", "draw", "hardware", "journal", "base"}},
        {"simulator", {"protocol", "net", "queue", "journal", "base"}},
    };
    return table;
}

bool mayInclude(const Source& source, const std::string& name) {
    constexpr std::string_view escpos = "hardware/escpos/";
    if (source.path.starts_with(escpos)) return name.starts_with(escpos);
    const auto folder = source.topFolder();
    const auto target = name.substr(0, name.find('/'));
    if (source.path.starts_with("hardware/emulator/") && target == "draw") return true;
    return target == folder || allowed().at(folder).contains(target);
}

/// Headers of libraries that only some folders may see, by how their names begin.
struct Reserved {
    std::string header;
    std::vector<std::string> folders;  ///< how the paths of those who may begin
};

const std::vector<Reserved>& reserved() {
    static const std::vector<Reserved> rows{
        {"SDL", {"ui/", "display/sound/"}},
        {"boost/beast", {"net/"}},
        {"sqlite3", {"journal/"}},
        {"SQLiteCpp", {"journal/"}},
        {"cairo", {"draw/"}},
        {"pango", {"draw/"}},
        {"qrencode", {"draw/"}},
        {"toml++", {"base/"}},
        {"CLI/", {"base/"}},
        {"spdlog", {"base/"}},
        {"openssl", {"base/"}},
        {"sodium", {"base/"}},
        {"boost/asio/ip/", {"net/"}},
    };
    return rows;
}

template <class Check>
Violations ofIncludes(Check check) {
    Violations violations;
    for (const auto& source : tree()) {
        if (!source.isProduction()) continue;
        for (const auto& include : includesOf(source))
            if (auto what = check(source, include); !what.empty())
                violations.push_back(at(source, include.line, what));
    }
    return violations;
}

TEST(IncludeTest, EveryFolderIncludesOnlyWhatTheTableAllows) {
    const auto violations = ofIncludes([](const Source& source, const Include& include) -> std::string {
        if (!include.quoted) return {};
        if (include.name.find('/') == std::string::npos)
            return "write \"" + include.name + "\" from the root of the tree";
        return mayInclude(source, include.name) ? ""
                                                : source.topFolder() + " must not include " + include.name;
    });
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

TEST(IncludeTest, TheTableNamesEveryFolderOfTheHouse) {
    for (const auto& folder : houseFolders()) EXPECT_TRUE(allowed().contains(folder)) << folder;
}

TEST(IncludeTest, TheTableForbidsWhatItDoesNotName) {
    EXPECT_FALSE(mayInclude(sourceOf("queue/Hall.cpp", ""), "journal/Journal.hpp"));
    EXPECT_FALSE(mayInclude(sourceOf("net/Http.cpp", ""), "protocol/Messages.hpp"));
    EXPECT_FALSE(mayInclude(sourceOf("hardware/escpos/Encoder.cpp", ""), "base/Result.hpp"));
    EXPECT_TRUE(mayInclude(sourceOf("server/run/App.cpp", ""), "queue/Hall.hpp"));
}

TEST(IncludeTest, LibrariesAreSeenOnlyWhereTheyAreWrapped) {
    const auto violations = ofIncludes([](const Source& source, const Include& include) -> std::string {
        for (const auto& row : reserved()) {
            if (include.quoted || !include.name.starts_with(row.header)) continue;
            const bool may = std::any_of(row.folders.begin(), row.folders.end(),
                                         [&](const auto& folder) { return source.path.starts_with(folder); });
            if (!may) return "<" + include.name + "> belongs to " + row.folders.front();
        }
        return {};
    });
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

TEST(IncludeTest, BeastIsInNoHeaderAndInAtMostFourFiles) {
    constexpr std::size_t most = 4;
    std::set<std::string> files;
    const auto violations = ofIncludes([&](const Source& source, const Include& include) -> std::string {
        if (!include.name.starts_with("boost/beast")) return {};
        files.insert(source.path);
        return source.path.ends_with(".cpp") ? "" : "Beast in a header makes every includer slow to compile";
    });
    EXPECT_TRUE(violations.empty()) << textOf(violations);
    EXPECT_LE(files.size(), most) << textOf({files.begin(), files.end()});
}

TEST(IncludeTest, NobodyIncludesAForbiddenHeader) {
    const std::map<std::string, std::string> forbidden{
        {"iostream", "log with base/Log.hpp"},
        {"regex", "it recurses over its input"},
        {"boost/asio.hpp", "name the parts that are used"},
        {"boost/beast.hpp", "name the parts that are used"},
        {"boost/json.hpp", "name the parts that are used"},
        {"bits/stdc++.h", "name the parts that are used"},
        {"future", "waits without a deadline"},
    };
    const auto violations = ofIncludes([&](const Source&, const Include& include) -> std::string {
        const auto found = forbidden.find(include.name);
        return found == forbidden.end() ? "" : "<" + include.name + "> is forbidden: " + found->second;
    });
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

}  // namespace
}  // namespace luot::tidy
