#include "server/api/arguments/Arguments.hpp"

#include <gtest/gtest.h>

#include "server/api/CommandTable.hpp"
#include "server/api/arguments/AppointmentList.hpp"

namespace luot::server::api {
namespace {

base::json::Object object(const std::string& text) { return base::json::parse(text)->as_object(); }

template <class Command>
Command parsed(const std::string& name, const std::string& text) {
    const auto command = commandNamed(name)->parse(object(text));
    EXPECT_TRUE(command) << command.error().what;
    return std::get<Command>(*command);
}

TEST(ArgumentsTest, ARollIsAListOrARange) {
    const auto list = parsed<queue::AddPaperTickets>(
        "add_paper", R"({"service":"a","numbers":["A7","A9"],"issued_at":"2026-11-23T08:00:00+07:00"})");
    ASSERT_EQ(list.slips.size(), 2U);
    EXPECT_EQ(list.slips[1].number, "A9");
    EXPECT_NE(list.slips[0].id, list.slips[1].id);
    const auto range = parsed<queue::AddPaperTickets>(
        "add_paper", R"({"service":"a","from":"A098","to":"A101","issued_at":"2026-11-23T08:00:00+07:00"})");
    ASSERT_EQ(range.slips.size(), 4U);
    EXPECT_EQ(range.slips.front().number, "A098");
    EXPECT_EQ(range.slips.back().number, "A101");
    EXPECT_EQ(base::formatClock(range.slips.back().issuedAt), "08:00");
}

TEST(ArgumentsTest, AMapNamesCountersAndTheDayFromWhichItHolds) {
    const auto map = parsed<queue::ChangeMap>(
        "change_map",
        R"({"counters":[{"counter":2,"services":[{"service":"a","rank":1}],"priority":"only"}],)"
        R"("from":"2026-12-01","decision":"QD 5"})");
    EXPECT_EQ(map.map.counters.at(0).services.at(0).service, "a");
    EXPECT_EQ(map.map.counters.at(0).priority, queue::TakesPriority::only);
    EXPECT_FALSE(map.map.counters.at(0).idleFallback);
    EXPECT_EQ(base::formatDate(*map.from), "2026-12-01");
    EXPECT_EQ(map.map.decision, "QD 5");
}

TEST(ArgumentsTest, ATicketMayBeBookedOrASupplementForACounter) {
    const auto issue = parsed<queue::IssueTicket>(
        "issue", R"({"service":"a","appointment":"H1","lane":"supplement","counter":3,"dossiers":7})");
    EXPECT_EQ(issue.appointment, "H1");
    EXPECT_EQ(issue.lane, "supplement");
    EXPECT_EQ(issue.counter, 3);
    EXPECT_EQ(issue.dossiers, 7);
}

struct Wrong {
    std::string name, command, arguments, says;
};

class WrongArgumentsTest : public testing::TestWithParam<Wrong> {};

TEST_P(WrongArgumentsTest, AreNamed) {
    const auto command = commandNamed(GetParam().command)->parse(object(GetParam().arguments));
    ASSERT_FALSE(command);
    EXPECT_NE(command.error().what.find(GetParam().says), std::string::npos) << command.error().what;
}

const std::string noon = R"(,"issued_at":"2026-11-23T12:00:00+07:00"})";

INSTANTIATE_TEST_SUITE_P(
    All, WrongArgumentsTest,
    testing::Values(
        Wrong{"NoNumbers", "add_paper", R"({"service":"a")" + noon, "'numbers'"},
        Wrong{"NumbersAndRange", "add_paper", R"({"service":"a","numbers":["A1"],"from":"A1")" + noon,
              "'numbers'"},
        Wrong{"EmptyNumber", "add_paper", R"({"service":"a","numbers":["A1",""])" + noon, "'numbers[1]'"},
        Wrong{"LongNumber", "add_paper",
              R"({"service":"a","numbers":[")" + std::string(21, '1') + "\"]" + noon, "'numbers[0]'"},
        Wrong{"OtherRoll", "add_paper", R"({"service":"a","from":"A1","to":"B2")" + noon, "'to'"},
        Wrong{"Backwards", "add_paper", R"({"service":"a","from":"A5","to":"A2")" + noon, "'to'"},
        Wrong{"HugeRoll", "add_paper", R"({"service":"a","from":"A0","to":"A99999")" + noon, "500"},
        Wrong{"NoDigits", "add_paper", R"({"service":"a","from":"A","to":"B")" + noon, "'from'"},
        Wrong{"NoMoment", "add_paper", R"({"service":"a","numbers":["A1"]})", "'issued_at'"},
        Wrong{"MapPriority", "change_map", R"({"counters":[{"counter":1,"services":[],"priority":"ja"}]})",
              "counters[0].priority"},
        Wrong{"MapService", "change_map", R"({"counters":[{"counter":1,"services":[{"service":5}]}]})",
              "counters[0].services[0].service"},
        Wrong{"MapDay", "change_map", R"({"counters":[],"from":"soon"})", "'from'"},
        Wrong{"Appointments", "import_appointments", "{}", "'appointments'"},
        Wrong{"AppointmentSlot", "import_appointments",
              R"({"appointments":[{"id":"x","service":"a","slot":"soon"}]})", "appointments[0].slot"},
        Wrong{"LongId", "import_appointments",
              R"({"appointments":[{"id":")" + std::string(201, 'x') +
                  R"(","service":"a","slot":"2026-11-23T08:00:00+07:00"}]})",
              "appointments[0].id"},
        Wrong{"Range", "call_range", R"({"service":"a","zone":"B"})", "'count'"}),
    [](const auto& test) { return test.param.name; });

TEST(AppointmentListTest, TakesColumnsInAnyOrderQuotesAMarkAndFurtherColumns) {
    const auto list = arguments::appointmentList(
        "\xEF\xBB\xBFslot,id,note,service\r\n2026-11-23T09:00:00+07:00,\"H\"\"1\",\"a, b\",a\r\n"
        "2026-11-23T10:00:00+07:00,H2,,b\r\n");
    ASSERT_TRUE(list) << list.error().what;
    const auto command = arguments::parseAppointments(*list);
    ASSERT_TRUE(command) << command.error().what;
    const auto& taken = std::get<queue::ImportAppointments>(*command).appointments;
    ASSERT_EQ(taken.size(), 2U);
    EXPECT_EQ(taken[0].id, "H\"1");
    EXPECT_EQ(taken[1].service, "b");
    EXPECT_EQ(base::formatClock(taken[1].slot), "10:00");
}

TEST(AppointmentListTest, NamesEveryWrongLineAtOnce) {
    const auto list = arguments::appointmentList(
        "id,service,slot,source\nH1,a,soon,\n,a,2026-11-23T09:00:00+07:00,\nH3,a,2026-11-23T09:00:00+07:"
        "00\n\nH4");
    ASSERT_FALSE(list);
    const auto& says = list.error().what;
    for (const auto* part :
         {"line 2: 'slot'", "line 3: 'id' is missing", "line 5: 'id'", "line 6: 'service'"})
        EXPECT_NE(says.find(part), std::string::npos) << part << " in " << says;
    EXPECT_EQ(says.find("line 4"), std::string::npos);
}

TEST(AppointmentListTest, NeedsItsHead) {
    const auto list = arguments::appointmentList("H1,a,2026-11-23T09:00:00+07:00\n");
    ASSERT_FALSE(list);
    EXPECT_NE(list.error().what.find("line 1"), std::string::npos);
}

TEST(CommandTableTest, FindsARowByItsPath) {
    using Path = std::vector<std::string>;
    const Path cancel{"tickets", "t1", "cancel"};
    EXPECT_EQ(commandAt(cancel)->name, "cancel");
    EXPECT_EQ(*inPath(*commandAt(cancel), "{id}", cancel), "t1");
    EXPECT_EQ(inPath(*commandAt(cancel), "{n}", cancel), nullptr);
    EXPECT_EQ(commandAt(Path{"tickets"})->name, "issue");
    EXPECT_EQ(commandAt(Path{"tickets", "paper"})->name, "add_paper");
    EXPECT_EQ(commandAt(Path{"hall", "map"})->name, "change_map");
    EXPECT_EQ(commandAt(Path{"counters", "7", "prepare"})->name, "prepare");
    for (const auto& nothing : {Path{"tickets", "t1"}, Path{"hall"}, Path{"hall", "map", "more"},
                                Path{"counters", "7", "dance"}, Path{"appointments", "x"}, Path{}})
        EXPECT_EQ(commandAt(nothing), nullptr);
}

}  // namespace
}  // namespace luot::server::api
