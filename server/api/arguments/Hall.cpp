#include <boost/describe/class.hpp>

#include "server/api/arguments/Reading.hpp"

/// Commands of the whole hall.
namespace luot::server::api::arguments {

namespace {

struct Range {
    std::string service;
    int count = 0;
    std::string zone;
};
struct Map {
    std::vector<queue::MapChange::Row> counters;
    std::optional<base::Date> from;
    std::optional<std::string> decision;
};
struct Booking {
    std::string id;
    std::string service;
    base::Instant slot{};
    std::optional<std::string> source;
};
struct Bookings {
    std::vector<Booking> appointments;
};
BOOST_DESCRIBE_STRUCT(Range, (), (service, count, zone))
BOOST_DESCRIBE_STRUCT(Map, (), (counters, from, decision))
BOOST_DESCRIBE_STRUCT(Booking, (), (id, service, slot, source))
BOOST_DESCRIBE_STRUCT(Bookings, (), (appointments))

}  // namespace

Read parseCallRange(const Object& given) {
    return read<Range>(given, [](Range a) {
        return queue::CallRange{std::move(a.service), a.count, std::move(a.zone)};
    });
}

Read parseMap(const Object& given) {
    return read<Map>(given, [](Map a) {
        return queue::ChangeMap{{std::move(a.counters), a.decision.value_or("")}, a.from};
    });
}

Read parseAppointments(const Object& given) {
    auto bookings = described<Bookings>(given);
    if (!bookings) return tl::unexpected(bookings.error());
    queue::ImportAppointments command;
    const base::json::Path list({}, "appointments");
    for (auto& booking : bookings->appointments) {
        const base::json::Path path(list, command.appointments.size());
        for (const auto& [name, text] : {std::pair<std::string_view, std::string_view>("id", booking.id),
                                         {"service", booking.service},
                                         {"source", booking.source.value_or("")}})
            if (auto fits = bounded({path, name}, text); !fits) return tl::unexpected(fits.error());
        command.appointments.push_back({std::move(booking.id), std::move(booking.service), booking.slot,
                                        booking.source.value_or(""), std::nullopt});
    }
    return queue::Command(std::move(command));
}

}  // namespace luot::server::api::arguments
