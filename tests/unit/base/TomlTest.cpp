#include <gmock/gmock.h>

#include "base/settings/toml/Constraint.hpp"
#include "base/settings/toml/Reader.hpp"

namespace luot::base::settings::toml {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Row {
    std::string name;
    std::optional<int> size;
};
BOOST_DESCRIBE_STRUCT(Row, (), (name, size))

struct File {
    bool on = false;
    double share = 0;
    Date firstDay{};
    std::map<std::string, int> byName;
    std::vector<Row> rows;
};
BOOST_DESCRIBE_STRUCT(File, (), (on, share, firstDay, byName, rows))

Document documentOf(const std::string& text) {
    auto document = parse(text, "f.toml");
    EXPECT_TRUE(document);
    return document.value_or(Document{});
}

std::vector<std::string> texts(const Complaints& complaints) {
    std::vector<std::string> all;
    for (const auto& complaint : complaints) all.push_back(complaint.text());
    return all;
}

TEST(TomlTest, ReadsDescribedStructsAndKnowsTheLineOfEveryPart) {
    const auto document = documentOf(
        "on = true\nshare = 1\nfirst_day = 2026-11-23\n[by_name]\nz = 1\na = 2\n\n[[rows]]\nname = \"x\"\n"
        "[[rows]]\nsize = 3\n");
    File file;
    Complaints complaints;
    Reader(document, complaints).read(file);
    EXPECT_THAT(texts(complaints), IsEmpty());
    EXPECT_TRUE(file.on);
    EXPECT_EQ(file.share, 1);
    EXPECT_EQ(formatDate(file.firstDay), "2026-11-23");
    EXPECT_EQ(file.byName.at("a"), 2);
    EXPECT_EQ(file.rows.at(0).size, std::nullopt);
    EXPECT_EQ(file.rows.at(1).size, 3);
    EXPECT_EQ(document.lineOf("by_name.a"), 6);
    EXPECT_EQ(document.lineOf("rows[1].size"), 11);
    EXPECT_EQ(document.lineOf("rows[1].name"), 10) << "missing: the part that is there";
    EXPECT_EQ(document.lineOf("nothing"), 1);
}

TEST(TomlTest, KeepsReadingAfterAnError) {
    const auto document =
        documentOf("on = 1\nshare = true\nfirst_day = \"x\"\nrows = [{ nam = \"a\" }, 3]\nby_name = 4\n");
    File file;
    Complaints complaints;
    Reader(document, complaints).read(file);
    EXPECT_THAT(texts(complaints),
                ElementsAre("f.toml:1: on: must be true or false", "f.toml:2: share: must be a number",
                            "f.toml:3: first_day: 'x' is not a day; write it as 2026-11-23",
                            "f.toml:5: by_name: must be a table",
                            "f.toml:4: rows[0].nam: unknown key; did you mean 'name'?",
                            "f.toml:4: rows[1]: must be a table"));
}

TEST(TomlTest, ChecksEveryPlaceThatAPathStandsFor) {
    const auto document =
        documentOf("[by_name]\na = 1\nb = 20\n[[rows]]\nname = \"x\"\n[[rows]]\nname = \"x\"\nsize = 7\n");
    Complaints complaints;
    check(document,
          {within("by_name.*", 1, 10), unique("rows[].name"), known("rows[].size", "by_name.*"),
           keysKnown("by_name", "rows[].name"), required("rows[].size"), oneOf("rows[].name", "x|y")},
          complaints);
    EXPECT_THAT(texts(complaints),
                ElementsAre("f.toml:3: by_name.b: must be from 1 to 10",
                            "f.toml:7: rows[1].name: 'x' stands already in line 5; give another one",
                            "f.toml:8: rows[1].size: '7' is not known; use one of: 1, 20",
                            "f.toml:2: by_name.a: 'a' is not known; use one of: x, x",
                            "f.toml:3: by_name.b: 'b' is not known; use one of: x, x",
                            "f.toml:4: rows[0].size: is missing; add it"));
}

TEST(TomlTest, AMissingListDemandsNothingOfItsElementsButAMissingTableIsNamedOnce) {
    Complaints complaints;
    check(documentOf("on = true\n"),
          {required("rows[].name"), required("deep.rows[].name"), required("centre.id"),
           required("centre.name.vi")},
          complaints);
    EXPECT_THAT(texts(complaints), ElementsAre("f.toml:1: centre: is missing; add it"));
}

TEST(NearestTest, SuggestsOnlyWhereASlipIsLikely) {
    const std::vector<std::string> known{"services", "counters", "mon"};
    EXPECT_EQ(nearest("servces", known), "services");
    EXPECT_EQ(nearest("monday", known), "mon");
    EXPECT_EQ(nearest("zebra", known), "");
    EXPECT_EQ(nearest("xy", known), "");
}

TEST(TomlTest, TakesTheFormatOfAFileForItself) {
    const auto document = documentOf("format = 1\non = true\n");
    EXPECT_EQ(document.root.find("format"), nullptr);
    EXPECT_EQ(document.lineOf("on"), 2);
}

TEST(TomlTest, RefusesAFileOfANewerProgramAndSaysNothingElseOfIt) {
    const auto newer = parse("\nformat = 2\nnobody_knows = 1\n", "f.toml");
    ASSERT_FALSE(newer);
    EXPECT_THAT(
        texts(newer.error()),
        ElementsAre(testing::HasSubstr("f.toml:2: format: this file was written for a newer program (format "
                                       "2, this one knows 1)")));
    for (const auto* wrong : {"format = 0", "format = \"1\"", "format = -3"})
        EXPECT_FALSE(parse(wrong, "f.toml"));
}

}  // namespace
}  // namespace luot::base::settings::toml
