#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "queue/Rules.hpp"

namespace luot::queue {

struct DayOpened {
    base::Date day{};
    bool byCommand = false;  ///< tickets are given out whatever the calendar says
};
struct DayClosed {
    base::Date day{};
    bool byCommand = false;  ///< the calendar does not open it again
};

/// An access token that was made; never the token itself.
struct TokenNote {
    std::string role;
    std::string name;
};

struct SettingsChanged {
    std::optional<Rules> rules;
    std::optional<TokenNote> token;
};
struct CallShown {
    std::string display;
    std::int64_t call = 0;  ///< sequence number of the call
    bool screen = false;
    bool spoken = false;
};
struct DeviceLost {
    std::string device;
};
struct DeviceBack {
    std::string device;
};
struct ClockJumped {
    base::Milliseconds jump{};
};

BOOST_DESCRIBE_STRUCT(DayOpened, (), (day, byCommand))
BOOST_DESCRIBE_STRUCT(DayClosed, (), (day, byCommand))
BOOST_DESCRIBE_STRUCT(TokenNote, (), (role, name))
BOOST_DESCRIBE_STRUCT(SettingsChanged, (), (rules, token))
BOOST_DESCRIBE_STRUCT(CallShown, (), (display, call, screen, spoken))
BOOST_DESCRIBE_STRUCT(DeviceLost, (), (device))
BOOST_DESCRIBE_STRUCT(DeviceBack, (), (device))
BOOST_DESCRIBE_STRUCT(ClockJumped, (), (jump))

}  // namespace luot::queue
