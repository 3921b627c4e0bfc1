#pragma once

#include <optional>

#include "server/centre/part/Words.hpp"

namespace luot::server::centre {

/// A service (lĩnh vực) as the whole country knows it; a centre offers some of them.
struct CatalogueService {
    std::string id;
    std::string prefix;
    std::optional<int> prefixDigit;  ///< for centres that rely on loudspeakers
    std::string spokenPrefix;
    Words name;
    std::string kioskLabel;
    std::string search;  ///< lower case, without marks
    std::string note;
};
BOOST_DESCRIBE_STRUCT(CatalogueService, (),
                      (id, prefix, prefixDigit, spokenPrefix, name, kioskLabel, search, note))

/// Minutes at the counter.
struct CounterMinutes {
    double typical = 0;
    double low = 0;
    double high = 0;
    std::string status;
};
BOOST_DESCRIBE_STRUCT(CounterMinutes, (), (typical, low, high, status))

/// A sentence about a fee or time limit, for reference only, and how sure it is.
struct Reference {
    std::string vi;
    std::string en;
    std::string status;
    std::string basis;
};
BOOST_DESCRIBE_STRUCT(Reference, (), (vi, en, status, basis))

/// A procedure (thủ tục) of a service.
struct Procedure {
    std::string id;
    std::string service;
    std::optional<std::string> code;  ///< national code such as 2.000815
    std::string codeStatus;
    Words name;
    std::string kioskLabel;
    CounterMinutes counterMinutes;
    Reference resolution;
    Reference fee;
    std::vector<std::string> levels;
    std::string volume;
    bool sameDay = false;
    bool cutoffNotice = false;  ///< say that what comes after the cut-off is done the next working day
    std::string kind;
    std::string search;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(Procedure, (),
                      (id, service, code, codeStatus, name, kioskLabel, counterMinutes, resolution, fee,
                       levels, volume, sameDay, cutoffNotice, kind, search, note))

struct Catalogue {
    std::string made;
    std::string warning;
    std::vector<CatalogueService> services;
    std::vector<Procedure> procedures;
};
BOOST_DESCRIBE_STRUCT(Catalogue, (), (made, warning, services, procedures))

}  // namespace luot::server::centre
