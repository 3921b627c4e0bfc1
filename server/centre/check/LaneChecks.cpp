#include <fmt/format.h>

#include "server/centre/check/Checks.hpp"

namespace luot::server::centre::check {

namespace {

/// A key of a lane that is written there, and the lanes that it means something for.
struct LaneKey {
    const char* key;
    bool written;
    std::string_view lanes;
};

void checkLane(const Document& document, const Lane& lane, const std::string& path, Complaints& complaints) {
    const LaneKey keys[] = {
        {"from_minutes_before", lane.fromMinutesBefore.has_value(), "appointment"},
        {"to_minutes_after", lane.toMinutesAfter.has_value(), "appointment"},
        {"head_start_minutes", lane.headStartMinutes.has_value(), "appointment, late_result"},
        {"from_dossiers", lane.fromDossiers.has_value(), "bulk"},
        {"prefix", !lane.prefix.empty(), "bulk"}};
    for (const auto& [key, written, lanes] : keys)
        if (written && lanes.find(lane.id) == lanes.npos)
            complaints.push_back(document.complaint(
                fmt::format("{}.{}", path, key),
                fmt::format("means nothing for the lane '{}'; it belongs to: {}", lane.id, lanes)));
}

}  // namespace

void checkLanes(const Document& document, const Description& description, Complaints& complaints) {
    const auto& lanes = description.priority.lanes;
    const auto& other = description.ticketing.bulkFromDossiers;
    for (std::size_t i = 0; i < lanes.size(); ++i) {
        const auto path = fmt::format("priority.lanes[{}]", i);
        if (!lanes[i].id.empty()) checkLane(document, lanes[i], path, complaints);
        if (lanes[i].fromDossiers && other && *lanes[i].fromDossiers != *other)
            complaints.push_back(
                document.complaint(path + ".from_dossiers",
                                   fmt::format("is not the {} of ticketing.bulk_from_dossiers in line {}; "
                                               "delete one of the two",
                                               *other, document.lineOf("ticketing.bulk_from_dossiers"))));
    }
}

}  // namespace luot::server::centre::check
