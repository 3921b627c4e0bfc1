#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <string_view>
#include <vector>

/// What the centre says of itself on the wire.
namespace luot::protocol {

/// Something that a clerk or a screen chooses by its id.
struct Choosable {
    std::string id;
    std::string labelVi;
    std::string labelEn;
    bool operator==(const Choosable&) const = default;
};
BOOST_DESCRIBE_STRUCT(Choosable, (), (id, labelVi, labelEn))

/// A clerk whom the centre names; his skills narrow what his counter serves.
struct Clerk {
    std::string id;
    std::string unit;
    std::vector<std::string> skills;  ///< none: all
    bool spare = false;
    bool operator==(const Clerk&) const = default;
};
BOOST_DESCRIBE_STRUCT(Clerk, (), (id, unit, skills, spare))

/// By how much a class of tickets counts as having come earlier; the larger goes first. Normal and bulk have
/// none.
struct HeadStarts {
    int priorityS = 24 * 3600;
    int appointmentS = 0;
    int lateResultS = 0;
    bool operator==(const HeadStarts&) const = default;
};
BOOST_DESCRIBE_STRUCT(HeadStarts, (), (priorityS, appointmentS, lateResultS))

/// Names, texts and limits of the centre. The members behind `lateReturnWithinS` came later: an older server
/// leaves them out, and they keep what held then.
struct Centre {
    std::string id;
    std::string nameVi;
    std::string nameEn;
    std::string authorityVi;
    std::string authorityEn;
    std::string hotline;
    std::vector<std::string> noticesVi;
    std::vector<std::string> noticesEn;
    std::vector<std::string> languages;
    bool asksPriority = true;
    std::vector<std::string> priorityGroupsVi;
    std::vector<std::string> priorityGroupsEn;
    int targetWaitS = 900;
    int warnWaitS = 600;
    int breachWaitS = 1200;
    int severeWaitS = 1800;
    int undoWithinS = 10;
    int lateReturnWithinS = 1800;
    int recallMax = 3;           ///< recalls of one call
    int recallGapS = 0;          ///< between two calls of the same ticket
    int noShowAfterCalls = 1;    ///< a no-show needs so many calls ...
    int noShowAfterS = 0;        ///< ... and so much time since the first of them
    int holdMaxS = 1800;         ///< a longer hold raises an alert
    bool autoCall = false;       ///< finishing calls the next ticket
    int appointmentFromS = 300;  ///< a booked ticket goes ahead from so long before its slot ...
    int appointmentToS = 600;    ///< ... to so long after it
    HeadStarts headStarts;
    std::vector<Choosable> outcomes;  ///< none: any word will do
    std::vector<Choosable> pauseReasons;
    std::vector<Choosable> zones;
    std::vector<Choosable> units;
    std::string nextDayNoticeVi;  ///< for tickets whose result comes on the next working day
    std::string nextDayNoticeEn;

    bool operator==(const Centre&) const = default;
    static bool mayMiss(std::string_view name) {
        constexpr std::string_view later[]{
            "recall_max",  "recall_gap_s",       "no_show_after_calls", "no_show_after_s",
            "hold_max_s",  "auto_call",          "appointment_from_s",  "appointment_to_s",
            "head_starts", "outcomes",           "pause_reasons",       "zones",
            "units",       "next_day_notice_vi", "next_day_notice_en"};
        for (const auto one : later)
            if (one == name) return true;
        return false;
    }
};
BOOST_DESCRIBE_STRUCT(Centre, (),
                      (id, nameVi, nameEn, authorityVi, authorityEn, hotline, noticesVi, noticesEn, languages,
                       asksPriority, priorityGroupsVi, priorityGroupsEn, targetWaitS, warnWaitS, breachWaitS,
                       severeWaitS, undoWithinS, lateReturnWithinS, recallMax, recallGapS, noShowAfterCalls,
                       noShowAfterS, holdMaxS, autoCall, appointmentFromS, appointmentToS, headStarts,
                       outcomes, pauseReasons, zones, units, nextDayNoticeVi, nextDayNoticeEn))

}  // namespace luot::protocol
