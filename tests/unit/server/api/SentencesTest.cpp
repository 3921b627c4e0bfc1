#include <gtest/gtest.h>

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "base/Wording.hpp"
#include "server/api/Problems.hpp"
#include "server/api/wire/Reason.hpp"

/// What people read when a command is refused, and why a number was called.
namespace luot::server::api {
namespace {

const base::Wording& wording() {
    static const auto loaded = base::Wording::load(LUOT_SOURCE_DIR "/config/wording");
    return *loaded;
}

template <class Enum, class See>
void forEach(See see) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>(
        [&](auto one) { see(one.value, base::json::snakeCase(one.name)); });
}

TEST(SentencesTest, EveryRefusalAndReasonHasWordsInBothLanguages) {
    forEach<queue::RefusalCode>([](auto, const std::string& code) {
        for (const auto* language : {"en", "vi"})
            EXPECT_TRUE(wording().has(language, "refusal." + code)) << language << ' ' << code;
    });
    forEach<queue::ReasonCode>([](auto, const std::string& code) {
        for (const auto* language : {"en", "vi"})
            EXPECT_TRUE(wording().has(language, "reason." + code)) << language << ' ' << code;
    });
}

struct Refused {
    queue::Refusal refusal;
    int status;
    std::string code, says;
};

TEST(SentencesTest, ARefusalSaysHowLongHowOftenAndUntilWhen) {
    using enum queue::RefusalCode;
    const Problems problems(wording());
    for (const auto& [refusal, status, code, says] :
         {Refused{{tooEarly, "A001", "17"}, 409, "too_early", "17 seconds"},
          Refused{{callsMissing, "A001", "2"}, 409, "calls_missing", "2 more"},
          Refused{{recallLimit, "A001", "3"}, 409, "recall_limit", "3 times"},
          Refused{{quotaReached, "a", "40"}, 409, "quota_reached", "40 numbers"},
          Refused{
              {serviceClosed, "a", "2026-11-23T13:30:00+07:00"}, 409, "service_closed", "13:30 23/11/2026"},
          Refused{{serviceClosed, "a", ""}, 409, "service_closed", "Choose another"},
          Refused{{dayClosed, "a", "2026-11-24T07:15:00+07:00"}, 409, "day_closed", "07:15 24/11/2026"},
          Refused{{dayClosed, "", ""}, 409, "day_closed", "ask the head"},
          Refused{{slotPassed, "H1", "2026-11-23T07:30:00+07:00"}, 409, "slot_passed", "07:30"},
          Refused{{slotClosed, "H1", "2026-11-29T09:00:00+07:00"}, 409, "slot_closed", "09:00 29/11/2026"},
          Refused{{wrongState, "A001", "no_show"}, 409, "wrong_state", "state (no-show)"},
          Refused{{wrongState, "3", "no_ticket"}, 409, "wrong_state", "Counter 3 has no ticket"},
          Refused{{wrongState, "3", "paused"}, 409, "wrong_state", "Resume it first"},
          Refused{{namedTwice, "H1", ""}, 400, "named_twice", "\"H1\" is named more than once"},
          Refused{{unknownAppointment, "H1", ""}, 404, "unknown_appointment", "H1"},
          Refused{{badArgument, "outcome", "sung"}, 400, "bad_argument", "(sung)"},
          Refused{{badArgument, "reason", ""}, 400, "bad_argument", "missing"}}) {
        const auto problem = problems.refusal(refusal);
        EXPECT_EQ(problem.status, status) << code;
        EXPECT_EQ(problem.code, code);
        EXPECT_NE(problem.detail.find(says), std::string::npos) << problem.detail;
        ASSERT_TRUE(problem.detailVi);
        EXPECT_EQ(problem.detailVi->find('{'), std::string::npos) << *problem.detailVi;
        EXPECT_NE(*problem.detailVi, problem.detail);
    }
}

TEST(SentencesTest, AReasonExplainsItself) {
    queue::Reason reason{queue::ReasonCode::priority, base::Seconds(7 * 60 + 59), {"A012", "A013"}, 2};
    EXPECT_EQ(wire::sentence(reason, wording(), "en"), "Priority, waited 7 min, passed over A012, A013");
    EXPECT_EQ(wire::sentence(reason, wording(), "vi"), "Ưu tiên, đã chờ 7 phút, gọi trước các số A012, A013");
    reason = {queue::ReasonCode::firstCome, base::Seconds(30), {}, 0};
    EXPECT_EQ(wire::sentence(reason, wording(), "en"), "Waited longest, waited 0 min");
    EXPECT_FALSE(wire::reason(reason, nullptr).text);
    EXPECT_EQ(wire::reason(reason, &wording()).text, "Waited longest, waited 0 min");
}

TEST(SentencesTest, AReasonNamesEightNumbersAndCountsTheRest) {
    queue::Reason reason{queue::ReasonCode::byNumber, base::Seconds(0), {}, 12};
    for (int i = 1; i <= 12; ++i) reason.passedOver.push_back("A" + std::to_string(i));
    EXPECT_NE(wire::sentence(reason, wording(), "en").find("A8 and 4 more"), std::string::npos);
    reason.passedOver.resize(queue::maxPassedOver, "A9");
    reason.passedOverCount = queue::maxPassedOver + 1;
    EXPECT_NE(wire::sentence(reason, wording(), "en").find("and many more"), std::string::npos);
}

}  // namespace
}  // namespace luot::server::api
