#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/Time.hpp"

/// What the centre says of itself.
namespace luot::queue {

/// A name or sentence in both languages.
struct Words {
    std::string vi;
    std::string en;

    bool operator==(const Words&) const = default;
};
BOOST_DESCRIBE_STRUCT(Words, (), (vi, en))

/// Something that a clerk or a screen chooses by its id: an outcome, a reason for a pause, a part of the
/// hall.
struct Choosable {
    std::string id;
    Words label;

    bool operator==(const Choosable&) const = default;
};
BOOST_DESCRIBE_STRUCT(Choosable, (), (id, label))

struct WaitTargets {
    base::Minutes target{15};
    base::Minutes warn{10};
    base::Minutes breach{20};
    base::Minutes severe{30};

    bool operator==(const WaitTargets&) const = default;
};
BOOST_DESCRIBE_STRUCT(WaitTargets, (), (target, warn, breach, severe))

/// Names and texts that screens and paper show for the centre.
struct CentreTexts {
    std::string id;
    std::string nameVi;
    std::string nameEn;
    std::string authorityVi;
    std::string authorityEn;
    std::string hotline;
    std::vector<std::string> noticesVi;
    std::vector<std::string> noticesEn;
    std::vector<std::string> languages{"vi", "en"};
    bool asksPriority = true;  ///< the kiosk asks who is entitled
    std::vector<std::string> priorityGroupsVi;
    std::vector<std::string> priorityGroupsEn;

    bool operator==(const CentreTexts&) const = default;
};
BOOST_DESCRIBE_STRUCT(CentreTexts, (),
                      (id, nameVi, nameEn, authorityVi, authorityEn, hotline, noticesVi, noticesEn, languages,
                       asksPriority, priorityGroupsVi, priorityGroupsEn))

/// After `cutoff` the result of these procedures comes on the next working day, and every paper says so.
struct SameDayResults {
    std::optional<base::TimeOfDay> cutoff;
    Words notice;
    std::vector<std::string> procedures;
    std::vector<std::string> services;  ///< those that have such procedures

    bool operator==(const SameDayResults&) const = default;
};
BOOST_DESCRIBE_STRUCT(SameDayResults, (), (cutoff, notice, procedures, services))

/// The decision on which a part of the rules rests.
struct Basis {
    std::string part;  ///< table of the centre's file: "calendar"
    base::Date validFrom{};
    std::string decision;

    bool operator==(const Basis&) const = default;
};
BOOST_DESCRIBE_STRUCT(Basis, (), (part, validFrom, decision))

}  // namespace luot::queue
