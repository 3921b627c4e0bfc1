#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/Time.hpp"

/// The numbers that a kiosk gives while it is alone: "A7-012" is of the service's letter, the kiosk's digit
/// and the kiosk's own count (docs/adr/0022).
namespace luot::queue {

/// Stands on a ticket that a kiosk gave alone. Day and sequence name it once and for all among the kiosk's.
struct OfflineNumber {
    int kiosk = 0;     ///< the digit
    base::Date day{};  ///< of the series, which may be older than the day of issue
    int sequence = 0;

    bool operator==(const OfflineNumber&) const = default;
};
BOOST_DESCRIBE_STRUCT(OfflineNumber, (), (kiosk, day, sequence))

/// Which sequences of one series have come, as ranges in rising order.
struct MergedDay {
    struct Range {
        int from = 0;
        int to = 0;
        bool operator==(const Range&) const = default;
    };
    base::Date day{};
    std::vector<Range> ranges;

    bool contains(int sequence) const;
    void add(int sequence);
    bool operator==(const MergedDay&) const = default;
};
BOOST_DESCRIBE_STRUCT(MergedDay::Range, (), (from, to))
BOOST_DESCRIBE_STRUCT(MergedDay, (), (day, ranges))

/// What the hall knows of one kiosk's series: whose the digit is, and what has come.
struct KioskSeries {
    int digit = 0;
    std::string store;  ///< the kiosk's disk; a digit belongs to one for ever; empty: not told yet
    std::optional<base::Date> day;  ///< business day of the newest series that was given
    int after = 0;                  ///< the first number of that series is the one behind this
    /// The kiosk held the series of that day when it asked last: all that is older has come.
    std::optional<base::Date> since;
    std::vector<MergedDay> merged;       ///< oldest first
    int highest = 0;                     ///< of its sequences that stand in today's hall
    std::optional<base::Date> newestOn;  ///< newest date of the calendar on which it gave a ticket ...
    int newest = 0;                      ///< ... and the highest sequence of that date

    /// That ticket has come already.
    bool has(base::Date ofDay, int sequence) const;
    void take(const OfflineNumber& number, base::Date issuedOn);
    /// What the hall of the next day has to know.
    KioskSeries onNewDay(base::Date day) const;
    bool operator==(const KioskSeries&) const = default;
};
BOOST_DESCRIBE_STRUCT(KioskSeries, (), (digit, store, day, after, since, merged, highest, newestOn, newest))

/// A kiosk whose digit belongs to another disk: it gives no numbers alone until it has a new token, or its
/// disk is back.
struct RefusedKiosk {
    std::string device;
    int digit = 0;
    base::Date day{};  ///< the business day on which it was refused last

    bool operator==(const RefusedKiosk&) const = default;
};
BOOST_DESCRIBE_STRUCT(RefusedKiosk, (), (device, digit, day))

/// "A7-012" with that digit and sequence, behind whatever letters.
bool isOfflineNumber(std::string_view number, int digit, int sequence);
/// Whether somebody could take it for one of a kiosk's.
bool looksOffline(std::string_view number);

}  // namespace luot::queue
