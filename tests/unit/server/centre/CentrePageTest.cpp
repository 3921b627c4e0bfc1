#include <gtest/gtest.h>

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/json/Json.hpp"
#include "server/centre/Centre.hpp"

namespace luot::server::centre {
namespace {

std::string page() {
    std::ifstream file(std::filesystem::path(LUOT_SOURCE_DIR) / "docs/settings/centre.md");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The key stands on the page in code, alone or as a table: `key`, `[key]`, `[[part.key]]`, `key = value`.
bool names(const std::string& page, const std::string& key) {
    for (const auto* before : {"`", "`[", "`[[", "."})
        for (const auto* after : {"`", "]`", "]]`", " ="})
            if (page.find(before + key + after) != std::string::npos) return true;
    return false;
}

template <class T>
void expectKeysOn(const std::string& page) {
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](auto member) {
            const auto key = base::json::snakeCase(member.name);
            EXPECT_TRUE(names(page, key)) << key;
        });
}

TEST(CentrePageTest, NamesEveryKeyOfTheRules) {
    const auto text = page();
    ASSERT_FALSE(text.empty());
    expectKeysOn<Identity>(text);
    expectKeysOn<WorkingTime>(text);
    expectKeysOn<Ticketing>(text);
    expectKeysOn<Series>(text);
    expectKeysOn<Calling>(text);
    expectKeysOn<Targets>(text);
    expectKeysOn<Priority>(text);
    expectKeysOn<Lane>(text);
    expectKeysOn<ServicePlace>(text);
    expectKeysOn<CounterDesk>(text);
    expectKeysOn<ClerkPost>(text);
}

TEST(CentrePageTest, NamesEveryTable) {
    const auto text = page();
    boost::mp11::mp_for_each<boost::describe::describe_members<Description, boost::describe::mod_public>>(
        [&](auto member) {
            const auto key = base::json::snakeCase(member.name);
            EXPECT_TRUE(names(text, key)) << key;
        });
}

TEST(CentrePageTest, MissesAKeyThatIsNotThere) { EXPECT_FALSE(names(page(), "recall_most")); }

}  // namespace
}  // namespace luot::server::centre
