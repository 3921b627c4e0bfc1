#pragma once

#include <optional>

#include "server/centre/part/WorkingTime.hpp"

namespace luot::server::centre {

struct Zone {
    std::string id;
    Words label;
};
BOOST_DESCRIBE_STRUCT(Zone, (), (id, label))

/// An office that sends its clerks to counters of the centre.
struct Unit {
    std::string id;
    Words label;
    std::string mainService;
};
BOOST_DESCRIBE_STRUCT(Unit, (), (id, label, mainService))

struct ServicePlace {
    std::string id;
    std::string prefix;
    Words label;
    int kioskOrder = 0;
    std::optional<int> firstNumber;  ///< these three win over [ticketing]
    std::optional<int> lastNumber;
    std::optional<int> digits;
    std::string series;                  ///< id of a [[series]]; empty: its own numbers
    std::optional<int> quotaPerSession;  ///< so many numbers a session
    std::optional<Week> week;            ///< its own days and hours, as far as the centre is open
};
BOOST_DESCRIBE_STRUCT(ServicePlace, (),
                      (id, prefix, label, kioskOrder, firstNumber, lastNumber, digits, series,
                       quotaPerSession, week))

struct ServedService {
    std::string service;
    int rank = 1;
};
BOOST_DESCRIBE_STRUCT(ServedService, (), (service, rank))

/// A clerk whom the centre names by the id under which counters are opened.
struct ClerkPost {
    std::string id;
    std::optional<std::string> unit;
    std::vector<std::string> skills;  ///< services; none: all
    bool spare = false;
};
BOOST_DESCRIBE_STRUCT(ClerkPost, (), (id, unit, skills, spare))

struct CounterDevices {
    std::string callButton = "none";
    std::optional<int> counterDisplay;
    bool ratingTablet = false;
};
BOOST_DESCRIBE_STRUCT(CounterDevices, (), (callButton, counterDisplay, ratingTablet))

struct CounterDesk {
    int number = 0;
    Words label;
    std::string zone;
    std::vector<ServedService> services;
    std::string priority = "yes";               ///< yes, no, or only: a priority window
    std::vector<std::string> priorityServices;  ///< of a priority window; "*": all
    std::vector<std::string> idleFallback;      ///< services that it takes when none of its own wait
    std::vector<std::string> lanes;
    std::optional<std::string> unit;
    CounterDevices devices;
    bool openDefault = true;
    bool callingServes = false;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(CounterDesk, (),
                      (number, label, zone, services, priority, priorityServices, idleFallback, lanes, unit,
                       devices, openDefault, callingServes, note))

struct TicketPrinter {
    std::string modelClass;
    std::string transport;
    bool cutter = true;
};
BOOST_DESCRIBE_STRUCT(TicketPrinter, (), (modelClass, transport, cutter))

struct Kiosk {
    std::string id;
    std::string place;
    std::string screen;
    TicketPrinter printer;
};
BOOST_DESCRIBE_STRUCT(Kiosk, (), (id, place, screen, printer))

struct Display {
    std::string id;
    std::string kind = "main";
    std::vector<std::string> zones;
    int rows = 6;
    bool audio = true;
    std::string player;
};
BOOST_DESCRIBE_STRUCT(Display, (), (id, kind, zones, rows, audio, player))

/// Since when the services and counters below it hold.
struct Assignment {
    InForce inForce;
};
BOOST_DESCRIBE_STRUCT(Assignment, (), (inForce))

}  // namespace luot::server::centre
