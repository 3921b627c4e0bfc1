#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <regex>
#include <set>

#include "Source.hpp"

/// Pages that list what the code has must list all of it.
namespace luot::tidy {
namespace {

const Source& file(const std::string& path) {
    const auto& sources = tree();
    const auto found =
        std::find_if(sources.begin(), sources.end(), [&](const auto& s) { return s.path == path; });
    EXPECT_NE(found, sources.end()) << path;
    static const Source none;
    return found == sources.end() ? none : *found;
}

std::string between(const std::string& text, const std::string& open, const std::string& close) {
    const auto from = text.find(open);
    const auto to = from == std::string::npos ? from : text.find(close, from + open.size());
    if (to == std::string::npos) return {};
    return text.substr(from + open.size(), to - from - open.size());
}

/// "TicketCalled" and "ticketCalled" -> "ticket_called"
std::string snake(const std::string& camel) {
    std::string result;
    for (const char c : camel) {
        if (std::isupper(static_cast<unsigned char>(c)) != 0 && !result.empty()) result += '_';
        result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return result;
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool names(const std::string& page, const std::string& word) {
    return page.find("`" + word + "`") != std::string::npos;
}

struct Command {
    std::string name;
    std::string path;
};

/// The rows of the command table, as its source has them.
std::vector<Command> commands() {
    const auto text = file("server/api/CommandTable.cpp").uncommented;
    std::vector<Command> all;
    const std::string row = "CommandRow{\"";
    for (auto at = text.find(row); at != std::string::npos; at = text.find(row, at + 1)) {
        const auto rest = text.substr(at);
        const auto name = between(rest, row, "\"");
        all.push_back({name, "/api/v1/" + between(rest, name + "\", \"", "\"") + ":"});
    }
    return all;
}

TEST(DocsTest, TheProtocolPageNamesEveryCommand) {
    const auto all = commands();
    ASSERT_GT(all.size(), 10U);
    for (const auto& command : all)
        EXPECT_TRUE(names(file("docs/protocol.md").text, command.name)) << command.name;
}

TEST(DocsTest, TheOpenApiPageHasThePathOfEveryCommand) {
    const auto& page = file("docs/openapi.yaml").text;
    for (const auto& command : commands()) {
        EXPECT_NE(page.find("\n  " + command.path), std::string::npos) << command.path;
        EXPECT_NE(page.find("operationId: " + command.name + "\n"), std::string::npos) << command.name;
    }
}

TEST(DocsTest, TheProtocolPageNamesEveryEvent) {
    const auto events = wordsOf(between(file("queue/Event.hpp").code, "std::variant<", ">"));
    ASSERT_GT(events.size(), 10U);
    for (const auto& event : events) EXPECT_TRUE(names(file("docs/protocol.md").text, snake(event))) << event;
}

TEST(DocsTest, TheProtocolPageNamesEveryRefusal) {
    const auto codes = wordsOf(between(file("queue/Refusal.hpp").code, "enum class RefusalCode {", "}"));
    ASSERT_GT(codes.size(), 10U);
    for (const auto& code : codes) {
        if (code == "nobodyWaiting") continue;  // no problem: 204
        EXPECT_TRUE(names(file("docs/protocol.md").text, snake(code))) << code;
    }
}

/// Members of all structs that a header describes for JSON, as the wire has them.
std::vector<std::string> membersIn(const std::string& header) {
    const auto& code = file(header).code;
    const std::string open = "BOOST_DESCRIBE_STRUCT(";
    std::vector<std::string> members;
    for (auto at = code.find(open); at != std::string::npos; at = code.find(open, at + 1)) {
        auto list = between(code.substr(at), "(),", "))");
        for (const auto& word : wordsOf(list)) members.push_back(snake(word));
    }
    return members;
}

TEST(DocsTest, TheOpenApiPageHasEveryMemberOfTheHall) {
    std::vector<std::string> members;
    for (const auto* header : {"protocol/Hall.hpp", "protocol/Ticket.hpp", "protocol/Centre.hpp"})
        for (auto& member : membersIn(header)) members.push_back(std::move(member));
    ASSERT_GT(members.size(), 100U);
    const auto& page = file("docs/openapi.yaml").text;
    for (const auto& member : members) {
        const bool has = page.find(" " + member + ":") != std::string::npos ||
                         page.find("{" + member + ":") != std::string::npos;
        EXPECT_TRUE(has) << member;
    }
}

TEST(DocsTest, TheProtocolPageShowsEveryMemberOfAFrame) {
    const auto members = membersIn("protocol/Messages.hpp");
    ASSERT_GT(members.size(), 20U);
    for (const auto& member : members) {
        const auto& page = file("docs/protocol.md").text;
        EXPECT_TRUE(names(page, member) || page.find('"' + member + "\":") != std::string::npos) << member;
    }
}

TEST(DocsTest, TheLicencePageNamesEveryPackageThatTheScriptsInstall) {
    const auto& page = file("docs/licences.md").text;
    for (const auto* list :
         {"scripts/packages-build.txt", "scripts/packages-test.txt", "scripts/packages-long.txt"})
        for (const auto package : linesOf(file(list).text))
            EXPECT_NE(page.find(package), std::string::npos) << package;
}

/// "StatesTest" and "StatesTest.Name" of all tests; those that RapidCheck runs too.
std::set<std::string> testNames() {
    static const std::regex head(R"(\b(?:TEST|TEST_F|TEST_P|RC_GTEST_PROP)\(\s*(\w+),\s*(\w+))");
    std::set<std::string> all;
    for (const auto& source : tree()) {
        if (source.topFolder() != "tests" || !source.isCode()) continue;
        const auto& code = source.code;
        for (auto found = std::sregex_iterator(code.begin(), code.end(), head);
             found != std::sregex_iterator(); ++found) {
            all.insert((*found)[1]);
            all.insert((*found)[1].str() + '.' + (*found)[2].str());
        }
    }
    return all;
}

/// What the page names as tests: `program: Suite`, `Suite.Name`, `SuiteTest`.
TEST(DocsTest, TheRequirementsPageNamesTestsThatExist) {
    static const std::regex test("`(?:test_\\w+: ([^`]*)|([A-Z]\\w*(?:\\.\\w+|Test)))`");
    const auto& page = file("docs/requirements.md").text;
    const auto known = testNames();
    ASSERT_GT(known.size(), 100U);
    std::size_t named = 0;
    for (auto found = std::sregex_iterator(page.begin(), page.end(), test); found != std::sregex_iterator();
         ++found, ++named) {
        const auto name = (*found)[(*found)[1].matched ? 1 : 2].str();
        EXPECT_TRUE(known.contains(name)) << name;
    }
    EXPECT_GT(named, 30U);
}

/// Links of our pages to files of the tree; pictures are made by the demo.
TEST(DocsTest, LinksLeadSomewhere) {
    namespace fs = std::filesystem;
    const fs::path root = LUOT_SOURCE_DIR;
    Violations violations;
    for (const auto& source : tree()) {
        if (!source.path.ends_with(".md")) continue;
        for (auto at = source.text.find("]("); at != std::string::npos; at = source.text.find("](", at + 1)) {
            auto target = source.text.substr(at + 2, source.text.find(')', at) - at - 2);
            target = target.substr(0, target.find('#'));
            if (target.empty() || target.find("://") != std::string::npos || target.ends_with(".png"))
                continue;
            if (!fs::exists(root / fs::path(source.path).parent_path() / target))
                violations.push_back(tidy::at(source, lineOf(source.text, at), "no file " + target));
        }
    }
    EXPECT_TRUE(violations.empty()) << textOf(violations);
}

}  // namespace
}  // namespace luot::tidy
