#include "server/centre/check/Checks.hpp"

namespace luot::server::centre::check {

using base::settings::toml::Constraint;
using base::settings::toml::keysKnown;
using base::settings::toml::known;
using base::settings::toml::oneOf;
using base::settings::toml::required;
using base::settings::toml::unique;
using base::settings::toml::within;

namespace {

constexpr int day = 24 * 60;    // minutes
constexpr int tenYears = 3650;  // days
constexpr std::string_view weekdays = "mon|tue|wed|thu|fri|sat|sun";

std::vector<Constraint> serviceConstraints() {
    return {
        required("services"),
        required("services[].id"),
        required("services[].label.vi"),
        required("services[].label.en"),
        unique("services[].id"),
        unique("services[].kiosk_order"),
        within("services[].kiosk_order", 0, 999),
        within("services[].first_number", 0, 9999),
        within("services[].last_number", 1, 99999),
        within("services[].digits", 1, 5),
        within("services[].quota_per_session", 1, 9999),
        known("services[].series", "series[].id"),
        required("series[].id"),
        unique("series[].id"),
        within("series[].first", 0, 9999),
        within("series[].last", 1, 99999),
        within("series[].digits", 1, 5),
        oneOf("series[].reset", "daily|never"),
    };
}

std::vector<Constraint> counterConstraints() {
    return {
        required("counters"),
        required("counters[].number"),
        required("counters[].label.vi"),
        required("counters[].label.en"),
        within("counters[].number", 1, 999),
        unique("counters[].number"),
        required("counters[].services[].service"),
        within("counters[].services[].rank", 1, 99),
        known("counters[].services[].service", "services[].id"),
        known("counters[].idle_fallback[]", "services[].id"),
        known("counters[].zone", "zones[].id"),
        known("counters[].unit", "units[].id"),
        known("counters[].lanes[]", "priority.lanes[].id"),
        oneOf("counters[].priority", "yes|no|only"),
        oneOf("counters[].devices.call_button", "none|network|usb-keypad"),
        required("clerks[].id"),
        unique("clerks[].id"),
        known("clerks[].unit", "units[].id"),
        known("clerks[].skills[]", "services[].id"),
    };
}

std::vector<Constraint> placeConstraints() {
    return {
        required("zones[].id"),
        required("zones[].label.vi"),
        unique("zones[].id"),
        required("units[].id"),
        required("units[].label.vi"),
        unique("units[].id"),
        known("units[].main_service", "services[].id"),
        required("kiosks[].id"),
        unique("kiosks[].id"),
        oneOf("kiosks[].printer.transport", "usb|tcp|file"),
        required("displays[].id"),
        unique("displays[].id"),
        oneOf("displays[].kind", "main|zone|sign"),
        known("displays[].zones[]", "zones[].id"),
        within("displays[].rows", 1, 12),
    };
}

std::vector<Constraint> timeConstraints() {
    return {
        required("calendar.week"),
        required("calendar.overrides[].date"),
        unique("calendar.overrides[].date"),
        oneOf("calendar.overrides[].use_day", weekdays),
        required("calendar.periods[].from"),
        required("calendar.periods[].to"),
        within("calendar.kiosk_opens_minutes_before_session", 0, 6 * 60),
        within("calendar.day_closes_minutes_after_last_session", 0, day),
        within("calendar.last_ticket_minutes_before_session_end.*", 0, day),
        oneOf("calendar.waiting_at_close", "expire"),
        within("targets.warn_wait_minutes", 1, day),
        within("targets.target_wait_minutes", 1, day),
        within("targets.breach_wait_minutes", 1, day),
        within("targets.severe_wait_minutes", 1, day),
        within("targets.percentile", 50, 100),
        within("demand.mix.*", 0, 1),
        keysKnown("demand.mix", "services[].id"),
    };
}

std::vector<Constraint> conductConstraints() {
    return {
        within("ticketing.first_number", 0, 9999),
        within("ticketing.last_number", 1, 99999),
        within("ticketing.digits", 1, 5),
        oneOf("ticketing.reset", "daily|never"),
        oneOf("ticketing.series", "per_service|shared"),
        within("ticketing.reprint_allowed_minutes", 0, day),
        within("ticketing.bulk_from_dossiers", 2, 1000),
        oneOf("ticketing.print.encoding", "raster"),
        oneOf("ticketing.print.qr", "tracking|none"),
        within("ticketing.print.paper_mm", 58, 80),
        within("ticketing.print.copies", 1, 5),
        within("calling.rank_handicap_minutes", 0, day),
        within("calling.undo_seconds", 0, 600),
        within("calling.recall_max", 0, 20),
        within("calling.recall_min_gap_seconds", 0, 600),
        within("calling.no_show_after_calls", 1, 20),
        within("calling.no_show_after_seconds", 0, 3600),
        within("calling.late_return_minutes", 0, day),
        within("calling.late_return_behind_tickets", 0, 1000),
        within("calling.hold_max_minutes", 1, day),
        required("calling.outcomes[].id"),
        required("calling.outcomes[].label.vi"),
        required("calling.outcomes[].label.en"),
        unique("calling.outcomes[].id"),
        required("calling.pause_reasons[].id"),
        required("calling.pause_reasons[].label.vi"),
        required("calling.pause_reasons[].label.en"),
        unique("calling.pause_reasons[].id"),
        oneOf("calling.transfer_position", "issue_time"),
        within("calling.announcement_repeat", 1, 5),
    };
}

/// The orders that the queue knows, and what files of the first release called the default one.
std::string_view modes() {
    static const std::string words = [] {
        std::string all;
        for (const auto name : queue::policyNames()) all += std::string(name) + "|";
        return all + "priority_first_with_cap";
    }();
    return words;
}

std::vector<Constraint> priorityConstraints() {
    return {
        oneOf("priority.mode", modes()),
        within("priority.rate", 0, 100),
        within("priority.head_start_minutes", 0, day),
        within("priority.ceiling_minutes", 0, day),
        oneOf("priority.within_class", "issue_time"),
        within("priority.max_consecutive_priority_per_counter", 0, 100),
        within("priority.cap_applies_when_normal_wait_exceeds_minutes", 0, day),
        required("priority.groups[].id"),
        required("priority.groups[].label.vi"),
        required("priority.groups[].label.en"),
        unique("priority.groups[].id"),
        known("priority.classes[].groups[]", "priority.groups[].id"),
        required("priority.lanes[].id"),
        unique("priority.lanes[].id"),
        oneOf("priority.lanes[].id", "appointment|supplement|results|late_result|bulk"),
        within("priority.lanes[].from_minutes_before", 0, day),
        within("priority.lanes[].to_minutes_after", 0, day),
        within("priority.lanes[].head_start_minutes", 0, day),
        within("priority.lanes[].from_dossiers", 2, 1000),
    };
}

std::vector<Constraint> laterConstraints() {
    return {
        oneOf("rating.scale", "3|5"),
        oneOf("rating.clerk_sees", "nothing|daily_aggregate"),
        within("rating.window_minutes_after_finish", 1, day),
        within("privacy.phone_retention_days", 0, tenYears),
        within("privacy.ticket_detail_retention_days", 1, tenYears),
        within("privacy.aggregate_retention_days", 1, tenYears),
        within("offline.display_shows_stale_after_seconds", 1, 600),
    };
}

void append(std::vector<Constraint>& to, const std::vector<Constraint>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

}  // namespace

std::vector<Constraint> centreConstraints() {
    std::vector<Constraint> all{
        required("centre.id"),
        required("centre.name.vi"),
        required("centre.name.en"),
        required("centre.authority.vi"),
        required("centre.authority.en"),
        required("centre.languages"),
        oneOf("centre.languages[]", "vi|en"),
        unique("centre.languages[]"),
        oneOf("centre.level", "commune|province"),
        oneOf("centre.timezone", "Asia/Ho_Chi_Minh"),
    };
    for (const auto& part :
         {serviceConstraints(), counterConstraints(), placeConstraints(), timeConstraints(),
          conductConstraints(), priorityConstraints(), laterConstraints()})
        append(all, part);
    return all;
}

}  // namespace luot::server::centre::check
