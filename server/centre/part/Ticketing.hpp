#pragma once

#include <optional>

#include "server/centre/part/Words.hpp"

namespace luot::server::centre {

/// Numbers of their own, for the services that name them. What is left out is as in [ticketing].
struct Series {
    std::string id;
    std::string prefix;  ///< empty: each number has its service's
    std::optional<int> first;
    std::optional<int> last;
    std::optional<int> digits;
    std::optional<bool> wrap;
    std::optional<std::string> reset;
};
BOOST_DESCRIBE_STRUCT(Series, (), (id, prefix, first, last, digits, wrap, reset))

struct TicketPrint {
    int paperMm = 80;
    std::string encoding = "raster";
    int copies = 1;
    bool logo = true;
    std::string qr = "tracking";
    Words valid;
};
BOOST_DESCRIBE_STRUCT(TicketPrint, (), (paperMm, encoding, copies, logo, qr, valid))

struct Ticketing {
    InForce inForce;
    int firstNumber = 1;
    std::optional<int> lastNumber;
    int digits = 3;
    bool wrap = false;  ///< after the last number comes the first again
    std::string reset = "daily";
    std::string series = "per_service";
    int reprintAllowedMinutes = 5;
    std::optional<int> ticketsPerPersonServiceDay;
    std::optional<int> bulkFromDossiers;
    TicketPrint print;
};
BOOST_DESCRIBE_STRUCT(Ticketing, (),
                      (inForce, firstNumber, lastNumber, digits, wrap, reset, series, reprintAllowedMinutes,
                       ticketsPerPersonServiceDay, bulkFromDossiers, print))

}  // namespace luot::server::centre
