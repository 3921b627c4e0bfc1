#include "server/centre/Checks.hpp"

namespace luot::server::centre {

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

std::vector<Constraint> hallConstraints() {
    return {
        required("services"),
        required("services[].id"),
        required("services[].prefix"),
        required("services[].label.vi"),
        required("services[].label.en"),
        unique("services[].id"),
        unique("services[].prefix"),
        unique("services[].kiosk_order"),
        within("services[].kiosk_order", 0, 999),
        within("services[].first_number", 0, 9999),
        within("services[].last_number", 1, 99999),
        within("services[].digits", 1, 5),
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
        required("zones[].id"),
        required("zones[].label.vi"),
        unique("zones[].id"),
        required("units[].id"),
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
        oneOf("ticketing.reset", "daily"),
        oneOf("ticketing.series", "per_service"),
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
        oneOf("calling.transfer_position", "issue_time"),
        within("calling.announcement_repeat", 1, 5),
        oneOf("priority.mode", "priority_first_with_cap"),
        oneOf("priority.within_class", "issue_time"),
        within("priority.max_consecutive_priority_per_counter", 0, 100),
        within("priority.cap_applies_when_normal_wait_exceeds_minutes", 0, day),
        required("priority.groups[].id"),
        required("priority.groups[].label.vi"),
        required("priority.groups[].label.en"),
        unique("priority.groups[].id"),
        known("priority.classes[].groups[]", "priority.groups[].id"),
        unique("priority.lanes[].id"),
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
    for (const auto& part : {hallConstraints(), timeConstraints(), conductConstraints()}) append(all, part);
    return all;
}

std::vector<Constraint> catalogueConstraints() {
    return {
        required("services"),
        required("services[].id"),
        required("services[].name.vi"),
        unique("services[].id"),
        unique("services[].prefix"),
        required("procedures[].id"),
        required("procedures[].service"),
        required("procedures[].name.vi"),
        unique("procedures[].id"),
        unique("procedures[].code"),
        known("procedures[].service", "services[].id"),
        oneOf("procedures[].kind", "procedure|counter-service"),
        oneOf("procedures[].volume", "low|mid|high"),
        oneOf("procedures[].levels[]", "commune|province"),
        within("procedures[].counter_minutes.typical", 0, day),
    };
}

std::vector<Constraint> holidayConstraints() {
    return {
        required("days[].date"),
        required("days[].name.vi"),
        unique("days[].date"),
        required("worked_days[].date"),
        unique("worked_days[].date"),
        required("worked_days[].use_day"),
        oneOf("worked_days[].use_day", weekdays),
    };
}

}  // namespace luot::server::centre
